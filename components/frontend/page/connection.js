// State of the page's connection with the server, read from an attribute that Streamlit sets on its app, and one calm line for the visitor:
// offline, or a simpler form of the page while there is no connection but the server answers.

import { askForRoom, pause } from "./room.js";
import { APP, CONNECTED, CONNECTION_ATTRIBUTE } from "./streamlit_selectors.js";

const OFFLINE_GRACE_MS = 2500; // before visitors see the notice: another server often answers sooner
const SIMPLE_FORM_MS = 10_000; // after which a page that is not live says so

const connectedHandlers = [];
let connected = false;
let cuts = 0; // how often the connection was cut
let requestRerun = () => {};
let timer = setTimeout(notifySimple, SIMPLE_FORM_MS);
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
    } else {
      timer = setTimeout(() => notify("offline"), OFFLINE_GRACE_MS);
      returnToLinks();
    }
  });
  observer.observe(app, { attributeFilter: [CONNECTION_ATTRIBUTE] });
}

// While the server does not answer at all, events wait for the connection. If it answers, but for a while not over the socket (another visitor
// has taken the room, or a proxy blocks it), links and the form load pages until the connection is back.
async function returnToLinks() {
  cuts += 1;
  const cut = cuts;
  await untilServerAnswers(cut);
  if (connected || cut !== cuts) return;
  clearTimeout(timer);
  setLive(false);
  notifySimple();
}

// Ends too when the connection is back.
async function untilServerAnswers(cut) {
  await pause();
  if (connected || cut !== cuts || (await askForRoom()) !== undefined) return;
  await untilServerAnswers(cut);
}

/** Return whether links and the form send events; else they load pages. */
export function isLive() {
  return "live" in document.documentElement.dataset;
}

/** Note whether links and the form send events. */
export function setLive(live) {
  document.documentElement.toggleAttribute("data-live", live);
}

// Only the upload cannot do without the connection.
function notifySimple() {
  notify(document.querySelector(".file-input") ? "offline" : "simple");
}

/** Show one of the labels in the line at the bottom of the window; "" empties it. */
export function notify(label) {
  const labels = JSON.parse(document.getElementById("page").dataset.labels);
  document.getElementById("connection").textContent = label && labels[label];
}
