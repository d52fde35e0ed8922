// Whether the page is connected with its server, as Streamlit says it.

const NOTICED_MS = 2500; // so long nothing is said of a cut: another server is there sooner
const app = document.querySelector('[data-testid="stApp"]');
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
  connected = app.dataset.testConnectionState === "CONNECTED";
  if (connected === before) return;
  clearTimeout(waiting);
  if (connected) back.forEach((act) => act());
  else waiting = setTimeout(() => cut.forEach((act) => act()), NOTICED_MS);
}).observe(app, { attributeFilter: ["data-test-connection-state"] });
