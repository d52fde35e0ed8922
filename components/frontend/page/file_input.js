// File input of the upload page: sends the chosen file, shows how far its reading is and lets the visitor stop it. The server's report has
// the content of the file.

import { isConnected, whenConnected } from "./connection.js";
import { noteSentFile } from "./own_list.js";
import { readStoredList } from "./stored_list.js";
import { stopUpload, upload } from "./upload.js";

const ENDING = /\.[^.]*$/; // of a file name

let send = () => {}; // its HTML is disabled
let status = ""; // label of the line below the input
let percent; // how far the upload is, while it is under way
let expected; // ticket and names that the page has sent and that no message of the server answers yet
let cutOff; // the chosen file that the server did not get, since there was no connection
let lastFile; // name and content of the file that the server has read last
let turn = 0; // number of the last file that was chosen or sent again
let shownBefore; // the upload that the page showed then

whenConnected(() => {
  if (cutOff) sendList(cutOff);
  else if (expected) send(expected); // a ticket that was sent while the page went offline may not have arrived
});

/** Read the file and send it. An emptied input fires `change` also when the same file is chosen again, after it was corrected. */
export async function sendFile(input) {
  const [file] = input.files;
  if (!file) return;
  if (file.size > Number(input.closest(".file-input").dataset.maxBytes)) {
    input.value = "";
    return showStatus("tooLarge");
  }
  const content = await file.arrayBuffer().catch(() => undefined); // the file may have been moved or locked since it was chosen
  input.value = "";
  if (content) await sendList({ name: file.name, content, isChosen: true });
  else showStatus("failed");
}

/**
 * Send a list: its file, and the names that the visitor gave. Return whether the server has read it. A file that the visitor has just
 * chosen is sent again with the next connection if there was none.
 */
export async function sendList({ name, content, names, isChosen = false }) {
  const mine = ++turn;
  const { replaces, readAt } = document.querySelector(".file-input")?.dataset ?? {};
  percent = 0;
  showStatus("reading");
  cutOff = undefined;
  const { ticket, problem = "", isCut } = await upload(new Blob([content]), { name, replaces }, showProgress);
  if (mine !== turn) return false; // another file has taken its place, in the line and the bar too
  percent = undefined;
  if (isCut && isChosen) cutOff = { name, content, isChosen };
  showStatus(ticket || (cutOff && !isConnected()) ? "reading" : problem);
  if (!ticket) return false;
  [expected, shownBefore] = [{ ticket, names }, readAt];
  lastFile = { name, content };
  noteSentFile({ name, content, ticket });
  send(expected);
  return true;
}

/** Fetch the list as a workbook whose problems are marked, and save it. The server keeps none: it gets the file once more. */
export async function saveMarked() {
  const { name, content } = lastFile ?? (await readStoredList()) ?? {};
  if (!content) return showStatus("failed");
  const query = new URLSearchParams({ name, lang: document.documentElement.lang });
  const response = await fetch(`./upload/marked.xlsx?${query}`, { method: "POST", body: content }).catch(() => undefined);
  if (!response?.ok) return showStatus(response?.status === 413 ? "tooLargeToMark" : "failed");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  link.download = `${name.replace(ENDING, "")}.xlsx`;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** Stop the upload. */
export function stopFile() {
  stopUpload();
}

/** Note the function that sends tickets. */
export function sendFilesBy(newSend) {
  send = newSend;
}

/** After the server's answer: let a file be chosen; keep the line below the input, or empty it once the file has been answered. */
export function keepFileStatus({ ticket }) {
  const input = document.querySelector(".file-input");
  if (input) document.getElementById("chosen-file").disabled = false;
  if (expected && ticket === expected.ticket) {
    expected = undefined;
    status = input && input.dataset.readAt === shownBefore ? "failed" : "";
  }
  showStatus(input ? status : "");
}

function showProgress(newPercent) {
  percent = newPercent;
  showStatus(status);
}

function showStatus(label) {
  status = label;
  const line = document.getElementById("file-status");
  if (!line) return;
  line.textContent = label && JSON.parse(document.getElementById("page").dataset.labels)[label];
  const bar = document.getElementById("file-progress");
  bar.hidden = percent === undefined;
  bar.querySelector("progress").value = percent ?? 0;
}
