// Before Streamlit starts: on a phone it would open the filters over the page because they were open on the last visit.
"use strict";

if (window.matchMedia("(max-width: 48rem)").matches) {
  try {
    Object.keys(localStorage).filter((key) => key.startsWith("stSidebarCollapsed")).forEach((key) => localStorage.removeItem(key));
  } catch { /* a browser that keeps nothing opens the page as it should */ }
}
