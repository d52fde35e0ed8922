// Start of Streamlit behind the page, as soon as the server has room for one more live visit (server/live_limit.py). Until then the page
// works by plain links and forms.

const MIN_PAUSE_MS = 10_000; // before the page asks again; pages that were opened together do not ask together
const MAX_PAUSE_MS = 20_000;

/** Load Streamlit's script, which the page has preloaded, once the page is drawn and the server has room or does not say. */
export async function startStreamlit() {
  await isDrawn();
  if (await hasRoom()) return loadScript();
  await new Promise((resolve) => setTimeout(resolve, MIN_PAUSE_MS + Math.random() * (MAX_PAUSE_MS - MIN_PAUSE_MS)));
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

async function hasRoom() {
  try {
    const response = await fetch(new URL("live.json", document.baseURI));
    return (await response.json()).room;
  } catch {
    return true;
  }
}
