// Start of Streamlit behind the page, as soon as the server has room for one more live visit (server/live_limit.py). Until then the page
// works by plain links and forms.

import { askForRoom, pause } from "./room.js";

/** Load Streamlit's script, which the page has preloaded, once the page is drawn and the server has room or does not say. */
export async function startStreamlit() {
  await isDrawn();
  if ((await askForRoom()) ?? true) return loadScript();
  await pause();
  return startStreamlit();
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
