// Folds: parts of the page (`details`) that are behind one press where the window is narrow. From the width that `data-open-from` names on,
// the style sheet shows them always: the visitor cannot close them there, so they are to be open for assistive technology too.

export const MENU = "#header details";
export const FILTERS = "#filters details";
export const REGION_PROFILE = "#region-profile > details";
export const canShowAlways = CSS.supports("selector(::details-content)");
const watched = new Set(); // widths

/** Open the folds that the window is wide enough for, now and when it becomes so. */
export function openFolds() {
  if (!canShowAlways) return;
  for (const fold of document.querySelectorAll("[data-open-from]")) {
    if (isWideEnough(fold)) fold.open = true;
    const { openFrom } = fold.dataset;
    if (!watched.has(openFrom)) widthOf(fold).addEventListener("change", followWidth);
    watched.add(openFrom);
  }
}

// A window that became narrow, as by zooming in, closes what it had opened: it would lie over the page.
function followWidth() {
  for (const fold of document.querySelectorAll("[data-open-from]")) fold.open = isWideEnough(fold);
}

/** Close a fold, where it can be closed, and return whether this changed anything. Focus inside goes to its heading. */
export function closeFold(selector) {
  const fold = document.querySelector(selector);
  if (!fold?.open || isWideEnough(fold)) return false;
  if (fold.contains(document.activeElement)) fold.querySelector("summary").focus({ preventScroll: true });
  fold.open = false;
  return true;
}

/** Return whether a fold is open where it can be closed: over the page. */
export function isFoldOpen(selector) {
  const fold = document.querySelector(selector);
  return Boolean(fold?.open) && !isWideEnough(fold);
}

function isWideEnough(fold) {
  return widthOf(fold).matches;
}

function widthOf({ dataset }) {
  return matchMedia(dataset.openFrom ? `(min-width: ${dataset.openFrom})` : "not all");
}
