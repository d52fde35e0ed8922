// Preview of a choice: map and table change before the server has answered, from data of the whole list that is fetched once for each
// version of the dataset. The server's answer then replaces both.

import { fetchJson } from "./fetch_json.js";
import { checkboxes, searchField } from "./filter_form.js";
import { mapFunctions } from "./map_frame.js";
import { morph } from "./morph.js";

const loads = new Map(); // language and version -> promise of the data, see preview.py; undefined where it is not needed any more
let shownKey = ""; // language and version of the page; "" for an upload, which has no preview
let data; // of the page; undefined until it is loaded
let requestRerun = () => {};

/** Note the function that lets the server send the page anew. */
export function refreshBy(newRequestRerun) {
  requestRerun = newRequestRerun;
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
  if (!loads.has(key)) loads.set(key, fetchData(key, version, language));
  return loads.get(key);
}

// A server that has another version sends the page anew.
function fetchData(key, version, language) {
  const isWanted = (loaded) => {
    if (loaded.version !== version) requestRerun();
    return loaded.version === version;
  };
  return fetchJson(new URL(`map/clusters.json?lang=${language}`, document.baseURI), { isWanted, isNeeded: () => loads.has(key) });
}

/** Draw the match of the choices in the form. The search, and municipalities, are left to the server. */
export function preview() {
  if (!data || searchField()?.value) return;
  const chosen = checkboxes().filter(({ checked }) => checked);
  if (chosen.some(({ name }) => name === "municipality")) return;
  const filters = Object.entries(Object.groupBy(chosen, ({ name }) => name)).map(([filter, boxes]) => [
    filter,
    boxes.map(({ value }) => value),
  ]);
  const matches = data.groups.map((group) => filters.every(([filter, codes]) => codes.some((code) => group[filter].includes(code))));
  previewMap(matches);
  previewTable(matches);
}

function previewMap(matches) {
  const map = mapFunctions();
  if (!map) return;
  const counts = new Array(data.circles.length).fill(0);
  let total = 0;
  // A plain loop, since a long list has tens of thousands of entries.
  for (const [location, group, count] of data.location_groups) {
    if (!matches[group]) continue;
    counts[location] += count;
    total += count;
  }
  if (total > data.max_points || !Object.keys(data.points).length) return map.previewCircles(circlesWith(counts));
  map.previewPoints(data.location_groups.flatMap(([, group, , ...rows]) => (matches[group] ? rows.map((row) => data.points[row]) : [])));
}

// The fourth member of a circle is its number of clusters.
function circlesWith(counts) {
  return data.circles.flatMap((circle, index) => (counts[index] ? [circle.with(3, counts[index])] : []));
}

// A table in another order than the list's, or without rows, waits for the server.
function previewTable(matches) {
  const rows = document.getElementById("rows");
  if (!rows || !data.rows || new URLSearchParams(location.search).has("sort")) return;
  morph(rows, data.rows.map(([group, row]) => (matches[group] ? row : "")).join(""));
}
