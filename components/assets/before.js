// Before Streamlit starts: what it shall not do.
"use strict";

// Streamlit lays dialogs in English over the page while there is no connection, and for an address that it does not know: top.js says
// both instead.
window.__streamlit = { ...window.__streamlit, HOST_CONFIG: { ...window.__streamlit?.HOST_CONFIG, blockErrorDialogs: true } };

// On a phone it would open the filters over the page because they were open on the last visit.
if (window.matchMedia("(max-width: 48rem)").matches) {
  try {
    Object.keys(localStorage).filter((key) => key.startsWith("stSidebarCollapsed")).forEach((key) => localStorage.removeItem(key));
  } catch { /* a browser that keeps nothing opens the page as it should */ }
}
