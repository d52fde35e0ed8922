// Leaflet map of clusters and regions, inside streamlit-folium's frame. layers.py calls start() once, and show() for every selection.
// A choice of a filter is drawn at once by preview(), from preview data that is fetched once for each dataset; show() then replaces it
// with the server's result. The regions' names and the map's labels come with the boundaries, which are fetched once.
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
  const MAX_RESENT_EVENTS = 20;
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
  let previewData; // every cluster with its codes, and the order of the focus areas; undefined until it is loaded
  let previewUrl;
  let version; // of the dataset
  let selectedCodes; // filter -> codes; null while there is search text or an upload, which only the server can match
  let layer;
  let opened = ""; // id of the cluster whose profile is open
  let fitting = false; // fitSweden() is moving the map
  let showsAllOfSweden = true;
  const recentEvents = []; // [number, kind, code]
  let pendingEvents = []; // events since the last call of show()
  let sessionId;

  // Start

  function start(container, language) {
    document.documentElement.lang = language;
    map = L.map(container, { center: SWEDEN.getCenter(), zoom: 4, zoomSnap: 0.1, zoomControl: false, attributionControl: false });
    focusWithoutScrolling(map.getContainer());
    map.createPane("regions").style.zIndex = 350;
    map.setMaxBounds(SWEDEN.pad(0.5));
    buttons = addButtons();
    letPageScroll();
    followTheme();
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
    previewUrl = `../../map/clusters.json?lang=${language}`;
    followFilters();
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

  // Streamlit sends its theme with every message. Its background colour tells whether the theme is light or dark.
  function followTheme() {
    const apply = () => {
      const [red, green, blue] = getComputedStyle(document.body)
        .backgroundColor.match(/[\d.]+/g)
        .map(Number);
      document.documentElement.style.colorScheme = 0.3 * red + 0.6 * green + 0.1 * blue < 128 ? "dark" : "light";
    };
    window.addEventListener("message", () => requestAnimationFrame(apply));
    apply();
  }

  // Data from the server

  // Load the preview data of the dataset's version, if it is not loaded yet. An upload has no version, and no preview data.
  function loadPreviewData(newVersion) {
    if (!newVersion || newVersion === version) return;
    version = newVersion;
    previewData = undefined;
    fetchJson(previewUrl).then((data) => {
      if (newVersion === version) previewData = data;
    });
  }

  // Requests are repeated until one succeeds, with a pause that grows.
  async function fetchJson(url, pause = MIN_RETRY_PAUSE_MS) {
    const response = await fetch(url).catch(() => null);
    if (response?.ok) return response.json();
    await new Promise((resolve) => setTimeout(resolve, pause));
    return fetchJson(url, Math.min(2 * pause, MAX_RETRY_PAUSE_MS));
  }

  // Preview of a choice, before the server's result

  // Streamlit's toggles send no event, so their buttons are observed; toggles.js sends an event with all chosen codes.
  function followFilters() {
    const { document: page, streamlitInternals } = window.parent;
    const observer = new MutationObserver(([{ target }]) => {
      const toggles = target.closest(streamlitInternals.toggleGroup);
      if (toggles && previewData) preview({ focus: pressedIn(toggles) });
    });
    const follow = ({ detail }) => preview(detail);
    observer.observe(page.body, { subtree: true, attributeFilter: ["aria-pressed"] });
    page.addEventListener("klusterkartan:chosen", follow);
    window.addEventListener("pagehide", () => {
      observer.disconnect();
      page.removeEventListener("klusterkartan:chosen", follow);
    });
  }

  function pressedIn(toggles) {
    const buttons = [...toggles.querySelectorAll("button")];
    return previewData.focus.filter((_code, index) => buttons[index]?.getAttribute("aria-pressed") === "true");
  }

  // Draw the match of the newly selected codes; filters that `newCodes` lacks keep theirs.
  function preview(newCodes) {
    if (!previewData || !selectedCodes) return;
    selectedCodes = { ...selectedCodes, ...newCodes };
    const { groups, locations, location_groups: locationGroups } = previewData;
    const activeFilters = Object.entries(selectedCodes).filter(([, codes]) => codes.length);
    const matches = groups.map((group) => activeFilters.every(([filter, codes]) => codes.some((code) => group[filter].includes(code))));
    const counts = new Array(locations.length).fill(0);
    let total = 0;
    // A plain loop, since a long list has tens of thousands of entries.
    for (const entry of locationGroups) {
      if (!matches[entry[1]]) continue;
      counts[entry[0]] += entry[2];
      total += entry[2];
    }
    if (!previewData.has_points || total > previewData.max_markers) return previewCircles(counts);
    const points = locationGroups.flatMap(([, group, , ...groupPoints]) => (matches[group] ? groupPoints : []));
    if (maxAtOneLocation(points) > previewData.max_per_location) return previewCircles(counts);
    layer.clearLayers();
    points.forEach((point) => layer.addLayer(toMarker(point)));
  }

  function maxAtOneLocation(points) {
    const counts = new Map();
    points.forEach(([, lat, lon]) => counts.set(`${lat} ${lon}`, (counts.get(`${lat} ${lon}`) ?? 0) + 1));
    return Math.max(0, ...counts.values());
  }

  // Circles that exist are only resized; show() then puts all circles into their stacking order.
  function previewCircles(counts) {
    const maxCount = Math.max(...counts);
    const circles = new Map();
    layer.eachLayer((shape) => {
      if (shape.locationCode) circles.set(shape.locationCode, shape);
      else layer.removeLayer(shape);
    });
    previewData.locations.forEach(([code, lat, lon, name], index) => {
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
    const shapes = L.geoJSON(collection, {
      pane: "regions",
      style: { className: "region", weight: 1, fillOpacity: 1 },
      onEachFeature(feature, shape) {
        shape.bindTooltip("", { sticky: true });
        shape.on("click", () => {
          emit("region", feature.id);
          const codes = selectedCodes?.region ?? [];
          preview({ region: codes.includes(feature.id) ? codes.filter((code) => code !== feature.id) : [...codes, feature.id] });
        });
      },
    })
      .addTo(map)
      .getLayers();
    shapes.sort((one, other) => (one.feature.id < other.feature.id ? -1 : 1)).forEach((shape) => regionShapes.set(shape.feature.id, shape));
    if (regionStates) paintRegions();
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

  // Show the server's result: points or circles, the regions' states, the chosen codes, and four texts. As in events.js, events that a
  // server that has ended did not handle are sent again to its successor.
  function show(points, circles, regions, codes, [cluster, description, newSessionId, newVersion]) {
    loadPreviewData(newVersion);
    const isNewSession = newSessionId !== sessionId;
    const unhandledEvents = sessionId && isNewSession ? pendingEvents : [];
    if (isNewSession) recentEvents.length = 0;
    sessionId = newSessionId;
    pendingEvents = [];
    unhandledEvents.forEach((event) => emit(...event));
    selectedCodes = codes && Object.fromEntries(codes);
    opened = cluster;
    regionStates = regions;
    requestAnimationFrame(paintRegions); // later, so that the markers appear first
    map.getContainer().classList.toggle("filtered", regions[2].length > 0);
    setRole(map.getPane("mapPane"), "img", description); // to a screen reader all shapes are one image
    layer = L.featureGroup([...points.map(toMarker), ...toCircles(circles)]);
    layer.on("add", () =>
      layer.eachLayer((marker) => {
        if (marker.feature?.id === opened) marker.bringToFront();
      }),
    );
    return layer;
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
    marker.on("click", () => emit("cluster", id));
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
    circle.on("click", () => emit("location", code));
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

  // Events

  // The server gets only the last value, so each value holds the recent events, numbered, and the server skips those that it has handled.
  function emit(kind, code) {
    pendingEvents.push([kind, code]);
    recentEvents.push([Math.max(Date.now(), (recentEvents.at(-1)?.[0] ?? 0) + 1), kind, code]);
    if (recentEvents.length > MAX_RESENT_EVENTS) recentEvents.shift();
    window.Streamlit.setComponentValue({ session: sessionId, events: recentEvents });
  }

  return { start, show };
})();
