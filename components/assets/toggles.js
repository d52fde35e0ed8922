// The filters by county and label: a toggle for each choice, with the number of clusters it gives.

import { button, element, keepingFocus, Presses } from "./elements.js";

const FOCUS = '[data-testid="stSidebar"] [data-testid="stButtonGroup"] button';
const presses = new Presses(); // each as number, key, code and whether it was switched on

export function render({ place, content, words, setStateValue }) {
  const { counts, seen = 0, session, focus = [] } = content;
  const again = presses.answered(session, seen);
  if (again) setStateValue("pressed", again);
  const chosen = new Map(words.groups.map(({ key }) => [key, new Set(content.chosen?.[key])]));
  presses.unanswered.forEach((press) => switchTo(chosen, ...press));
  const press = (key, code) => {
    const told = presses.add(key, code, !chosen.get(key).has(code));
    switchTo(chosen, ...told.presses.at(-1));
    draw();
    setStateValue("pressed", told);
    const codes = [...chosen].map(([filter, wanted]) => [filter, [...wanted]]);
    document.dispatchEvent(new CustomEvent("klusterkartan:chosen", { detail: Object.fromEntries(codes) })); // the map shows it at once
  };
  const write = (count) => count.toLocaleString(words.language);
  countFocus(place, focus.map(write));
  const draw = () => keepingFocus(place, () => place.replaceChildren(...words.groups.map((group) => fieldset(group, counts[group.key], chosen.get(group.key), write, press))));
  draw();
}

// Beside the names in Streamlit's own toggles, by page.css; Streamlit may draw them anew.
let numbers = [];
const countAgain = () => document.querySelectorAll(FOCUS).forEach((toggle, place) => { toggle.dataset.count = numbers[place] ?? ""; });
const redrawn = new MutationObserver(countAgain);

function countFocus(place, counts) {
  numbers = counts;
  redrawn.observe(place.getRootNode().host.closest('[data-testid="stSidebar"]'), { subtree: true, childList: true });
  countAgain();
}

function switchTo(chosen, _number, key, code, on) {
  if (on) chosen.get(key)?.add(code);
  else chosen.get(key)?.delete(code);
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
