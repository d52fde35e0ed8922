// Private names of Streamlit's page that the scripts rely on; those of the Python side are in core/streamlit_internals.py. Tests compare this
// list with Streamlit's page. Style sheets rely only on where Streamlit draws: into `#root`, which is ours, and there the map's frame in boxes.

export const APP = '[data-testid="stApp"]';
export const CONNECTION_ATTRIBUTE = "data-test-connection-state"; // of the app
export const CONNECTED = "CONNECTED"; // its value
export const MAIN = "#root main"; // the landmark of Streamlit's page, beside our own
export const PAGE_GLOBAL = "__streamlit"; // settings of the page, read once when Streamlit's script starts

/** Return the settings of the page, the value of PAGE_GLOBAL. */
export function pageSettings() {
  return {
    // Keeps Streamlit from looking for the server below the page's own path first.
    BACKEND_BASE_URL: new URL(".", location.href).href,
    // Streamlit would cover the page with dialogs in English while there is no connection; connection.js says it in the visitor's language.
    // With the other values the settings hold from the start, not only once there has been a connection.
    HOST_CONFIG: { allowedOrigins: [location.origin], useExternalAuthToken: false, blockErrorDialogs: true },
  };
}
