// What the selection is: its numbers, a sentence, each choice as a chip that takes it away, and its files.

import { button, element, keepingFocus } from "./dom.js";
import { tell } from "./events.js";

const AT_HAND = 2; // so many files stand beside the buttons, all of them below
const DONE_MS = 2500; // so long a button says that it has copied

export function render({ place, content, words }) {
  const { sentence, chips = [], numbers = [], without = [], query = "" } = content;
  const parts = place.children.length ? [...place.children] : make(place);
  const [status, figures, chosen, out, all, printed] = parts;
  if (status.textContent !== sentence) status.textContent = sentence; // a screen reader says what is new
  figures.replaceChildren(...numbers.map((text, number) => figure(words.numbers[number], text)));
  const focused = chosen.contains(place.getRootNode().activeElement);
  const found = keepingFocus(chosen, () => chosen.replaceChildren(...chipButtons(chips, words)));
  if (focused && !(found && chips.length)) (chips.length ? chosen.querySelector("button") : status).focus({ preventScroll: true });
  chosen.hidden = !chips.length;
  figures.hidden = !numbers.length;
  out.hidden = !numbers.length;
  const addressed = words.files
    .filter((_file, number) => !without.includes(number))
    .map(([path, name]) => [new URL(path + query, document.baseURI).href, name]);
  all.hidden = out.hidden || !addressed.length;
  if (out.hidden) return;
  window.onbeforeprint = () => {
    printed.textContent = citation(sentence, words);
  };
  keepingFocus(out, () => out.replaceChildren(...addressed.slice(0, AT_HAND).map(file), ...shareButtons(sentence, words)));
  all.firstChild.textContent = words.by_address;
  keepingFocus(all, () => all.lastChild.replaceChildren(...addressed.map((one) => fileWithAddress(one, words))));
}

function make(place) {
  const status = element("p");
  status.setAttribute("role", "status");
  status.tabIndex = -1;
  const figures = element("dl");
  const chosen = element("div");
  chosen.className = "chips";
  const out = element("div");
  out.className = "out";
  const printed = element("p");
  printed.className = "printed";
  const all = element("details");
  all.append(element("summary"), element("ul"));
  const parts = [status, figures, chosen, out, all, printed];
  place.append(...parts);
  return parts;
}

function figure(name, text) {
  const made = element("div");
  made.append(element("dt", name), element("dd", text));
  return made;
}

function chipButtons(chips, words) {
  const made = chips.map(([key, code, name]) => {
    const chip = button(name, `chip-${key}-${code}`, () => tell("drop", key, code));
    chip.setAttribute(
      "aria-label",
      words.drop.replace("%s", () => name),
    );
    return chip;
  });
  const clear = button(words.clear, "clear", () => tell("clear"));
  clear.className = "clear";
  return [...made, clear];
}

function file([address, name]) {
  const made = element("a", name);
  made.href = address;
  made.download = "";
  made.dataset.focus = address;
  return made;
}

// What a program, Excel or Power BI is given to fetch the selection with.
function fileWithAddress([address, name], words) {
  const made = element("li");
  const copy = copyButton(words.copy_address, `copy ${name}`, () => address, words);
  copy.setAttribute("aria-label", `${words.copy_address}: ${name}`);
  made.append(file([address, name]), element("code", address), copy);
  return made;
}

function shareButtons(sentence, words) {
  return [
    ...(words.copy_link ? [copyButton(words.copy_link, "copy-link", () => location.href, words)] : []),
    copyButton(words.copy_citation, "copy-citation", () => citation(sentence, words), words),
    button(words.print, "print", () => window.print()),
  ];
}

function citation(sentence, words) {
  return words.citation
    .replace("{selection}", () => sentence)
    .replace("{date}", () => new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Stockholm" }))
    .replace("{address}", () => location.href);
}

function copyButton(text, focus, read, words) {
  const made = button(text, focus, async () => {
    await copy(read());
    made.textContent = words.copied;
    setTimeout(() => {
      made.textContent = text;
    }, DONE_MS);
  });
  made.ariaLive = "polite";
  return made;
}

// Browsers offer a clipboard only on https, and may refuse it; the older way still works then.
async function copy(text) {
  try {
    return await navigator.clipboard.writeText(text);
  } catch {
    /* the older way */
  }
  const area = document.body.appendChild(element("textarea", text));
  area.select();
  document.execCommand("copy");
  area.remove();
}
