// Table of clusters. table.py sends one page of its rows, sorted; a click on a name opens the cluster's profile.
// Values become text nodes, never markup, since they may come from a visitor's file.

import { button, element, keepingFocus } from "./dom.js";
import { emit } from "./events.js";

export function render({ root, content, labels }) {
  const props = { opened: "", sorted: [], ...labels, ...content, columns: content.columns.map((column) => labels.columns[column]) };
  const { opened: previouslyOpened, view: previousView } = root.dataset;
  keepingFocus(root, () => root.replaceChildren(table(props), ...(props.pages ? [pageButtons(props)] : [])));
  root.dataset.opened = props.opened;
  root.dataset.view = `${props.sorted} ${props.pages?.current}`;
  if (previousView !== undefined && previousView !== root.dataset.view) root.scrollTop = 0;
  const openedByVisitor = previouslyOpened !== undefined; // not by the URL with which the page was loaded
  if (props.opened && props.opened !== previouslyOpened) {
    whenProfileDrawn((heading) => {
      if (root.dataset.opened === props.opened) showProfile(heading, openedByVisitor);
    });
  }
  if (!props.opened && previouslyOpened) {
    root.querySelector(`[data-focus="open-${CSS.escape(previouslyOpened)}"]`)?.focus({ preventScroll: true });
  }
}

// The profile stands above the table: its heading is scrolled into view when it was opened from further down or by a link. It takes the
// focus only when the visitor opened it, so that keyboard and screen reader go on from there.
function showProfile(heading, openedByVisitor) {
  heading.scrollIntoView({ block: "nearest" });
  if (openedByVisitor) heading.focus({ preventScroll: true });
}

let profileObserver = new MutationObserver(() => {});

// Call the handler with the profile's heading, now or when Streamlit has drawn it. A later call replaces one that still waits.
function whenProfileDrawn(handler) {
  const heading = () => document.querySelector(".st-key-profile h2");
  profileObserver.disconnect();
  if (heading()) return handler(heading());
  profileObserver = new MutationObserver(() => {
    if (!heading()) return;
    profileObserver.disconnect();
    handler(heading());
  });
  return profileObserver.observe(document.body, { subtree: true, childList: true });
}

function table(props) {
  const node = element("table");
  node.append(element("caption", props.caption));
  const [sortedColumn, descending] = props.sorted;
  const head = node.createTHead().insertRow();
  props.columns.forEach(([column, name]) => {
    const heading = element("th");
    heading.scope = "col";
    if (sortedColumn === column) heading.ariaSort = descending ? "descending" : "ascending";
    heading.append(button(name, `sort-${column}`, () => emit("sort", column)));
    head.append(heading);
  });
  const body = node.createTBody();
  for (const [id, name, ...cells] of props.rows) body.append(row(id, name, cells, props));
  return node;
}

function pageButtons({ pages: { current, last, row_range: rowRange }, previous, next, menu }) {
  const nav = element("nav");
  nav.ariaLabel = menu;
  const pageButton = (name, focusKey, page) => {
    const exists = page >= 0 && page <= last;
    const node = button(name, focusKey, () => {
      if (exists) emit("show_page", page);
    });
    node.ariaDisabled = String(!exists); // `disabled` would take the focus away from the keyboard at the first and the last page
    return node;
  };
  const status = element("span", rowRange);
  status.role = "status";
  nav.append(pageButton(previous, "page-previous", current - 1), status, pageButton(next, "page-next", current + 1));
  return nav;
}

function row(id, name, cells, props) {
  const node = element("tr");
  const heading = element("th");
  heading.scope = "row";
  const openButton = button(name, `open-${id}`, () => emit("open", id));
  if (id === props.opened) openButton.setAttribute("aria-current", "true");
  heading.append(openButton);
  node.append(heading);
  props.columns.slice(1).forEach(([column, columnName], index) => {
    const text = cells[index];
    const value = () => (column === "website" ? websiteLink(text, name, props) : element("span", text));
    node.append(cell(columnName, text ? value() : unknown(props)));
  });
  return node;
}

function cell(columnName, content) {
  const node = element("td");
  node.dataset.column = columnName;
  node.append(content);
  return node;
}

function unknown(props) {
  const node = element("span", props.unknown);
  node.className = "unknown";
  return node;
}

function websiteLink(url, clusterName, props) {
  const link = element("a", props.open);
  link.href = url;
  link.rel = "noopener noreferrer";
  link.title = url;
  link.ariaLabel = props.website.replace("%s", () => clusterName);
  return link;
}
