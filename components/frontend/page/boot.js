// Settings of Streamlit's page, made before its own scripts start.
"use strict";

{
  const { pageGlobal, hostConfig, blockErrorDialogs, sidebarStorageKey } = window.streamlitInternals;

  // Streamlit lays dialogs in English over the page while there is no connection, and for a URL that it does not know. header.js shows
  // notices for both instead.
  const page = window[pageGlobal] ?? {};
  window[pageGlobal] = { ...page, [hostConfig]: { ...page[hostConfig], [blockErrorDialogs]: true } };

  // On a phone Streamlit would open the filters over the page because they were open on the last visit.
  if (window.matchMedia("(max-width: 48rem)").matches) {
    try {
      Object.keys(localStorage)
        .filter((key) => key.startsWith(sidebarStorageKey))
        .forEach((key) => localStorage.removeItem(key));
    } catch {
      /* a browser without storage opens the page as it should */
    }
  }
}
