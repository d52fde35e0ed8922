// Controls of the page. Each is a link, a button or a form that works by itself; once the page is live, its event is sent instead
// (`data-event="kind:argument:argument"`), and the page changes without being loaded anew.

import { isLive, isSimple } from "./connection.js";
import { copy } from "./copy.js";
import { emit } from "./events.js";
import { saveMarked, sendFile, sendList, stopFile } from "./file_input.js";
import { closeFilters } from "./filter_sheet.js";
import { applyEvent, searchSoon, sendSearch, submitForm } from "./filter_form.js";
import { moveToAnswer } from "./focus.js";
import { closeFold, FILTERS, MENU, REGION_PROFILE } from "./folds.js";
import { forgetEverywhere, takeStored } from "./own_list.js";
import { hasChoices, withChoices } from "./page_load.js";
import { namePage } from "./page_link.js";
import { preview } from "./preview.js";
import { preparePaper } from "./print.js";
import { changeOrder } from "./row_order.js";

const NO_PAGE = /[/.]/; // in the path of a file or an endpoint
const TYPED = "input:not([type=checkbox]), textarea";
const PREVIEWED = new Set(["remove_option", "clear", "clear_filter"]);

export function startControls() {
  document.addEventListener("click", onClick);
  document.addEventListener("change", onChange);
  document.addEventListener("keydown", onKey);
  document.addEventListener("input", ({ target }) => {
    if (isLive() && target.id === "search") searchSoon();
  });
  window.addEventListener("beforeprint", preparePaper);
  document.addEventListener("submit", (event) => {
    if (!isLive()) return;
    event.preventDefault();
    if ("names" in event.target.dataset) return sendNames(event.target);
    if (event.target.dataset.event) return sendNumber(event.target);
    submitForm();
    showAnswer(event.submitter);
  });
}

// Then the field is as the server has it, so that it follows the page that is shown.
function sendNumber(form) {
  sendSearch();
  emit(form.dataset.event, form.querySelector("[type=number]").value);
  form.reset();
}

function sendNames({ elements }) {
  emit("name_list", ...["title", "kind", "one", "many"].map((name) => elements[name].value));
}

// Where the filters cover the results, they are closed; so is the county's sheet, since the visitor asks for the clusters. The button at
// their end leads to the answer in every window.
function showAnswer(button) {
  const wereOverPage = closeFilters();
  if (wereOverPage) closeFold(REGION_PROFILE);
  if (wereOverPage || button?.closest(".show-answer")) moveToAnswer();
}

/** Escape closes the layers over the page, one after the other; in a search field it empties that first, and it closes no profile. */
function onKey({ key, target, isComposing, defaultPrevented }) {
  if (key !== "Escape" || isComposing || defaultPrevented || (target.type === "search" && target.value)) return;
  if (closeFold(MENU) || closeFilters() || target.matches(TYPED)) return;
  const close = document.querySelector("#profile .close");
  if (close) close.click();
  else closeFold(REGION_PROFILE);
}

function onClick(event) {
  if (!event.target.closest(MENU)) closeFold(MENU);
  if (event.target.matches(FILTERS)) closeFilters(); // the page beside the sheet: the fold darkens it
  const control = event.target.closest("a, button");
  if (control?.dataset.pageLink) namePage(control);
  if (!control || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  if ("copy" in control.dataset) copy(control);
  else if ("print" in control.dataset) window.print();
  else if ("stop" in control.dataset) stopFile();
  else if ("marked" in control.dataset) saveMarked();
  else if ("stored" in control.dataset) takeStored(control.dataset.stored, sendList);
  else if (control.dataset.event === "forget_list") forgetEverywhere();
  else if ("reload" in control.dataset) {
    event.preventDefault();
    location.reload();
  } else if (isLive() && !control.hasAttribute("download")) follow(control, event);
  else if (hasChoices()) carryChoices(control, event);
}

// Links that keep the selection, and files of it, get the choices that the page does not show yet. A link that clears filters leaves them out.
function carryChoices(link, event) {
  const href = link.getAttribute("href");
  if (!href || link.dataset.event?.startsWith("clear")) return;
  if (link.hasAttribute("download")) link.href = withChoices(href);
  else if (link.dataset.event || link.closest("#drawn-map")) {
    event.preventDefault();
    location.assign(withChoices(href));
  }
}

function follow(control, event) {
  const path = pagePath(control);
  if (!control.dataset.event && path === null) return;
  event.preventDefault();
  sendSearch();
  if (!control.dataset.event) return emit("follow_link", path, new URL(control.href).search);
  const [kind, ...args] = control.dataset.event.split(":");
  emit(kind, ...args);
  if (!PREVIEWED.has(kind)) return;
  applyEvent(kind, ...args);
  preview();
}

/** Return the path of the page that a link leads to, or null for a link to anything else. */
function pagePath(link) {
  if (!link.href || link.target) return null;
  const { origin, pathname, hash } = new URL(link.href);
  const folder = new URL(".", document.baseURI).pathname;
  const path = pathname.slice(folder.length);
  return origin === location.origin && pathname.startsWith(folder) && !NO_PAGE.test(path) && !hash ? path : null;
}

function onChange({ target }) {
  if (target.id === "chosen-file") return sendFile(target);
  if (target.id === "order") return changeOrder(target);
  if (target.type !== "checkbox" || !target.closest("#filters") || !(isLive() || isSimple())) return;
  emit("set_option", target.name, target.value, target.checked);
  preview();
}
