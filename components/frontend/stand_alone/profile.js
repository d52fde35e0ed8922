// Profile of one cluster, in a panel: its facts with their sources, and steps to the clusters before and after it.

import { byId, element, webLink } from "./elements.js";

export class Profile {
  /** `open` is called with the id of the cluster to open, or "" to close. */
  constructor(list, texts, open) {
    Object.assign(this, { list, texts });
    this.box = byId("profile");
    this.opened = "";
    byId("close-profile").addEventListener("click", () => open(""));
    byId("previous-profile").addEventListener("click", () => this.before && open(this.before.id));
    byId("next-profile").addEventListener("click", () => this.after && open(this.after.id));
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.opened && !event.defaultPrevented) open("");
    });
  }

  /** Show the profile of a cluster, by its id, with steps in the order of the shown rows; "" shows none. Returns whether it has changed. */
  show(id, rows) {
    const position = rows.findIndex((row) => row.id === id);
    this.before = rows[position - 1];
    this.after = position < 0 ? undefined : rows[position + 1];
    byId("previous-profile").setAttribute("aria-disabled", String(!this.before));
    byId("next-profile").setAttribute("aria-disabled", String(!this.after));
    if (id === this.opened) return false;
    this.opened = id;
    this.box.hidden = !id;
    if (id) this.#fill(this.list.rows.find((row) => row.id === id));
    return true;
  }

  #fill({ number, name }) {
    byId("profile-heading").textContent = name;
    byId("facts").replaceChildren(...this.list.facts[number].map((fact) => this.#fact(fact)));
    this.box.scrollTop = 0;
  }

  #fact([heading, lines, sources]) {
    const text = (number) => this.list.strings[number];
    const made = element("div", {});
    if (heading) made.append(element("h3", {}, text(heading)));
    for (const line of lines) made.append(element("p", {}, Array.isArray(line) ? webLink(text(line[1]), text(line[0])) : text(line)));
    if (sources?.length)
      made.append(
        this.#sources(
          sources.map((source) => source.map(text)),
          text(heading),
        ),
      );
    return made;
  }

  #sources(sources, fact) {
    const name = this.texts.labels[sources.length === 1 ? "source" : "sources"];
    const summary = element("summary", {}, name);
    if (fact) summary.setAttribute("aria-label", `${name}: ${fact}`);
    const lines = sources.map(([before, url, host, after]) => element("p", {}, before, ...(url ? [webLink(url, host)] : []), after));
    return element("details", {}, summary, ...lines);
  }
}
