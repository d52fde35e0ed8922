// State of the page's connection with the server, read from an attribute that Streamlit sets on the page.

const OFFLINE_GRACE_MS = 2500; // before visitors see the offline notice: another server often answers sooner
const { app: appSelector, connectionAttribute, connectedValue } = window.streamlitInternals;
const app = document.querySelector(appSelector);
const connectedHandlers = [];
const offlineHandlers = [];
let connected = true;
let offlineTimer;

export function isConnected() {
  return connected;
}

/** Call the handler each time the page is connected again. */
export function whenConnected(handler) {
  connectedHandlers.push(handler);
}

/** Call the handler each time the page has been offline for longer than the grace period. */
export function whenOffline(handler) {
  offlineHandlers.push(handler);
}

new MutationObserver(() => {
  const wasConnected = connected;
  connected = app.getAttribute(connectionAttribute) === connectedValue;
  if (connected === wasConnected) return;
  clearTimeout(offlineTimer);
  if (connected) connectedHandlers.forEach((handler) => handler());
  else offlineTimer = setTimeout(() => offlineHandlers.forEach((handler) => handler()), OFFLINE_GRACE_MS);
}).observe(app, { attributeFilter: [connectionAttribute] });
