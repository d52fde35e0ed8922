// Settings of Streamlit's page, set before its own scripts start.
"use strict";

{
  const { pageGlobal, hostConfig, blockErrorDialogs, sidebarStorageKey } = window.streamlitInternals;

  // Streamlit covers the page with dialogs in English while there is no connection, and for a URL that it does not know. header.js shows
  // notices in the visitor's language instead.
  const page = window[pageGlobal] ?? {};
  window[pageGlobal] = { ...page, [hostConfig]: { ...page[hostConfig], [blockErrorDialogs]: true } };

  // On a phone the sidebar would cover the page if it was open on the last visit.
  if (window.matchMedia("(max-width: 48rem)").matches) {
    try {
      Object.keys(localStorage)
        .filter((key) => key.startsWith(sidebarStorageKey))
        .forEach((key) => localStorage.removeItem(key));
    } catch {
      /* a browser without storage has no state of the sidebar to remove */
    }
  }
}
