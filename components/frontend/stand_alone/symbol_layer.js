// Layer of the symbols: drawn for the present scale, marked, and found by an event or near a press.

import { symbolInReach } from "../map/reach.js";
import { groupsInView, svgElement, symbolOf } from "./symbols.js";

export class SymbolLayer {
  /** `svg` is the drawing, whose own symbols give way to those of the layer. */
  constructor(svg, camera, counties, texts) {
    Object.assign(this, { camera, counties, texts, drawn: [] });
    for (const circle of svg.querySelectorAll(".cluster, .place")) circle.parentElement.remove();
    this.layer = svg.appendChild(svgElement("g", { class: "symbols" }));
  }

  /** Draw the symbols of rows, that of the open cluster above all others. */
  draw(rows, opened) {
    const groups = groupsInView(rows, this.camera, (code) => this.counties.middle(code));
    this.drawn = groups.map((group) => ({ group, ...symbolOf(group, opened, (count) => this.texts.number(count)) }));
    const inOrder = this.drawn.toSorted((one, other) => Number(one.isOpened) - Number(other.isOpened));
    this.layer.replaceChildren(...inOrder.map(({ symbol }) => symbol));
  }

  /** Mark the symbol of a cluster; "" marks none. */
  mark(id) {
    for (const { group, symbol } of this.drawn) {
      symbol.classList.toggle("marked", Boolean(id) && group.points.some((row) => row.id === id));
    }
  }

  /** Return the circles in pixels of the map, with the width of the number beside each. */
  circles() {
    return this.drawn.map(({ circle }) => ({ ...circle, ...this.pixelOf({ circle }) }));
  }

  /** Return the middle of a drawn symbol in pixels of the map. */
  pixelOf({ circle }) {
    return this.camera.toPixels(circle.x, circle.y);
  }

  /** Return the symbol that an event is on, undefined for none. */
  at({ target }) {
    const symbol = target.closest(".symbols > g");
    return this.drawn.find((each) => each.symbol === symbol);
  }

  /** Return the symbol that a press at a pixel of the map is meant for on a touch screen, undefined for none. */
  near({ x, y }) {
    const distance = (each) => {
      const pixel = this.pixelOf(each);
      return Math.hypot(pixel.x - x, pixel.y - y);
    };
    return symbolInReach(this.drawn, distance, ({ circle }) => circle.radius);
  }
}
