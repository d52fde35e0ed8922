// Words of the rows, with the rows and fields that have them (data/search/word_index.py). A word is known by its number. No DOM.

import { fold } from "./folding.js";

const MIN_PART_LENGTH = 4; // of a searched part of a compound

export class WordIndex {
  /** `words`, their `occurrences`, the later `parts` of compounds, and the number of `fields` are those of stand_alone_search.py. */
  constructor({ words, occurrences, parts, fields }) {
    Object.assign(this, { words, occurrences, fields });
    this.plain = words.map(fold);
    this.parts = Object.entries(parts).map(([number, each]) => [Number(number), each.split(" ")]);
  }

  /** Return the numbers of a word: with accents the one that has them, without them all that have its letters. */
  exact(word) {
    return numbersOf(this.#comparedWith(word), (each) => each === word);
  }

  /** Return the number of the word with this very spelling, accents included, in a list. */
  spelt(word) {
    return numbersOf(this.words, (each) => each === word);
  }

  /** Return the numbers of the words that begin with these letters. */
  beginningWith(word) {
    return numbersOf(this.#comparedWith(word), (each) => each.startsWith(word));
  }

  /** Return the numbers of the compounds of which a later part begins with these letters: "energi" finds "vindenergi". */
  compoundsWith(word) {
    const part = fold(word);
    if (part.length < MIN_PART_LENGTH) return [];
    const found = this.parts.filter(([, parts]) => parts.some((each) => each.startsWith(part) || each === `=${part}`));
    return found.map(([number]) => number).filter((number) => part === word || this.words[number].includes(word));
  }

  /** Return the rank of each row that has one of the words, by their numbers. For `behind` see `addOccurrences`. */
  ranks(numbers, behind = 0) {
    const ranks = new Map();
    for (const number of numbers) this.addOccurrences(ranks, this.occurrences[number], behind);
    return ranks;
  }

  /**
   * Add the rows of occurrences to `ranks`, each with its best rank. A field has two ranks: `behind` is 0, or 1 for the beginning of a word,
   * which stands behind the whole word.
   */
  addOccurrences(ranks, differences, behind = 0) {
    let occurrence = 0;
    for (const difference of differences) {
      occurrence += difference;
      addRank(ranks, Math.floor(occurrence / this.fields), 2 * (occurrence % this.fields) + behind);
    }
  }

  #comparedWith(word) {
    return fold(word) === word ? this.plain : this.words;
  }
}

/** Give a row this rank, unless it has a better one. */
export function addRank(ranks, row, rank) {
  ranks.set(row, Math.min(ranks.get(row) ?? rank, rank));
}

function numbersOf(words, isFound) {
  return words.flatMap((each, number) => (isFound(each) ? [number] : []));
}
