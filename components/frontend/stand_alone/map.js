// Drawn map, made live: counties that filter, symbols and names for the present scale, buttons and gestures.

import { Names } from "../map/names.js";
import { showScale } from "../map/scale_bar.js";
import { Camera } from "./camera.js";
import { Counties } from "./counties.js";
import { byId } from "./elements.js";
import { followGestures } from "./gestures.js";
import { MapPresses } from "./map_presses.js";
import { stageOf } from "./names_stage.js";
import { Paper } from "./paper.js";
import { SymbolLayer } from "./symbol_layer.js";
import { SymbolTitles } from "./symbol_titles.js";

const BORDERS_FROM_SCALE = 1.6; // pixels of a kilometre, from which on borders of municipalities are shown

export class ListMap {
  /** `calls` are the functions that a press or the pointer calls: see MapPresses. */
  constructor(data, texts, calls) {
    Object.assign(this, { data, texts, rows: [], opened: "" });
    this.box = byId("map");
    this.frame = this.box.querySelector(".svg-map");
    this.svg = this.frame.querySelector("svg");
    this.scaleBar = this.frame.querySelector(".scale");
    this.paper = new Paper(this.frame, this.svg, this.scaleBar);
    this.counties = new Counties(this.svg, data);
    this.#takeOver();
    this.camera = new Camera(this.box, this.svg, data);
    this.symbols = new SymbolLayer(this.svg, this.camera, this.counties, texts);
    const { symbols, counties } = this;
    this.presses = new MapPresses(this.box, { symbols, counties, titles: new SymbolTitles(data, texts), texts }, calls);
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
    this.symbols.mark(id);
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

  // The counties' titles give way to tooltips.
  #takeOver() {
    this.frame.classList.add("interactive");
    for (const title of this.svg.querySelectorAll("title")) title.remove();
    byId("buttons").hidden = false;
  }

  #listen() {
    const { box, camera, presses } = this;
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
      if (!(wasDragged() || event.target.closest("button, .cluster-list"))) presses.press(event);
    });
    this.svg.addEventListener("pointerover", (event) => presses.enter(event));
    this.svg.addEventListener("pointerleave", () => presses.leave());
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
    this.presses.close();
    this.presses.leave();
    this.symbols.draw(this.rows, this.opened);
    this.box.classList.toggle("zoomed", this.camera.isZoomed);
    this.svg.classList.toggle("near", this.camera.scale > BORDERS_FROM_SCALE);
    this.names.pane.style.removeProperty("visibility");
    showScale(this.scaleBar, this.camera.scale);
    this.names.place([...this.symbols.circles(), ...this.#controls()]);
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
    this.presses.close();
  }
}
