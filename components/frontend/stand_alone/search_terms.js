// Division of a search text into its terms: areas, and words that count (data/search/search_terms.py). No DOM.

import { isCode } from "./area_index.js";
import { fold, foldCase } from "./folding.js";
import { stems } from "./word_forms.js";

const MAX_AREA_WORDS = 5; // of the name of an area, or of its code
const MIN_CLUSTER_LENGTH = 4; // of a beginning of "kluster", which does not count either
const CLUSTER_WORDS = ["kluster", "clusters"];
const CLUSTER_BEGINNING = /^[kc]lust/; // of all forms of the word
const NEIGHBOURS = /([\p{L}\p{N}]+)[- ](?=([\p{L}\p{N}]+))/gu;
const OR = /\s+(?:eller|or)\s+/i;

/** Return whether a term is a word, which is a string, or a phrase such as "inre Norrland"; an area has the `phrase` that names it. */
export const isWord = (term) => typeof term === "string";

export class SearchTerms {
  /** `words` are the sets and lists of words of stand_alone_search.py. */
  constructor(areas, words) {
    Object.assign(this, { areas, words });
  }

  /** Return the words of a text in lower case. Neighbours that have synonyms as one word are that word: "med-tech" is "medtech". */
  wordsOf(text) {
    const { branch_words } = this.words;
    const joined = text.replace(NEIGHBOURS, (typed, first, second) => (branch_words.has((first + second).toLowerCase()) ? first : typed));
    return foldCase(joined).split(" ").filter(Boolean);
  }

  /** Return the terms of a text. Beside the name of a branch, a word such as "industry" does not count. */
  divide(text) {
    const terms = this.#allTerms(this.wordsOf(text));
    const { branch_words, endings, industry_words } = this.words;
    const isOfBranch = (word) => [word, ...stems(word, endings)].some((each) => branch_words.has(each));
    return terms.filter(isWord).some(isOfBranch) ? terms.filter((term) => !industry_words.has(term)) : terms;
  }

  /** Return the texts that one with "or" stands for: "textil eller möbler i Småland" are "textil Småland" and "möbler Småland". */
  alternatives(text) {
    const segments = text.split(OR).map((segment) => this.divide(segment));
    const words = segments.map((terms) => terms.filter(isWord).join(" ")).filter(Boolean);
    const named = segments.flatMap((terms) => terms.filter((term) => !isWord(term)).map(({ phrase }) => phrase));
    return words.length > 1 ? words.map((each) => [each, ...named].join(" ")) : [text];
  }

  #allTerms(words) {
    const terms = [];
    for (let start = 0; start < words.length; ) {
      const [term, end] = this.#termAt(words, start);
      if (term) terms.push(term);
      start = end;
    }
    return terms;
  }

  // The term that begins with a word, undefined for words that do not count, and where it ends.
  #termAt(words, start) {
    for (let end = Math.min(words.length, start + MAX_AREA_WORDS); end > start; end--) {
      const phrase = words.slice(start, end).join(" ");
      const isOneOfSeveral = end === start + 1 && words.length > 1;
      const area = isOneOfSeveral && isCode(phrase) ? undefined : this.areas.find(phrase); // a code counts only by itself
      if (area) return [{ ...area, phrase }, end];
      if (this.#isIgnoredPhrase(phrase)) return [undefined, end];
      if (this.areas.isInformal(phrase)) return [phrase, end];
    }
    const isNumber = isCode(words[start]) && CLUSTER_BEGINNING.test(words[start + 1] ?? ""); // of "7 kluster"
    return [isNumber || this.#isIgnored(words[start]) ? undefined : words[start], start + 1];
  }

  #isIgnoredPhrase(phrase) {
    return this.words.country.includes(fold(phrase)) || this.words.ignored_phrases.includes(phrase);
  }

  #isIgnored(word) {
    const isCluster = word.length >= MIN_CLUSTER_LENGTH && CLUSTER_WORDS.some((each) => each.startsWith(word));
    return isCluster || this.words.ignored.has(word);
  }
}
