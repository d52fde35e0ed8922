// Search by the rules of the page (data/search/cluster_search.py): what a text finds, without what stands behind "utom" or "not". No DOM.

import { withoutGenitive } from "./area_forms.js";
import { excludedParts, readExclusion } from "./exclusion.js";
import { fold, foldCase } from "./folding.js";
import { NO_MATCH, TextSearch } from "./text_search.js";

const SETS = [
  "ignored",
  "options",
  "fillers",
  "industry_words",
  "branch_words",
  "excluding",
  "turning",
  "connecting",
  "only_words",
  "informal",
  "directions",
];

export class Search extends TextSearch {
  /** `data` is that of stand_alone_search.py, `size` the number of rows. */
  constructor(data, size) {
    const words = { ...data, ...Object.fromEntries(SETS.map((name) => [name, new Set(data[name])])) };
    super(words, size);
    this.ignored = words.ignored;
    this.exclusionWords = words;
    this.provinces = new Map(Object.entries(data.provinces)); // a property of the object would also be found by "constructor"
  }

  /** Return the rank of each row as `findText` does; NO_MATCH also for a row that the text leaves out. */
  find(text) {
    const exclusion = readExclusion(text, this.exclusionWords, (phrase) => Boolean(this.areas.find(foldCase(phrase))));
    if (!exclusion || this.#isName(text)) return this.findText(text);
    const excluded = exclusion.texts.flatMap((each) => this.#excludedParts(each)).map((each) => this.#findExcluded(each));
    return this.findText(exclusion.kept).map((rank, row) => (excluded.some((ranks) => ranks[row] < NO_MATCH) ? NO_MATCH : rank));
  }

  // Whether a row has all words of a text in its names; of a text such as "-kluster" no word counts, so that every row has them.
  #isName(text) {
    const words = foldCase(text).split(" ");
    const counted = words.filter((word) => word && !this.ignored.has(word));
    return !counted.length || this.words.findInNames(counted).size > 0;
  }

  // The parts of an excluded text that say something: "Småland och öarna" is one area, and "kluster" says nothing.
  #excludedParts(text) {
    const parts = this.areas.find(foldCase(text)) ? [text] : excludedParts(text);
    return parts.filter((part) => this.terms.divide(part).length);
  }

  // The ranks of what an excluded text finds: of a province the rows in its counties, and those with its name in theirs.
  #findExcluded(text) {
    const name = foldCase(text);
    const names = [name, withoutGenitive(name)];
    const counties = this.areas.find(name) ? undefined : names.map((each) => this.provinces.get(fold(each))).find(Boolean);
    if (!counties) return this.findText(text);
    const named = names.map((each) => this.words.findInNames([each]));
    const inCounties = counties.map((code) => this.findText(code));
    return inCounties[0].map((_, row) => (named.some((ranks) => ranks.has(row)) ? 0 : Math.min(...inCounties.map((ranks) => ranks[row]))));
  }
}
