// Functions of the map's frame (frame_entry.js), while there is a live map, and the URLs of the map's other forms.

import { checkbox } from "./filter_form.js";

let map;

/** Note the functions of the map's frame; undefined while there is no live map. */
export function setMap(functions) {
  map = functions;
  describeMap();
}

/** Return the functions of the map's frame; undefined while there is no live map. */
export function mapFunctions() {
  return map;
}

/** Give the map the selection in words, for screen readers. */
export function describeMap() {
  map?.describe(document.querySelector(".sentence")?.textContent ?? "");
}

/** Add a county to the filter or remove it, as a press on its checkbox does. */
export function toggleRegion(code) {
  checkbox("region", code)?.click();
}

/** Return the URL of the map of the selection that a live page shows, in the form of this name. */
export function mapUrl(name) {
  const { mapFolder } = document.querySelector("[data-map-folder]").dataset;
  const { query, version } = document.getElementById("page").dataset;
  const url = new URL(`${mapFolder}/${name}${query}`, document.baseURI);
  url.searchParams.set("lang", document.documentElement.lang);
  if (version) url.hash = version; // it is not sent; a new version of the list is another URL
  return url;
}
