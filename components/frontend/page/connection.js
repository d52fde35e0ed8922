// State of the page's connection with the server, read from an attribute that Streamlit sets on its app, and one calm line for the visitor:
// offline, or a simpler form of the page while Streamlit has not come.

import { APP, CONNECTED, CONNECTION_ATTRIBUTE } from "./streamlit_selectors.js";

const OFFLINE_GRACE_MS = 2500; // before visitors see the notice: another server often answers sooner
const SIMPLE_FORM_MS = 10_000; // after which a page that is not live says so

const connectedHandlers = [];
let connected = false;
let requestRerun = () => {};
// Only the upload cannot do without the connection.
let timer = setTimeout(() => notify(document.querySelector(".file-input") ? "offline" : "simple"), SIMPLE_FORM_MS);
let observer;

/** Call the handler each time the page is connected again. */
export function whenConnected(handler) {
  connectedHandlers.push(handler);
}

/** Follow the connection from now on; `newRequestRerun` lets the server send the page anew. */
export function startConnection(newRequestRerun) {
  requestRerun = newRequestRerun;
  if (observer) return;
  const app = document.querySelector(APP);
  connected = true;
  clearTimeout(timer);
  notify("");
  observer = new MutationObserver(() => {
    const wasConnected = connected;
    connected = app.getAttribute(CONNECTION_ATTRIBUTE) === CONNECTED;
    if (connected === wasConnected) return;
    clearTimeout(timer);
    if (connected) {
      notify("");
      connectedHandlers.forEach((handler) => handler());
      requestRerun();
    } else timer = setTimeout(() => notify("offline"), OFFLINE_GRACE_MS);
  });
  observer.observe(app, { attributeFilter: [CONNECTION_ATTRIBUTE] });
}

/** Show one of the labels in the line at the bottom of the window; "" empties it. */
export function notify(label) {
  const labels = JSON.parse(document.getElementById("page").dataset.labels);
  document.getElementById("connection").textContent = label && labels[label];
}
