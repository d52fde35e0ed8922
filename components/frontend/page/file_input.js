// File input of the upload page: reads the chosen file and sends its content as base64 text. The server's report says what it holds.

import { whenConnected } from "./connection.js";

let send = () => {}; // its HTML is disabled
let status = ""; // label of the line below the input
let sentAfter; // the upload that the page showed when a file was sent; the next one answers it

whenConnected(() => {
  if (sentAfter !== undefined) showStatus("failed"); // a file that was sent while the page went offline never arrived
});

/** Read the file and send it. An emptied input fires `change` also when the same file is chosen again, after it was corrected. */
export function sendFile(input) {
  const [file] = input.files;
  if (!file) return;
  const { maxBytes, readAt } = input.closest(".file-input").dataset;
  if (file.size > Number(maxBytes)) {
    input.value = "";
    return showStatus("tooLarge");
  }
  showStatus("reading");
  const reader = new FileReader();
  reader.onload = () => {
    sentAfter = readAt;
    send({ name: file.name, content: reader.result.split(",")[1] ?? "" });
    input.value = "";
  };
  // The file may have been moved or locked since it was chosen.
  reader.onerror = () => {
    showStatus("failed");
    input.value = "";
  };
  reader.readAsDataURL(file);
}

/** Note the function that sends files. */
export function sendFilesBy(newSend) {
  send = newSend;
}

/** After the server's answer: let a file be chosen; keep the line below the input, or empty it if the page shows another upload than before. */
export function keepFileStatus() {
  const input = document.querySelector(".file-input");
  if (input) document.getElementById("chosen-file").disabled = false;
  const isAnswered = sentAfter !== undefined && input?.dataset.readAt !== sentAfter;
  if (isAnswered) sentAfter = undefined;
  showStatus(isAnswered || !input ? "" : status);
}

function showStatus(label) {
  status = label;
  const line = document.getElementById("file-status");
  if (line) line.textContent = label && JSON.parse(document.getElementById("page").dataset.labels)[label];
}
