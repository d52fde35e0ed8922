// Search by the rules of the page (data/search.py, text_search.py, search_terms.py, word_search.py), over the index that stand_alone_search.py makes. No DOM.

import { areaForms, namesSurroundings, withoutGenitive, withoutKindOfCode } from "./area_forms.js";
import { excludedParts, readExclusion } from "./exclusion.js";
import { fold, foldCase } from "./folding.js";
import { hostOf } from "./sites.js";
import { firstParts, stems } from "./word_forms.js";

const MAX_AREA_WORDS = 5; // of the name of an area, or of its code
const MIN_BEGINNING_LENGTH = 4; // a shorter word is a whole word, unless no row has it
const MIN_NAME_BEGINNING_LENGTH = 3; // a shorter word that no row has is the beginning of a name
const MIN_PART_LENGTH = 4; // of a searched part of a compound
const MIN_CLUSTER_LENGTH = 4; // of a beginning of "kluster", which does not count either
const CLUSTER_WORDS = ["kluster", "clusters"];
const CODE = /^\p{Nd}+$/u;
const DIGIT = /\p{Nd}/u;
const CLUSTER_BEGINNING = /^[kc]lust/; // of all forms of the word
const NEIGHBOURS = /([\p{L}\p{N}]+)[- ](?=([\p{L}\p{N}]+))/gu;
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
const OR = /\s+(?:eller|or)\s+/i;
const NONE = Number.POSITIVE_INFINITY; // in place of a rank

const isWord = (part) => typeof part === "string";

// Whether an area holds another one and more.
function holds(area, other) {
  const inside = other.regions.length ? other.regions : [other.county];
  return inside.every((code) => area.regions.includes(code)) && area.regions.length > other.regions.length;
}

export class Search {
  /** `index` is that of stand_alone_search.py, `size` the number of rows. */
  constructor(index, size) {
    Object.assign(this, index, { size });
    for (const name of SETS) this[name] = new Set(index[name]);
    this.plain = this.words.map(fold);
    this.known = new Set([...this.plain, ...[...Object.keys(this.synonyms), ...index.options].map(fold)]);
    this.parts = Object.entries(this.parts).map(([number, parts]) => [Number(number), parts.split(" ")]);
    const areas = index.areas.map(([names, occurrences, regions, county]) => [
      names.split("|"),
      { name: names.split("|")[0], occurrences, regions, county },
    ]);
    this.areaOf = new Map(areas.flatMap(([names, area]) => names.map((name) => [name, area])));
    this.foldedAreas = Map.groupBy(this.areaOf.keys(), fold);
  }

