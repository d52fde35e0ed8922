// List of the clusters that one symbol stands for: a small box on the map with a button for each. No Leaflet.

import { place } from "./tooltip.js";

export class ClusterList {
  /** `open` is called with the id of the cluster that the visitor has chosen. */
  constructor(container, open) {
    this.container = container;
    this.onOpen = open;
    this.box = container.appendChild(document.createElement("div"));
    this.box.className = "cluster-list";
    this.box.setAttribute("role", "dialog");
    this.box.hidden = true;
    this.box.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      this.close();
      this.returnFocus();
    });
  }

  get isOpen() {
    return !this.box.hidden;
  }

  /**
   * Show clusters, each with its id and name, beside a position in pixels. `returnFocus` is called when the list is left with Escape;
   * `more` is a line below for the clusters that are not listed.
   */
  open(heading, clusters, position, returnFocus, more = "") {
    this.returnFocus = returnFocus;
    this.box.setAttribute("aria-label", heading);
    const title = Object.assign(document.createElement("strong"), { textContent: heading });
    const list = document.createElement("ul");
    for (const { id, name } of clusters) {
      const button = Object.assign(document.createElement("button"), { type: "button", textContent: name });
      button.onclick = () => this.onOpen(id);
      list.appendChild(document.createElement("li")).append(button);
    }
    if (more) list.appendChild(document.createElement("li")).textContent = more;
    this.box.replaceChildren(title, list);
    this.box.hidden = false;
    place(this.box, this.container, position);
    this.box.querySelector("button").focus({ preventScroll: true });
  }

  close() {
    this.box.hidden = true;
  }
}
