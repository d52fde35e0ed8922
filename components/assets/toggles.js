// The filters by county and label: a toggle for each choice, with the number of clusters it gives.

import { button, content, element, keepingFocus, Presses } from "./elements.js";

const GIVES = 1;
const CHOSEN = 2;
const presses = new Presses(); // each as number, key, code and whether it was switched on

export function render({ data, parentElement, setStateValue }) {
  const place = parentElement.querySelector(".toggles");
  const { groups, seen, session } = content(data);
  const again = presses.answered(session, seen);
  if (again) setStateValue("pressed", again);
  const chosen = new Map(groups.map((group) => [group.key, chosenIn(group)]));
  presses.unanswered.forEach((press) => switchTo(chosen, ...press));
  const press = (key, code) => {
    const told = presses.add(key, code, !chosen.get(key).has(code));
    switchTo(chosen, ...told.presses.at(-1));
    draw();
    setStateValue("pressed", told);
    const codes = groups.map((group) => [group.key, group.options.map(([option]) => option).filter((option) => chosen.get(group.key).has(option))]);
    document.dispatchEvent(new CustomEvent("klusterkartan:chosen", { detail: Object.fromEntries(codes) })); // the map shows it at once
  };
  const draw = () => keepingFocus(place, () => place.replaceChildren(...groups.map((group) => fieldset(group, chosen.get(group.key), press))));
  draw();
}

function chosenIn(group) {
  return new Set(group.options.filter(([, , state]) => state & CHOSEN).map(([code]) => code));
}

function switchTo(chosen, _number, key, code, on) {
  if (on) chosen.get(key)?.add(code);
  else chosen.get(key)?.delete(code);
}

function fieldset(group, chosen, press) {
  const made = element("fieldset");
  made.append(element("legend", group.legend));
  for (const [code, words, state] of group.options) {
    const toggle = button(words, `${group.key}-${code}`, () => press(group.key, code));
    toggle.setAttribute("aria-pressed", String(chosen.has(code)));
    toggle.classList.toggle("none", !(state & GIVES));
    made.append(toggle);
  }
  return made;
}
