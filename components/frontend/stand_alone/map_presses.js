// Pointer and presses on the map: tooltips of symbols and counties, and what a press opens or filters.

import { ClusterList } from "../map/cluster_list.js";
import { Tooltip } from "../map/tooltip.js";
import { byId } from "./elements.js";

const MAX_LISTED = 200; // clusters in the list of a symbol

export class MapPresses {
  /** `open` is called with the id of a cluster, `toggle` with the code of a county, `point` with the ids of the clusters under the pointer. */
  constructor(box, { symbols, counties, titles, texts }, { open, toggle, point }) {
    Object.assign(this, { box, symbols, counties, titles, texts, open, toggle, point });
    this.tooltip = new Tooltip(box);
    this.list = new ClusterList(box, open);
  }

  /** Close the list and the tooltip, as while the map moves. */
  close() {
    this.list.close();
    this.tooltip.hide();
  }

  /** Show the tooltip of what the pointer has come upon. */
  enter(event) {
    if (event.pointerType === "touch" || this.list.isOpen) return;
    const found = this.symbols.at(event);
    const { code } = event.target.dataset;
    this.leave();
    if (found) {
      this.tooltip.show(this.titles.lines(found.group), this.symbols.pixelOf(found));
      this.point(found.group.points.map(({ id }) => id));
    } else if (code) this.tooltip.show([this.texts.county(...this.counties.nameAndCount(code))], this.#pixel(event));
  }

  /** Hide the tooltip and mark no row. */
  leave() {
    this.tooltip.hide();
    this.point([]);
  }

  /** Open the symbol that a press is meant for, else filter by its county. */
  press(event) {
    this.list.close();
    const found = this.symbols.at(event) ?? this.symbols.near(this.#pixel(event));
    if (found) this.#pressSymbol(found);
    else if (event.target.classList.contains("offered")) this.toggle(event.target.dataset.code);
  }

  #pressSymbol(symbol) {
    const { points, location } = symbol.group;
    if (points.length === 1) this.open(points[0].id);
    else this.#openList(points, location, this.symbols.pixelOf(symbol));
  }

  #openList(points, location, pixel) {
    this.leave();
    const hidden = points.length - MAX_LISTED;
    const more = hidden > 0 ? this.texts.fill("more", { count: this.texts.number(hidden) }) : "";
    const returnFocus = () => byId("zoom-in").focus({ preventScroll: true });
    this.list.open(this.titles.heading(points.length, location), points.slice(0, MAX_LISTED), pixel, returnFocus, more);
  }

  #pixel({ clientX, clientY }) {
    const { left, top } = this.box.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  }
}
