// Lines of the tooltip about a symbol, which are also its accessible name. No Leaflet, no DOM.

const MAX_NAMED = 8; // clusters in a tooltip

/** Return the first names of several clusters, and a last line that says whether there are more. */
export function linesOfNames(clusters) {
  return [...clusters.slice(0, MAX_NAMED).map(({ name }) => name), clusters.length > MAX_NAMED ? "…" : ""];
}

/** Return the line of a group's amount; "" for none. `heading` is that of the column of the amounts, `number` writes a number. */
export function lineOfAmount({ amount }, heading, number) {
  return heading && typeof amount === "number" ? `${heading}: ${number(amount)}` : "";
}

/**
 * Return the heading and the other lines about a group; "" for a line that it does not have.
 * `counted` writes a number of clusters, `number` any other one, `countyName` returns the name of a county; `size` is the heading of the
 * column that the symbols are sized by, none for numbers of clusters.
 */
export function linesAbout(group, { counted, number, countyName, size }) {
  return [...linesOf(group, counted, countyName), lineOfAmount(group, size, number)];
}

function linesOf({ points, count, name, location }, counted, countyName) {
  if (points.length === 1) {
    const [cluster] = points;
    return [cluster.name, cluster.line, cluster.place, cluster.labelAndStatus];
  }
  if (!points.length) return [`${location.length === 2 ? countyName(location) : name}: ${counted(count)}`];
  const places = new Set(points.map(({ place }) => place));
  return [counted(count), ...linesOfNames(points), places.size === 1 ? [...places][0] : ""];
}
