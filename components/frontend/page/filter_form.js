// Form of the filters: its checkboxes and its search field hold the visitor's choices, which may be ahead of the server.

import { emit, pendingEvents } from "./events.js";

const SEARCH_PAUSE_MS = 150; // after the last key
let searchTimer;

export function checkboxes() {
  return [...document.querySelectorAll("#filters input[type=checkbox]")];
}

export function searchField() {
  return document.getElementById("search");
}

/** Return the checkbox of a code, or undefined where it is not offered. */
export function checkbox(filter, code) {
  return checkboxes().find(({ name, value }) => name === filter && value === code);
}

/** Return the checkboxes that are not as the server has them. */
export function changedCheckboxes() {
  return checkboxes().filter(({ checked, defaultChecked }) => checked !== defaultChecked);
}

/** Return whether the search field holds another text than the server has. */
export function hasChangedText() {
  const field = searchField();
  return field !== null && field.value !== field.defaultValue;
}

/** Send the choices and the text that the visitor entered while the page was not live. */
export function sendEarlyChoices() {
  for (const { name, value, checked } of changedCheckboxes()) emit("set_option", name, value, checked);
  if (hasChangedText()) emit("search", searchField().value);
}

/** Send the search text after a pause in typing. */
export function searchSoon() {
  clearTimeout(searchTimer);
  searchTimer = setTimeout(searchNow, SEARCH_PAUSE_MS);
}

/** Send a search text that is still waiting for a pause, before another event. */
export function sendSearch() {
  if (searchTimer !== undefined) searchNow();
}

/** Follow the form's URL, as a browser without script does: there, a search text that names an area becomes the filter of that area. */
export function submitForm() {
  forgetSearch();
  const form = searchField().form;
  emit("follow_link", new URL(form.action).pathname.split("/").at(-1), `?${new URLSearchParams(new FormData(form))}`);
}

function searchNow() {
  forgetSearch();
  emit("search", searchField().value);
}

function forgetSearch() {
  clearTimeout(searchTimer);
  searchTimer = undefined;
}

/**
 * After the server's answer: set the form as the server has it, then as the events that it has not handled yet change it. A text that
 * the visitor has typed since then stays: it is newer than all of these.
 */
export function keepPendingChoices() {
  for (const box of checkboxes()) box.checked = box.defaultChecked;
  const field = searchField();
  const typed = field?.value;
  const events = pendingEvents();
  for (const [kind, ...args] of events) applyEvent(kind, ...args);
  if (!field) return;
  const isTyping = searchTimer !== undefined || events.some(([kind]) => kind === "search" || kind === "follow_link"); // both carry the text
  if (isTyping) field.value = typed;
  else if (!isSameText(field.value, field.defaultValue)) field.value = field.defaultValue;
}

// The server takes a text without the space that a visitor types before the next word.
function isSameText(typed, taken) {
  return typed.trim().normalize("NFC") === taken;
}

/** Change the form as event_handlers.py will do for this event. */
export function applyEvent(kind, filter, code, on) {
  const isCleared = (name) => kind === "clear" || (kind === "clear_filter" && name === filter);
  for (const box of checkboxes()) if (isCleared(box.name)) box.checked = false;
  const field = searchField();
  if (field && (isCleared("text") || (kind === "remove_option" && filter === "text"))) field.value = "";
  const box = checkbox(filter, code);
  if (!box) return;
  if (kind === "set_option") box.checked = on;
  if (kind === "remove_option") box.checked = false;
}
