// Symbols of the clusters on the drawn map: one for each group at the scale of the map, with its number where it stands for several.

import { groupsAt, sumOfAmounts } from "../map/groups.js";
import { fitsInside, widthBeside } from "../map/number_place.js";

const MAX_POINTS = 300; // clusters that are shown one by one; of more, their numbers by municipality
const SVG = "http://www.w3.org/2000/svg";

/** Return the groups of rows to draw in the part of the map that a camera shows. */
export function groupsInView(rows, camera, countyMiddle) {
  const located = rows.filter(({ position }) => position);
  const shown = located.length > MAX_POINTS ? located.filter((row) => isInView(row, camera)) : located;
  const key = ({ position: [, , location] }) => location;
  const items = shown.length > MAX_POINTS ? [...Map.groupBy(located, key).values()].map(total) : shown.map((row) => total([row]));
  return groupsAt(camera.scale, items, countyMiddle);
}

/** Return an element of SVG with attributes. */
export function svgElement(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  return made;
}

/** Return the symbol of a group; `number` writes a number. */
export function symbolOf(group, opened, number) {
  const { x, y, radius, count, points, isApproximate } = group;
  const text = count > 1 ? number(count) : "";
  const isOpened = points.some(({ id }) => id === opened);
  const symbol = svgElement("g", {});
  const kinds = [isApproximate && "approximate", isOpened && "opened"].filter(Boolean);
  const circle = svgElement("circle", { class: ["cluster", ...kinds].join(" "), cx: x, cy: y });
  circle.style.setProperty("--r", radius);
  symbol.append(circle);
  if (text) {
    const label = svgElement("text", { class: fitsInside(text, radius) ? "number" : "number beside", x, y });
    label.style.setProperty("--r", radius);
    label.textContent = text;
    symbol.append(label);
  }
  return { symbol, circle: { x, y, radius, right: widthBeside(text, radius) }, isOpened };
}

function isInView({ position: [x, y] }, camera) {
  const pixel = camera.toPixels(x, y);
  return pixel.x >= 0 && pixel.y >= 0 && pixel.x <= camera.width && pixel.y <= camera.height;
}

// A group of rows of one location, at the first one's position.
function total(rows) {
  const [{ position }] = rows;
  const [x, y, location, isApproximate] = position;
  return {
    x,
    y,
    count: rows.length,
    amount: sumOfAmounts(rows),
    location,
    isApproximate: rows.every((row) => row.position[3]) && Boolean(isApproximate),
    points: rows,
  };
}
