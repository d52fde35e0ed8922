// The table of clusters. table.py sends its rows, sorted and by pages; a click on a name opens that cluster's profile.
// Values are put into the page as text, never as markup.

import { button, element, keepingFocus } from "./dom.js";
import { tell } from "./events.js";

export function render({ place, content, words }) {
  const told = { opened: "", sorted: [], ...words, ...content, columns: content.columns.map((column) => words.columns[column]) };
  const { opened: before, shown } = place.dataset;
  keepingFocus(place, () => place.replaceChildren(table(told), ...(told.pages ? [pages(told)] : [])));
  place.dataset.opened = told.opened;
  place.dataset.shown = `${told.sorted} ${told.pages?.at}`;
  if (shown !== undefined && shown !== place.dataset.shown) place.scrollTop = 0;
  const byVisitor = before !== undefined;
  if (told.opened && told.opened !== before) {
    whenDrawn((heading) => {
      if (place.dataset.opened === told.opened) showProfile(heading, byVisitor);
    });
  }
  if (!told.opened && before) place.querySelector(`[data-focus="open-${CSS.escape(before)}"]`)?.focus({ preventScroll: true });
}

// The profile stands above the table; bring its heading into view when it was opened from further down, or by a link, and
// let keyboard and screen reader go on from there when the visitor opened it.
function showProfile(heading, byVisitor) {
  heading.scrollIntoView({ block: "nearest" });
  if (byVisitor) heading.focus({ preventScroll: true });
}

// Act on the profile's heading, at once or as soon as Streamlit has drawn it, unless another profile is opened before.
let waiting = new MutationObserver(() => {});

function whenDrawn(act) {
  const found = () => document.querySelector(".st-key-profile h2");
  waiting.disconnect();
  if (found()) return act(found());
  waiting = new MutationObserver(() => {
    if (!found()) return;
    waiting.disconnect();
    act(found());
  });
  return waiting.observe(document.body, { subtree: true, childList: true });
}

function table(told) {
  const made = element("table");
  made.append(element("caption", told.caption));
  const [sorted, down] = told.sorted;
  const head = made.createTHead().insertRow();
  told.columns.forEach(([column, name]) => {
    const cell = element("th");
    cell.scope = "col";
    if (sorted === column) cell.ariaSort = down ? "descending" : "ascending";
    cell.append(button(name, `sort-${column}`, () => tell("sort", column)));
    head.append(cell);
  });
  const body = made.createTBody();
  for (const [id, name, ...cells] of told.rows) body.append(row(id, name, cells, told));
  return made;
}

function pages({ pages: { at, last, words }, before, after, menu }) {
  const made = element("nav");
  made.ariaLabel = menu;
  const turn = (name, focus, page) => {
    const leads = page >= 0 && page <= last;
    const turner = button(name, focus, () => {
      if (leads) tell("turn", page);
    });
    turner.ariaDisabled = String(!leads); // and can be focused all the same, so that the keyboard does not lose its place at the end
    return turner;
  };
  const status = element("span", words);
  status.role = "status";
  made.append(turn(before, "page-before", at - 1), status, turn(after, "page-after", at + 1));
  return made;
}

function row(id, name, cells, told) {
  const made = element("tr");
  const title = element("th");
  title.scope = "row";
  const opener = button(name, `open-${id}`, () => tell("open", id));
  if (id === told.opened) opener.setAttribute("aria-current", "true");
  title.append(opener);
  made.append(title);
  told.columns.slice(1).forEach(([column, heading], number) => {
    const text = cells[number];
    const known = column === "website" ? () => link(text, name, told) : () => element("span", text);
    made.append(cell(heading, text ? known() : unknown(told)));
  });
  return made;
}

function cell(column, content) {
  const made = element("td");
  made.dataset.column = column;
  made.append(content);
  return made;
}

function unknown(told) {
  const made = element("span", told.unknown);
  made.className = "unknown";
  return made;
}

function link(address, name, told) {
  const made = element("a", told.open);
  made.href = address;
  made.rel = "noopener noreferrer";
  made.title = address;
  made.ariaLabel = told.website.replace("%s", () => name);
  return made;
}
