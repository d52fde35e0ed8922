// The map inside streamlit-folium's frame. layers.py calls start() once and show() for every selection. A press of a filter
// is drawn at once by preview(), from all clusters, which were fetched once; what show() then says counts. What holds whatever is
// chosen comes with the boundaries, which are fetched once too: the regions' names and the map's own words.
// Values arrive as data and are put into the page as text, never as markup.
"use strict";

// biome-ignore lint/correctness/noUnusedVariables: layers.py calls it
const clusterMap = (() => {
  const SWEDEN = L.latLngBounds([
    [55.2, 10.9],
    [69.1, 24.2],
  ]); // EPSG:4326
  const RADIUS = 6;
  const OPENED_RADIUS = 9;
  const SMALLEST_CIRCLE = 2.5;
  const LARGEST_CIRCLE = 13;
  const LAST_PRESSES = 20;
  const SHORTEST_PAUSE = 500; // milliseconds before what failed is tried again
  const LONGEST_PAUSE = 30_000;
  const TOOLTIP_FRAME = 34; // pixels of padding, border and distance to the marker
  const NARROWEST_TOOLTIP = 100;
  const TOUCH = window.matchMedia("(pointer: coarse)").matches;

  // A circle drawn beside its place by a fixed number of pixels, at every zoom.
  const OffsetMarker = L.CircleMarker.extend({
    _project() {
      this._point = this._map.latLngToLayerPoint(this._latlng).add(this.options.offset);
      this._updateBounds();
    },
  });

  // Shapes take no keyboard focus: the filters and the table beside the map offer the same, one stop each.
  L.Layer.include({ _addFocusListeners() {} });

  let map;
  let buttons;
  let regionStates; // of all regions in the order of their codes: numbers of clusters, classes; and the codes of those that are filters
  const regionShapes = new Map(); // by code, once they are fetched
  let all; // every cluster with its codes, and the order of the focus areas, once they are fetched
  let addressOfAll;
  let version; // of the list
  let chosen; // the codes of each filter, or null while a search decides too, which only the server can do
  let layer;
  let opened = ""; // the id of the cluster whose profile is open
  let fitting = false;
  let wholeOfSweden = true;
  const presses = [];
  let unanswered = []; // presses since show() was last called
  let session;

  function start(container, language) {
    document.documentElement.lang = language;
    map = L.map(container, { center: SWEDEN.getCenter(), zoom: 4, zoomSnap: 0.1, zoomControl: false, attributionControl: false });
    focusWithoutScrolling(map.getContainer());
    map.createPane("regions").style.zIndex = 350;
    map.setMaxBounds(SWEDEN.pad(0.5));
    buttons = addButtons();
    stayOutOfTheWay();
    followTheme();
    new ResizeObserver(() => {
      const whole = wholeOfSweden; // Leaflet may move the map to keep it inside its bounds, which is no visitor's doing
      map.invalidateSize({ animate: false });
      if (whole) fitSweden();
    }).observe(map.getContainer());
    map.on("movestart", () => {
      if (!fitting) wholeOfSweden = false;
    });
    fitSweden();
    fetched(`../../boundaries/counties.geojson?lang=${language}`).then(addRegions);
    addressOfAll = `../../map/clusters.json?lang=${language}`;
    followPresses();
    return map;
  }

  function fitSweden() {
    if (!map.getSize().x || !map.getSize().y) return; // a frame without a size yet; the observer comes back
    fitting = true;
    map.setMinZoom(0);
    map.fitBounds(SWEDEN, { animate: false, padding: [4, 4] });
    map.setMinZoom(map.getZoom());
    fitting = false;
    wholeOfSweden = true;
    if (TOUCH) map.dragging.disable();
  }

  // Leaflet focuses the map when it is pressed; were the page to scroll then, the click would land beside its target.
  function focusWithoutScrolling(container) {
    container.focus = () => HTMLElement.prototype.focus.call(container, { preventScroll: true });
  }

  function addButtons() {
    const bar = L.control({ position: "topleft" });
    const made = {};
    bar.onAdd = () => {
      const box = L.DomUtil.create("div", "leaflet-bar buttons");
      const add = (name, sign, act) => {
        const button = L.DomUtil.create("button", "", box);
        button.type = "button";
        button.textContent = sign;
        button.onclick = act;
        made[name] = button;
      };
      add("zoomIn", "+", () => map.zoomIn());
      add("zoomOut", "−", () => map.zoomOut());
      add("home", "⌂", fitSweden);
      L.DomEvent.disableClickPropagation(box);
      return box;
    };
    bar.addTo(map);
    return made;
  }

  // The wheel scrolls the page until the map has been pressed; one finger does so until the map is zoomed in.
  function stayOutOfTheWay() {
    const container = map.getContainer();
    map.scrollWheelZoom.disable();
    container.addEventListener("pointerdown", () => map.scrollWheelZoom.enable());
    container.addEventListener("pointerleave", () => map.scrollWheelZoom.disable());
    if (!TOUCH) return;
    map.on("zoomend", () => {
      if (!fitting && map.getZoom() > map.getMinZoom() + 0.2) map.dragging.enable();
    });
  }

  // Streamlit sends its theme with every message; the frame's colours follow its background.
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

  // Once, and again when another version has taken the list's place; a visitor's own list has none.
  function fetchAll(newest) {
    if (!newest || newest === version) return;
    version = newest;
    all = undefined;
    fetched(addressOfAll).then((found) => {
      if (newest === version) all = found;
    });
  }

  // What cannot be had is tried again, ever more seldom.
  async function fetched(address, pause = SHORTEST_PAUSE) {
    const answer = await fetch(address).catch(() => null);
    if (answer?.ok) return answer.json();
    await new Promise((done) => setTimeout(done, pause));
    return fetched(address, Math.min(2 * pause, LONGEST_PAUSE));
  }

  // Streamlit's own toggles say nothing, so that their buttons are read; ours tell what is chosen, see toggles.js.
  function followPresses() {
    const { document: page, streamlitInternals } = window.parent;
    const watch = new MutationObserver(([{ target }]) => {
      const toggles = target.closest(streamlitInternals.toggleGroup);
      if (toggles && all) preview({ focus: pressedIn(toggles) });
    });
    const follow = ({ detail }) => preview(detail);
    watch.observe(page.body, { subtree: true, attributeFilter: ["aria-pressed"] });
    page.addEventListener("klusterkartan:chosen", follow);
    window.addEventListener("pagehide", () => {
      watch.disconnect();
      page.removeEventListener("klusterkartan:chosen", follow);
    });
  }

  function pressedIn(toggles) {
    const buttons = [...toggles.querySelectorAll("button")];
    return all.focus.filter((_code, place) => buttons[place]?.getAttribute("aria-pressed") === "true");
  }

  function preview(pressed) {
    if (!all || !chosen) return;
    chosen = { ...chosen, ...pressed };
    const wanted = Object.entries(chosen).filter(([, codes]) => codes.length);
    const fits = all.groups.map((codes) => wanted.every(([filter, any]) => any.some((code) => codes[filter].includes(code))));
    const counts = new Array(all.places.length).fill(0);
    let total = 0;
    for (const member of all.members) {
      // tens of thousands of a long list
      if (!fits[member[1]]) continue;
      counts[member[0]] += member[2];
      total += member[2];
    }
    if (!all.exact || total > all.most) return previewCircles(counts);
    const points = all.members.flatMap(([, group, , ...members]) => (fits[group] ? members : []));
    if (mostInASpot(points) > all.most_in_a_place) return previewCircles(counts);
    layer.clearLayers();
    points.forEach((point) => layer.addLayer(toMarker(point)));
  }

  function mostInASpot(points) {
    const spots = new Map();
    points.forEach(([, lat, lon]) => spots.set(`${lat} ${lon}`, (spots.get(`${lat} ${lon}`) ?? 0) + 1));
    return Math.max(0, ...spots.values());
  }

  // A circle that is there already only takes its new size; which one lies above another the answer decides.
  function previewCircles(counts) {
    const most = Math.max(...counts);
    const drawn = new Map();
    layer.eachLayer((shape) => {
      if (shape.place) drawn.set(shape.place, shape);
      else layer.removeLayer(shape);
    });
    all.places.forEach(([code, lat, lon, name], place) => {
      const count = counts[place];
      const words = `${name}: ${written(count)}`;
      const circle = drawn.get(code);
      if (!circle && count) layer.addLayer(toCircle([code, lat, lon, count, words], most));
      else if (circle && count) Object.assign(circle, { words }).setRadius(radiusOf(count, most));
      else if (circle) layer.removeLayer(circle);
    });
  }

  function addRegions({ words, ...collection }) {
    Object.entries(words.buttons).forEach(([name, said]) => label(buttons[name], said));
    if (window.frameElement) window.frameElement.title = words.map; // which is Streamlit's until here
    setRole(map.getContainer(), "region", words.map);
    const shapes = L.geoJSON(collection, {
      pane: "regions",
      style: { className: "region", weight: 1, fillOpacity: 1 },
      onEachFeature(feature, shape) {
        shape.bindTooltip("", { sticky: true });
        shape.on("click", () => {
          tell("region", feature.id);
          const codes = chosen?.region ?? [];
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
    const [counts, levels, filters] = regionStates;
    [...regionShapes].forEach(([code, shape], place) => paintRegion(shape, counts[place], levels[place], filters.includes(code)));
  }

  function paintRegion(shape, count, level, isFilter) {
    const { one, many } = shape.feature.properties;
    const words = document.createElement("span");
    words.textContent = (count === 1 ? one : many).replace("%s", () => written(count));
    shape.setTooltipContent(words);
    const element = shape.getElement();
    element.dataset.code = shape.feature.id;
    element.dataset.level = level;
    element.dataset.chosen = Number(isFilter);
    if (isFilter) shape.bringToFront();
  }

  function show(points, circles, regions, codes, [cluster, description, token, newest]) {
    fetchAll(newest);
    const lost = session && token !== session ? unanswered : [];
    if (token !== session) presses.length = 0; // the server was started anew and knows nothing of them
    session = token;
    unanswered = [];
    lost.forEach((press) => tell(...press));
    chosen = codes && Object.fromEntries(codes);
    opened = cluster;
    regionStates = regions;
    requestAnimationFrame(paintRegions); // the markers need not wait for the fills
    map.getContainer().classList.toggle("filtered", regions[2].length > 0);
    setRole(map.getPane("mapPane"), "img", description); // the shapes are one picture to a screen reader
    layer = L.featureGroup([...points.map(toMarker), ...toCircles(circles)]);
    layer.on("add", () =>
      layer.eachLayer((marker) => {
        if (marker.feature?.id === opened) marker.bringToFront();
      }),
    );
    return layer;
  }

  function written(count) {
    return count.toLocaleString(document.documentElement.lang);
  }

  function setRole(element, role, words) {
    element.setAttribute("role", role);
    element.setAttribute("aria-label", words);
  }

  function label(button, words) {
    button.title = words;
    button.setAttribute("aria-label", words);
  }

  function toMarker([id, lat, lon, dx, dy, name, line, approximate]) {
    const classes = ["cluster", approximate && "approximate", id === opened && "opened"];
    const marker = new OffsetMarker([lat, lon], {
      className: classes.filter(Boolean).join(" "),
      fill: true,
      fillOpacity: 1,
      weight: 2,
      radius: id === opened ? OPENED_RADIUS : RADIUS,
      offset: [dx, dy],
      bubblingMouseEvents: false,
    });
    marker.feature = { type: "Feature", id, properties: { id, name }, geometry: null };
    marker.bindTooltip(() => tooltip(name, [line, approximate], roomBeside(marker)), besideMarker(lon, dx, dy));
    marker.on("click", () => tell("cluster", id));
    return marker;
  }

  // Places by size, the largest below; its area says how many clusters a place has.
  function toCircles(places) {
    const most = Math.max(...places.map(([, , , count]) => count));
    return places.sort(([, , , one], [, , , other]) => other - one).map((place) => toCircle(place, most));
  }

  function toCircle([code, lat, lon, count, words], most) {
    const circle = L.circleMarker([lat, lon], {
      className: "place",
      fill: true,
      fillOpacity: 0.85,
      weight: 1,
      radius: radiusOf(count, most),
      bubblingMouseEvents: false,
    });
    circle.place = code;
    circle.words = words;
    circle.bindTooltip(() => Object.assign(document.createElement("span"), { textContent: circle.words }), { sticky: true });
    circle.on("click", () => tell("place", code));
    return circle;
  }

  function radiusOf(count, most) {
    return SMALLEST_CIRCLE + (LARGEST_CIRCLE - SMALLEST_CIRCLE) * Math.sqrt(count / most);
  }

  // On the side where the map is wider, so that nothing is cut off.
  function besideMarker(lon, dx, dy) {
    const east = lon > SWEDEN.getCenter().lng;
    return { direction: east ? "left" : "right", offset: [dx + (east ? -RADIUS : RADIUS), dy] };
  }

  // How wide a tooltip can be on the side where it stands.
  function roomBeside(marker) {
    const { x } = map.latLngToContainerPoint(marker.getLatLng());
    const {
      direction,
      offset: [dx],
    } = marker.getTooltip().options;
    return Math.max(NARROWEST_TOOLTIP, direction === "left" ? x + dx - TOOLTIP_FRAME : map.getSize().x - x - dx - TOOLTIP_FRAME);
  }

  function tooltip(title, lines, room) {
    const box = document.createElement("div");
    box.style.maxWidth = `${room}px`;
    const head = box.appendChild(document.createElement("strong"));
    head.textContent = title;
    lines.filter(Boolean).forEach((line) => {
      box.appendChild(document.createElement("div")).textContent = line;
    });
    return box;
  }

  // The server gets only the last value, so each holds the last presses, numbered; it takes those that it has not taken yet.
  function tell(kind, id) {
    unanswered.push([kind, id]);
    presses.push([Math.max(Date.now(), (presses.at(-1)?.[0] ?? 0) + 1), kind, id]);
    if (presses.length > LAST_PRESSES) presses.shift();
    window.Streamlit.setComponentValue({ session, presses });
  }

  return { start, show };
})();
