// Live map: draws the selection that the server sends, draws previews of it, and sends the visitor's presses. Positions are kilometres of SWEREF 99 TM
// (EPSG:3006): L.latLng(northing, easting). Values become text nodes, never markup, since they may come from a visitor's file.

import { fetchJson } from "../page/fetch_json.js";
import { Camera } from "./camera.js";
import { addButtons, addScale, letPageScroll } from "./controls.js";
import { Names } from "./names.js";
import { Shapes } from "./shapes.js";
import { Symbols } from "./symbols.js";
import { Tooltip } from "./tooltip.js";

const page = window.parent.klusterkartan; // live.js
let map;
let language;
let camera;
let tooltip;
let shapes;
let symbols;
let names;
let hasSymbols = false; // of a selection

/** Build the map; its shapes and labels are fetched. `words` are those for one row of the list and for several; none for clusters. */
export async function start(newMap, newLanguage, sweden, shapesUrl, words) {
  map = newMap;
  language = newLanguage;
  document.documentElement.lang = language;
  const container = map.getContainer();
  focusWithoutScrolling(container);
  for (const [pane, order] of [
    ["land", 310],
    ["regions", 350],
    ["borders", 360],
    ["names", 450],
  ]) {
    map.createPane(pane).style.zIndex = order;
    map.getPane("overlayPane").before(map.getPane(pane)); // read before the symbols, as it is drawn below them
  }
  for (const pane of ["land", "borders", "names"]) map.getPane(pane).setAttribute("aria-hidden", "true"); // the counties say it all
  camera = new Camera(map, sweden, () => symbols.inView());
  tooltip = new Tooltip(container);
  names = new Names(map);
  shapes = new Shapes(map, { tooltip, press: pressCounty, number: formatNumber, onDetails: addTowns });
  symbols = new Symbols(map, { tooltip, shapes, page, number: formatNumber, onDraw: (circles) => names.place(circles) });
  const buttons = addButtons(map, camera);
  addScale(map);
  const wheelHint = letPageScroll(map);
  map.on("zoomend", redraw);
  map.on("click", ({ latlng, originalEvent }) => isOnShape(originalEvent) || symbols.pressNear(latlng)); // beside a symbol at the coast
  map.on("moveend resize", () => symbols.placeNames());
  camera.cover(page.coveredHeight());
  page.setMap({
    previewPoints: (points) => symbols.setItems(points, []),
    previewCircles: (circles) => symbols.setItems([], circles),
    describe,
    mark: (cluster, location) => {
      symbols.mark(cluster, location);
      shapes.mark(location);
    },
    cover: (height) => camera.cover(height),
  });
  const loaded = await fetchJson(`${shapesUrl}${language}`);
  const { labels } = loaded;
  if (words) Object.assign(labels, { words, counties: labels.counties_of_rows });
  Object.entries(labels.buttons).forEach(([name, text]) => labelButton(buttons[name], text));
  wheelHint.textContent = labels.wheel;
  document.title = labels.map; // in place of streamlit-folium's titles
  if (window.frameElement) window.frameElement.title = labels.map;
  symbols.labels = labels;
  shapes.draw(loaded);
  names.add(loaded.names);
  redraw();
  showWhenDrawn();
}

/**
 * Show the server's result: points or circles, the counties' states, and LayerContext of layers.py: the open cluster, the version of the
 * list, the extent, the heading of the column that the symbols are sized by (none for numbers of clusters), and whether the points do not
 * match but are the nearest ones.
 */
export async function show(layer, points, circles, counties, { cluster = "", version, extent, size = "", nearest = false }) {
  symbols.layer = layer;
  symbols.opened = cluster;
  symbols.size = size;
  camera.follow(extent);
  // Points are numbers of rows where the page has fetched the points of the whole list.
  const shown = Number.isInteger(points[0]) ? await page.pointsOf(points, version, language) : points;
  if (symbols.layer !== layer || !shown) return; // a newer selection is shown, or will be soon
  symbols.setItems(shown, circles, nearest);
  hasSymbols = true;
  camera.arrive();
  requestAnimationFrame(() => {
    shapes.paint(counties);
    showWhenDrawn();
  });
}

function addTowns(towns) {
  names.add(towns);
  symbols.placeNames();
}

function redraw() {
  shapes.refine();
  symbols.draw();
}

// On a touch screen a press beside a small symbol is meant for it.
function pressCounty(code, latlng) {
  if (!symbols.pressNear(latlng)) page.toggleRegion(code);
}

function isOnShape(event) {
  return event?.target.matches(".region, .cluster, .place");
}

function showWhenDrawn() {
  if (hasSymbols && shapes.areDrawn) requestAnimationFrame(() => page.showMap());
}

// To a screen reader the counties are one image; the symbols on it are buttons.
function describe(selection) {
  map.getPane("regions").setAttribute("role", "img");
  map.getPane("regions").setAttribute("aria-label", selection);
}

function formatNumber(count) {
  return count.toLocaleString(language);
}

// Leaflet focuses the map on mousedown; if the page scrolled then, the click would miss its target.
function focusWithoutScrolling(container) {
  container.focus = () => HTMLElement.prototype.focus.call(container, { preventScroll: true });
}

function labelButton(button, label) {
  button.title = label;
  button.setAttribute("aria-label", label);
}
