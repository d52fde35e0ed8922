// The top of every place: name, places, the other language, and the heading, which is in the page's document for the link that leads
// to it; and a line that says that the page is cut off. It also takes up each link of the app to one of its places, so that the
// place changes without the page being loaded anew; in a new tab, or copied, they are links like any other.

import { isConnected, whenConnected, whenCutOff } from "./connection.js";
import { element, keepingFocus } from "./dom.js";
import { answered, tell, unanswered } from "./events.js";

let paths = [];
let shown = null; // the path of the place
let ask = () => {};
let away = () => {};
let leave = () => {};
let leaving = false; // for the other language, once the server has answered all presses

export function render({ place, content, words, setStateValue, setTriggerValue }) {
  const { here = "", query = "", skipped, session, seen = 0 } = content;
  document.documentElement.lang = words.language;
  paths = Object.keys(words.places);
  answered(session, seen, (told) => setStateValue("pressed", told));
  ask = () => setTriggerValue("connected", Date.now());
  place.made ??= make(place);
  const { links, notice, heading, lead, hint, cut } = place.made;
  away = (isAway) => {
    cut.textContent = isAway ? words.away : "";
  };
  const other = language(words.other, query);
  keepingFocus(place, () => links.replaceChildren(link("", words.name, query, "name"), menu(words, here, query), other));
  leave = () => {
    if (leaving && isConnected() && !unanswered().length) location.assign(other.href);
  };
  leave();
  notice.hidden = !skipped;
  notice.textContent = skipped ?? "";
  const said = words.places[here];
  if (said) head({ heading, lead, hint }, here, said, words); // else these are the words of another list, without this place
  const before = shown;
  shown = here;
  if (before !== null && before !== here) beginAtTheTop(heading);
}

function make(place) {
  const made = {
    links: element("div"),
    notice: element("p"),
    heading: element("h1"),
    lead: element("p"),
    hint: element("p"),
    cut: element("p"),
  };
  made.notice.role = "alert";
  made.cut.role = "status";
  made.heading.id = "content";
  made.heading.tabIndex = -1;
  for (const [name, part] of Object.entries(made)) part.classList.add(name);
  place.append(...Object.values(made));
  return made;
}

function head({ heading, lead, hint }, here, said, words) {
  if (heading.textContent !== said.heading) heading.textContent = said.heading;
  heading.dataset.place = here;
  heading.toggleAttribute("data-filters", said.filters);
  lead.textContent = said.lead;
  hint.hidden = !said.filters;
  hint.textContent = words.filters;
}

function menu(words, here, query) {
  const made = element("nav");
  made.ariaLabel = words.menu;
  const list = made.appendChild(element("ul"));
  for (const [path, { name }] of Object.entries(words.places)) {
    const entry = link(path, name, query);
    if (path === here) entry.setAttribute("aria-current", "page");
    list.appendChild(element("li")).append(entry);
  }
  return made;
}

function link(path, name, query, kind) {
  const made = element("a", name);
  made.href = `./${path}${query}`;
  if (kind) made.className = kind;
  made.dataset.focus = kind ?? `place-${path}`;
  made.dataset.keeps = ""; // what is chosen when it is followed, which may be newer than the address that it shows
  return made;
}

// The page is loaded anew in the other language: its frame and Streamlit's own parts are made for one.
function language(other, query) {
  const asked = new URLSearchParams(query);
  asked.delete("lang");
  for (const [name, value] of Object.entries(other.query)) asked.set(name, value);
  const made = element("a", other.name);
  made.href = `?${asked}`;
  made.lang = made.hreflang = other.language;
  made.className = made.dataset.focus = "language";
  return made;
}

document.addEventListener(
  "click",
  (event) => {
    const made = event.composedPath().find((target) => target.localName === "a" && target.href);
    if (!made || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (made.className === "language" && (!isConnected() || unanswered().length)) {
      // its address is not that of what was chosen yet
      event.preventDefault();
      leaving = true;
    }
    if (made.hreflang) return;
    const target = new URL(made.href);
    const root = new URL(".", location.href);
    const place = target.pathname.slice(root.pathname.length);
    if (target.origin !== root.origin || !target.pathname.startsWith(root.pathname) || !paths.includes(place) || target.hash) return;
    event.preventDefault();
    if ("keeps" in made.dataset) tell("go", place);
    else tell("follow", place, target.search);
  },
  true,
);

// A server that is started anew, or another that takes its place, knows nothing of the page until it is asked: at once, so that
// the next press finds the two in step.
whenConnected(() => {
  away(false);
  ask();
  leave();
});
whenCutOff(() => away(true));

// As a page that was loaded: from the top, with the heading as what comes next for keyboard and screen reader.
function beginAtTheTop(heading) {
  document.querySelector(window.streamlitInternals.main)?.scrollTo(0, 0);
  heading.focus({ preventScroll: true });
}
