// Search and filters: a checkbox for each option, with the number of clusters that it gives.

import { byId, element } from "./elements.js";
import { toggled } from "./selection.js";

const TYPING_MS = 120; // after a key, before the list follows

/** Return the sentence below the heading of a filter that could be taken for something else. */
const note = ({ note }) => (note ? [element("p", { className: "note" }, note)] : []);

export class FilterForm {
  /** `change` is called with the selection that the reader has made, and whether it is a step for Back. */
  constructor(list, texts, change) {
    Object.assign(this, { list, texts, change });
    this.search = byId("search");
    this.search.maxLength = texts.labels.max_search_length;
    this.boxes = list.filters.map((filter) => filter.options.map(([code, name]) => this.#toggle(filter, code, name)));
    const fieldsets = list.filters.map((filter, index) =>
      element("fieldset", {}, element("legend", {}, filter.legend), ...note(filter), ...this.boxes[index].map(({ label }) => label)),
    );
    byId("options").replaceChildren(...fieldsets);
    byId("filters").hidden = !fieldsets.length;
    byId("tools").hidden = false;
    byId("tools").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#type();
    });
    this.search.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.#type(), TYPING_MS);
    });
  }

  /** Show a selection and the numbers of its options. */
  show(selection, counts) {
    this.selection = selection;
    if (document.activeElement !== this.search || this.search.value.trim() !== selection.text.trim()) this.search.value = selection.text;
    let chosen = 0;
    this.boxes.forEach((options, index) => {
      const codes = selection.chosen[this.list.filters[index].name];
      options.forEach(({ label, input, span, code, name }, number) => {
        const count = counts[index][number];
        input.checked = codes.has(code);
        chosen += Number(input.checked);
        span.textContent = `${name} (${this.texts.number(count)})`;
        label.classList.toggle("none", !count);
      });
    });
    byId("filters").firstElementChild.textContent = this.texts.labels.filters + (chosen ? ` (${chosen})` : "");
  }

  #type() {
    clearTimeout(this.timer);
    if (this.search.value !== this.selection.text) this.change({ ...this.selection, text: this.search.value, page: 1 }, false);
  }

  #toggle({ name: filter }, code, name) {
    const input = element("input", { type: "checkbox", name: filter, value: code });
    const span = element("span", {});
    const label = element("label", { className: "toggle" }, input, span);
    input.addEventListener("change", () => this.change(toggled(this.selection, filter, code), true));
    return { label, input, span, code, name };
  }
}
