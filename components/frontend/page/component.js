// Loader of the page's components (component.py): fetches the script, style sheet and labels of each once, from the app's own server.
"use strict";

// biome-ignore lint/correctness/noUnusedVariables: the page calls it for each component
const klusterkartan = (() => {
  const MIN_RETRY_PAUSE_MS = 500; // before a failed request is repeated; it doubles each time
  const MAX_RETRY_PAUSE_MS = 30_000;
  const decoder = new TextDecoder();
  let latestLabels = {}; // key: the language and version of the dataset; promise: the labels of all components
  const styleSheets = new WeakMap(); // root -> promise of its style sheet
  const latestContent = new WeakMap(); // root -> the content that was sent last

  async function draw(name, { data, parentElement, ...rest }) {
    const content = JSON.parse(decoder.decode(data));
    const root = parentElement.querySelector(`.${name}`) ?? createRoot(parentElement, name);
    latestContent.set(root, content);
    const [component, labels] = await Promise.all([loadScript(name), loadLabels(name, content.labels), styleSheets.get(root)]);
    if (latestContent.get(root) === content) component.render({ ...rest, root, content, labels });
  }

  function createRoot(parent, name) {
    const root = document.createElement("div");
    root.className = name;
    parent.append(root);
    styleSheets.set(
      root,
      retryUntilLoaded(() => loadStyleSheet(root, name)),
    );
    return root;
  }

  function loadStyleSheet(root, name) {
    return new Promise((resolve, reject) => {
      const sheet = document.createElement("link");
      sheet.rel = "stylesheet";
      sheet.href = `assets/page/${name}.css`;
      sheet.onload = resolve;
      sheet.onerror = () => {
        sheet.remove();
        reject();
      };
      root.before(sheet);
    });
  }

  // The server sends the labels themselves for an upload, which has no URL, and else their key: language and version of the dataset.
  function loadLabels(name, labels) {
    return typeof labels === "string" ? fetchLabels(name, labels) : labels;
  }

  // The server may answer with the labels of another version if the dataset has just changed; those are used once and not stored.
  async function fetchLabels(name, key) {
    if (latestLabels.key !== key) {
      latestLabels = { key, promise: retryUntilLoaded(() => fetchJson(`page/words/${key}.json`)) };
    }
    const requested = latestLabels;
    const labels = await requested.promise;
    if (latestLabels === requested && !key.endsWith(labels.version)) latestLabels = {};
    return labels[name];
  }

  function loadScript(name) {
    return retryUntilLoaded(() => import(new URL(`assets/page/${name}.js`, document.baseURI)));
  }

  async function fetchJson(path) {
    const response = await fetch(new URL(path, document.baseURI));
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response.json();
  }

  // There is no end to the attempts, since a component is of no use without its script, style sheet and labels.
  async function retryUntilLoaded(load, pause = MIN_RETRY_PAUSE_MS) {
    try {
      return await load();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, pause));
      return retryUntilLoaded(load, Math.min(2 * pause, MAX_RETRY_PAUSE_MS));
    }
  }

  return draw;
})();
