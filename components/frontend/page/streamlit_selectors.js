// Private names of Streamlit's page that the scripts rely on; those of the Python side are in core/streamlit_internals.py. Tests compare this
// list with Streamlit's page. Style sheets rely on none: `#root` is ours, and Streamlit draws into it.

export const APP = '[data-testid="stApp"]';
export const CONNECTION_ATTRIBUTE = "data-test-connection-state"; // of the app
export const CONNECTED = "CONNECTED"; // its value
export const MAIN = "#root main"; // the landmark of Streamlit's page, beside our own
export const PAGE_GLOBAL = "__streamlit"; // settings of the page, read once when Streamlit's script starts
