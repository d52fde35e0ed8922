// Summary of the selection: a sentence, numbers, a chip that removes each choice, downloads and sharing.

import { button, element, keepingFocus } from "./dom.js";
import { emit } from "./events.js";

const MAX_PROMINENT_FILES = 2; // beside the buttons; the list below has all files
const COPIED_NOTICE_MS = 2500;

export function render({ root, content, labels }) {
  const { sentence, chips = [], numbers = [], unavailable_formats: unavailableFormats = [], query = "" } = content;
  const elements = root.children.length ? [...root.children] : createElements(root);
  const [status, figures, chipBar, actions, allFiles, printed] = elements;
  if (status.textContent !== sentence) status.textContent = sentence; // only a change, since a screen reader reads it out
  figures.replaceChildren(...numbers.map((text, index) => figure(labels.numbers[index], text)));
  const hadFocus = chipBar.contains(root.getRootNode().activeElement);
  const keptFocus = keepingFocus(chipBar, () => chipBar.replaceChildren(...chipButtons(chips, labels)));
  if (hadFocus && !(keptFocus && chips.length)) (chips.length ? chipBar.querySelector("button") : status).focus({ preventScroll: true });
  chipBar.hidden = !chips.length;
  figures.hidden = !numbers.length;
  actions.hidden = !numbers.length;
  const files = labels.files
    .filter((_file, index) => !unavailableFormats.includes(index))
    .map(([path, name]) => [new URL(path + query, document.baseURI).href, name]);
  allFiles.hidden = actions.hidden || !files.length;
  if (actions.hidden) return;
  window.onbeforeprint = () => {
    printed.textContent = citation(sentence, labels);
  };
  keepingFocus(actions, () =>
    actions.replaceChildren(...files.slice(0, MAX_PROMINENT_FILES).map(fileLink), ...shareButtons(sentence, labels)),
  );
  allFiles.firstChild.textContent = labels.all_formats;
  keepingFocus(allFiles, () => allFiles.lastChild.replaceChildren(...files.map((file) => fileEntry(file, labels))));
}

function createElements(root) {
  const status = element("p");
  status.setAttribute("role", "status");
  status.tabIndex = -1;
  const figures = element("dl");
  const chipBar = element("div");
  chipBar.className = "chips";
  const actions = element("div");
  actions.className = "out";
  const printed = element("p");
  printed.className = "printed";
  const allFiles = element("details");
  allFiles.append(element("summary"), element("ul"));
  const elements = [status, figures, chipBar, actions, allFiles, printed];
  root.append(...elements);
  return elements;
}

function figure(name, text) {
  const node = element("div");
  node.append(element("dt", name), element("dd", text));
  return node;
}

function chipButtons(chips, labels) {
  const buttons = chips.map(([key, code, name]) => {
    const chip = button(name, `chip-${key}-${code}`, () => emit("remove_option", key, code));
    chip.setAttribute(
      "aria-label",
      labels.remove.replace("%s", () => name),
    );
    return chip;
  });
  const clear = button(labels.clear, "clear", () => emit("clear"));
  clear.className = "clear";
  return [...buttons, clear];
}

function fileLink([url, name]) {
  const link = element("a", name);
  link.href = url;
  link.download = "";
  link.dataset.focus = url;
  return link;
}

// The file with its URL, for programs such as Excel or Power BI that fetch the selection themselves.
function fileEntry([url, name], labels) {
  const entry = element("li");
  const copy = copyButton(labels.copy_address, `copy ${name}`, () => url, labels);
  copy.setAttribute("aria-label", `${labels.copy_address}: ${name}`);
  entry.append(fileLink([url, name]), element("code", url), copy);
  return entry;
}

function shareButtons(sentence, labels) {
  return [
    ...(labels.copy_link ? [copyButton(labels.copy_link, "copy-link", () => location.href, labels)] : []),
    copyButton(labels.copy_citation, "copy-citation", () => citation(sentence, labels), labels),
    button(labels.print, "print", () => window.print()),
  ];
}

function citation(sentence, labels) {
  return labels.citation
    .replace("{selection}", () => sentence)
    .replace("{date}", () => new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Stockholm" }))
    .replace("{address}", () => location.href);
}

function copyButton(text, focusKey, read, labels) {
  const node = button(text, focusKey, async () => {
    await copyText(read());
    node.textContent = labels.copied;
    setTimeout(() => {
      node.textContent = text;
    }, COPIED_NOTICE_MS);
  });
  node.ariaLive = "polite";
  return node;
}

// Browsers offer the clipboard API only on https, and may refuse it; `execCommand` still works then.
async function copyText(text) {
  try {
    return await navigator.clipboard.writeText(text);
  } catch {
    /* continue with execCommand */
  }
  const area = document.body.appendChild(element("textarea", text));
  area.select();
  document.execCommand("copy");
  area.remove();
}
