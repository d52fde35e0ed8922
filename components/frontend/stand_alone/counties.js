// Counties of the drawn map: which of them filter, their colours by number of clusters, and the part of the map around chosen ones.

import { svgElement } from "./symbols.js";

export class Counties {
  /** `svg` is the drawing; `data` has the counties as [code, name, x, y of their middle] in the order in which they are drawn. */
  constructor(svg, { counties, filters, classes, municipalities, unit_km: unit }) {
    Object.assign(this, { svg, classes, unit, counts: new Map() });
    this.counties = new Map(counties.map(([code, name, x, y]) => [code, { name, middle: { x, y } }]));
    const shapes = svg.querySelectorAll(".region");
    this.shapes = new Map(counties.map(([code], index) => [code, shapes[index]]));
    const [regionFilter] = filters.filter(({ name }) => name === "region");
    const offered = new Set(regionFilter?.options.map(([code]) => code));
    for (const [code, shape] of this.shapes) {
      shape.dataset.code = code;
      shape.classList.toggle("offered", offered.has(code));
    }
    shapes[0].closest("svg > g").append(svgElement("path", { class: "municipality", d: municipalities }));
  }

  /** Colour the counties by their numbers of clusters, and outline the chosen ones. */
  paint(chosen, counts) {
    this.counts = counts;
    for (const [code, shape] of this.shapes) {
      shape.dataset.level = this.#level(counts.get(code) ?? 0);
      shape.dataset.chosen = Number(chosen.has(code));
    }
    this.svg.classList.toggle("filtered", chosen.size > 0);
  }

  /** Return the position at which a symbol for a whole county stands: x and y in kilometres. */
  middle(code) {
    return this.counties.get(code)?.middle;
  }

  /** Return the name of a county and its number of clusters. */
  nameAndCount(code) {
    return [this.counties.get(code).name, this.counts.get(code) ?? 0];
  }

  /** Return the part of the map around counties, [x, y, width, height] in kilometres; undefined for none. */
  partAround(codes) {
    const boxes = [...codes].map((code) => this.shapes.get(code)?.getBBox()).filter(Boolean);
    if (!boxes.length) return undefined;
    const [left, top] = [Math.min(...boxes.map(({ x }) => x)), Math.min(...boxes.map(({ y }) => y))];
    const right = Math.max(...boxes.map(({ x, width }) => x + width));
    const bottom = Math.max(...boxes.map(({ y, height }) => y + height));
    return [left, top, right - left, bottom - top].map((length) => length * this.unit);
  }

  #level(count) {
    return count ? Math.max(1, this.classes.filter((start) => start <= count).length) : 0;
  }
}
