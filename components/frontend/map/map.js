// Leaflet map of clusters and regions, inside streamlit-folium's frame. layers.py calls start() once, and show() for every selection.
// A choice of a filter is drawn at once by the page (preview.js); show() then replaces it with the server's result. Presses go to the page,
// which sends them. The regions' names and the map's labels come with the boundaries, which are fetched once.
// Values become text nodes, never markup, since they may come from a visitor's file.
"use strict";

// biome-ignore lint/correctness/noUnusedVariables: layers.py calls it
const clusterMap = (() => {
  // Constants

  const SWEDEN = L.latLngBounds([
    [55.2, 10.9],
    [69.1, 24.2],
  ]); // EPSG:4326
  const RADIUS_PX = 6;
  const OPENED_RADIUS_PX = 9;
  const MIN_CIRCLE_RADIUS_PX = 2.5;
  const MAX_CIRCLE_RADIUS_PX = 13;
  const MIN_RETRY_PAUSE_MS = 500; // before a failed request is repeated; it doubles each time
  const MAX_RETRY_PAUSE_MS = 30_000;
  const TOOLTIP_FRAME_PX = 34; // padding, border and distance to the marker
  const MIN_TOOLTIP_WIDTH_PX = 100;
  const TOUCH = window.matchMedia("(pointer: coarse)").matches;

  // A circle that is drawn a fixed number of pixels beside its coordinates, at every zoom, so that clusters of one town stand apart.
  const OffsetMarker = L.CircleMarker.extend({
    _project() {
      this._point = this._map.latLngToLayerPoint(this._latlng).add(this.options.offset);
      this._updateBounds();
    },
  });

  // Shapes take no keyboard focus: the filters and the table beside the map do the same with one tab stop each.
  L.Layer.include({ _addFocusListeners() {} });

  // State

  let map;
  let buttons;
  let regionStates; // [cluster counts, classes], both of all regions in the order of their codes, then the codes of the chosen regions
  const regionShapes = new Map(); // code -> shape; empty until the boundaries are loaded
  let searchOperator = ""; // before the name of a location, in the visitor's language
  let layer;
  let opened = ""; // id of the cluster whose profile is open
  let fitting = false; // fitSweden() is moving the map
  let showsAllOfSweden = true;
  let hasMarkers = false; // of a selection
  const page = window.parent.klusterkartan; // live.js

  // Start

  function start(container, language) {
    document.documentElement.lang = language;
    map = L.map(container, { center: SWEDEN.getCenter(), zoom: 4, zoomSnap: 0.1, zoomControl: false, attributionControl: false });
    focusWithoutScrolling(map.getContainer());
    map.createPane("regions").style.zIndex = 350;
    map.setMaxBounds(SWEDEN.pad(1));
    buttons = addButtons();
    letPageScroll();
    new ResizeObserver(() => {
      const refit = showsAllOfSweden; // read first: invalidateSize() may move the map, which looks like a visitor's move
      map.invalidateSize({ animate: false });
      if (refit) fitSweden();
    }).observe(map.getContainer());
    map.on("movestart", () => {
      if (!fitting) showsAllOfSweden = false;
    });
    fitSweden();
    fetchJson(`../../boundaries/counties.geojson?lang=${language}`).then(addRegions);
    page.setMap({ previewMarkers, previewCircles, describe });
    return map;
  }

  function fitSweden() {
    if (!map.getSize().x || !map.getSize().y) return; // the frame has no size yet; the observer calls again
    fitting = true;
    map.setMinZoom(0);
    map.fitBounds(SWEDEN, { animate: false, padding: [4, 4] });
    map.setMinZoom(map.getZoom());
    fitting = false;
    showsAllOfSweden = true;
    if (TOUCH) map.dragging.disable();
  }

  // Leaflet focuses the map on mousedown; if the page scrolled then, the click would miss its target.
  function focusWithoutScrolling(container) {
    container.focus = () => HTMLElement.prototype.focus.call(container, { preventScroll: true });
  }

  function addButtons() {
    const bar = L.control({ position: "topleft" });
    const buttonsByName = {};
    bar.onAdd = () => {
      const box = L.DomUtil.create("div", "leaflet-bar buttons");
      const add = (name, symbol, handler) => {
        const button = L.DomUtil.create("button", "", box);
        button.type = "button";
        button.textContent = symbol;
        button.onclick = handler;
        buttonsByName[name] = button;
      };
      add("zoomIn", "+", () => map.zoomIn());
      add("zoomOut", "−", () => map.zoomOut());
      add("home", "⌂", fitSweden);
      L.DomEvent.disableClickPropagation(box);
      return box;
    };
    bar.addTo(map);
    return buttonsByName;
  }

  // The wheel scrolls the page until the map is clicked; one finger scrolls it until the map is zoomed in.
  function letPageScroll() {
    const container = map.getContainer();
    map.scrollWheelZoom.disable();
    container.addEventListener("pointerdown", () => map.scrollWheelZoom.enable());
    container.addEventListener("pointerleave", () => map.scrollWheelZoom.disable());
    if (!TOUCH) return;
    map.on("zoomend", () => {
      if (!fitting && map.getZoom() > map.getMinZoom() + 0.2) map.dragging.enable();
    });
  }

  // Data from the server

  // Requests are repeated until one succeeds, with a pause that grows.
  async function fetchJson(url, pause = MIN_RETRY_PAUSE_MS) {
    const response = await fetch(url).catch(() => null);
    if (response?.ok) return response.json();
    await new Promise((resolve) => setTimeout(resolve, pause));
    return fetchJson(url, Math.min(2 * pause, MAX_RETRY_PAUSE_MS));
  }

  // Preview of a choice, before the server's result

  function previewMarkers(points) {
    layer?.clearLayers();
    points.forEach((point) => layer?.addLayer(toMarker(point)));
  }

  // Circles that exist are only resized; show() then puts all circles into their stacking order.
  function previewCircles(locations, counts) {
    if (!layer) return;
    const maxCount = Math.max(...counts);
    const circles = new Map();
    layer.eachLayer((shape) => {
      if (shape.locationCode) circles.set(shape.locationCode, shape);
      else layer.removeLayer(shape);
    });
    locations.forEach(([code, lat, lon, name], index) => {
      const count = counts[index];
      const tooltipText = `${name}: ${formatNumber(count)}`;
      const circle = circles.get(code);
      if (!circle && count) layer.addLayer(toCircle([code, lat, lon, count, tooltipText], maxCount));
      else if (circle && count) Object.assign(circle, { tooltipText }).setRadius(circleRadius(count, maxCount));
      else if (circle) layer.removeLayer(circle);
    });
  }

  // Regions

  function addRegions({ labels, ...collection }) {
    Object.entries(labels.buttons).forEach(([name, text]) => labelButton(buttons[name], text));
    if (window.frameElement) window.frameElement.title = labels.map; // in place of streamlit-folium's title
    setRole(map.getContainer(), "region", labels.map);
    searchOperator = labels.searchOperator;
    const shapes = L.geoJSON(collection, {
      pane: "regions",
      style: { className: "region", weight: 1, fillOpacity: 1 },
      onEachFeature(feature, shape) {
        shape.bindTooltip("", { sticky: true });
        shape.on("click", () => page.toggleRegion(feature.id));
      },
    })
      .addTo(map)
      .getLayers();
    shapes.sort((one, other) => (one.feature.id < other.feature.id ? -1 : 1)).forEach((shape) => regionShapes.set(shape.feature.id, shape));
    if (regionStates) paintRegions();
    showWhenDrawn();
  }

  function paintRegions() {
    const [counts, levels, chosenCodes] = regionStates;
    [...regionShapes].forEach(([code, shape], index) => paintRegion(shape, counts[index], levels[index], chosenCodes.includes(code)));
  }

  function paintRegion(shape, count, level, isChosen) {
    const { one: singular, many: plural } = shape.feature.properties;
    const text = document.createElement("span");
    text.textContent = (count === 1 ? singular : plural).replace("%s", () => formatNumber(count));
    shape.setTooltipContent(text);
    const element = shape.getElement();
    element.dataset.code = shape.feature.id;
    element.dataset.level = level;
    element.dataset.chosen = Number(isChosen);
    if (isChosen) shape.bringToFront();
  }

  // Selection

  // Show the server's result: points or circles, the regions' states, the id of the open cluster, and the version of the list.
  function show(points, circles, regions, [cluster, version]) {
    opened = cluster;
    regionStates = regions;
    requestAnimationFrame(paintRegions); // later, so that the markers appear first
    map.getContainer().classList.toggle("filtered", regions[2].length > 0);
    layer = L.featureGroup(toCircles(circles));
    drawMarkers(layer, points, version);
    layer.on("add", () => raiseOpened(layer));
    return layer;
  }

  // Points are numbers of rows where the page has fetched the points of the whole list.
  async function drawMarkers(shownLayer, points, version) {
    const loaded = Number.isInteger(points[0]) ? await page.pointsOf(points, version, document.documentElement.lang) : points;
    if (layer !== shownLayer || !loaded) return; // a newer selection is shown, or will be soon
    loaded.forEach((point) => shownLayer.addLayer(toMarker(point)));
    if (map.hasLayer(shownLayer)) raiseOpened(shownLayer);
    hasMarkers = true;
    showWhenDrawn();
  }

  function raiseOpened(markers) {
    markers.eachLayer((marker) => {
      if (marker.feature?.id === opened) marker.bringToFront();
    });
  }

  function showWhenDrawn() {
    if (hasMarkers && regionShapes.size) requestAnimationFrame(() => page.showMap());
  }

  // To a screen reader all shapes are one image.
  function describe(selection) {
    setRole(map.getPane("mapPane"), "img", selection);
  }

  function formatNumber(count) {
    return count.toLocaleString(document.documentElement.lang);
  }

  function setRole(element, role, label) {
    element.setAttribute("role", role);
    element.setAttribute("aria-label", label);
  }

  function labelButton(button, label) {
    button.title = label;
    button.setAttribute("aria-label", label);
  }

  // Markers, circles and tooltips

  // dx and dy: offset in pixels; `approximate`: the text of an approximate location, else empty.
  function toMarker([id, lat, lon, dx, dy, name, line, approximate]) {
    const classes = ["cluster", approximate && "approximate", id === opened && "opened"];
    const marker = new OffsetMarker([lat, lon], {
      className: classes.filter(Boolean).join(" "),
      fill: true,
      fillOpacity: 1,
      weight: 2,
      radius: id === opened ? OPENED_RADIUS_PX : RADIUS_PX,
      offset: [dx, dy],
      bubblingMouseEvents: false,
    });
    marker.feature = { type: "Feature", id, properties: { id, name }, geometry: null };
    marker.bindTooltip(() => tooltip(name, [line, approximate], tooltipWidth(marker)), tooltipPosition(lon, dx, dy));
    marker.on("click", () => page.emit("open", id));
    return marker;
  }

  // The largest circles come first, so that they lie below the smaller ones.
  function toCircles(locations) {
    const maxCount = Math.max(...locations.map(([, , , count]) => count));
    return locations.sort(([, , , one], [, , , other]) => other - one).map((location) => toCircle(location, maxCount));
  }

  function toCircle([code, lat, lon, count, tooltipText], maxCount) {
    const circle = L.circleMarker([lat, lon], {
      className: "place",
      fill: true,
      fillOpacity: 0.85,
      weight: 1,
      radius: circleRadius(count, maxCount),
      bubblingMouseEvents: false,
    });
    circle.locationCode = code;
    circle.tooltipText = tooltipText;
    circle.bindTooltip(() => Object.assign(document.createElement("span"), { textContent: circle.tooltipText }), { sticky: true });
    circle.on("click", () => page.emit("search", searchOperator + circle.tooltipText.split(": ")[0]));
    return circle;
  }

  // In pixels. The area, not the radius, grows with the count, since readers compare areas.
  function circleRadius(count, maxCount) {
    return MIN_CIRCLE_RADIUS_PX + (MAX_CIRCLE_RADIUS_PX - MIN_CIRCLE_RADIUS_PX) * Math.sqrt(count / maxCount);
  }

  // The tooltip stands on the side where the map is wider, so that it is not cut off.
  function tooltipPosition(lon, dx, dy) {
    const isEastern = lon > SWEDEN.getCenter().lng;
    return { direction: isEastern ? "left" : "right", offset: [dx + (isEastern ? -RADIUS_PX : RADIUS_PX), dy] };
  }

  // The pixels between the marker and the map's edge, on the tooltip's side.
  function tooltipWidth(marker) {
    const { x } = map.latLngToContainerPoint(marker.getLatLng());
    const {
      direction,
      offset: [dx],
    } = marker.getTooltip().options;
    const available = direction === "left" ? x + dx : map.getSize().x - x - dx;
    return Math.max(MIN_TOOLTIP_WIDTH_PX, available - TOOLTIP_FRAME_PX);
  }

  function tooltip(title, lines, maxWidth) {
    const box = document.createElement("div");
    box.style.maxWidth = `${maxWidth}px`;
    const heading = box.appendChild(document.createElement("strong"));
    heading.textContent = title;
    lines.filter(Boolean).forEach((line) => {
      box.appendChild(document.createElement("div")).textContent = line;
    });
    return box;
  }

  return { start, show };
})();
