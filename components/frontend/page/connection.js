// State of the page's connection with the server, read from an attribute that Streamlit sets on its app, and one calm line for the visitor:
// offline, or a simpler form of the page, whose links and forms load pages, while there is no connection but the server answers.

import { askForRoom } from "./live_room.js";
import { APP, CONNECTED, CONNECTION_ATTRIBUTE } from "./streamlit_selectors.js";

const OFFLINE_GRACE_MS = 2500; // before visitors see the notice: another server often answers sooner
const SIMPLE_FORM_MS = 10_000; // without connection, after which the page takes its simpler form

const connectedHandlers = [];
const simpleHandlers = [];
let connected = false;
let simple = false;
let requestRerun = () => {};
let timer = setTimeout(tryPlainPages, SIMPLE_FORM_MS);
let observer;

/** Call the handler each time the page is connected again. */
export function whenConnected(handler) {
  connectedHandlers.push(handler);
}

/** Call the handler each time the page takes its simpler form. */
export function whenSimple(handler) {
  simpleHandlers.push(handler);
}

/** Return whether the page is connected with the server. */
export function isConnected() {
  return connected;
}

/** Return true if the page has its simpler form. A page that waits for its connection is neither live nor simple. */
export function isSimple() {
  return simple;
}

/** Follow the connection from now on; `newRequestRerun` lets the server send the page anew. */
export function startConnection(newRequestRerun) {
  requestRerun = newRequestRerun;
  if (observer) return;
  const app = document.querySelector(APP);
  connected = true;
  clearTimeout(timer);
  observer = new MutationObserver(() => {
    const wasConnected = connected;
    connected = app.getAttribute(CONNECTION_ATTRIBUTE) === CONNECTED;
    if (connected === wasConnected) return;
    clearTimeout(timer);
    if (connected) {
      notify("");
      connectedHandlers.forEach((handler) => handler());
      requestRerun();
    } else timer = setTimeout(showOffline, OFFLINE_GRACE_MS);
  });
  observer.observe(app, { attributeFilter: [CONNECTION_ATTRIBUTE] });
}

/** Return whether links, forms and choices send events. */
export function isLive() {
  return "live" in document.documentElement.dataset;
}

/** Let links, forms and choices send events from now on. */
export function showLiveForm() {
  simple = false;
  document.documentElement.dataset.live = "";
  notify("");
}

/** Let links, forms and choices load pages until there is a connection. */
export function showSimpleForm() {
  if (connected || simple) return;
  clearTimeout(timer);
  if (document.querySelector("[data-event=forget_list]")) return notify("offline"); // no plain page shows a visitor's own list
  simple = true;
  delete document.documentElement.dataset.live;
  notify("simple");
  simpleHandlers.forEach((handler) => handler());
}

function showOffline() {
  notify("offline");
  timer = setTimeout(tryPlainPages, SIMPLE_FORM_MS - OFFLINE_GRACE_MS);
  askForRoom().then((room) => room === false && showSimpleForm()); // there is no connection until another visitor leaves
}

// A page that cannot be loaded would be worse than one that waits.
async function tryPlainPages() {
  if ((await askForRoom()) !== undefined) return showSimpleForm();
  if (connected || simple) return;
  notify("offline");
  timer = setTimeout(tryPlainPages, SIMPLE_FORM_MS);
}

/** Show one of the labels in the line at the bottom of the window; "" empties it. */
export function notify(label) {
  const labels = JSON.parse(document.getElementById("page").dataset.labels);
  document.getElementById("connection").textContent = label && labels[label];
}
