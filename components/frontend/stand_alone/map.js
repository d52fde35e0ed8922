// Drawn map, made live: counties that filter, names and symbols for the present scale, and a list where a symbol stands for several clusters.

import { ClusterList } from "../map/cluster_list.js";
import { Names } from "../map/names.js";
import { Tooltip } from "../map/tooltip.js";
import { Camera } from "./camera.js";
import { Counties } from "./counties.js";
import { byId } from "./elements.js";
import { followGestures } from "./gestures.js";
import { stageOf } from "./names_stage.js";
import { Paper } from "./paper.js";
import { SymbolTitles } from "./symbol_titles.js";
import { groupsInView, svgElement, symbolOf } from "./symbols.js";

const MAX_LISTED = 200; // clusters in the list of a symbol
const SCALE_BAR_PX = 90;
const BORDERS_FROM_SCALE = 1.6; // pixels of a kilometre, from which on borders of municipalities are shown
const REACH_PX = 16; // of a press beside a symbol on a touch screen
const TOUCH = window.matchMedia("(pointer: coarse)").matches;

export class ListMap {
  /** `open` is called with the id of a cluster, `toggle` with the code of a county, `point` with the ids of the clusters under the pointer. */
  constructor(data, texts, { open, toggle, point }) {
    Object.assign(this, { data, texts, open, toggle, point, rows: [], opened: "", groups: [] });
    this.box = byId("map");
    this.frame = this.box.querySelector(".svg-map");
    this.svg = this.frame.querySelector("svg");
    this.scaleBar = this.frame.querySelector(".scale");
    this.paper = new Paper(this.frame, this.svg, this.scaleBar);
    this.counties = new Counties(this.svg, data);
    this.#takeOver();
    this.camera = new Camera(this.box, this.svg, data);
    this.titles = new SymbolTitles(data, texts);
    this.tooltip = new Tooltip(this.box);
    this.list = new ClusterList(this.box, open);
    this.names = new Names(stageOf(this.box, this.camera));
    this.names.add(data.names);
    this.#listen();
  }

  /** Show these rows, the open cluster, and which counties are chosen; `counts` has the number of clusters by county. */
  show(rows, opened, chosen, counts) {
    Object.assign(this, { rows, opened });
    this.counties.paint(chosen, counts);
    const key = [...chosen].join(" ");
    if (key !== (this.chosen ?? "")) this.#goTo(chosen);
    this.chosen = key;
    this.#showUnplaced();
    this.#draw();
  }

  /** Mark the symbol of a cluster, as while the pointer is on its row; "" marks none. */
  mark(id) {
    this.groups.forEach(({ group, symbol }) => {
      symbol.classList.toggle("marked", Boolean(id) && group.points.some((row) => row.id === id));
    });
  }

  /** Show the map as it was drawn for paper, or as it is on the screen. */
  setPaper(isPaper) {
    if (isPaper) {
      this.paper.show();
      return;
    }
    this.paper.hide();
    this.camera.resize();
    this.#draw();
  }

