// Keyboard focus, which stays where the visitor works: an element that a change takes away gives it to the nearest one that is left.

import { REGION_PROFILE } from "./folds.js";

let opener; // the element that had the focus when a profile was opened

/** Change the page; if the focused element is gone then, focus the next chip after a chip, else the sentence or the heading. */
export function keepFocus(change) {
  const focused = document.activeElement;
  const wasChip = focused.closest(".chips") !== null;
  change();
  if (focused.isConnected) return;
  const chip = wasChip && document.querySelector(".chips a");
  (chip || answer())?.focus({ preventScroll: true });
}

/** Go to the top of a page that was opened; screen readers begin at its heading. */
export function moveToTop() {
  scrollTo(0, 0);
  heading()?.focus({ preventScroll: true });
}

/** Go to the results of the filters. */
export function moveToAnswer() {
  scrollTo(0, 0);
  answer()?.focus({ preventScroll: true });
}

/** Return what the next change may remove: the name of the county whose profile is shown, or "", and the element with the focus. */
export function shownNow() {
  return { county: document.getElementById("region-profile-heading")?.textContent ?? "", focused: document.activeElement };
}

/**
 * After the visitor has opened a profile, focus its heading; after it was closed, the map or the row that opened it. `opened` and `closed`
 * are the ids of the clusters that are open now and were open before; `before` is what `shownNow` returned then.
 */
export function followProfile(opened, closed, before) {
  const { county } = shownNow();
  if (opened !== closed) followCluster(closed, before);
  else if (county && county !== before.county && isMap(before.focused)) openCounty();
}

function followCluster(closed, before) {
  const profileHeading = document.getElementById("profile-heading");
  if (profileHeading) {
    if (!closed) opener = before.focused;
    reveal(profileHeading);
  } else {
    const row = document.querySelector(`#rows [data-event="${CSS.escape(`open:${closed}`)}"]`);
    (isMap(opener) || isListed(opener) ? opener : row)?.focus({ preventScroll: true });
  }
}

// A county that was chosen among the filters leaves the focus there; one that was pressed on the map is opened.
function openCounty() {
  const fold = document.querySelector(REGION_PROFILE);
  fold.open = true;
  reveal(fold.querySelector("summary"));
}

// A sheet is at its place already, and shows its beginning; a card in the page is scrolled to.
function reveal(element) {
  const card = element.closest(".card");
  card.scrollTop = 0;
  if (getComputedStyle(card).position !== "fixed") element.scrollIntoView({ block: "nearest" });
  element.focus({ preventScroll: true });
}

function isMap(element) {
  return element?.isConnected && element.closest("#root") !== null;
}

function isListed(element) {
  return element?.isConnected && element.closest("#map-list") !== null;
}

function answer() {
  return document.querySelector(".sentence") ?? heading();
}

function heading() {
  return document.getElementById("content");
}
