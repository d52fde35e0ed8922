// Filters by county, EU ecosystem and label: a toggle for each option, with the number of clusters that it would give.

import { button, element, keepingFocus } from "./dom.js";
import { emit, pendingEvents } from "./events.js";

const { sidebar, toggleGroup } = window.streamlitInternals;
const FOCUS = `${sidebar} ${toggleGroup} button`;

export function render({ root, content, labels }) {
  const { counts, chosen = {}, focus = [] } = content;
  const format = (count) => count.toLocaleString(labels.language);
  // Counts come in the order of the codes. Just after the list has changed, labels and counts may be of two versions.
  const isOneVersion = typeof content.labels !== "string" || content.labels.endsWith(labels.version);
  const countsOf = ({ key, varies }) => (isOneVersion || !varies ? (counts[key] ?? []) : []);
  const draw = () => {
    const pressed = new Map(labels.groups.map(({ key }) => [key, new Set(chosen[key])]));
    pendingEvents().forEach((event) => applyEvent(pressed, ...event));
    const press = (key, code) => {
      const on = !pressed.get(key).has(code);
      emit("set_option", key, code, on);
      draw();
      applyEvent(pressed, "set_option", key, code, on);
      const codes = [...pressed].map(([filter, selected]) => [filter, [...selected]]);
      document.dispatchEvent(new CustomEvent("klusterkartan:chosen", { detail: Object.fromEntries(codes) })); // map.js shows the choice before the server answers
    };
    const groups = labels.groups.map((group) => fieldset(group, countsOf(group), pressed.get(group.key), format, press));
    keepingFocus(root, () => root.replaceChildren(...groups));
  };
  draw();
  showFocusCounts(root, focus.map(format));
}

// The counts of the focus areas stand in an attribute of Streamlit's toggles, which page.css shows beside the names. They are written
// again when Streamlit has redrawn the toggles.
let focusCounts = [];
const writeFocusCounts = () =>
  document.querySelectorAll(FOCUS).forEach((toggle, index) => {
    toggle.dataset.count = focusCounts[index] ?? "";
  });
const redrawObserver = new MutationObserver(writeFocusCounts);

function showFocusCounts(root, counts) {
  focusCounts = counts;
  redrawObserver.observe(root.getRootNode().host.closest(sidebar), { subtree: true, childList: true });
  writeFocusCounts();
}

// Change the chosen codes as event_handlers.py will do for this event.
function applyEvent(chosen, kind, key, code, on) {
  if (kind === "clear") chosen.forEach((codes) => codes.clear());
  else if (kind === "set_option" && on) chosen.get(key)?.add(code);
  else if (kind === "set_option" || kind === "remove_option") chosen.get(key)?.delete(code);
}

function fieldset(group, counts, chosen, format, press) {
  const node = element("fieldset");
  node.append(element("legend", group.legend));
  const codes = group.options.map(([code]) => code).sort(); // the server sends the counts in this order
  for (const [code, name] of group.options) {
    const count = counts[codes.indexOf(code)];
    const text = count === undefined ? name : `${name} (${format(count)})`;
    const toggle = button(text, `${group.key}-${code}`, () => press(group.key, code));
    toggle.setAttribute("aria-pressed", String(chosen.has(code)));
    toggle.classList.toggle("none", count === 0);
    node.append(toggle);
  }
  return node;
}
