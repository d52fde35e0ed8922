// Loading of pages in place of events, where the page is not live: with the choices that the page does not show yet.

import { isSimple, whenSimple } from "./connection.js";
import { forgetEvents, pendingEvents, sendEventsBy } from "./events.js";
import { changedCheckboxes, hasChangedText, searchField } from "./filter_form.js";

/** Load pages in place of events in the simpler form of the page, also for earlier events that have no answer yet. */
export function startPageLoads() {
  whenSimple(() => {
    sendEventsBy(() => setTimeout(() => isSimple() && loadPage())); // after the form has been changed too
    const isTyping = document.activeElement === searchField();
    if (pendingEvents().length || changedCheckboxes().length || (hasChangedText() && !isTyping)) loadPage();
  });
  // A page that Back shows as it was left: its URL has not the choices with which it was left.
  window.addEventListener("pageshow", ({ persisted }) => persisted && document.querySelector("#filters form")?.reset());
}

/** Return whether the form has choices that the page does not show. */
export function hasChoices() {
  return changedCheckboxes().length > 0 || hasChangedText();
}

/** Return the URL with the choices in the form that the page does not show. */
export function withChoices(href) {
  const url = new URL(href, document.baseURI);
  const query = url.searchParams;
  if (hasChoices()) query.delete("page");
  for (const { name, value, checked } of changedCheckboxes()) {
    query.delete(name, value);
    if (checked) query.append(name, value);
  }
  if (hasChangedText()) query.set("q", searchField().value);
  if (!query.get("q")) query.delete("q");
  return url.href;
}

function loadPage() {
  const url = urlAfter(pendingEvents());
  forgetEvents();
  location.assign(url);
}

// Changes of the query by events, as event_handlers.py makes them; a filter or an order begins at the first page of the table.
const CHANGES = {
  set_option: (query, name, value, isOn) => {
    query.delete("page");
    query.delete(name, value);
    if (isOn) query.append(name, value);
  },
  remove_option: (query, name, value) => {
    query.delete("page");
    if (name === "text") query.delete("q");
    else query.delete(name, value);
  },
  clear_filter: (query, name) => {
    query.delete("page");
    query.delete(name === "text" ? "q" : name);
  },
  search: (query, text) => {
    query.delete("page");
    setOrDelete(query, "q", text);
  },
  open: (query, id) => setOrDelete(query, "cluster", id),
  sort: (query, order) => {
    query.delete("page");
    setOrDelete(query, "sort", order);
  },
  show_page: (query, page) => query.set("page", page),
  set_language: (query, language) => query.set("lang", language),
};

function urlAfter(events) {
  let url = new URL(location.href);
  for (const [kind, ...args] of events) {
    if (kind === "follow_link") return new URL(args.join(""), document.baseURI).href;
    const link = document.querySelector(`a[data-event="${CSS.escape([kind, ...args].join(":"))}"]`);
    if (kind in CHANGES) CHANGES[kind](url.searchParams, ...args);
    else if (link) url = new URL(link.href);
  }
  return withChoices(url.href);
}

function setOrDelete(query, name, value) {
  if (value) query.set(name, value);
  else query.delete(name);
}
