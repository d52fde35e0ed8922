// Page before it is printed: style sheet print.css shows the drawn map in place of the live one, which follows the selection only here.

import { isLive } from "./connection.js";
import { writePageUrl } from "./copy.js";
import { canShowAlways } from "./folds.js";
import { mapUrl } from "./map_frame.js";
import { morph } from "./morph.js";

/** Prepare the page for paper; called just before the browser prints, which it does as soon as this returns. */
export function preparePaper() {
  writePageUrl();
  if (!canShowAlways) openFolded();
  if (isLive() && !document.getElementById("map").hidden) morph(document.getElementById("drawn-map"), drawnMap());
}

// Sources of facts and the reference to the page stand open on paper; print.css opens them where the browser can.
function openFolded() {
  const closed = document.querySelectorAll(":is(.sources, #share, .references):not([open])");
  for (const folded of closed) folded.open = true;
  const close = () => closed.forEach((folded) => folded.removeAttribute("open"));
  window.addEventListener("afterprint", close, { once: true });
}

/** Return the drawn map of the selection that a live page shows; nothing if the server does not answer, rather than another selection's map. */
function drawnMap() {
  const request = new XMLHttpRequest();
  request.open("GET", mapUrl("drawn.html"), false); // the browser would not wait for `fetch`
  try {
    request.send();
  } catch {
    return "";
  }
  return request.status === 200 ? request.responseText : "";
}
