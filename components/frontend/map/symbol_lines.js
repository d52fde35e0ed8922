// Lines of the tooltip about a symbol, which are also its accessible name. No Leaflet, no DOM.

const MAX_NAMED = 8; // clusters in a tooltip

/**
 * Return the heading and the other lines about a group; "" for a line that it does not have.
 * `counted` writes a number of clusters, `number` any other one, `countyName` returns the name of a county; `size` is the heading of the
 * column that the symbols are sized by, none for numbers of clusters.
 */
export function linesAbout(group, { counted, number, countyName, size }) {
  const amount = size && typeof group.amount === "number" ? `${size}: ${number(group.amount)}` : "";
  return [...linesOf(group, counted, countyName), amount];
}

function linesOf({ points, count, name, location }, counted, countyName) {
  if (points.length === 1) {
    const [cluster] = points;
    return [cluster.name, cluster.line, cluster.place, cluster.labelAndStatus];
  }
  if (!points.length) return [`${location.length === 2 ? countyName(location) : name}: ${counted(count)}`];
  const names = points.slice(0, MAX_NAMED).map((cluster) => cluster.name);
  const places = new Set(points.map(({ place }) => place));
  return [counted(count), ...names, points.length > names.length ? "…" : "", places.size === 1 ? [...places][0] : ""];
}
