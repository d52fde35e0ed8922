// Preview of a choice: map and table change before the server has answered, from data of the whole list that is fetched once for each
// version of the dataset. The server's answer then replaces both.

import { emit } from "./events.js";
import { checkbox, checkboxes, searchField } from "./filter_form.js";
import { morph } from "./morph.js";

const MIN_RETRY_PAUSE_MS = 500; // before a failed request is repeated; it doubles each time
const MAX_RETRY_PAUSE_MS = 30_000;

const loads = new Map(); // language and version -> promise of the data, see preview.py; undefined where it is not needed any more
let map; // functions of map.js
let shownKey = ""; // language and version of the page; "" for an upload, which has no preview
let data; // of the page; undefined until it is loaded
let requestRerun = () => {};

/** Note the function that lets the server send the page anew. */
export function refreshBy(newRequestRerun) {
  requestRerun = newRequestRerun;
}

/** Note the functions of the map's frame. */
export function setMap(functions) {
  map = functions;
  describeMap();
}

/** Give the map the selection in words, for screen readers. */
export function describeMap() {
  map?.describe(document.querySelector(".sentence")?.textContent ?? "");
}

/** Add a county to the filter or remove it, as a press on the map does. */
export function toggleRegion(code) {
  const box = checkbox("region", code);
  emit("toggle_option", "region", code);
  if (box) box.checked = !box.checked;
  preview();
}

/** Load the data of the version that the page shows now, and forget all others. An upload has no version, and no preview. */
export async function loadPreviewData(version, language) {
  const key = version && `${language} ${version}`;
  if (key === shownKey) return;
  shownKey = key;
  data = undefined;
  for (const other of [...loads.keys()]) if (other !== key) loads.delete(other);
  const loaded = key && (await dataOf(version, language));
  if (key === shownKey) data = loaded;
}

/** Return the points of these rows of a version of the list, once they are loaded; undefined if the page shows another version by then. */
export async function pointsOf(rows, version, language) {
  const loaded = await dataOf(version, language);
  return loaded && rows.flatMap((row) => (loaded.points[row] ? [loaded.points[row]] : []));
}

// The map may ask for the data of a version before the page itself has changed to it.
function dataOf(version, language) {
  const key = `${language} ${version}`;
  if (!loads.has(key)) loads.set(key, fetchData(key, version, language, MIN_RETRY_PAUSE_MS));
  return loads.get(key);
}

// Requests are repeated until one brings this version, with a pause that grows. A server that has another one sends the page anew.
async function fetchData(key, version, language, pause) {
  const loaded = await fetchJson(`map/clusters.json?lang=${language}`);
  if (loaded?.version === version) return loaded;
  if (loaded) requestRerun();
  await new Promise((resolve) => setTimeout(resolve, pause));
  return loads.has(key) ? fetchData(key, version, language, Math.min(2 * pause, MAX_RETRY_PAUSE_MS)) : undefined;
}

async function fetchJson(path) {
  const response = await fetch(new URL(path, document.baseURI)).catch(() => null);
  return response?.ok ? response.json().catch(() => null) : null;
}

/** Draw the match of the choices in the form. The search is left to the server. */
export function preview() {
  if (!data || searchField()?.value) return;
  const chosen = checkboxes().filter(({ checked }) => checked);
  const filters = Object.entries(Object.groupBy(chosen, ({ name }) => name)).map(([filter, boxes]) => [
    filter,
    boxes.map(({ value }) => value),
  ]);
  const matches = data.groups.map((group) => filters.every(([filter, codes]) => codes.some((code) => group[filter].includes(code))));
  previewMap(matches);
  previewTable(matches);
}

function previewMap(matches) {
  if (!map) return;
  const counts = new Array(data.locations.length).fill(0);
  let total = 0;
  // A plain loop, since a long list has tens of thousands of entries.
  for (const [location, group, count] of data.location_groups) {
    if (!matches[group]) continue;
    counts[location] += count;
    total += count;
  }
  const points =
    total <= data.max_markers && Object.keys(data.points).length
      ? data.location_groups.flatMap(([, group, , ...rows]) => (matches[group] ? rows.map((row) => data.points[row]) : []))
      : null;
  if (points && maxAtOneLocation(points) <= data.max_per_location) map.previewMarkers(points);
  else map.previewCircles(data.locations, counts);
}

function maxAtOneLocation(points) {
  const counts = new Map();
  points.forEach(([, lat, lon]) => counts.set(`${lat} ${lon}`, (counts.get(`${lat} ${lon}`) ?? 0) + 1));
  return Math.max(0, ...counts.values());
}

// A table in another order than the list's, or without rows, waits for the server.
function previewTable(matches) {
  const rows = document.getElementById("rows");
  if (!rows || !data.rows || new URLSearchParams(location.search).has("sort")) return;
  morph(rows, data.rows.map(([group, row]) => (matches[group] ? row : "")).join(""));
}
