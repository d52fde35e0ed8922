// Symbols of the clusters: one for each group (groups.js), with its number. A press opens the profile of a single cluster or a list of
// several; a circle for many chooses its county, or its municipality. The keyboard enters at one symbol, and the arrow keys
// go on to the next.

import { ClusterList } from "./cluster_list.js";
import { groupsAt } from "./groups.js";
import { ClusterSymbol } from "./cluster_symbol.js";
import { symbolInReach } from "./reach.js";
import { itemsOfCircles, itemsOfPoints } from "./symbol_items.js";
import { linesAbout } from "./symbol_lines.js";
import { isArrow, nextSymbol } from "./symbol_steps.js";

export class Symbols {
  /** `number` writes a number; `onDraw` is called with the circles that are drawn: centre and radius in pixels. */
  constructor(map, { tooltip, shapes, page, number, onDraw }) {
    Object.assign(this, { map, tooltip, shapes, page, number, onDraw });
    this.items = [];
    this.areNearest = false; // the nearest clusters, where none matches
    this.drawn = []; // symbols
    this.opened = ""; // id of the cluster whose profile is open
    this.labels = undefined;
    this.layer = undefined;
    this.list = new ClusterList(map.getContainer(), (id) => page.emit("open", id));
    L.DomEvent.disableClickPropagation(this.list.box);
    L.DomEvent.disableScrollPropagation(this.list.box);
    map.on("click movestart", () => this.list.close());
    map.getContainer().addEventListener("keydown", (event) => this.#onKey(event));
  }

  /**
   * Show these clusters: points, or numbers by location, as symbol_items.js describes them. With `areNearest` they do not match, and are paler.
   */
  setItems(points, circles, areNearest = false) {
    this.items = [...itemsOfPoints(points), ...itemsOfCircles(circles)];
    this.areNearest = areNearest;
    this.map.getContainer().classList.toggle("nearest", areNearest);
    this.list.close();
    this.draw();
  }

  /** Draw the symbols for the scale of now. */
  draw() {
    if (!this.layer) return;
    const focused = this.drawn.find((symbol) => symbol.getElement() === document.activeElement);
    this.layer.clearLayers();
    this.#leave();
    const groups = groupsAt(this.map.options.crs.scale(this.map.getZoom()), this.items, (code) => this.shapes.middle(code));
    this.drawn = groups.map((group) => this.#toSymbol(group));
    this.drawn.forEach((symbol) => this.layer.addLayer(symbol));
    this.drawn.find((symbol) => symbol.has(this.opened))?.bringToFront();
    const again = focused && this.drawn.find(({ group }) => keyOf(group) === keyOf(focused.group));
    this.#setTabStop(again, Boolean(focused));
    this.placeNames();
  }

  /** Let the names be placed beside the symbols, once these have appeared. */
  placeNames() {
    requestAnimationFrame(() => this.onDraw(this.#circles()));
  }

  // Centre, radius and width of the number beside it of each symbol, in pixels of the container.
  #circles() {
    const shown = this.drawn.filter((symbol) => this.map.hasLayer(symbol));
    return shown.map((symbol) => ({ ...symbol.containerPoint(), radius: symbol.getRadius(), right: symbol.numberWidth() }));
  }

  /** Return the positions of the symbols that can be seen. */
  inView() {
    const bounds = this.map.getBounds();
    return this.drawn.map((symbol) => symbol.getLatLng()).filter((position) => bounds.contains(position));
  }

  /** Mark the symbol of a cluster, as while the pointer is on its row, or the circle of a municipality or county; "" marks none. */
  mark(id, location = "") {
    const isMeant = (symbol) => symbol.has(id) || (symbol.group.points.length === 0 && symbol.group.location === location);
    for (const symbol of this.drawn) symbol.getElement()?.classList.toggle("marked", isMeant(symbol));
  }

  /** Press the symbol within reach of a position, on a touch screen; returns whether there is one. */
  pressNear(latlng) {
    const point = this.map.latLngToLayerPoint(latlng);
    const distance = (symbol) => point.distanceTo(this.map.latLngToLayerPoint(symbol.getLatLng()));
    const meant = symbolInReach(this.drawn, distance, (symbol) => symbol.getRadius());
    if (meant) this.#press(meant);
    return Boolean(meant);
  }

  #toSymbol(group) {
    const symbol = new ClusterSymbol(group, { number: this.number, isOpened: group.points.some(({ id }) => id === this.opened) });
    symbol.on("add", () => this.#describe(symbol));
    symbol.on("click", () => this.#press(symbol));
    symbol.on("mouseover", () => this.#enter(symbol));
    symbol.on("mouseout", () => this.#leave());
    return symbol;
  }

  #describe(symbol) {
    const element = symbol.getElement();
    element.setAttribute("role", "button");
    element.setAttribute("aria-label", this.#lines(symbol.group).filter(Boolean).join(", "));
    element.setAttribute("tabindex", "-1");
    element.addEventListener("focus", () => this.#enter(symbol));
    element.addEventListener("blur", () => this.#leave());
  }

  #enter(symbol) {
    if (this.list.isOpen) return;
    this.tooltip.show(this.#lines(symbol.group), symbol.containerPoint());
    this.page.markRows(symbol.group.points.map(({ id }) => id));
  }

  #leave() {
    this.tooltip.hide();
    this.page.markRows([]);
  }

  #lines(group) {
    const { number, shapes, size } = this;
    const lines = linesAbout(group, { counted: (count) => this.#count(count), number, countyName: (code) => shapes.name(code), size });
    return [...lines, this.areNearest ? this.labels?.nearest : ""];
  }

  #count(count) {
    return `${this.number(count)} ${this.labels?.words[count === 1 ? 0 : 1] ?? ""}`;
  }

  #press(symbol) {
    this.tooltip.hide(); // a touch screen would keep it
    const { points, location } = symbol.group;
    if (points.length === 1) this.page.emit("open", points[0].id);
    else if (points.length) this.#openList(symbol);
    else if (location.length > 2) this.page.emit("set_option", "municipality", location, true);
    else if (this.shapes.isChosen(location)) this.map.setZoomAround(symbol.getLatLng(), this.map.getZoom() + 1);
    else this.page.toggleRegion(location);
  }

  #openList(symbol) {
    const { count, points } = symbol.group;
    this.list.open(this.#count(count), points, symbol.containerPoint(), () => symbol.getElement()?.focus({ preventScroll: true }));
  }

  #onKey(event) {
    const symbol = this.drawn.find((each) => each.getElement() === event.target);
    if (!symbol) return;
    if (event.key === "Enter" || event.key === " ") this.#press(symbol);
    else if (event.key === "Escape") this.#leave();
    else if (isArrow(event.key)) this.#setTabStop(nextSymbol(this.drawn, symbol, event.key), true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #setTabStop(symbol = this.drawn.at(-1), isFocused = false) {
    for (const each of this.drawn) each.getElement()?.setAttribute("tabindex", each === symbol ? "0" : "-1");
    if (isFocused) symbol?.getElement()?.focus({ preventScroll: true });
  }
}

// The same symbol before and after drawing has the same key: circles have a location each, clusters may share one.
function keyOf({ points, location }) {
  return points.length ? points[0].id : location;
}
