// The top of every place: name, places, the other language. It also takes up each link of the app to one of its places, so
// that the place changes without the page being loaded anew; in a new tab, or copied, they are links like any other.

import { element } from "./elements.js";

let places = [];
let here = null;
let follow = () => {};
let ask = () => {};

export function render({ place, content, words, setTriggerValue }) {
  const told = { ...words, ...content };
  document.documentElement.lang = told.language;
  places = told.places.map(([path]) => path);
  follow = (path, query) => setTriggerValue("followed", { place: path, query });
  ask = () => setTriggerValue("connected", Date.now());
  if (here !== null && here !== told.here) beginAtTheTop(told.here);
  here = told.here;
  place.replaceChildren(link("", told.name, told, "name"), menu(told), language(told.other, told.elsewhere));
}

function menu(told) {
  const made = element("nav");
  made.ariaLabel = told.menu;
  const list = made.appendChild(element("ul"));
  for (const [path, name] of told.places) {
    const made = link(path, name, told);
    if (path === told.here) made.setAttribute("aria-current", "page");
    list.appendChild(element("li")).append(made);
  }
  return made;
}

function link(path, words, told, kind) {
  const made = element("a", words);
  made.href = `./${path}${told.query === "?" ? "" : told.query}`;
  if (kind) made.className = kind;
  made.dataset.keeps = ""; // what is chosen when it is followed, which may be newer than the address that it shows
  return made;
}

// The page is loaded anew in the other language: its frame and Streamlit's own parts are made for one.
function language([code, words], query) {
  const made = element("a", words);
  made.href = query;
  made.lang = made.hreflang = code;
  made.className = "language";
  return made;
}

document.addEventListener("click", (event) => {
  const made = event.composedPath().find((target) => target.localName === "a");
  if (!made || made.hreflang || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const target = new URL(made.href);
  const root = new URL(".", location.href);
  const place = target.pathname.slice(root.pathname.length);
  if (target.origin !== root.origin || !target.pathname.startsWith(root.pathname) || !places.includes(place) || target.hash) return;
  event.preventDefault();
  follow(place, "keeps" in made.dataset ? null : target.search);
}, true);

// A server that is started anew, or another that takes its place, knows nothing of the page until it is asked: at once, so that
// the next press finds the two in step.
const app = document.querySelector('[data-testid="stApp"]');
let connected = true;
new MutationObserver(() => {
  const before = connected;
  connected = app.dataset.testConnectionState === "CONNECTED";
  if (connected && !before) ask();
}).observe(app, { attributeFilter: ["data-test-connection-state"] });

// As a page that was loaded: from the top, with the heading as what comes next for keyboard and screen reader.
function beginAtTheTop(place, tries = 40) {
  const heading = document.querySelector(`h1[data-place="${place}"]`);
  if (!heading && tries) return void setTimeout(beginAtTheTop, 50, place, tries - 1);
  document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
  heading?.focus({ preventScroll: true });
}
