// Loading of pages in place of events, where the page is not live: with the choices that the page does not show yet.

import { isSimple, whenSimple } from "./connection.js";
import { forgetEvents, pendingEvents, sendEventsBy } from "./events.js";
import { changedCheckboxes, hasChangedText, searchField } from "./filter_form.js";

/** Load pages in place of events in the simpler form of the page, also for what was done before and has no answer yet. */
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

// Events that change filters have changed the form already.
function urlAfter(events) {
  let href = location.href;
  for (const [kind, ...args] of events) {
    if (kind === "follow_link") return new URL(args.join(""), document.baseURI).href;
    if (kind === "search") searchField().value = args[0];
    if (kind === "open") href = withCluster(href, args[0]);
    const link = document.querySelector(`a[data-event="${CSS.escape([kind, ...args].join(":"))}"]`);
    if (link && kind !== "open") href = link.href;
  }
  return withChoices(href);
}

function withCluster(href, id) {
  const url = new URL(href);
  if (id) url.searchParams.set("cluster", id);
  else url.searchParams.delete("cluster");
  return url.href;
}
