// Header of every page: the app's name, the menu, the language link, the heading and the offline notice. It stands in the page's
// document, not in a shadow root, so that the skip link reaches the heading.
//
// It also handles clicks on every link to one of the app's pages, so that the page changes without being loaded again. A link opened in
// a new tab, or copied, works as any link.

import { isConnected, whenConnected, whenOffline } from "./connection.js";
import { element, keepingFocus } from "./dom.js";
import { acknowledge, emit, pendingEvents } from "./events.js";

let paths = []; // of all pages
let currentPath = null;
let requestRerun = () => {};
let setOffline = () => {};
let switchLanguage = () => {};
let languageRequested = false; // the language link was clicked; it is followed once the server has handled all events

export function render({ root, content, labels, setStateValue, setTriggerValue }) {
  const { path = "", query = "", ignored_notice: ignoredNotice, session, handled: lastHandled = 0 } = content;
  document.documentElement.lang = labels.language;
  paths = Object.keys(labels.pages);
  acknowledge(session, lastHandled, (value) => setStateValue("events", value));
  requestRerun = () => setTriggerValue("connected", Date.now());
  root.elements ??= createElements(root);
  const { links, notice, heading, tagline, hint, offline } = root.elements;
  setOffline = (isOffline) => {
    offline.textContent = isOffline ? labels.offline_notice : "";
  };
  const otherLanguage = languageLink(labels.other, query);
  keepingFocus(root, () => links.replaceChildren(pageLink("", labels.name, query, "name"), menu(labels, path, query), otherLanguage));
  switchLanguage = () => {
    if (languageRequested && isConnected() && !pendingEvents().length) location.assign(otherLanguage.href);
  };
  switchLanguage();
  notice.hidden = !ignoredNotice;
  notice.textContent = ignoredNotice ?? "";
  const page = labels.pages[path];
  if (page) renderHeading({ heading, tagline, hint }, path, page, labels); // labels of another dataset may lack the page
  const previousPath = currentPath;
  currentPath = path;
  if (previousPath !== null && previousPath !== path) moveToTop(heading);
}

function createElements(root) {
  const elements = {
    links: element("div"),
    notice: element("p"),
    heading: element("h1"),
    tagline: element("p"),
    hint: element("p"),
    offline: element("p"),
  };
  elements.notice.role = "alert";
  elements.offline.role = "status";
  elements.heading.id = "content";
  elements.heading.tabIndex = -1;
  for (const [name, node] of Object.entries(elements)) node.classList.add(name);
  root.append(...Object.values(elements));
  return elements;
}

function renderHeading({ heading, tagline, hint }, path, page, labels) {
  if (heading.textContent !== page.heading) heading.textContent = page.heading;
  heading.dataset.page = path;
  heading.toggleAttribute("data-filters", page.filters);
  tagline.textContent = page.tagline;
  hint.hidden = !page.filters;
  hint.textContent = labels.filters;
}

function menu(labels, path, query) {
  const nav = element("nav");
  nav.ariaLabel = labels.menu;
  const list = nav.appendChild(element("ul"));
  for (const [entryPath, { name }] of Object.entries(labels.pages)) {
    const entry = pageLink(entryPath, name, query);
    if (entryPath === path) entry.setAttribute("aria-current", "page");
    list.appendChild(element("li")).append(entry);
  }
  return nav;
}

function pageLink(path, name, query, kind) {
  const link = element("a", name);
  link.href = `./${path}${query}`;
  if (kind) link.className = kind;
  link.dataset.focus = kind ?? `page-${path}`;
  link.dataset.keeps = ""; // a click keeps the selection at that time, which may be newer than the one in the link's URL
  return link;
}

// This link loads the page again, since Streamlit's own parts of it are made for one language.
function languageLink(other, query) {
  const parameters = new URLSearchParams(query);
  parameters.delete("lang");
  for (const [name, value] of Object.entries(other.query)) parameters.set(name, value);
  const link = element("a", other.name);
  link.href = `?${parameters}`;
  link.lang = link.hreflang = other.language;
  link.className = link.dataset.focus = "language";
  return link;
}

document.addEventListener(
  "click",
  (event) => {
    const link = event.composedPath().find((target) => target.localName === "a" && target.href);
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (link.className === "language" && (!isConnected() || pendingEvents().length)) {
      // The link's URL does not hold the visitor's latest choices yet.
      event.preventDefault();
      languageRequested = true;
    }
    if (link.hreflang) return;
    const target = new URL(link.href);
    const base = new URL(".", location.href);
    const path = target.pathname.slice(base.pathname.length);
    if (target.origin !== base.origin || !target.pathname.startsWith(base.pathname) || !paths.includes(path) || target.hash) return;
    event.preventDefault();
    if ("keeps" in link.dataset) emit("open_page", path);
    else emit("follow_link", path, target.search);
  },
  true,
);

// A restarted server, or another one, has no session for the page until the page asks for a run. It asks at once, so that the next
// event meets a server that knows the selection.
whenConnected(() => {
  setOffline(false);
  requestRerun();
  switchLanguage();
});
whenOffline(() => setOffline(true));

// As after a page load: scrolled to the top, with the heading as the next thing for keyboard and screen reader.
function moveToTop(heading) {
  document.querySelector(window.streamlitInternals.main)?.scrollTo(0, 0);
  heading.focus({ preventScroll: true });
}
