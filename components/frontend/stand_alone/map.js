// Drawn map, made live: counties that filter, names and symbols for the present scale, and a list where a symbol stands for several clusters.

import { Names } from "../map/names.js";
import { place, Tooltip } from "../map/tooltip.js";
import { Camera } from "./camera.js";
import { byId, element } from "./elements.js";
import { followGestures } from "./gestures.js";
import { groupsInView, svgElement, symbolOf } from "./symbols.js";

const MAX_NAMED = 8; // clusters in a tooltip
const MAX_LISTED = 200; // clusters in the list of a symbol
const SCALE_BAR_PX = 90;
const BORDERS_FROM_SCALE = 1.6; // pixels of a kilometre, from which on borders of municipalities are shown
const REACH_PX = 16; // of a press beside a symbol on a touch screen
const TOUCH = window.matchMedia("(pointer: coarse)").matches;

export class ListMap {
  /** `open` is called with the id of a cluster, `toggle` with the code of a county, `point` with the ids of the clusters under the pointer. */
  constructor(data, words, { open, toggle, point }) {
    Object.assign(this, { data, words, open, toggle, point, rows: [], opened: "", groups: [] });
    this.box = byId("map");
    this.frame = this.box.querySelector(".svg-map");
    this.svg = this.frame.querySelector("svg");
    this.scaleBar = this.frame.querySelector(".scale");
    this.drawn = { viewBox: this.svg.getAttribute("viewBox"), bar: this.scaleBar.textContent };
    this.#takeOver();
    this.camera = new Camera(this.box, this.svg, data);
    this.tooltip = new Tooltip(this.box);
    this.list = this.box.appendChild(element("div", { className: "cluster-list", hidden: true }));
    this.list.setAttribute("role", "dialog");
    this.names = new Names(this.#stage());
    this.names.add(data.names);
    this.#listen();
  }

  /** Show these rows, the open cluster, and which counties are chosen; `counts` has the number of clusters by county. */
  show(rows, opened, chosen, counts) {
    Object.assign(this, { rows, opened });
    for (const [code, path] of this.counties) {
      path.dataset.level = this.#level(counts.get(code) ?? 0);
      path.dataset.chosen = Number(chosen.has(code));
    }
    this.counts = counts;
    this.svg.classList.toggle("filtered", chosen.size > 0);
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
    this.frame.classList.toggle("interactive", !isPaper);
    if (!isPaper) {
      this.camera.resize();
      this.#draw();
      return;
    }
    this.svg.setAttribute("viewBox", this.drawn.viewBox);
    this.svg.style.removeProperty("--px");
    this.scaleBar.textContent = this.drawn.bar;
    this.scaleBar.style.removeProperty("width");
  }

  // The symbols of the file give way to those of the selection, and the counties' titles to tooltips.
  #takeOver() {
    this.frame.classList.add("interactive");
    for (const circle of this.svg.querySelectorAll(".cluster, .place")) circle.parentElement.remove();
    for (const title of this.svg.querySelectorAll("title")) title.remove();
    const paths = this.svg.querySelectorAll(".region");
    const [regionFilter] = this.data.filters.filter(({ name }) => name === "region");
    const offered = new Set(regionFilter?.options.map(([code]) => code));
    this.counties = new Map(this.data.counties.map(([code], index) => [code, paths[index]]));
    for (const [code, path] of this.counties) {
      path.dataset.code = code;
      path.classList.toggle("offered", offered.has(code));
    }
    paths[0].closest("svg > g").append(svgElement("path", { class: "municipality", d: this.data.municipalities }));
    this.layer = this.svg.appendChild(svgElement("g", { class: "symbols" }));
    byId("buttons").hidden = false;
  }

