// What stands under the map: its classes, each with the number of counties in it now, its markers, and where the data is from.

import { element } from "./dom.js";

export function render({ place, content, words }) {
  const classes = content.classes.map(([numbers, counties], level) => item(`level-${level}`, `${numbers} (${counted(counties, words)})`));
  const said = new Set(content.said);
  const markers = [item("marker", said.has("circles") ? words.circles : words.marker)];
  if (said.has("approximate") && !said.has("circles")) markers.push(item("marker approximate", words.approximate));
  const sources = element("p", [words.origin, said.has("stale") && words.stale, words.boundaries].filter(Boolean).join(" "));
  place.replaceChildren(words.heading, list(classes), list(markers), sources);
}

function counted(count, words) {
  return (count === 1 ? words.county : words.counties).replace("%s", () => count);
}

function item(kind, words) {
  const made = element("li");
  const swatch = made.appendChild(element("span"));
  swatch.className = `swatch ${kind}`;
  made.append(words);
  return made;
}

function list(items) {
  const made = element("ul");
  made.append(...items);
  return made;
}
