// Entry of the live map, inside streamlit-folium's frame: the frame knows classic scripts only, the map is made of modules (live_map.js).
// layers.py calls start() once, and show() with the content of every selection.
"use strict";

// biome-ignore lint/correctness/noUnusedVariables: layers.py calls it
const clusterMap = (() => {
  const module = import("./live_map.js");
  let map;
  return {
    /**
     * Return the map, still empty; `sweden` is the extent of the whole country: west, south, east, north in kilometres of SWEREF 99 TM.
     * `words` are those for one row of the list and for several; none for clusters.
     */
    start(container, language, sweden, shapesUrl, words) {
      const hasMotion = !window.matchMedia("(prefers-reduced-motion: reduce)").matches;
      const motion = { zoomAnimation: hasMotion, inertia: hasMotion, trackResize: false }; // camera.js follows the size
      const controls = { zoomControl: false, attributionControl: false };
      map = L.map(container, { crs: L.CRS.Simple, zoomSnap: 0, minZoom: -5, maxZoom: 3.6, ...controls, ...motion });
      map.setView([(sweden[1] + sweden[3]) / 2, (sweden[0] + sweden[2]) / 2], -1, { animate: false });
      module.then(({ start }) => start(map, language, sweden, shapesUrl, words));
      return map;
    },
    /** Return the layer of a selection; it is filled as soon as the module is there. */
    show(...content) {
      const layer = L.featureGroup();
      module.then(({ show }) => show(layer, ...content));
      return layer;
    },
  };
})();
