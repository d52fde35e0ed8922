// List of a stand-alone map: its rows, and which of them a search and the chosen filters leave. No DOM.

import { Search } from "./cluster_search.js";

export class List {
  /** `data` is that of stand_alone_data.py. */
  constructor({ strings, rows, facts, positions, columns, filters, size, search }) {
    Object.assign(this, { strings, facts, columns, filters, size: rows.length });
    this.rows = rows.map(([id, website, ...cells], number) => ({
      number,
      id: strings[id],
      website: strings[website],
      name: strings[cells[0]],
      cells: cells.map((cell) => strings[cell]),
      position: positions[number],
      amount: size?.amounts[number], // null where it is not known
    }));
    this.search = new Search(search, rows.length);
  }

  /**
   * Return what a selection leaves: `rows`, the best matches of a search first, and for each filter the number of clusters that each of its
   * options gives beside the other filters. `chosen` has the set of chosen codes by the name of the filter.
   */
  match({ text, chosen }) {
    const ranks = this.search.find(text);
    const masks = [ranks.map(Number.isFinite), ...this.filters.map((filter) => maskOf(filter, chosen[filter.name]))];
    const failing = this.rows.map((_row, number) => masks.reduce((sum, mask) => sum + (mask[number] ? 0 : 1), 0));
    const counts = this.filters.map((filter, index) => {
      const passes = (number) => failing[number] === 0 || (failing[number] === 1 && !masks[index + 1][number]);
      return countsOf(filter, passes);
    });
    const rows = this.rows.filter((_row, number) => failing[number] === 0);
    return { rows: rows.sort((one, other) => ranks[one.number] - ranks[other.number]), counts };
  }

  /** Return rows in the order of a column ("3", or "-3" in reverse); those without a value come last. "" leaves the order of the list. */
  sorted(rows, sort, language) {
    if (!sort) return rows;
    const column = Math.abs(Number(sort));
    const sign = sort.startsWith("-") ? -1 : 1;
    const { ranks } = this.columns[column];
    const { compare } = new Intl.Collator(language, { numeric: true, ignorePunctuation: true });
    const isKnown = (row) => (ranks ? ranks[row.number] >= 0 : Boolean(row.cells[column]));
    const order = ranks
      ? (one, other) => ranks[one.number] - ranks[other.number]
      : (one, other) => compare(one.cells[column], other.cells[column]);
    const known = rows.filter(isKnown).sort((one, other) => sign * order(one, other));
    return [...known, ...rows.filter((row) => !isKnown(row))];
  }
}

function maskOf({ options, rows }, codes) {
  if (!codes?.size) return rows.map(() => true);
  const isChosen = options.map(([code]) => codes.has(code));
  return rows.map((numbers) => numbers.some((number) => isChosen[number]));
}

function countsOf({ options, rows }, passes) {
  const counts = options.map(() => 0);
  rows.forEach((numbers, row) => {
    if (passes(row)) for (const number of numbers) counts[number] += 1;
  });
  return counts;
}
