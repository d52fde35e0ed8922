// Camera: the part of the country that the map shows. It goes to the extent of each new choice; a visitor who has moved the map is left
// alone until the next one.

const PADDING_PX = 6;
const MAX_COVERED = 0.7; // share of the map's height
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
    this.isMoving = false;
    this.isMovedByVisitor = false;
    this.covered = 0; // pixels from the lower edge
    map.setMaxBounds(this.sweden.pad(1));
    map.on("movestart", () => {
      if (!this.isMoving) this.isMovedByVisitor = true;
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

  /** Keep what the map shows off its covered part, which a sheet over the page hides: pixels from the lower edge. */
  cover(height) {
    if (height === this.covered) return;
    this.covered = height;
    if (!this.isMovedByVisitor) this.goTo(this.target, true);
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

  goTo(bounds, animate) {
    if (!this.map.getSize().x || !this.map.getSize().y) return; // the frame has no size yet; the observer calls again
    this.isMoving = true;
    this.isMovedByVisitor = false;
    this.target = bounds;
    const isMotion = animate && !NO_MOTION.matches;
    this.map.once("moveend", () => {
      this.isMoving = false;
    });
    const bottom = PADDING_PX + Math.min(this.covered, MAX_COVERED * this.map.getSize().y);
    this.map.fitBounds(bounds, { animate: isMotion, paddingTopLeft: [PADDING_PX, PADDING_PX], paddingBottomRight: [PADDING_PX, bottom] });
  }

  resize() {
    const isLeftAlone = this.isMovedByVisitor; // read first: invalidateSize() may move the map, which looks like a visitor's move
    this.isMoving = true;
    this.map.invalidateSize({ animate: false });
    this.isMoving = false;
    this.isMovedByVisitor = isLeftAlone;
    if (!this.map.getSize().x || !this.map.getSize().y) return;
    this.map.options.minZoom = LEAST_ZOOM; // Leaflet fits nothing below the least zoom of before
    this.map.setMinZoom(this.map.getBoundsZoom(this.sweden, false, L.point(2 * PADDING_PX, 2 * PADDING_PX)));
    if (!isLeftAlone) this.goTo(this.target, false);
  }
}

function toBounds([west, south, east, north]) {
  return L.latLngBounds([
    [south, west],
    [north, east],
  ]);
}
