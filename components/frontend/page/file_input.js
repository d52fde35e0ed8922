// The choice of a file. It is read here and sent as text; the server says what became of it.

import { whenConnected } from "./connection.js";
import { element } from "./dom.js";

let giveUp = () => {}; // what was sent when the connection was cut never came
whenConnected(() => giveUp());

export function render({ place, content, setTriggerValue }) {
  const { label, largest, too_large: tooLarge, reading, failed } = content;
  if (place.children.length) {
    place.querySelector("[role=status]").textContent = "";
    return;
  }
  const caption = place.appendChild(element("label", label));
  const input = place.appendChild(element("input"));
  const status = place.appendChild(element("p"));
  status.setAttribute("role", "status");
  giveUp = () => {
    if (status.textContent === reading) status.textContent = failed;
  };
  input.type = "file";
  input.accept = ".csv,.xlsx";
  input.id = caption.htmlFor = "chosen-file";
  input.onchange = () => {
    const [file] = input.files;
    if (!file) return;
    status.textContent = file.size > largest ? tooLarge : reading;
    if (file.size > largest) {
      input.value = ""; // as below
      return;
    }
    const reader = new FileReader();
    reader.onload = () => {
      setTriggerValue("chosen", { name: file.name, content: reader.result.split(",")[1] ?? "" });
      input.value = ""; // the same file can be chosen again once it is mended
    };
    reader.onerror = () => {
      // as when it was moved or locked since it was chosen
      status.textContent = failed;
      input.value = "";
    };
    reader.readAsDataURL(file);
  };
}
