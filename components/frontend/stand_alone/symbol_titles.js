// Titles of the symbols: a cluster with its cells, names of several, or a number with the name of the municipality or county. No DOM.

const MAX_NAMED = 8; // clusters in a tooltip

export class SymbolTitles {
  /** `data` has the names of the locations by their code, and the column that the symbols are sized by. */
  constructor({ locations, size }, texts) {
    Object.assign(this, { locations, size, texts });
  }

  /** Return the heading and the other lines about a group. */
  lines(group) {
    const amount = this.size && typeof group.amount === "number" ? `${this.size.heading}: ${this.texts.number(group.amount)}` : "";
    return [...this.#linesAbout(group), amount];
  }

  /** Return a number of clusters, with the name of the location where it has one. */
  heading(count, location) {
    const name = this.locations[location] ?? "";
    const result = this.texts.count(count);
    return name ? this.texts.fill("selection", { selection: name, result }) : result;
  }

  #linesAbout({ points, location }) {
    if (points.length === 1) return [points[0].name, ...points[0].cells.slice(1).filter(Boolean)];
    const named = points.slice(0, MAX_NAMED).map(({ name }) => name);
    return [this.heading(points.length, location), ...named, points.length > named.length ? "…" : ""];
  }
}
