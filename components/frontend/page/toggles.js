// The filters by county and label: a toggle for each choice, with the number of clusters it gives.

import { button, element, keepingFocus } from "./dom.js";
import { tell, unanswered } from "./events.js";

const { sidebar, toggleGroup } = window.streamlitInternals;
const FOCUS = `${sidebar} ${toggleGroup} button`;

export function render({ place, content, words }) {
  const { counts, chosen = {}, focus = [] } = content;
  const write = (count) => count.toLocaleString(words.language);
  const draw = () => {
    const shown = new Map(words.groups.map(({ key }) => [key, new Set(chosen[key])]));
    unanswered().forEach((press) => follow(shown, ...press));
    const press = (key, code) => {
      const on = !shown.get(key).has(code);
      tell("switch", key, code, on);
      draw();
      follow(shown, "switch", key, code, on);
      const codes = [...shown].map(([filter, wanted]) => [filter, [...wanted]]);
      document.dispatchEvent(new CustomEvent("klusterkartan:chosen", { detail: Object.fromEntries(codes) })); // the map shows it at once
    };
    const groups = words.groups.map((group) => fieldset(group, counts[group.key], shown.get(group.key), write, press));
    keepingFocus(place, () => place.replaceChildren(...groups));
  };
  draw();
  countFocus(place, focus.map(write));
}

// Beside the names in Streamlit's own toggles, by page.css; Streamlit may draw them anew.
let numbers = [];
const countAgain = () =>
  document.querySelectorAll(FOCUS).forEach((toggle, place) => {
    toggle.dataset.count = numbers[place] ?? "";
  });
const redrawn = new MutationObserver(countAgain);

function countFocus(place, counts) {
  numbers = counts;
  redrawn.observe(place.getRootNode().host.closest(sidebar), { subtree: true, childList: true });
  countAgain();
}

// What a press leaves of what is chosen, as event_handlers.py will do it.
function follow(chosen, kind, key, code, on) {
  if (kind === "clear") chosen.forEach((codes) => codes.clear());
  else if (kind === "switch" && on) chosen.get(key)?.add(code);
  else if (kind === "switch" || kind === "drop") chosen.get(key)?.delete(code);
}

function fieldset(group, counts, chosen, write, press) {
  const made = element("fieldset");
  made.append(element("legend", group.legend));
  const codes = group.options.map(([code]) => code).sort(); // the order in which the numbers come
  for (const [code, name] of group.options) {
    const count = counts[codes.indexOf(code)];
    const toggle = button(`${name} (${write(count)})`, `${group.key}-${code}`, () => press(group.key, code));
    toggle.setAttribute("aria-pressed", String(chosen.has(code)));
    toggle.classList.toggle("none", !count);
    made.append(toggle);
  }
  return made;
}
