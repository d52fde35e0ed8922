// Marks that link table and map: the pointer or focus on a row marks the cluster's symbol, on a symbol its rows.

import { mapFunctions } from "./map_frame.js";

const MARK = "data-marked";

/** Follow the pointer and the focus in the table. */
export function startRowMarks() {
  const results = document.getElementById("results");
  const markSymbol = ({ target }) => mapFunctions()?.mark(clusterOf(target.closest("#rows tr")));
  for (const kind of ["pointerover", "focusin"]) results.addEventListener(kind, markSymbol);
  for (const kind of ["pointerleave", "focusout"]) results.addEventListener(kind, () => mapFunctions()?.mark(""));
}

/** Mark the rows of clusters, by their ids, and no others. */
export function markRows(ids) {
  for (const row of document.querySelectorAll("#rows tr")) row.toggleAttribute(MARK, ids.includes(clusterOf(row)));
}

function clusterOf(row) {
  return row?.querySelector('[data-event^="open:"]')?.dataset.event.replace("open:", "") ?? "";
}
