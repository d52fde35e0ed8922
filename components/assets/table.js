// The table of clusters. table.py sends its rows; a click on a name opens that cluster's profile.
// Values are put into the page as text, never as markup.

import { button, content, element } from "./elements.js";

const sortings = new WeakMap(); // per table: which column it is sorted by, and whether downwards

export function render({ data, parentElement, setTriggerValue }) {
  const place = parentElement.querySelector(".table");
  const { heading, rows } = content(data);
  const open = (id) => setTriggerValue("opened", id);
  const draw = () => {
    const sorting = sortings.get(place);
    const focused = place.getRootNode().activeElement?.dataset.focus;
    place.replaceChildren(table(heading, sorted(rows, sorting, heading.language), sorting, open, sortBy));
    if (focused) place.querySelector(`[data-focus="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  };
  const sortBy = (column) => {
    const last = sortings.get(place);
    sortings.set(place, { column, down: last?.column === column && !last.down });
    draw();
  };
  draw();
  const before = place.dataset.opened;
  place.dataset.opened = heading.opened;
  if (heading.opened && heading.opened !== before) showProfile(before !== undefined);
  if (!heading.opened && before) place.querySelector(`[data-focus="open-${CSS.escape(before)}"]`)?.focus({ preventScroll: true });
}

// The profile stands above the table; bring its heading into view when it was opened from further down, or by a link, and
// let keyboard and screen reader go on from there when the visitor opened it.
function showProfile(byVisitor) {
  const heading = document.querySelector(".st-key-profile h2");
  heading?.scrollIntoView({ block: "nearest" });
  if (byVisitor) heading?.focus({ preventScroll: true });
}

function sorted(rows, sorting, language) {
  if (!sorting) return rows;
  const { compare } = new Intl.Collator(language, { numeric: true });
  const at = sorting.column + 1; // the first value of a row is the id
  const known = rows.filter((row) => row[at]).sort((a, b) => compare(a[at], b[at]));
  if (sorting.down) known.reverse();
  return [...known, ...rows.filter((row) => !row[at])]; // what is not known comes last, either way
}

function table(heading, rows, sorting, open, sortBy) {
  const made = element("table");
  made.append(element("caption", heading.caption));
  const head = made.createTHead().insertRow();
  heading.columns.forEach((name, column) => {
    const cell = element("th");
    cell.scope = "col";
    if (sorting?.column === column) cell.ariaSort = sorting.down ? "descending" : "ascending";
    cell.append(button(name, `sort-${column}`, () => sortBy(column)));
    head.append(cell);
  });
  const body = made.createTBody();
  for (const [id, name, ...cells] of rows) body.append(row(id, name, cells, heading, open));
  return made;
}

function row(id, name, cells, heading, open) {
  const made = element("tr");
  const title = element("th");
  title.scope = "row";
  const opener = button(name, `open-${id}`, () => open(id));
  if (id === heading.opened) opener.setAttribute("aria-current", "true");
  title.append(opener);
  made.append(title);
  const website = cells.pop();
  cells.forEach((text, number) => made.append(cell(heading.columns[number + 1], text ? element("span", text) : unknown(heading))));
  made.append(cell(heading.columns.at(-1), website ? link(website, name, heading) : unknown(heading)));
  return made;
}

function cell(column, content) {
  const made = element("td");
  made.dataset.column = column;
  made.append(content);
  return made;
}

function unknown(heading) {
  const made = element("span", heading.unknown);
  made.className = "unknown";
  return made;
}

function link(address, name, heading) {
  const made = element("a", heading.open);
  made.href = address;
  made.rel = "noopener noreferrer";
  made.title = address;
  made.ariaLabel = heading.website.replace("%s", () => name);
  return made;
}