  /** Return the rank of each row, the best one 0; Infinity for a row without all words of a text, in none of its areas, or left out by it. */
  find(text) {
    const exclusion = readExclusion(text, this, (phrase) => Boolean(this.#area(foldCase(phrase))));
    if (!exclusion || this.#isName(text)) return this.#findText(text);
    const excluded = exclusion.texts.flatMap((each) => this.#excludedParts(each)).map((each) => this.#findExcluded(each));
    return this.#findText(exclusion.kept).map((rank, row) => (excluded.some((ranks) => ranks[row] < NONE) ? NONE : rank));
  }

  // Whether a row has all words of a text in its names.
  #isName(text) {
    const words = foldCase(text)
      .split(" ")
      .filter((word) => word && !this.ignored.has(word));
    const [first, ...others] = words.map((word) => this.#inNames(word));
    return [...first.keys()].some((row) => others.every((ranks) => ranks.has(row)));
  }

  // The parts of an excluded text that say something: "Småland och öarna" is one area, and "kluster" says nothing.
  #excludedParts(text) {
    const parts = this.#area(foldCase(text)) ? [text] : excludedParts(text);
    return parts.filter((part) => this.#parts(this.#wordsOf(part)).length);
  }

  // The ranks of what an excluded text finds: of a province the rows in its counties, and those with its name in theirs.
  #findExcluded(text) {
    const name = foldCase(text);
    const names = [name, withoutGenitive(name)];
    const counties = this.#area(name) ? undefined : names.map((each) => this.provinces[fold(each)]).find(Boolean);
    if (!counties) return this.#findText(text);
    const inNames = names.map((each) => this.#inNames(each));
    const inCounties = counties.map((code) => this.#findText(code));
    return inCounties[0].map((_, row) =>
      inNames.some((ranks) => ranks.has(row)) ? 0 : Math.min(...inCounties.map((ranks) => ranks[row])),
    );
  }

  #wordsOf(text) {
    return foldCase(this.#withJoinedWords(text)).split(" ").filter(Boolean);
  }

  #findText(text) {
    const host = hostOf(text);
    const rows = this.sites[host];
    if (rows) return Array.from({ length: this.size }, (_, row) => (rows.includes(row) ? 0 : NONE));
    if (host) return this.#findText(host.split(".").at(-2)); // the name in it
    const found = this.#alternatives(text).map((each) => this.#findTogether(each));
    return found[0].map((_, row) => Math.min(...found.map((ranks) => ranks[row])));
  }

  // The texts that one with "eller" or "or" stands for: "textil eller möbler i Småland" are "textil Småland" and "möbler Småland".
  #alternatives(text) {
    const segments = text.split(OR).map((segment) => this.#parts(this.#wordsOf(segment)));
    const words = segments.map((parts) => parts.filter(isWord).join(" ")).filter(Boolean);
    const named = segments.flatMap((parts) => parts.filter((part) => !isWord(part)).map(({ phrase }) => phrase));
    return words.length > 1 ? words.map((each) => [each, ...named].join(" ")) : [text];
  }

  #findTogether(text) {
    const words = this.#wordsOf(text);
    const parts = [...new Set(this.#parts(words))];
    if (!parts.length) return new Array(this.size).fill(text.trim() && !fold(text) ? NONE : 0);
    const isFiller = (part) => words.length > 1 && this.fillers.has(part);
    const ranks = this.#withAll(parts, isFiller);
    if (ranks.some((rank) => rank < NONE)) return ranks;
    return this.#withAll(parts.filter((part) => !isFiller(part)));
  }

  // The rank of each row with all words, a filler in names alone, and in any of the areas; one that holds another does not count.
  #withAll(parts, isFiller = () => false) {
    const found = parts.filter(isWord).map((word) => (isFiller(word) ? this.#inNames(word) : this.#find(word)));
    const areas = parts.filter((part) => !isWord(part));
    const named = areas.filter((area) => !areas.some((other) => holds(area, other)));
    if (named.length) found.push(named.reduce((ranks, area) => this.#inArea(area, ranks), new Map()));
    return Array.from({ length: this.size }, (_, row) => found.reduce((rank, ranks) => rank + (ranks.get(row) ?? NONE), 0));
  }

  // Neighbouring words that have synonyms as one word are that word: "med-tech" and "med tech" are "medtech".
  #withJoinedWords(text) {
    return text.replace(NEIGHBOURS, (typed, first, second) => (this.branch_words.has((first + second).toLowerCase()) ? first : typed));
  }

  // Adds the rows in an area, and those that have the words by which the text names it in their names; codes are not searched for.
  #inArea({ occurrences, phrase }, ranks) {
    this.#add(ranks, occurrences, 0);
    if (DIGIT.test(phrase)) return ranks;
    const [first, ...others] = phrase.split(" ").map((word) => this.#inNames(word));
    for (const [row, rank] of first) {
      const worst = Math.max(rank, ...others.map((other) => other.get(row) ?? NONE));
      if (worst < (ranks.get(row) ?? NONE)) ranks.set(row, worst);
    }
    return ranks;
  }

  // The words and the areas of a text; beside the name of a branch, a word such as "industry" does not count.
  #parts(words) {
    const parts = [];
    for (let start = 0; start < words.length; ) {
      const [part, end] = this.#partAt(words, start);
      if (part) parts.push(part);
      start = end;
    }
    const isOfBranch = (word) => [word, ...stems(word, this.endings)].some((each) => this.branch_words.has(each));
    return parts.filter(isWord).some(isOfBranch) ? parts.filter((part) => !this.industry_words.has(part)) : parts;
  }

  #partAt(words, start) {
    for (let end = Math.min(words.length, start + MAX_AREA_WORDS); end > start; end--) {
      const phrase = words.slice(start, end).join(" ");
      const isLone = start === 0 && end === words.length;
      const isCode = end === start + 1 && CODE.test(words[start]); // it counts only by itself
      const area = (isLone || !isCode) && this.#area(phrase);
      if (area) return [{ ...area, phrase }, end];
      if (this.#isIgnoredPhrase(phrase)) return [undefined, end];
      if (this.#isInformal(phrase)) return [phrase, end];
    }
    const isNumber = CODE.test(words[start]) && CLUSTER_BEGINNING.test(words[start + 1] ?? ""); // of "7 kluster"
    return [isNumber || this.#isIgnored(words[start]) ? undefined : words[start], start + 1];
  }

  #isIgnoredPhrase(phrase) {
    return this.country.includes(fold(phrase)) || this.ignored_phrases.includes(phrase);
  }

  // Whether several words name an area that no filter has: "inre Norrland", "Lund region", or "norra" and the name of an area.
  #isInformal(phrase) {
    const [direction, ...words] = phrase.split(" ");
    if (!words.length) return false;
    const isPart = this.directions.has(direction) && this.#area(words.join(" "));
    const isAround = namesSurroundings(phrase) && !this.#area(phrase) && this.#areaInAnyForm(phrase);
    return Boolean(isPart || isAround) || areaForms(phrase).some((form) => this.informal.has(fold(form)));
  }

  // The area with this name or code, or with both: "1281 Lund". A municipality is not the region around it: "Göteborgsregionen".
  #area(text) {
    const area = this.#areaInAnyForm(text);
    return area && !area.regions.length && namesSurroundings(text) ? undefined : area;
  }

  #areaInAnyForm(text) {
    const name = withoutKindOfCode(text);
    const found = areaForms(name).map((form) => this.#areaOf(form));
    return found.find(Boolean) ?? this.#withCode(name);
  }

  #withCode(name) {
    const [code, ...words] = name.split(" ");
    const area = CODE.test(code) && words.length ? this.areaOf.get(code) : undefined;
    return area && this.#area(words.join(" "))?.name === area.name ? area : undefined;
  }

  #areaOf(name) {
    const found = new Set((this.foldedAreas.get(fold(name)) ?? []).map((each) => this.areaOf.get(each)));
    return this.areaOf.get(name) ?? (found.size === 1 ? [...found][0] : undefined);
  }

  #isIgnored(word) {
    return this.ignored.has(word) || (word.length >= MIN_CLUSTER_LENGTH && CLUSTER_WORDS.some((each) => each.startsWith(word)));
  }

  // The rank of each row with this very word in its names.
  #inNames(word) {
    const ranks = this.#ranks(
      this.#numbersOf(this.words, (each) => each === word),
      0,
    );
    return new Map([...ranks].filter(([, rank]) => rank < 2 * this.name_fields));
  }

