// Entry of the page's scripts. The page is complete without them: they replace its parts by those that the server sends over Streamlit's
// connection (live/page_component.py), and send the visitor's events. Streamlit itself draws only the map's frame.

import { isLive, notify, showLiveForm, startConnection, whenConnected } from "./connection.js";
import { startControls } from "./controls.js";
import { writePageUrl } from "./copy.js";
import { writeEmbedCodes } from "./embed_code.js";
import { acknowledge, emit } from "./events.js";
import { keepFileStatus, sendFilesBy, sendList } from "./file_input.js";
import { startFilterSheet } from "./filter_sheet.js";
import { keepPendingChoices, sendEarlyChoices } from "./filter_form.js";
import { followProfile, keepFocus, moveToTop, shownNow } from "./focus.js";
import { closeFold, MENU, openFolds } from "./folds.js";
import { addFullScreenButton, labelFullScreenButton, leaveFullScreen } from "./full_screen.js";
import { describeMap, mapFunctions, setMap, toggleRegion } from "./map_frame.js";
import { refreshMapList, startMapList } from "./map_list.js";
import { coveredHeight, keepMapInPlace } from "./map_place.js";
import { morph } from "./morph.js";
import { followOwnList, forgetTries, isListComing, startOwnList } from "./own_list.js";
import { startPageLoads } from "./page_load.js";
import { readMessage } from "./page_message.js";
import { loadPreviewData, pointsOf, refreshBy } from "./preview.js";
import { markRows, startRowMarks } from "./row_marks.js";
import { showOrder } from "./row_order.js";
import { joinSearches } from "./search_history.js";
import { showSuggestions, startSuggestions } from "./suggestions.js";
import { MAIN, PAGE_GLOBAL, pageSettings } from "./streamlit_selectors.js";
import { startStreamlit } from "./streamlit_start.js";

const page = document.getElementById("page");
const parts = ["header", "heading", "filters", "sentence", "legend", "map-note", "summary", "embed", "results", "footer"];
const received = {}; // HTML of each part, as the server has sent it last
let latest; // the message that was received last
let shown; // the message that the page shows

/** Take a message from Streamlit's component. Only the newest one counts, whichever is decompressed first. */
async function receive({ data, setStateValue, setTriggerValue }) {
  latest = data;
  const message = await readMessage(data);
  if (latest !== data) return;
  if (message.failed) return notify("wrong");
  const requestRerun = () => setTriggerValue("rerun", Date.now());
  startConnection(requestRerun);
  refreshBy(requestRerun);
  sendFilesBy((file) => setTriggerValue("file", file));
  if (await isListComing(message, sendList, requestRerun)) return;
  if (latest === data) show(message, setStateValue);
}

function show(message, setStateValue) {
  acknowledge(message, (value) => setStateValue("events", value));
  if (shown && shown.session === message.session && shown.number >= message.number) return;
  if (!isLive()) sendEarlyChoices();
  const before = shownNow();
  const previous = shown;
  shown = message;
  showLiveForm();
  showKindOfPage(message);
  Object.assign(received, message.parts);
  keepMapInPlace(() => keepFocus(() => showParts(message.parts)));
  if ("labels" in message.parts) showLabels(message.parts.labels);
  if (previous && (previous.path !== message.path || previous.query !== message.query)) removeStaleHead();
  showBesideParts(message);
  const isOtherPage = previous && previous.path !== message.path;
  if (isOtherPage) closeFold(MENU);
  openFolds();
  describeMap();
  refreshMapList();
  loadPreviewData(message.has_map && message.version, message.language);
  if (isOtherPage) moveToTop();
  else if (previous) followProfile(message.cluster, previous.cluster, before);
  coverMap();
}

// Language, address and list of the page, and whether it has filters and the map.
function showKindOfPage(message) {
  document.documentElement.lang = message.language;
  Object.assign(page.dataset, { path: message.path, version: message.version, query: message.query });
  document.getElementById("filters").hidden = !message.has_filters;
  document.getElementById("map").hidden = !message.has_map;
  if (!message.has_map) leaveMap();
}

// What the scripts themselves write into the parts and beside them.
function showBesideParts(message) {
  writeQueries(message);
  writeEmbedCodes(message);
  writePageUrl();
  keepPendingChoices();
  showSuggestions();
  showOrder();
  keepFileStatus(message);
  followOwnList(message);
}

function coverMap() {
  mapFunctions()?.cover(coveredHeight());
}

// The results in any case: the table may show a preview of choices that cancelled each other.
function showParts(changed) {
  for (const name of parts) if (name in changed || name === "results") morph(document.getElementById(name), received[name]);
}

// Texts around the parts, in the language of the page.
function showLabels(text) {
  page.dataset.labels = text;
  labelFullScreenButton();
  const labels = JSON.parse(text);
  for (const element of document.querySelectorAll("[data-label]")) element.textContent = labels[element.dataset.label];
}

// Browsers share the canonical URL, and programs read the rest: none of it holds for another selection.
function removeStaleHead() {
  const stale =
    "link[rel=canonical], link[rel=alternate], meta[name=description], meta[property^='og:'], script[type='application/ld+json']";
  for (const element of document.head.querySelectorAll(stale)) element.remove();
}

// The links of menu and footer keep the selection. Their query is written here, so that they are not sent with each change.
function writeQueries({ query }) {
  for (const link of document.querySelectorAll(":is(#header, #footer) a[data-event]")) {
    const [path] = link.getAttribute("href").split("?");
    const [kind, argument] = link.dataset.event.split(":");
    const parameters = new URLSearchParams(query);
    if (kind === "set_language") parameters.set("lang", argument);
    link.setAttribute("href", parameters.size ? `${path}?${parameters}` : path);
  }
}

/** Show the live map in place of the drawn one; called by live_map.js when it has drawn the first selection. */
function showMap() {
  hideLandmark(document.querySelector(MAIN));
  page.dataset.map = "live";
}

// The page has a landmark of its own; Streamlit's, which the keyboard stops at too, is only a box around the map.
function hideLandmark(main) {
  main.role = "presentation";
  main.removeAttribute("tabindex");
}

function leaveMap() {
  leaveFullScreen();
  delete page.dataset.map;
  setMap(undefined);
}

window[PAGE_GLOBAL] = pageSettings();
window.klusterkartan = { receive, emit, toggleRegion, pointsOf, setMap, showMap, markRows, coveredHeight };
document.documentElement.dataset.scripted = ""; // the buttons that need a script work from now on
startControls();
startFilterSheet();
startPageLoads();
startOwnList();
whenConnected(forgetTries);
joinSearches();
startRowMarks();
showOrder();
startMapList();
startSuggestions();
startStreamlit();
window.addEventListener("resize", coverMap);
document.addEventListener("toggle", coverMap, true); // a sheet or the filters were folded
openFolds();
addFullScreenButton();
if (!document.getElementById("map").hidden) loadPreviewData(page.dataset.version, document.documentElement.lang);
