// Legend below the map: the classes, each with its number of counties, the kinds of marker, and the attribution.

import { element } from "./dom.js";

export function render({ root, content, labels }) {
  const classes = content.classes.map(([range, counties], level) => item(`level-${level}`, `${range} (${countyCount(counties, labels)})`));
  const notes = new Set(content.notes);
  const markers = [item("marker", notes.has("circles") ? labels.circles : labels.marker)];
  if (notes.has("approximate") && !notes.has("circles")) markers.push(item("marker approximate", labels.approximate));
  const attribution = element("p", [labels.origin, notes.has("stale") && labels.stale, labels.boundaries].filter(Boolean).join(" "));
  root.replaceChildren(labels.heading, list(classes), list(markers), attribution);
}

function countyCount(count, labels) {
  return (count === 1 ? labels.county : labels.counties).replace("%s", () => count);
}

function item(kind, text) {
  const entry = element("li");
  const swatch = entry.appendChild(element("span"));
  swatch.className = `swatch ${kind}`;
  entry.append(text);
  return entry;
}

function list(items) {
  const node = element("ul");
  node.append(...items);
  return node;
}
