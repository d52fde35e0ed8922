// Controls of the map: buttons, the scale, and the wheel, which scrolls the page unless Ctrl is held.

import { showScale } from "./scale_bar.js";

const HINT_MS = 1500;
const TOUCH = window.matchMedia("(pointer: coarse)").matches;

/** Add the buttons and return them by name; their labels come later. */
export function addButtons(map, camera) {
  const actions = { zoomIn: ["+", () => camera.zoomIn()], zoomOut: ["−", () => camera.zoomOut()], home: ["⌂", () => camera.goHome()] };
  const bar = L.DomUtil.create("div", "leaflet-bar buttons");
  const buttons = {};
  for (const [name, [symbol, action]] of Object.entries(actions)) {
    buttons[name] = L.DomUtil.create("button", "", bar);
    Object.assign(buttons[name], { type: "button", textContent: symbol, onclick: action });
  }
  addControl(map, "topleft", bar);
  return buttons;
}

/** Add a scale bar of a round number of kilometres; returns its element. */
export function addScale(map) {
  const bar = L.DomUtil.create("div", "scale");
  bar.setAttribute("aria-hidden", "true");
  const update = () => showScale(bar, map.options.crs.scale(map.getZoom()));
  map.on("zoomend resize", update);
  update();
  addControl(map, "bottomright", bar);
  return bar;
}

/** Let the wheel scroll the page unless Ctrl is held, and one finger until the map is zoomed in. Returns the element of the hint. */
export function letPageScroll(map) {
  const container = map.getContainer();
  const hint = L.DomUtil.create("div", "wheel-hint", container);
  hint.setAttribute("aria-hidden", "true"); // it is about the mouse
  let timer;
  const onWheel = (event) => {
    if (event.ctrlKey || event.metaKey || window.parent.document.fullscreenElement) return;
    event.stopImmediatePropagation();
    hint.classList.add("shown");
    clearTimeout(timer);
    timer = setTimeout(() => hint.classList.remove("shown"), HINT_MS);
  };
  container.addEventListener("wheel", onWheel, { capture: true, passive: true });
  if (TOUCH) {
    const update = () => map.dragging[map.getZoom() > map.getMinZoom() + 0.2 ? "enable" : "disable"]();
    map.on("zoomend resize", update);
    update();
  }
  return hint;
}

function addControl(map, position, element) {
  const control = L.control({ position });
  control.onAdd = () => {
    L.DomEvent.disableClickPropagation(element);
    return element;
  };
  control.addTo(map);
}
