// Start of Streamlit behind the page, as soon as the server has room for one more live visit. Until then the page has its simpler form.

import { showSimpleForm } from "./connection.js";
import { askForRoom } from "./live_room.js";

const MIN_PAUSE_MS = 10_000; // before the page asks again; pages that were opened together do not ask together
const MAX_PAUSE_MS = 20_000;

/** Load Streamlit's script once the page is drawn and the server has room or does not say; the page has asked already (page_scripts.html). */
export async function startStreamlit(answer = window.liveRoom) {
  await isDrawn();
  if ((await answer) !== false) return loadScript();
  showSimpleForm();
  await new Promise((resolve) => setTimeout(resolve, MIN_PAUSE_MS + Math.random() * (MAX_PAUSE_MS - MIN_PAUSE_MS)));
  return startStreamlit(askForRoom());
}

// Streamlit's script keeps the browser busy for a while, so the visitor sees the page first.
function isDrawn() {
  const whenIdle = window.requestIdleCallback ?? setTimeout;
  return new Promise((resolve) => requestAnimationFrame(() => whenIdle(resolve)));
}

function loadScript() {
  const script = document.createElement("script");
  script.type = "module";
  script.src = document.getElementById("page").dataset.streamlit;
  document.head.append(script);
}
