// Exclusion in a search text: "utom", "except" or a minus sign, and what stands behind it (data/exclusion.py). No DOM.

import { foldCase } from "./folding.js";

const MINUS = /^[-\u2212\u2013](?=[\p{L}\p{N}])/u; // at the beginning of a word
const SPACES = /\s+/;
const BETWEEN = /\s*[,;/&]\s*|\s+(?:och|eller|samt|and|or|nor)\s+/i;

/** Return the rest of a text and the texts that it leaves out; undefined for one that leaves nothing out. `words` are those of the index. */
export function readExclusion(text, words) {
  const kept = [];
  const texts = [];
  let part = kept; // to which the next word belongs
  const typed = text.split(SPACES).filter(Boolean);
  for (const [place, word] of typed.entries()) {
    if (begins(word, typed[place + 1] ?? "", part !== kept, words)) {
      part = MINUS.test(word) ? [word.slice(1)] : [];
      texts.push(part);
    } else if (part !== kept && ends(word, words)) part = kept;
    else part.push(word);
  }
  const found = texts.filter((each) => each.length).map((each) => each.join(" "));
  const isUnfinished = texts.length && kept.length; // "textil utom", as it is typed
  return found.length || isUnfinished ? { kept: withoutFillers(kept, words), texts: found } : undefined;
}

function begins(word, following, isOpen, { excluding, only_words: only, turning }) {
  const plain = foldCase(word);
  return MINUS.test(word) || (excluding.has(plain) && !only.has(foldCase(following))) || (turning.has(plain) && !isOpen);
}

function ends(word, { turning, connecting }) {
  return turning.has(foldCase(word)) || connecting.has(foldCase(word));
}

/** Return the parts of an excluded text, each of which is left out. */
export function excludedParts(text) {
  return text.split(BETWEEN).filter(Boolean);
}

function withoutFillers(kept, words) {
  const counted = kept.filter((word) => !words.connecting.has(foldCase(word)));
  return counted.some((word) => !words.fillers.has(foldCase(word))) ? counted.join(" ") : "";
}