  // The rank of each row with a word; where no row has it, with the word without its ending, then with the first part of a compound.
  #find(word) {
    if (word.includes(" ")) return this.#withEach(word.split(" "));
    let found = this.#inAllForms(word);
    if (found.size || this.options.has(word)) return found;
    for (const spelling of [fold(word), ...stems(word, this.endings)]) {
      if (spelling !== word) found = this.#withSynonyms(spelling, this.#ranks(this.#beginningWith(spelling), 1));
      if (found.size) return found;
    }
    const part = firstParts(word, this).find((each) => this.known.has(fold(each)));
    return part ? this.#inAllForms(part) : found;
  }

  // The rank of each row that has all of these very words.
  #withEach(words) {
    const [first, ...others] = words.map((word) =>
      this.#ranks(
        this.#numbersOf(this.words, (each) => each === word),
        0,
      ),
    );
    const rows = [...first.keys()].filter((row) => others.every((ranks) => ranks.has(row)));
    return new Map(rows.map((row) => [row, Math.max(first.get(row), ...others.map((ranks) => ranks.get(row)))]));
  }

  #inAllForms(word) {
    const found = this.#ranks(this.#exact(word), 0);
    const isLong = word.length >= MIN_BEGINNING_LENGTH;
    if (isLong) this.#ranks([...this.#beginningWith(word), ...this.#compoundsWith(word)], 1, found);
    this.#withSynonyms(word, found);
    if (isLong || found.size) return found;
    const beginning = this.#ranks(this.#beginningWith(word), 1);
    return word.length >= MIN_NAME_BEGINNING_LENGTH ? beginning : new Map([...beginning].filter(([, rank]) => rank === 1));
  }

  // Adds the rows with a synonym of a word, behind all others.
  #withSynonyms(word, ranks) {
    for (const number of this.synonyms[word] ?? []) {
      for (const row of this.#add(new Map(), this.occurrences[number], 0).keys()) if (!ranks.has(row)) ranks.set(row, 2 * this.fields);
    }
    return ranks;
  }

  #exact(word) {
    return this.#numbers(word, (each) => each === word);
  }

  #beginningWith(word) {
    return this.#numbers(word, (each) => each.startsWith(word));
  }

  // A word with accents is compared with them, one without as all that have its letters.
  #numbers(word, isFound) {
    return this.#numbersOf(fold(word) === word ? this.plain : this.words, isFound);
  }

  #numbersOf(words, isFound) {
    return words.flatMap((each, number) => (isFound(each) ? [number] : []));
  }

  #compoundsWith(word) {
    const part = fold(word);
    if (part.length < MIN_PART_LENGTH) return [];
    const found = this.parts.filter(([, parts]) => parts.some((each) => each.startsWith(part) || each === `=${part}`));
    return found.map(([number]) => number).filter((number) => part === word || this.words[number].includes(word));
  }

  #ranks(numbers, behind, ranks = new Map()) {
    for (const number of numbers) this.#add(ranks, this.occurrences[number], behind);
    return ranks;
  }

  // Adds the rows of occurrences with their best ranks: two for each field, so that a word's beginning stands behind the whole word.
  #add(ranks, differences, behind) {
    let occurrence = 0;
    for (const difference of differences) {
      occurrence += difference;
      const row = Math.floor(occurrence / this.fields);
      ranks.set(row, Math.min(ranks.get(row) ?? NONE, 2 * (occurrence % this.fields) + behind));
    }
    return ranks;
  }
}
