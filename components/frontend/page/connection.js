// The state of the page's connection with its server, as Streamlit notes it on the page.

const NOTICED_MS = 2500; // before visitors are told of a cut: another server is often there sooner
const { app: appSelector, connectionAttribute, connectedValue } = window.streamlitInternals;
const app = document.querySelector(appSelector);
const back = [];
const cut = [];
let connected = true;
let waiting;

export function isConnected() {
  return connected;
}

/** Act each time the page is connected again. */
export function whenConnected(act) {
  back.push(act);
}

/** Act each time it has been cut off for so long that a visitor should know. */
export function whenCutOff(act) {
  cut.push(act);
}

new MutationObserver(() => {
  const before = connected;
  connected = app.getAttribute(connectionAttribute) === connectedValue;
  if (connected === before) return;
  clearTimeout(waiting);
  if (connected) back.forEach((act) => act());
  else waiting = setTimeout(() => cut.forEach((act) => act()), NOTICED_MS);
}).observe(app, { attributeFilter: [connectionAttribute] });
