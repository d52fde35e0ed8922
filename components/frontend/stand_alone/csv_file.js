// CSV for Excel with Swedish settings, as the app writes it: semicolons, a byte order mark, CRLF. Formulas are neutral and numbers have a decimal
// comma already.

import { element } from "./elements.js";

const NEEDS_QUOTES = /[;"\r\n]/;

/** Return the text of the file with these rows. */
export function csvText({ heading, rows }, strings, shown) {
  const lines = [heading, ...shown.map(({ number }) => rows[number].map((cell) => strings[cell]))];
  return `\uFEFF${lines.map((cells) => `${cells.map(quoted).join(";")}\r\n`).join("")}`;
}

/** Let the browser save a text under a name. */
export function saveText(text, name) {
  const url = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
  const link = element("a", { href: url, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

function quoted(cell) {
  return NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
