// History of the browser while the visitor types: one entry for each stay in the search field, so that Back leaves the search as a whole.
// Streamlit adds an entry for each change of the query, and another one if the page changes too: a link to a selection on another page has
// one. The first choice in the sheet of filters takes the place of the sheet's entry.

import { takeSheetEntry } from "./filter_sheet.js";

let hasEntry = false; // whether the newest entry is of this stay
let newQuery; // of the newest entry, if only its query is new and the visitor has pressed nothing since

/** Let the searches of a stay replace each other. */
export function joinSearches() {
  const push = history.pushState.bind(history);
  history.pushState = (state, title, url) => {
    const isSearch = withoutSearch(url) === withoutSearch(location.href);
    const { pathname, search } = new URL(url, location.href);
    const isSamePage = pathname === location.pathname;
    const isRestOfLink = !isSamePage && search === newQuery;
    if (takeSheetEntry() || (isSearch && hasEntry) || isRestOfLink) history.replaceState(state, title, url);
    else push(state, title, url);
    hasEntry = isSearch;
    newQuery = isSamePage ? search : undefined;
  };
  const endStay = () => {
    hasEntry = false;
    newQuery = undefined;
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
