// The filters by county, EU ecosystem and label: a toggle for each choice, with the number of clusters it gives.

import { button, element, keepingFocus } from "./dom.js";
import { tell, unanswered } from "./events.js";

const { sidebar, toggleGroup } = window.streamlitInternals;
const FOCUS = `${sidebar} ${toggleGroup} button`;

export function render({ place, content, words }) {
  const { counts, chosen = {}, focus = [] } = content;
  const write = (count) => count.toLocaleString(words.language);
  // The counts stand in the order of the codes. Just after the list has changed, labels and counts may be of two versions.
  const isOneVersion = typeof content.words !== "string" || content.words.endsWith(words.version);
  const countsOf = ({ key, varies }) => (isOneVersion || !varies ? (counts[key] ?? []) : []);
  const draw = () => {
    const pressed = new Map(words.groups.map(({ key }) => [key, new Set(chosen[key])]));
    unanswered().forEach((event) => apply(pressed, ...event));
    const press = (key, code) => {
      const on = !pressed.get(key).has(code);
      tell("switch", key, code, on);
      draw();
      apply(pressed, "switch", key, code, on);
      const codes = [...pressed].map(([filter, wanted]) => [filter, [...wanted]]);
      document.dispatchEvent(new CustomEvent("klusterkartan:chosen", { detail: Object.fromEntries(codes) })); // the map shows it at once
    };
    const groups = words.groups.map((group) => fieldset(group, countsOf(group), pressed.get(group.key), write, press));
    keepingFocus(place, () => place.replaceChildren(...groups));
  };
  draw();
  countFocus(place, focus.map(write));
}

// The counts of the focus areas, which page.css shows beside the names in Streamlit's own buttons; Streamlit may draw these anew.
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

// Apply an event to the chosen codes, as event_handlers.py will.
function apply(chosen, kind, key, code, on) {
  if (kind === "clear") chosen.forEach((codes) => codes.clear());
  else if (kind === "switch" && on) chosen.get(key)?.add(code);
  else if (kind === "switch" || kind === "drop") chosen.get(key)?.delete(code);
}

function fieldset(group, counts, chosen, write, press) {
  const set = element("fieldset");
  set.append(element("legend", group.legend));
  const codes = group.options.map(([code]) => code).sort(); // the order of the counts
  for (const [code, name] of group.options) {
    const count = counts[codes.indexOf(code)];
    const text = count === undefined ? name : `${name} (${write(count)})`;
    const toggle = button(text, `${group.key}-${code}`, () => press(group.key, code));
    toggle.setAttribute("aria-pressed", String(chosen.has(code)));
    toggle.classList.toggle("none", count === 0);
    set.append(toggle);
  }
  return set;
}
