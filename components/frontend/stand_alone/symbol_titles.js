// Titles of the symbols: a cluster with its cells, names of several, or a number with the name of the municipality or county. No DOM.

import { lineOfAmount, linesOfNames } from "../map/symbol_lines.js";

export class SymbolTitles {
  /** `data` has the names of the locations by their code, and the column that the symbols are sized by. */
  constructor({ locations, size }, texts) {
    Object.assign(this, { locations, size, texts });
  }

  /** Return the heading and the other lines about a group. */
  lines(group) {
    return [...this.#linesAbout(group), lineOfAmount(group, this.size?.heading, (amount) => this.texts.number(amount))];
  }

  /** Return a number of clusters, with the name of the location where it has one. */
  heading(count, location) {
    const name = this.locations[location] ?? "";
    const result = this.texts.count(count);
    return name ? this.texts.fill("selection", { selection: name, result }) : result;
  }

  #linesAbout({ points, location }) {
    if (points.length === 1) return [points[0].name, ...points[0].cells.slice(1).filter(Boolean)];
    return [this.heading(points.length, location), ...linesOfNames(points)];
  }
}
