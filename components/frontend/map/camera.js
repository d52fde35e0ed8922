// Camera: the part of the country that the map shows. It goes to the extent of a choice, if that is another one than before; a visitor who
// has moved the map is left alone until then.

const PADDING_PX = 6;
const MAX_COVERED = 0.7; // share of the map's height
const MIN_SIDE_PX = 64; // a smaller map is not seen: it has this size for a moment, as while a browser makes a picture of the whole page
const LEAST_ZOOM = -5; // no map is smaller: 32 kilometres a pixel
const NO_MOTION = window.matchMedia("(prefers-reduced-motion: reduce)");

export class Camera {
  /** `sweden` is west, south, east, north in kilometres; `symbolsInView` returns the positions of the symbols that can be seen. */
  constructor(map, sweden, symbolsInView) {
    this.map = map;
    this.sweden = toBounds(sweden);
    this.symbolsInView = symbolsInView;
    this.target = this.sweden;
    this.extent = ""; // of the last choice, as text
    this.isDue = false; // the map has not gone to the last choice yet
    this.isFirst = true; // that is the choice with which the page was opened
    this.covered = 0; // pixels from the lower edge
    this.isMoving = false; // also while a move is about to start: Leaflet starts animations with the next frame
    this.isMovedByVisitor = false;
    this.isResizing = false;
    this.isAnimated = false; // whether the next fit is a motion
    this.fitted = ""; // the extent to which the map was fitted last, as text
    map.setMaxBounds(this.sweden.pad(1));
    map.on("movestart", () => {
      if (!this.isMoving) this.isMovedByVisitor = true;
      this.isMoving = true;
    });
    map.on("moveend", () => {
      if (this.isResizing) return;
      this.isMoving = map._panAnim?._inProgress ?? false; // Leaflet may be moving back into its bounds
      this.#settle();
    });
    new ResizeObserver(() => this.resize()).observe(map.getContainer());
    this.resize();
  }

  /** Note the extent of a choice; `arrive` goes there. */
  follow(extent) {
    if (extent.join() === this.extent) return;
    this.isFirst = !this.extent;
    this.isDue = true;
    this.extent = extent.join();
    this.target = toBounds(extent);
  }

  /** Go to the extent of the last choice, unless the map has gone there already. */
  arrive() {
    if (!this.isDue) return;
    this.isDue = false;
    this.goTo(this.target, !this.isFirst);
  }

  /** Keep the content of the map off the part that a sheet over the page hides: pixels from the lower edge. */
  cover(height) {
    if (height === this.covered) return;
    this.covered = height;
    this.isAnimated = true;
    this.#limitZoom();
    this.#settle();
  }

  goHome() {
    this.goTo(this.sweden, true);
  }

  /** Zoom in towards the clusters that can be seen: the one nearest to their middle becomes the centre. */
  zoomIn() {
    const seen = this.symbolsInView();
    const middle = seen.length ? L.latLngBounds(seen).getCenter() : this.map.getCenter();
    const [nearest = middle] = seen.sort((one, other) => this.map.distance(one, middle) - this.map.distance(other, middle));
    this.map.setView(nearest, this.map.getZoom() + 1, { animate: !NO_MOTION.matches });
  }

  zoomOut() {
    this.map.zoomOut(1, { animate: !NO_MOTION.matches });
  }

  /** Fit the map to bounds, now or at the end of the move that is under way. */
  goTo(bounds, animate) {
    this.target = bounds;
    this.isMovedByVisitor = false;
    this.isAnimated = animate;
    this.fitted = "";
    if (!this.isMoving) this.#fit();
  }

  resize() {
    this.isResizing = true;
    this.map.invalidateSize({ animate: false });
    this.isResizing = false;
    this.isAnimated = false;
    this.#limitZoom();
    this.#settle();
  }

  // All of Sweden is the most that the map shows.
  #limitZoom() {
    if (!this.#isLargeEnough()) return;
    this.map.options.minZoom = LEAST_ZOOM; // Leaflet fits nothing below the least zoom of before
    this.map.options.minZoom = this.map.getBoundsZoom(this.sweden, false, L.point(2 * PADDING_PX, PADDING_PX + this.#bottom()));
  }

  // A move under way would ignore another one; at its end this is called again.
  #settle() {
    if (this.isMoving || !this.#isLargeEnough()) return;
    if (!this.isMovedByVisitor && this.fitted !== this.#wanted()) this.#fit();
    else if (this.map.getZoom() < this.map.getMinZoom()) this.map.setZoom(this.map.getMinZoom(), { animate: false });
  }

  #fit() {
    if (!this.#isLargeEnough()) return; // the observer calls again
    this.isMoving = true;
    this.fitted = this.#wanted();
    this.map.fitBounds(this.target, {
      animate: this.isAnimated && !NO_MOTION.matches,
      paddingTopLeft: [PADDING_PX, PADDING_PX],
      paddingBottomRight: [PADDING_PX, this.#bottom()],
    });
  }

  // Pixels at the lower edge that stay free.
  #bottom() {
    return PADDING_PX + Math.min(this.covered, MAX_COVERED * this.map.getSize().y);
  }

  #wanted() {
    const { x, y } = this.map.getSize();
    return [this.target.toBBoxString(), x, y, this.covered].join();
  }

  #isLargeEnough() {
    const { x, y } = this.map.getSize();
    return x >= MIN_SIDE_PX && y >= MIN_SIDE_PX;
  }
}

function toBounds([west, south, east, north]) {
  return L.latLngBounds([
    [south, west],
    [north, east],
  ]);
}
