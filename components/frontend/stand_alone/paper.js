// Map on paper: the drawing as the file has it, in place of what the reader has moved and zoomed.

export class Paper {
  /** Keep what the drawing is like; made before anything changes it. `frame` is the box around it. */
  constructor(frame, svg, scaleBar) {
    Object.assign(this, { frame, svg, scaleBar, viewBox: svg.getAttribute("viewBox"), scale: scaleBar.textContent });
  }

  /** Show the map as it was drawn. */
  show() {
    this.frame.classList.remove("interactive");
    this.svg.setAttribute("viewBox", this.viewBox);
    this.svg.style.removeProperty("--px");
    this.scaleBar.textContent = this.scale;
    this.scaleBar.style.removeProperty("width");
  }

  /** Let the map follow the reader again. */
  hide() {
    this.frame.classList.add("interactive");
  }
}
