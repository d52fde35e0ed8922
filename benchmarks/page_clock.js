// Clock of changes inside the page: from a press or a key to the map's first change on the screen, to map and table as they will stay, and
// to the server's result. `benchmarks/scaling.py` starts it.
() => {
  const { contentDocument: map } = document.querySelector('iframe[src*="folium"]');
  const looks = {
    map: () =>
      [...map.querySelectorAll("path.cluster, path.place")]
        .map((shape) => `${shape.getAttribute("d")} ${shape.getAttribute("aria-label")}`) // numbers change where sizes do not
        .sort()
        .join(),
    rows: () => [...document.querySelectorAll("#rows tr")].map((row) => row.textContent).join(),
    sentence: () => document.querySelector("#sentence .sentence")?.textContent,
    description: () => map.querySelector(".leaflet-regions-pane").getAttribute("aria-label"),
  };
  let pressed;
  let first; // change of the map's shapes
  let states; // what is looked at -> [time, state] since the press, the state at the press first

  const now = () => performance.now() - pressed;
  const onScreen = (then) => requestAnimationFrame(() => setTimeout(then));
  const watch = (node, names, options) =>
    new MutationObserver(() => names.forEach(look)).observe(node, { subtree: true, childList: true, characterData: true, ...options });

  function look(name) {
    const state = looks[name]();
    if (!pressed || state === states[name].at(-1)[1]) return;
    const change = [now(), state];
    states[name].push(change);
    if (name === "map" || name === "rows")
      onScreen(() => {
        change[0] = now();
      });
  }

  // The first time at which something looked as it does now.
  const reached = (name) => states[name].find(([, state]) => state === states[name].at(-1)[1])[0];
  const hasChanged = (name) => reached(name) > 0;

  window.clock = {
    reset() {
      pressed = first = undefined;
    },
    isAnswered: () => first !== undefined && Object.keys(looks).every(hasChanged), // `first` is noted once it is on the screen
    times: () => ({
      first,
      everything: Math.max(reached("map"), reached("rows")),
      answer: Math.max(reached("sentence"), reached("description")),
    }),
  };
  for (const kind of ["click", "input"])
    addEventListener(
      kind,
      () => {
        if (pressed) return;
        states = Object.fromEntries(Object.keys(looks).map((name) => [name, [[0, looks[name]()]]]));
        pressed = performance.now();
      },
      true,
    );
  new MutationObserver(() => {
    if (pressed)
      onScreen(() => {
        first ??= now();
      });
  }).observe(map.querySelector(".leaflet-overlay-pane"), { subtree: true, childList: true, attributeFilter: ["d"] });
  watch(map.querySelector(".leaflet-overlay-pane"), ["map"], { attributeFilter: ["d", "aria-label"] });
  watch(map.querySelector(".leaflet-regions-pane"), ["description"], { attributeFilter: ["aria-label"] });
  watch(document.getElementById("results"), ["rows"]);
  watch(document.getElementById("sentence"), ["sentence"]);
};
