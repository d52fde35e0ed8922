// Search for a text that leaves nothing out: its words in every form, its areas, a web address (data/search/text_search.py, term_search.py). No DOM.

import { Areas, withoutLarger } from "./area_index.js";
import { fold } from "./folding.js";
import { isWord, SearchTerms } from "./search_terms.js";
import { hostOf } from "./sites.js";
import { addRank } from "./word_index.js";
import { WordSearch } from "./word_search.js";

const DIGIT = /\p{Nd}/u;

/** In place of the rank of a row that is not found. */
export const NO_MATCH = Number.POSITIVE_INFINITY;

export class TextSearch {
  /** `data` is that of stand_alone_search.py, with sets of its words; `size` is the number of rows. */
  constructor(data, size) {
    const { sites, fillers } = data;
    Object.assign(this, { sites, fillers, size });
    this.areas = new Areas(data);
    this.terms = new SearchTerms(this.areas, data);
    this.words = new WordSearch(data);
  }

  /** Return the rank of each row, the best one 0; NO_MATCH for a row without all words of a text, or in none of its areas. */
  findText(text) {
    const host = hostOf(text);
    const rows = this.sites[host];
    if (rows) return this.#rankEach((row) => (rows.includes(row) ? 0 : NO_MATCH));
    if (host) return this.findText(host.split(".").at(-2)); // the name in it
    const found = this.terms.alternatives(text).map((each) => this.#findTogether(each));
    return this.#rankEach((row) => Math.min(...found.map((ranks) => ranks[row])));
  }

  #findTogether(text) {
    const terms = [...new Set(this.terms.divide(text))];
    if (!terms.length) return this.#rankEach(() => (text.trim() && !fold(text) ? NO_MATCH : 0));
    const isFiller = (term) => this.fillers.has(term) && this.terms.wordsOf(text).length > 1;
    const ranks = this.#withAll(terms, isFiller);
    if (ranks.some((rank) => rank < NO_MATCH)) return ranks;
    return this.#withAll(terms.filter((term) => !isFiller(term)));
  }

  // The rank of each row with all words, a filler in names alone, and in any of the areas; one that holds another does not count.
  #withAll(terms, isFiller = () => false) {
    const found = terms.filter(isWord).map((word) => this.#findWord(word, isFiller(word)));
    const areas = withoutLarger(terms.filter((term) => !isWord(term)));
    if (areas.length) found.push(this.#inAny(areas));
    return this.#rankEach((row) => found.reduce((rank, ranks) => rank + (ranks.get(row) ?? NO_MATCH), 0));
  }

  #findWord(word, isFiller) {
    if (isFiller) return this.words.findInNames([word]);
    return word.includes(" ") ? this.words.findAll(word.split(" ")) : this.words.find(word);
  }

  // The rows in any of the areas, and those that have the words by which the text names one in their names, unless it is a code.
  #inAny(areas) {
    const ranks = new Map();
    for (const { occurrences, phrase } of areas) {
      this.words.index.addOccurrences(ranks, occurrences);
      const named = DIGIT.test(phrase) ? [] : this.words.findInNames(phrase.split(" "));
      for (const [row, rank] of named) addRank(ranks, row, rank);
    }
    return ranks;
  }

  #rankEach(rankOf) {
    return Array.from({ length: this.size }, (_, row) => rankOf(row));
  }
}
