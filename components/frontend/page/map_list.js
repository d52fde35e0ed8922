// The map as a list of links, below it: what has the focus there is marked on the map. The first page brings the list in a template, so that
// neither the browser's search nor its layout meets it before the visitor opens it; a live page fetches that of its selection then, so that
// it does not travel with each change.

import { isLive } from "./connection.js";
import { mapFunctions, mapUrl, toggleRegion } from "./map_frame.js";
import { morph } from "./morph.js";

const fold = document.getElementById("map-list");
const list = fold.querySelector("div");
const DRAWN_MARK = "marked"; // class of a shape of the drawn map
let shownUrl = ""; // of the list; "" for that of the first page

/** Fetch the list when it is opened, and mark the link with the focus or the pointer on the map. */
export function startMapList() {
  fold.querySelector("summary").addEventListener("click", showFirstList); // at once: a quick Tab goes into the list
  fold.addEventListener("toggle", () => {
    showFirstList();
    refreshMapList();
  });
  list.addEventListener("click", pressCounty);
  for (const kind of ["pointerover", "focusin"]) list.addEventListener(kind, ({ target }) => mark(target.closest("a")));
  for (const kind of ["pointerleave", "focusout"]) list.addEventListener(kind, () => mark(null));
}

function showFirstList() {
  const template = list.querySelector("template");
  template?.replaceWith(template.content);
}

/** Fetch the list of the selection that the page shows, if it is open. Without an answer the former one stays. */
export async function refreshMapList() {
  if (!isLive() || !fold.open || document.getElementById("map").hidden) return;
  const url = String(mapUrl("list.html"));
  if (url === shownUrl) return;
  const response = await fetch(url).catch(() => undefined);
  if (!response?.ok || url !== String(mapUrl("list.html"))) return;
  morph(list, await response.text());
  shownUrl = url;
  if (list.contains(document.activeElement)) document.activeElement.scrollIntoView({ block: "nearest" }); // a sheet may cover it now
}

// A county is chosen as by a press on the map: where the filters are, map and table change at once.
function pressCounty(event) {
  const { county } = event.target.closest("a")?.dataset ?? {};
  if (!county || !isLive() || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  toggleRegion(county);
}

function mark(link) {
  const { event, county, municipality } = link?.dataset ?? {};
  mapFunctions()?.mark(event?.replace("open:", "") ?? "", county ?? municipality ?? "");
  const marked = link && (drawnShape(link) ?? drawnShape(link.closest("ul ul")?.previousElementSibling));
  for (const shape of document.querySelectorAll("#drawn-map a")) shape.classList.toggle(DRAWN_MARK, shape === marked);
}

// The links of the drawn map lead to the same selections as those of the list. A cluster that shares a symbol has none: its county stands for it.
function drawnShape(link) {
  return [...document.querySelectorAll("#drawn-map a")].find((shape) => shape.href.baseVal === link?.getAttribute("href"));
}
