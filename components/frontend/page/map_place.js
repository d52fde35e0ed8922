// Place of the map in the window: where the page is one column, it stays there although the text above it becomes longer or shorter.

import { FILTERS } from "./folds.js";

const isOneColumn = matchMedia("(max-width: 47.99rem)");

/** Change the page and scroll it by as much as the map was moved, if the visitor sees the map. */
export function keepMapInPlace(change) {
  if (!isOneColumn.matches) return change(); // to measure would make the browser lay out the page twice
  const map = document.querySelector(".map");
  const before = map.getBoundingClientRect();
  change();
  const isSeen = before.height && before.top < innerHeight && before.bottom > 0;
  if (isSeen && !document.querySelector(FILTERS)?.open)
    scrollBy({ top: map.getBoundingClientRect().top - before.top, behavior: "instant" });
}

/** Return how many pixels of the map, from its lower edge, lie behind an opened profile: on a phone that is a sheet over the page. */
export function coveredHeight() {
  const card = [...document.querySelectorAll(".card")].find((each) => each.getClientRects().length);
  if (!card || getComputedStyle(card).position !== "fixed") return 0;
  return Math.max(0, document.querySelector(".map").getBoundingClientRect().bottom - card.getBoundingClientRect().top);
}
