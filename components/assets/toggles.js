// The filters by county and label: a toggle for each choice, with the number of clusters it gives.

import { button, content, element, keepingFocus } from "./elements.js";

const ANSWER_MS = 2000; // so long what was pressed last counts more than an answer to an earlier press
const pressed = new WeakMap(); // per part: what was chosen here last, and when

export function render({ data, parentElement, setStateValue }) {
  const place = parentElement.querySelector(".toggles");
  const { groups } = content(data);
  const told = Object.fromEntries(groups.map((group) => [group.key, chosenIn(group)]));
  const last = pressed.get(place);
  const waiting = last && Date.now() - last.at < ANSWER_MS && JSON.stringify(last.chosen) !== JSON.stringify(told);
  if (!waiting) pressed.delete(place);
  const chosen = waiting ? last.chosen : told;
  const press = (group, code) => {
    const before = chosen[group.key];
    const after = before.includes(code) ? before.filter((other) => other !== code) : [...before, code];
    chosen[group.key] = group.options.map(([option]) => option).filter((option) => after.includes(option));
    pressed.set(place, { chosen, at: Date.now() });
    draw();
    setStateValue("chosen", { ...chosen, at: Date.now() }); // the time makes every press news
    document.dispatchEvent(new CustomEvent("klusterkartan:chosen", { detail: { ...chosen } })); // the map shows it at once
  };
  const draw = () => keepingFocus(place, () => place.replaceChildren(...groups.map((group) => fieldset(group, chosen[group.key], press))));
  draw();
}

function chosenIn(group) {
  return group.options.filter(([, , , chosen]) => chosen).map(([code]) => code);
}

function fieldset(group, chosen, press) {
  const made = element("fieldset");
  made.append(element("legend", group.legend));
  for (const [code, name, count] of group.options) {
    const toggle = button(`${name} (${count})`, `${group.key}-${code}`, () => press(group, code));
    toggle.setAttribute("aria-pressed", String(chosen.includes(code)));
    toggle.classList.toggle("none", !count);
    made.append(toggle);
  }
  return made;
}
