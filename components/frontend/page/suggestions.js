// Suggestions below the search field, as the combobox of the ARIA Authoring Practices: the server sends them with its answer to a typed text,
// as a list of links. The arrow keys go through it while the focus stays in the field, Enter follows the link, Escape closes the list.

import { searchField } from "./filter_form.js";

let isWanted = false; // from a key in the field until a choice, Escape, or until the focus leaves
let active = -1; // number of the link that Enter follows; -1 for none

export function startSuggestions() {
  document.addEventListener("input", ({ target }) => {
    if (target.id === "search") open();
  });
  document.addEventListener("focusout", ({ target, relatedTarget }) => {
    if (target.id === "search" && !list()?.contains(relatedTarget)) close();
  });
  document.addEventListener("keydown", onKey);
  document.addEventListener("click", ({ target }) => {
    if (target.closest(".suggestions, form")) close();
  });
}

/** Show the list that the server has sent, if the visitor is typing. */
export function showSuggestions() {
  const field = searchField();
  if (!field) return;
  const links = options();
  const isOpen = isWanted && links.length > 0;
  if (active >= links.length) active = -1;
  setAttributes(field, { role: "combobox", "aria-autocomplete": "list", "aria-expanded": String(isOpen) });
  if (links.length) field.setAttribute("aria-controls", "suggestions");
  else field.removeAttribute("aria-controls");
  list()?.setAttribute("role", "listbox");
  list()?.toggleAttribute("data-open", isOpen);
  for (const [index, link] of links.entries()) {
    link.parentElement.setAttribute("role", "presentation");
    setAttributes(link, { role: "option", tabindex: "-1", "aria-selected": String(index === active) });
  }
  if (isOpen && active >= 0) field.setAttribute("aria-activedescendant", links[active].id);
  else field.removeAttribute("aria-activedescendant");
}

function open() {
  isWanted = true;
  active = -1;
  showSuggestions();
}

function close() {
  isWanted = false;
  active = -1;
  showSuggestions();
}

function onKey(event) {
  const { key, target, isComposing } = event;
  if (target.id !== "search" || isComposing || !options().length) return;
  const count = options().length;
  if (key === "ArrowDown" || key === "ArrowUp") {
    event.preventDefault();
    isWanted = true;
    const step = key === "ArrowDown" ? 1 : -1;
    active = ((active + 1 + step + count + 1) % (count + 1)) - 1; // past the last one comes the field itself
    showSuggestions();
  } else if (key === "Escape" && isWanted) {
    event.preventDefault();
    close();
  } else if (key === "Enter" && isWanted && active >= 0) {
    event.preventDefault();
    options()[active].click();
  }
}

function list() {
  return document.getElementById("suggestions");
}

function options() {
  return [...document.querySelectorAll("#suggestions a")];
}

function setAttributes(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}
