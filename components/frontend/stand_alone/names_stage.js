// Stage for the names: what ../map/names.js needs of a map, which is Leaflet's on the page and a camera here.

/** Return the size of the map, its scale, and where a point is on it. */
export function stageOf(box, camera) {
  return {
    getPane: () => document.getElementById("names"),
    getContainer: () => box,
    getSize: () => ({ x: camera.width, y: camera.height }),
    getZoom: () => Math.log2(camera.scale),
    getMinZoom: () => Math.log2(camera.leastScale),
    latLngToContainerPoint: ([y, x]) => camera.toPixels(x, y),
    containerPointToLayerPoint: ([x, y]) => ({ x, y }),
    options: { crs: { scale: (zoom) => 2 ** zoom } },
    on: () => undefined,
  };
}
