// Shapes of land: the counties and the countries around; finer ones with the municipalities' borders once the map is zoomed in.

import { fetchJson } from "../page/fetch_json.js";

const DETAILS_FROM_ZOOM = 0; // a pixel is a kilometre

export class Shapes {
  /**
   * `press` is called with the code of a pressed county and the position, `number` writes a number, and `onDetails` gets the names that
   * come with the finer shapes.
   */
  constructor(map, { tooltip, press, number, onDetails }) {
    this.map = map;
    this.tooltip = tooltip;
    this.press = press;
    this.number = number;
    this.onDetails = onDetails;
    this.counties = new Map(); // by code, as shapes.json has them, with their shape; empty until they are loaded
    this.hasDetails = false;
    this.renderers = Object.fromEntries(["land", "regions", "borders"].map((pane) => [pane, L.svg({ pane, padding: 0.5 })]));
  }

  get areDrawn() {
    return this.counties.size > 0;
  }

  /** Return the position inside a county at which a symbol for all of it stands: x and y in kilometres. */
  middle(code) {
    const [x, y] = this.counties.get(code)?.middle ?? [];
    return x && { x, y };
  }

  /** Return the name of a county. */
  name(code) {
    return this.counties.get(code)?.name ?? "";
  }

  /** Return whether the selection names a county. */
  isChosen(code) {
    return this.counties.get(code)?.shape.getElement().dataset.chosen === "1";
  }

  draw(loaded) {
    this.detailsUrl = loaded.details;
    this.titles = loaded.labels.counties;
    this.words = loaded.labels.words;
    this.land = this.#polygon("land", "land", rings(loaded.land, loaded), false);
    for (const county of loaded.counties) {
      const shape = this.#polygon("regions", "region", rings(county.d, loaded), true);
      this.counties.set(county.code, { ...county, shape });
      shape.getElement().dataset.code = county.code;
      shape.on("click", (event) => {
        this.tooltip.hide(); // a touch screen would keep it
        this.press(county.code, event.latlng);
      });
      shape.on("mousemove", ({ containerPoint }) => this.tooltip.show([this.#title(county.code)], containerPoint));
      shape.on("mouseout", () => this.tooltip.hide());
    }
    if (this.states) this.paint(this.states);
  }

  /**
   * Paint the counties: numbers of clusters and classes, both in the order of the codes, then the codes of the chosen counties and the
   * number of clusters in the list that titles name, or 0.
   */
  paint(states) {
    this.states = states;
    const [counts, levels, chosenCodes, total] = states;
    this.total = total;
    this.map.getContainer().classList.toggle("filtered", chosenCodes.length > 0);
    [...this.counties.keys()].sort().forEach((code, index) => {
      const county = this.counties.get(code);
      county.count = counts[index];
      const { dataset } = county.shape.getElement();
      dataset.level = levels[index];
      dataset.chosen = Number(chosenCodes.includes(code));
      if (chosenCodes.includes(code)) county.shape.bringToFront();
    });
  }

  /** Mark a county, as while its link in the list has the focus; "" or no code marks none. */
  mark(code) {
    for (const [each, { shape }] of this.counties) {
      shape.getElement().classList.toggle("marked", each === code);
      if (each === code) shape.bringToFront();
    }
  }

  /** Replace the shapes by finer ones once the map is near enough; they are fetched once. */
  async refine() {
    if (this.hasDetails || !this.areDrawn || this.map.getZoom() < DETAILS_FROM_ZOOM) return;
    this.hasDetails = true;
    const details = await fetchJson(`../../${this.detailsUrl}`);
    this.land.setLatLngs(rings(details.land, details));
    for (const { code, d } of details.counties) this.counties.get(code).shape.setLatLngs(rings(d, details));
    L.polyline(rings(details.municipalities, details), {
      pane: "borders",
      renderer: this.renderers.borders,
      className: "municipality",
      interactive: false,
    }).addTo(this.map);
    this.onDetails(details.names);
  }

  #title(code) {
    const { count, name } = this.counties.get(code);
    const kinds = this.total ? ["none_of_total", "of_total", "of_total"] : ["none", "one", "many"];
    const [row, rows] = this.words;
    const values = { county: name, count: this.number(count), total: this.number(this.total), row, rows };
    return this.titles[kinds[Math.min(count, 2)]].replace(/%\((\w+)\)s/g, (_, key) => values[key]);
  }

  #polygon(pane, className, latlngs, interactive) {
    return L.polygon(latlngs, {
      pane,
      className,
      interactive,
      renderer: this.renderers[pane],
      weight: 1,
      fillOpacity: 1,
      smoothFactor: 0.5,
    }).addTo(this.map);
  }
}

// The rings of an SVG path that geo/drawing.py has written: "M x y l dx dy … z", whole numbers of `unit_km`, from the upper left corner.
function rings(path, { origin: [left, top], unit_km: unit }) {
  return path
    .split("M")
    .slice(1)
    .map((ring) => {
      const numbers = ring.match(/-?\d+/g).map(Number);
      let [x, y] = [0, 0];
      const latlngs = [];
      for (let index = 0; index < numbers.length; index += 2) {
        x += numbers[index];
        y += numbers[index + 1];
        latlngs.push([top - y * unit, left + x * unit]);
      }
      return latlngs;
    });
}
