// Camera of the drawn map: which part of it is in view, by the viewBox. Lengths are kilometres from the origin of all drawings, x to the right
// and y down.

const MAX_SCALE = 12; // pixels of a kilometre
const STEP = 1.8; // of a press on a button
const NEARLY_HOME = 1.05;
const MARGIN = 0.08; // around what is shown, as a share of its longer side
const MIN_WIDTH = 60; // of a county that is shown

export class Camera {
  /**
   * `box` is the element of the map, `svg` the drawing in it. Three parts of the map, as [x, y, width, height]: `home` is shown first,
   * `country` is the most that is shown, and `drawn` is all that the drawing has.
   */
  constructor(box, svg, { home, country, drawn }) {
    Object.assign(this, { box, svg, home, country, drawn });
    this.showPart(home);
  }

  /** Bring a part of the map into view. */
  showPart([left, top, width, height]) {
    this.fitted = [left, top, width, height];
    this.#measure();
    this.x = left + width / 2;
    this.y = top + height / 2;
    this.scale = Math.min(this.width / width, this.height / height, MAX_SCALE);
    this.#apply();
  }

  /** Bring a part into view with some room around it. */
  showAround([left, top, width, height]) {
    const wide = Math.max(width, MIN_WIDTH);
    const high = Math.max(height, MIN_WIDTH);
    const margin = MARGIN * Math.max(wide, high);
    this.showPart([left - (wide - width) / 2 - margin, top - (high - height) / 2 - margin, wide + 2 * margin, high + 2 * margin]);
  }

  /** Follow a change of the map's size. */
  resize() {
    if (this.isMoved) {
      this.#measure();
      this.#apply();
    } else this.showPart(this.fitted);
  }

  /** Zoom by a factor; the point at this pixel of the map stays where it is. */
  zoom(factor, pixel = [this.width / 2, this.height / 2]) {
    const [x, y] = this.toKilometres(pixel);
    const before = this.scale;
    this.scale = between(this.scale * factor, this.leastScale, MAX_SCALE);
    this.x = x + ((this.x - x) * before) / this.scale;
    this.y = y + ((this.y - y) * before) / this.scale;
    this.isMoved = true;
    this.#apply();
  }

  zoomIn() {
    this.zoom(STEP);
  }

  zoomOut() {
    this.zoom(1 / STEP);
  }

  /** Move the map by pixels. */
  move(right, down) {
    this.x -= right / this.scale;
    this.y -= down / this.scale;
    this.isMoved = true;
    this.#apply();
  }

  toPixels(x, y) {
    return { x: (x - this.x) * this.scale + this.width / 2, y: (y - this.y) * this.scale + this.height / 2 };
  }

  toKilometres([right, down]) {
    return [this.x + (right - this.width / 2) / this.scale, this.y + (down - this.height / 2) / this.scale];
  }

  /** Return whether more is hidden than where all that the list needs is in view: then a finger moves the map and not the page. */
  get isZoomed() {
    const [, , width, height] = this.home;
    return this.scale > NEARLY_HOME * Math.min(this.width / width, this.height / height);
  }

  /** The scale at which the whole country is in view. */
  get leastScale() {
    const [, , width, height] = this.country;
    return Math.min(this.width / width, this.height / height);
  }

  #measure() {
    this.isMoved = false;
    this.width = Math.max(1, this.box.clientWidth);
    this.height = Math.max(1, this.box.clientHeight);
  }

  #apply() {
    const [width, height] = [this.width / this.scale, this.height / this.scale];
    this.#keepInside(width, height);
    this.svg.setAttribute("viewBox", `${this.x - width / 2} ${this.y - height / 2} ${width} ${height}`);
    this.svg.style.setProperty("--px", `${1 / this.scale}px`);
  }

  // The middle of the view stays over the country, and nothing is in view that is not drawn.
  #keepInside(width, height) {
    const [left, top, wide, high] = this.country;
    const [drawnLeft, drawnTop, drawnWidth, drawnHeight] = this.drawn;
    this.x = between(between(this.x, left, left + wide), drawnLeft + width / 2, drawnLeft + drawnWidth - width / 2);
    this.y = between(between(this.y, top, top + high), drawnTop + height / 2, drawnTop + drawnHeight - height / 2);
  }
}

function between(value, least, most) {
  return least > most ? (least + most) / 2 : Math.max(least, Math.min(most, value));
}
