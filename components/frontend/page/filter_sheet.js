// Sheet of filters over the page, in a narrow window: nothing else can be reached while it is open, and Back closes it and nothing else.

import { pendingEvents } from "./events.js";
import { closeFold, FILTERS, isFoldOpen } from "./folds.js";

const PAGE_BELOW = "#header, main, #footer, .skip";
let isOpen = false;
let hasEntry = false; // whether the newest entry of the history is the one that Back takes away to close the sheet
let isReturning = false; // whether a step in the history is on its way that changes nothing

export function startFilterSheet() {
  document.addEventListener("toggle", followSheet, true);
  window.addEventListener("resize", followSheet);
  window.addEventListener("popstate", onPopState); // before Streamlit's own listener
}

/** Close the sheet, where it is open, and return whether it was. */
export function closeFilters() {
  const isClosed = closeFold(FILTERS);
  followSheet();
  return isClosed;
}

/** Return whether the newest entry of the history was made for the sheet; the entry of the first choice takes its place. */
export function takeSheetEntry() {
  const wasThere = hasEntry;
  hasEntry = false;
  return wasThere;
}

function followSheet() {
  if (isFoldOpen(FILTERS) === isOpen) return;
  isOpen = !isOpen;
  for (const part of document.querySelectorAll(PAGE_BELOW)) part.inert = isOpen;
  if (isOpen) addEntry();
  else removeEntry();
}

function addEntry() {
  if (!hasEntry) History.prototype.pushState.call(history, history.state, "");
  hasEntry = true;
}

// The entry of a choice that has no answer yet will take the place of the sheet's.
function removeEntry() {
  if (!hasEntry || pendingEvents().length) return;
  hasEntry = false;
  isReturning = true;
  history.back();
}

function onPopState(event) {
  if (!isOpen && !isReturning) return;
  event.stopImmediatePropagation(); // the selection stays
  if (isReturning) {
    isReturning = false;
    return;
  }
  if (!takeSheetEntry()) {
    isReturning = true;
    history.forward(); // back to the last choice
  }
  closeFilters();
}
