// Stand-alone map: one selection, shown by form, sentence, table, map and profile. It asks no server for anything.

import { csvText, saveText } from "./csv_file.js";
import { byId } from "./elements.js";
import { FilterForm } from "./filter_form.js";
import { List } from "./list_data.js";
import { ListMap } from "./map.js";
import { Profile } from "./profile.js";
import { cleared, isFiltered, readSelection, toggled, writeSelection, writtenNow } from "./selection.js";
import { Table } from "./table.js";
import { Texts } from "./texts.js";

const data = JSON.parse(byId("data").textContent);
const list = new List(data);
const texts = new Texts(data.texts, data.language);
let selection = readSelection(list);
let rows = []; // of the selection, in its order
let written = writtenNow();
let opener; // what had the focus when a profile was opened

const form = new FilterForm(list, texts, change);
const table = new Table(list, texts, { change: (changed) => change(changed, true), point: (id) => map.mark(id) });
const profile = new Profile(list, texts, open);
const map = new ListMap(data, texts, { open, toggle: toggleCounty, point: (ids) => table.mark(ids) });

/** Show another selection and write it into the address, as a step for Back or in place of the last one. */
function change(changed, isStep) {
  selection = changed;
  written = writeSelection(selection, isStep);
  show();
}

function show() {
  const match = list.match(selection);
  rows = list.sorted(match.rows, selection.sort, data.language);
  form.show(selection, match.counts);
  table.show(selection, rows);
  map.show(rows, selection.opened, selection.chosen.region ?? new Set(), countyCounts());
  const sentence = texts.sentence(list, selection, rows.length);
  if (byId("sentence").textContent !== sentence) byId("sentence").textContent = sentence;
  byId("clear").hidden = !isFiltered(selection);
  byId("csv").disabled = !rows.length;
  followProfile();
}

// By county code; the numbers of a list in one county are those of its municipalities.
function countyCounts() {
  const region = data.filters.find(({ name }) => name === "region");
  const counts = new Map();
  const add = (code) => counts.set(code, (counts.get(code) ?? 0) + 1);
  for (const { number, position } of rows) {
    if (region) region.rows[number].forEach((option) => add(region.options[option][0]));
    else if (position) add(position[2].slice(0, 2));
  }
  return counts;
}

// A profile that is opened gets the focus; once it is closed, its row or what opened it has it again.
function followProfile() {
  const before = profile.opened;
  if (!before) opener = document.activeElement;
  if (!profile.show(selection.opened, rows)) return;
  if (selection.opened) byId("profile-heading").focus({ preventScroll: true });
  else (table.linkOf(before) ?? (opener?.isConnected ? opener : byId("sentence"))).focus({ preventScroll: true });
}

function open(id) {
  change({ ...selection, opened: id }, true);
}

function toggleCounty(code) {
  change(toggled(selection, "region", code), true);
}

function clear() {
  change(cleared(selection), true);
  byId("sentence").focus({ preventScroll: true });
}

byId("clear").addEventListener("click", clear);
byId("show-all").addEventListener("click", clear);
byId("csv").addEventListener("click", () => saveText(csvText(data.csv, list.strings, rows), data.csv_name));
byId("csv").closest("p").hidden = false;
byId("show-all").hidden = !list.size;
window.addEventListener("hashchange", () => {
  if (writtenNow() === written) return; // its own change
  written = writtenNow();
  selection = readSelection(list);
  show();
});
window.addEventListener("beforeprint", () => {
  table.show(selection, rows, { isPaper: true });
  map.setPaper(true);
});
window.addEventListener("afterprint", () => {
  map.setPaper(false);
  table.show(selection, rows);
});
show();
