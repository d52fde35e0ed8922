// Table of the selection: names open profiles, headings sort, in pages where it is long.

import { byId, element, webLink } from "./elements.js";

const WWW = /^www\./;

export class Table {
  /** `change` is called with the selection that the reader has made; `point` with the id of the row under pointer or focus, or "". */
  constructor(list, texts, { change, point }) {
    Object.assign(this, { list, texts, change });
    this.body = byId("rows");
    this.headings = [...byId("table").tHead.rows[0].cells];
    this.headings.forEach((heading, column) => this.#addButton(heading, String(column)));
    this.headings.forEach((_heading, column) => {
      this.headings[column].id = `column-${column}`;
    });
    const idOf = ({ target }) => target.closest("tr")?.dataset.id ?? "";
    for (const kind of ["pointerover", "focusin"]) this.body.addEventListener(kind, (event) => point(idOf(event)));
    for (const kind of ["pointerleave", "focusout"]) this.body.addEventListener(kind, () => point(""));
    this.body.addEventListener("click", (event) => this.#onClick(event));
    new ResizeObserver(() => this.#fit()).observe(byId("table").parentElement);
  }

  /** Show the page of the sorted rows that the selection names; all of them on paper. */
  show(selection, rows, { isPaper = false } = {}) {
    Object.assign(this, { selection, rows });
    const size = isPaper ? Math.max(1, rows.length) : this.texts.labels.rows_per_page;
    const lastPage = Math.max(1, Math.ceil(rows.length / size));
    this.page = isPaper ? 1 : Math.min(selection.page, lastPage);
    const first = (this.page - 1) * size;
    this.body.replaceChildren(...rows.slice(first, first + size).map((row) => this.#row(row)));
    this.headings.forEach((heading, column) => {
      const order = { [`${column}`]: "ascending", [`-${column}`]: "descending" }[selection.sort];
      if (order) heading.setAttribute("aria-sort", order);
      else heading.removeAttribute("aria-sort");
    });
    this.#showStatistics(rows);
    byId("table").hidden = !rows.length;
    byId("empty").hidden = rows.length > 0;
    this.#fit();
    this.#showPages(first, Math.min(first + size, rows.length), lastPage);
  }

  /** Mark the rows of clusters, by their ids, and no others. */
  mark(ids) {
    for (const row of this.body.rows) row.toggleAttribute("data-marked", ids.includes(row.dataset.id));
  }

  /** Return the link of the row of a cluster, or undefined. */
  linkOf(id) {
    return [...this.body.rows].find((row) => row.dataset.id === id)?.querySelector("a");
  }

  #showStatistics(rows) {
    const columns = this.list.columns.filter(({ numbers }) => numbers);
    const known = ({ numbers }) => rows.map(({ number }) => numbers[number]).filter((each) => each !== null);
    const sentences = columns.map((column) => this.texts.statistics(column, known(column))).filter(Boolean);
    byId("statistics").replaceChildren(...sentences.map((sentence) => element("p", {}, sentence)));
  }

  #row({ id, name, website, cells }) {
    const link = element("a", { href: `#open=${encodeURIComponent(id)}` }, name);
    if (id === this.selection.opened) link.setAttribute("aria-current", "true");
    const row = element("tr", {}, element("th", { scope: "row" }, link));
    if (website) row.firstElementChild.append(" ", webLink(website, hostOf(website), "host"));
    row.dataset.id = id;
    cells.slice(1).forEach((cell, index) => {
      const made = element("td", {}, cell || element("em", {}, this.texts.labels.unknown));
      made.dataset.column = this.list.columns[index + 1].heading;
      row.append(made);
    });
    return row;
  }

  #onClick(event) {
    const link = event.target.closest("th > a:first-child");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.change({ ...this.selection, opened: link.closest("tr").dataset.id });
  }

  #addButton(heading, column) {
    const button = element("button", { type: "button" }, ...heading.childNodes);
    button.addEventListener("click", () => {
      const sort = this.selection.sort === column ? `-${column}` : column;
      this.change({ ...this.selection, sort, page: 1 });
    });
    heading.append(button);
  }

  // Very many columns do not fit: then the table is moved sideways.
  #fit() {
    const { parentElement: section, scrollWidth } = byId("table");
    section.classList.toggle("wide", scrollWidth > section.clientWidth);
  }

  #showPages(first, end, lastPage) {
    const { labels } = this.texts;
    const values = { first: first + 1, last: end, all: this.rows.length };
    const range = Object.fromEntries(Object.entries(values).map(([name, number]) => [name, this.texts.number(number)]));
    const step = (name, page) => this.#pageButton(name, page, lastPage);
    const focused = document.activeElement?.dataset?.page;
    const pages = byId("pages");
    pages.replaceChildren(
      step("first", 1),
      step("previous", this.page - 1),
      element("span", {}, this.texts.fill("range", range)),
      step("next", this.page + 1),
      step("last", lastPage),
    );
    pages.setAttribute("data-pages", String(lastPage));
    pages.hidden = lastPage === 1;
    if (focused) pages.querySelector(`[data-page="${focused}"]`)?.focus({ preventScroll: true });
    for (const button of pages.querySelectorAll("button")) button.textContent = labels[button.dataset.page];
  }

  #pageButton(name, page, lastPage) {
    const leadsOn = page >= 1 && page <= lastPage && page !== this.page;
    const button = element("button", { type: "button" });
    button.dataset.page = name;
    button.setAttribute("aria-disabled", String(!leadsOn));
    button.addEventListener("click", () => {
      if (!leadsOn) return;
      this.change({ ...this.selection, page });
      byId("sentence").scrollIntoView({ block: "nearest" });
    });
    return button;
  }
}

function hostOf(url) {
  return URL.canParse(url) ? new URL(url).hostname.replace(WWW, "") : url;
}
