// The visitor's own list, which the page's URL names (`list=own`): kept in this browser, and sent to the server again when a session has it
// not: after a reload, or a connection that was cut for long. What the page says of it follows `data-list` of the page's root element:
// "sending", "gone", "kept" or "not-kept". `data-stored` says that this browser has a list which the page does not show.

import { notify } from "./connection.js";
import { emit } from "./events.js";
import { readStoredList, removeStoredList, storeList } from "./stored_list.js";

const root = document.documentElement;
const tries = new Map(); // by session that lacks the list: the stored list on its way there
let sent; // the file whose ticket was sent last, and that ticket
let storedNames; // names of list and rows in the record, as JSON

/** Ask before the visitor leaves a list that the browser does not keep. */
export function startOwnList() {
  window.addEventListener("beforeunload", (event) => {
    if (root.dataset.list === "not-kept") event.preventDefault();
  });
  if (root.dataset.list === "sending") readStoredList().then((record) => record || setState("gone"));
}

/** Note the file that the page will show if the server takes it. */
export function noteSentFile(file) {
  sent = file;
}

/**
 * Send the stored list to a session that lacks it, once. Return whether the list is on its way: until the server has answered, the page
 * shows no other message of that session, and so acknowledges no event.
 */
export async function isListComing({ own_list: list, session, ticket }, sendList, requestRerun) {
  if (list !== "missing") return false;
  if (!tries.has(session)) {
    tries.set(session, { record: readStoredList(), hasFailed: false });
    sendStored(tries.get(session), sendList, requestRerun);
  }
  const { record, hasFailed } = tries.get(session);
  return (await record) !== undefined && !hasFailed && ticket !== sent?.ticket;
}

async function sendStored(attempt, sendList, requestRerun) {
  const record = await attempt.record;
  if (!record) return;
  setState("sending");
  notify("sendingList");
  attempt.hasFailed = !(await sendList(record));
  if (attempt.hasFailed) requestRerun();
}

/** Let the list be sent again to sessions that had it: they may have lost it with the connection. */
export function forgetTries() {
  tries.clear();
}

/** Keep the list of the page in the browser, or say that it is not there. */
export async function followOwnList({ own_list: list, ticket, names }) {
  if (list === "missing") setState("gone");
  else if (list !== "own") setState("");
  else if (sent?.ticket === ticket) {
    const record = { name: sent.name, content: sent.content, names };
    sent = undefined;
    await keep(record);
  } else if (root.dataset.list !== "not-kept" && storedNames !== JSON.stringify(names)) {
    const record = await readStoredList();
    await (record ? keep({ ...record, names }) : setState("not-kept"));
  } else if (root.dataset.list !== "not-kept") setState("kept");
  showStored();
}

/** Send the stored list at the visitor's wish, or remove it. */
export async function takeStored(wish, send) {
  const record = await readStoredList();
  if (wish === "show" && record) return send(record);
  await forget();
  showStored();
}

/** Remove the list from this browser; the server forgets it by the event. */
export async function forget() {
  setState("");
  storedNames = undefined;
  await removeStoredList();
}

/** Forget the list here and on the server. */
export async function forgetEverywhere() {
  await forget();
  emit("forget_list");
}

async function keep(record) {
  const isKept = await storeList(record);
  storedNames = JSON.stringify(record.names);
  setState(isKept ? "kept" : "not-kept");
}

function setState(state) {
  if (state) root.dataset.list = state;
  else delete root.dataset.list;
}

async function showStored() {
  const line = document.getElementById("stored-name");
  const record = line && (await readStoredList());
  root.toggleAttribute("data-stored", Boolean(record));
  if (!record) return;
  line.textContent = record.name;
  for (const button of document.querySelectorAll("[data-stored]")) button.disabled = false;
}
