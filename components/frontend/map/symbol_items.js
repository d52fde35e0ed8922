// Items of the map as the server and the preview send them (map/map_values.py), as records: clusters, or numbers of clusters by location.
// No Leaflet, no DOM.

/**
 * Return an item with one cluster for each point [id, x, y, location, name, line, place, labelAndStatus]. A point has one member more if
 * the symbols are sized by an amount: its amount, null if it is not known.
 */
export function itemsOfPoints(points) {
  return points.map(([id, x, y, location, name, line, place, labelAndStatus, amount]) => {
    const cluster = { id, location, name, line, place, labelAndStatus };
    return { x, y, count: 1, amount, location, isApproximate: location.length === 2, points: [cluster] };
  });
}

/** Return an item without its clusters for each location [location, x, y, count, name], with one member more as a point has. */
export function itemsOfCircles(circles) {
  return circles.map(([location, x, y, count, name, amount]) => ({ x, y, count, amount, location, name, points: [] }));
}