  // The symbols of the file give way to those of the selection, and the counties' titles to tooltips.
  #takeOver() {
    this.frame.classList.add("interactive");
    for (const circle of this.svg.querySelectorAll(".cluster, .place")) circle.parentElement.remove();
    for (const title of this.svg.querySelectorAll("title")) title.remove();
    this.layer = this.svg.appendChild(svgElement("g", { class: "symbols" }));
    byId("buttons").hidden = false;
  }

  #listen() {
    const { box, camera } = this;
    for (const [id, action] of [
      ["zoom-in", () => camera.zoomIn()],
      ["zoom-out", () => camera.zoomOut()],
      ["home", () => camera.showPart(this.data.home)],
    ]) {
      byId(id).addEventListener("click", () => {
        action();
        this.#draw();
      });
    }
    const wasDragged = followGestures(box, camera, byId("wheel-hint"), { onMove: () => this.#onMove(), onRest: () => this.#draw() });
    box.addEventListener("click", (event) => {
      if (!(wasDragged() || event.target.closest("button, .cluster-list"))) this.#press(event);
    });
    this.svg.addEventListener("pointerover", (event) => this.#enter(event));
    this.svg.addEventListener("pointerleave", () => this.#leave());
    new ResizeObserver(() => {
      camera.resize();
      this.#draw();
    }).observe(box);
  }

  #goTo(chosen) {
    const part = this.counties.partAround(chosen);
    if (part) this.camera.showAround(part);
    else this.camera.showPart(this.data.home);
  }

  #draw() {
    this.list.close();
    this.#leave();
    const groups = groupsInView(this.rows, this.camera, (code) => this.counties.middle(code));
    this.groups = groups.map((group) => ({ group, ...symbolOf(group, this.opened, (count) => this.texts.number(count)) }));
    const inOrder = this.groups.toSorted((one, other) => Number(one.isOpened) - Number(other.isOpened));
    this.layer.replaceChildren(...inOrder.map(({ symbol }) => symbol));
    this.box.classList.toggle("zoomed", this.camera.isZoomed);
    this.svg.classList.toggle("near", this.camera.scale > BORDERS_FROM_SCALE);
    this.names.pane.style.removeProperty("visibility");
    this.#showScale();
    const circles = this.groups.map(({ circle }) => ({ ...circle, ...this.camera.toPixels(circle.x, circle.y) }));
    this.names.place([...circles, ...this.#controls()]);
  }

  // What lies on the map and should cover no name, as circles with a width at their right side.
  #controls() {
    const map = this.box.getBoundingClientRect();
    return [this.scaleBar, ...byId("buttons").children].map((each) => {
      const { left, top, width, height } = each.getBoundingClientRect();
      const radius = height / 2;
      return { x: left - map.left + radius, y: top - map.top + radius, radius, right: Math.max(0, width - height) };
    });
  }

  #showUnplaced() {
    const count = this.rows.filter(({ position }) => !position).length;
    byId("unplaced").textContent = count ? this.texts.fill("unplaced", { count: this.texts.number(count) }) : "";
  }

  #onMove() {
    this.names.pane.style.visibility = "hidden"; // they are placed anew once the map stands still
    this.list.close();
    this.tooltip.hide();
  }

  #showScale() {
    const longest = SCALE_BAR_PX / this.camera.scale;
    const power = 10 ** Math.floor(Math.log10(longest));
    const kilometres = power * [5, 2, 1].find((digit) => digit * power <= longest);
    this.scaleBar.textContent = `${kilometres} km`;
    this.scaleBar.style.width = `${kilometres * this.camera.scale}px`;
  }

  #at({ target }) {
    const symbol = target.closest(".symbols > g");
    return this.groups.find((each) => each.symbol === symbol);
  }

  #enter(event) {
    if (event.pointerType === "touch" || this.list.isOpen) return;
    const found = this.#at(event);
    this.#leave();
    if (found) {
      this.tooltip.show(this.titles.lines(found.group), this.camera.toPixels(found.circle.x, found.circle.y));
      this.point(found.group.points.map(({ id }) => id));
      return;
    }
    const { code } = event.target.dataset;
    if (!code) return;
    const { left, top } = this.box.getBoundingClientRect();
    this.tooltip.show([this.texts.county(...this.counties.nameAndCount(code))], { x: event.clientX - left, y: event.clientY - top });
  }

  #leave() {
    this.tooltip.hide();
    this.point([]);
  }

  #press(event) {
    this.list.close();
    const { left, top } = this.box.getBoundingClientRect();
    const found = this.#at(event) ?? (TOUCH && this.#nearest(event.clientX - left, event.clientY - top));
    if (found) this.#pressSymbol(found);
    else if (event.target.classList.contains("offered")) this.toggle(event.target.dataset.code);
  }

  #pressSymbol({ group, circle }) {
    if (group.points.length === 1) this.open(group.points[0].id);
    else this.#openList(group, this.camera.toPixels(circle.x, circle.y));
  }

  #nearest(x, y) {
    const distance = ({ circle }) => {
      const pixel = this.camera.toPixels(circle.x, circle.y);
      return Math.hypot(pixel.x - x, pixel.y - y) - circle.radius;
    };
    const [nearest] = this.groups.toSorted((one, other) => distance(one) - distance(other));
    return nearest && distance(nearest) <= REACH_PX ? nearest : undefined;
  }

  #openList({ points, location }, pixel) {
    this.#leave();
    const hidden = points.length - MAX_LISTED;
    const more = hidden > 0 ? this.texts.fill("more", { count: this.texts.number(hidden) }) : "";
    const returnFocus = () => byId("zoom-in").focus({ preventScroll: true });
    this.list.open(this.titles.heading(points.length, location), points.slice(0, MAX_LISTED), pixel, returnFocus, more);
  }
}
