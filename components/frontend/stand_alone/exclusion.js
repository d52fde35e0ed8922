// Exclusion in a search text: "utom", "except" or a minus sign, and what stands behind it (data/search/exclusion.py). No DOM.

import { foldCase } from "./folding.js";

const MINUS = /^(?:[-\u2212\u2013]|(?:icke|non)-)(?=[\p{L}\p{N}])/iu; // at the beginning of a word: "-Skåne", "non-digital"
const MAX_AREA_WORDS = 5; // of the name of an area behind a minus sign: "-Västra Götaland"
const SPACES = /\s+/;
const BETWEEN = /\s*[,;/&]\s*|\s+(?:och|eller|samt|and|or|nor)\s+/i;

/**
 * Return the rest of a text and the texts that it leaves out; undefined for one that leaves nothing out. `words` are those of the index.
 * A minus sign leaves out its word, or the area that begins with it: `isArea` returns whether a text names one.
 */
export function readExclusion(text, words, isArea) {
  const kept = [];
  const texts = [];
  let part = kept; // to which the next word belongs
  let end = 0; // of what stands behind a minus sign
  const typed = text.split(SPACES).filter(Boolean);
  for (const [place, word] of typed.entries()) {
    if (place < end) texts.at(-1).push(word);
    else if (MINUS.test(word)) {
      const excluded = word.replace(MINUS, "");
      part = kept;
      end = place + endOfArea([excluded, ...typed.slice(place + 1)], isArea);
      texts.push([excluded]);
    } else if (begins(word, typed[place + 1] ?? "", part !== kept, words)) {
      part = [];
      texts.push(part);
    } else if (part !== kept && ends(word, words)) part = kept;
    else part.push(word);
  }
  const found = texts.filter((each) => each.length).map((each) => each.join(" "));
  const isUnfinished = texts.length && kept.length; // "textil utom", as it is typed
  return found.length || isUnfinished ? { kept: withoutFillers(kept, words), texts: found } : undefined;
}

// The number of words that name an area, as many of the first ones as possible; 1 where they name none.
function endOfArea(words, isArea) {
  let end = Math.min(words.length, MAX_AREA_WORDS);
  while (end > 1 && !isArea(words.slice(0, end).join(" "))) end--;
  return Math.max(end, 1);
}

function begins(word, following, isOpen, { excluding, only_words: only, turning }) {
  const plain = foldCase(word);
  return (excluding.has(plain) && !only.has(foldCase(following))) || (turning.has(plain) && !isOpen);
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
