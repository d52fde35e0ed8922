// History of the browser while the visitor types: one entry for each stay in the search field, so that Back leaves the search as a whole.
// Streamlit adds an entry for each change of the query. The first choice in the sheet of filters takes the place of the sheet's entry.

import { takeSheetEntry } from "./filter_sheet.js";

let hasEntry = false; // whether the newest entry is of this stay

/** Let the searches of a stay replace each other. */
export function joinSearches() {
  const push = history.pushState.bind(history);
  history.pushState = (state, title, url) => {
    const isSearch = withoutSearch(url) === withoutSearch(location.href);
    if (takeSheetEntry() || (isSearch && hasEntry)) history.replaceState(state, title, url);
    else push(state, title, url);
    hasEntry = isSearch;
  };
  const endStay = () => {
    hasEntry = false;
  };
  // The answer to the last letters may come after the visitor has left the field by the keyboard: only the next stay or a press ends this one.
  document.addEventListener("focusin", ({ target }) => target.id === "search" && endStay());
  for (const kind of ["click", "submit"]) document.addEventListener(kind, endStay);
  window.addEventListener("popstate", endStay);
}

function withoutSearch(href) {
  const url = new URL(href, location.href);
  for (const parameter of ["q", "page"]) url.searchParams.delete(parameter); // a search begins at the first page of the table
  return url.href;
}
