// File input of the upload page: reads the chosen file and sends its content as base64 text. The server's report says what it holds.

import { whenConnected } from "./connection.js";
import { element } from "./dom.js";

let showFailure = () => {};
whenConnected(() => showFailure()); // a file that was sent while the page went offline never arrived

export function render({ root, content, setTriggerValue }) {
  const { label, largest: maxBytes, too_large: tooLarge, reading, failed } = content;
  if (root.children.length) {
    root.querySelector("[role=status]").textContent = "";
    return;
  }
  const caption = root.appendChild(element("label", label));
  const input = root.appendChild(element("input"));
  const status = root.appendChild(element("p"));
  status.setAttribute("role", "status");
  showFailure = () => {
    if (status.textContent === reading) status.textContent = failed;
  };
  input.type = "file";
  input.accept = ".csv,.xlsx";
  input.id = caption.htmlFor = "chosen-file";
  // An emptied input fires `change` also when the same file is chosen again, after it was corrected.
  input.onchange = () => {
    const [file] = input.files;
    if (!file) return;
    status.textContent = file.size > maxBytes ? tooLarge : reading;
    if (file.size > maxBytes) {
      input.value = "";
      return;
    }
    const reader = new FileReader();
    reader.onload = () => {
      setTriggerValue("chosen", { name: file.name, content: reader.result.split(",")[1] ?? "" });
      input.value = "";
    };
    // The file may have been moved or locked since it was chosen.
    reader.onerror = () => {
      status.textContent = failed;
      input.value = "";
    };
    reader.readAsDataURL(file);
  };
}
