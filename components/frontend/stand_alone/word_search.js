// Search for one word or name: as it is, in compounds, by its synonyms, by its stems (data/search/word_search.py). No DOM.

import { fold } from "./folding.js";
import { addRank, WordIndex } from "./word_index.js";
import { firstParts, stems } from "./word_forms.js";

const MIN_BEGINNING_LENGTH = 4; // a shorter word is a whole word, unless no row has it
const MIN_NAME_BEGINNING_LENGTH = 3; // a shorter word that no row has is the beginning of a name

export class WordSearch {
  /** `data` is that of stand_alone_search.py, with the set of `options`. Ranks are maps from the number of a row; the lower, the better. */
  constructor(data) {
    const { synonyms, options, endings, last_parts, links, lost_endings, fields, name_fields } = data;
    Object.assign(this, { options, endings, parts: { last_parts, links, lost_endings }, fields, nameFields: name_fields });
    this.index = new WordIndex(data);
    this.synonyms = new Map(Object.entries(synonyms)); // a property of the object would also be found by "constructor"
    this.known = new Set([...this.index.plain, ...[...this.synonyms.keys(), ...options].map(fold)]);
  }

  /** Return the ranks of the rows with a word; where no row has it, with its stem, then with the first part of a compound. */
  find(word) {
    let found = this.#inAllForms(word);
    if (found.size || this.options.has(word)) return found;
    for (const spelling of [fold(word), ...stems(word, this.endings)]) {
      if (spelling !== word) found = this.#withSynonyms(spelling, this.index.ranks(this.index.beginningWith(spelling), 1));
      if (found.size) return found;
    }
    const part = firstParts(word, this.parts).find((each) => this.known.has(fold(each)));
    return part ? this.#inAllForms(part) : found;
  }

  /** Return the ranks of the rows that have each of these very words. */
  findAll(words) {
    return inEach(words.map((word) => this.index.ranks(this.index.spelt(word))));
  }

  /** Return the ranks of the rows that have each of these very words in their names. */
  findInNames(words) {
    const isInNames = ([, rank]) => rank < 2 * this.nameFields;
    return inEach(words.map((word) => new Map([...this.index.ranks(this.index.spelt(word))].filter(isInNames))));
  }

  #inAllForms(word) {
    const { index } = this;
    const found = index.ranks(index.exact(word));
    const isLong = word.length >= MIN_BEGINNING_LENGTH;
    if (isLong) {
      const longer = index.ranks([...index.beginningWith(word), ...index.compoundsWith(word)], 1);
      for (const [row, rank] of longer) addRank(found, row, rank);
    }
    this.#withSynonyms(word, found);
    if (isLong || found.size) return found;
    const beginning = index.ranks(index.beginningWith(word), 1);
    return word.length >= MIN_NAME_BEGINNING_LENGTH ? beginning : new Map([...beginning].filter(([, rank]) => rank === 1));
  }

  // Adds the rows with a synonym of a word, behind all others.
  #withSynonyms(word, ranks) {
    const found = this.index.ranks(this.synonyms.get(word) ?? []);
    for (const row of found.keys()) if (!ranks.has(row)) ranks.set(row, 2 * this.fields);
    return ranks;
  }
}

// The rows that all of these ranks have, each with the worst one.
function inEach([first, ...others]) {
  const rows = [...first.keys()].filter((row) => others.every((ranks) => ranks.has(row)));
  return new Map(rows.map((row) => [row, Math.max(first.get(row), ...others.map((ranks) => ranks.get(row)))]));
}
