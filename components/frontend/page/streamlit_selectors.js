// Private names of Streamlit's page that the app's scripts rely on. Loaded first, as a classic script, so that boot.js, the components'
// modules and map.js (from its frame, by `window.parent`) all find them. Those of the Python side are in streamlit_internals.py.
"use strict";

window.streamlitInternals = Object.freeze({
  app: '[data-testid="stApp"]',
  main: '[data-testid="stMain"]',
  sidebar: '[data-testid="stSidebar"]',
  toggleGroup: '[data-testid="stButtonGroup"]', // st.pills
  connectionAttribute: "data-test-connection-state", // of the app
  connectedValue: "CONNECTED",
  pageGlobal: "__streamlit",
  hostConfig: "HOST_CONFIG",
  blockErrorDialogs: "blockErrorDialogs",
  sidebarStorageKey: "stSidebarCollapsed", // beginning of the keys in localStorage
});

// Names in style sheets, which cannot read them here. Tests compare this table with the style sheets and with Streamlit's page.
//
// selector                                  use in page.css
// [data-testid="stAppViewContainer"]        print
// [data-testid="stButtonGroup"]             counts beside the focus areas
// [data-testid="stColumn"]                  print
// [data-testid="stExpandSidebarButton"]     hidden on pages without filters
// [data-testid="stHeader"]                  print
// [data-testid="stHorizontalBlock"]         profile before the map on a phone; print
// [data-testid="stMain"]                    print
// [data-testid="stMainBlockContainer"]      print
// [data-testid="stMarkdownContainer"]       width of the articles
// [data-testid="stSidebar"]                 hidden on pages without filters; print
// .stApp                                    pages without filters; print
// .stButton                                 print
// .stHtml                                   links and lists in the app's HTML
// a[href="#stMain"]                         Streamlit's own skip link, in English only
// iframe[src*="streamlit_folium"]           height of the map