  // What names.js needs of a map: its size, its scale, and where a point is on it.
  #stage() {
    const { camera, box } = this;
    return {
      getPane: () => byId("names"),
      getContainer: () => box,
      getSize: () => ({ x: camera.width, y: camera.height }),
      getZoom: () => Math.log2(camera.scale),
      getMinZoom: () => Math.log2(camera.leastScale),
      latLngToContainerPoint: ([y, x]) => camera.toPixels(x, y),
      containerPointToLayerPoint: ([x, y]) => ({ x, y }),
      options: { crs: { scale: (zoom) => 2 ** zoom } },
      on: () => undefined,
    };
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
    this.list.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      this.#closeList();
      byId("zoom-in").focus({ preventScroll: true });
    });
    new ResizeObserver(() => {
      camera.resize();
      this.#draw();
    }).observe(box);
  }

  #goTo(chosen) {
    const unit = this.data.unit_km;
    const boxes = [...chosen].map((code) => this.counties.get(code)?.getBBox()).filter(Boolean);
    if (!boxes.length) {
      this.camera.showPart(this.data.home);
      return;
    }
    const [left, top] = [Math.min(...boxes.map(({ x }) => x)), Math.min(...boxes.map(({ y }) => y))];
    const right = Math.max(...boxes.map(({ x, width }) => x + width));
    const bottom = Math.max(...boxes.map(({ y, height }) => y + height));
    this.camera.showAround([left, top, right - left, bottom - top].map((length) => length * unit));
  }

  #draw() {
    this.#closeList();
    this.#leave();
    const middles = new Map(this.data.counties.map(([code, , x, y]) => [code, { x, y }]));
    const groups = groupsInView(this.rows, this.camera, (code) => middles.get(code));
    this.groups = groups.map((group) => ({ group, ...symbolOf(group, this.opened, (count) => this.words.number(count)) }));
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
    byId("unplaced").textContent = count ? this.words.fill("unplaced", { count: this.words.number(count) }) : "";
  }

  #onMove() {
    this.names.pane.style.visibility = "hidden"; // they are placed anew once the map stands still
    this.#closeList();
    this.tooltip.hide();
  }

  #showScale() {
    const longest = SCALE_BAR_PX / this.camera.scale;
    const power = 10 ** Math.floor(Math.log10(longest));
    const kilometres = power * [5, 2, 1].find((digit) => digit * power <= longest);
    this.scaleBar.textContent = `${kilometres} km`;
    this.scaleBar.style.width = `${kilometres * this.camera.scale}px`;
  }

  #level(count) {
    return count ? Math.max(1, this.data.classes.filter((start) => start <= count).length) : 0;
  }

  #at({ target }) {
    const symbol = target.closest(".symbols > g");
    return this.groups.find((each) => each.symbol === symbol);
  }

  #enter(event) {
    if (event.pointerType === "touch" || !this.list.hidden) return;
    const found = this.#at(event);
    this.#leave();
    if (found) {
      this.tooltip.show(this.#lines(found.group), this.camera.toPixels(found.circle.x, found.circle.y));
      this.point(found.group.points.map(({ id }) => id));
      return;
    }
    const { code } = event.target.dataset;
    if (!code) return;
    const { left, top } = this.box.getBoundingClientRect();
    const [, name] = this.data.counties.find(([each]) => each === code);
    this.tooltip.show([this.words.county(name, this.counts.get(code) ?? 0)], { x: event.clientX - left, y: event.clientY - top });
  }

  #leave() {
    this.tooltip.hide();
    this.point([]);
  }

  // The heading and the other lines about a group.
  #lines(group) {
    const { size } = this.data;
    const amount = size && typeof group.amount === "number" ? `${size.heading}: ${this.words.number(group.amount)}` : "";
    return [...this.#linesAbout(group), amount];
  }

  #linesAbout({ points, location }) {
    if (points.length === 1) return [points[0].name, ...points[0].cells.slice(1).filter(Boolean)];
    const named = points.slice(0, MAX_NAMED).map(({ name }) => name);
    return [this.#heading(points.length, location), ...named, points.length > named.length ? "…" : ""];
  }

  #heading(count, location) {
    const name = this.data.locations[location] ?? "";
    const result = this.words.count(count);
    return name ? this.words.fill("selection", { selection: name, result }) : result;
  }

  #press(event) {
    this.#closeList();
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
    const heading = this.#heading(points.length, location);
    const items = points.slice(0, MAX_LISTED).map(({ id, name }) => {
      const button = element("button", { type: "button" }, name);
      button.addEventListener("click", () => this.open(id));
      return element("li", {}, button);
    });
    if (points.length > items.length) {
      items.push(element("li", {}, this.words.fill("more", { count: this.words.number(points.length - items.length) })));
    }
    this.list.setAttribute("aria-label", heading);
    this.list.replaceChildren(element("strong", {}, heading), element("ul", {}, ...items));
    this.list.hidden = false;
    place(this.list, this.box, pixel);
    this.list.querySelector("button").focus({ preventScroll: true });
  }

  #closeList() {
    this.list.hidden = true;
  }
}
