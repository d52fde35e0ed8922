// Names of counties and towns on the map: as many as fit without covering each other or a symbol, the more important ones first.
// geo/name_placement.py does the same for the drawn map.

const FONT_SIZE_REM = { county: 0.75, town: 0.6875 }; // as in map.css, so that names follow the size of text that the visitor has set
const LINE_HEIGHT_REM = { county: 0.9375, town: 0.875 };
const GAP_PX = 3; // between a town's dot and its name
const STEPS = [0, -0.3, 0.3, -0.6, 0.6, -0.9, 0.9]; // tried around the middle of a county, as shares of the radius of the circle there
const FIRST_TOWNS = 12; // named where the whole country is in view; three times as many for each step of zoom
const OUTSIDE_PX = 40; // around the view; names further away are not placed
const VISIBLE_COUNTIES_UP_TO_ZOOM = 2.2; // nearer, a county is larger than the map

export class Names {
  constructor(map) {
    this.map = map;
    this.names = [];
    this.pane = map.getPane("names");
    this.measure = document.createElement("canvas").getContext("2d");
    this.fontFamily = getComputedStyle(map.getContainer()).fontFamily;
    map.on("zoomstart", () => this.pane.replaceChildren()); // they are placed anew at the new scale
  }

  /** Add names: text, kind ("county" or "town"), x and y in kilometres, in the order of their importance. */
  add(names) {
    const known = new Set(this.names.map(({ text, kind }) => `${kind} ${text}`));
    this.names.push(...names.filter(({ text, kind }) => !known.has(`${kind} ${text}`)));
  }

  /** Place the names beside circles: x, y and radius in pixels of the container, and the width of a number at their right side. */
  place(circles) {
    this.placed = [];
    const taken = circles.map(({ x, y, radius, right }) => [x - radius - 1, y - radius - 1, x + radius + right + 1, y + radius + 1]);
    const { x: width, y: height } = this.map.getSize();
    const seen = [0, 0, width, height];
    const view = [-OUTSIDE_PX, -OUTSIDE_PX, width + OUTSIDE_PX, height + OUTSIDE_PX];
    const maxTowns = FIRST_TOWNS * 3 ** (this.map.getZoom() - this.map.getMinZoom());
    for (const name of this.names) {
      if (name.kind === "county" || name.rank < maxTowns) this.#placeOne(name, taken, view, seen, circles);
    }
    this.pane.replaceChildren(...this.placed);
  }

  // A name is whole, or out of view until the visitor moves the map.
  #placeOne(name, taken, view, seen, circles) {
    const point = this.map.latLngToContainerPoint([name.y, name.x]);
    if (!isInside([point.x, point.y, point.x, point.y], view)) return;
    if (name.kind === "county" && this.map.getZoom() > VISIBLE_COUNTIES_UP_TO_ZOOM) return;
    const lines = name.kind === "county" ? name.text.split(" ") : [name.text];
    const size = [this.#width(name.kind, lines), LINE_HEIGHT_REM[name.kind] * remInPixels() * lines.length];
    const hasSymbol = circles.some(({ x, y, radius }) => Math.hypot(x - point.x, y - point.y) < radius);
    const dot = [point.x - 2, point.y - 2, point.x + 2, point.y + 2];
    if (name.kind === "town" && !hasSymbol && taken.some((other) => meets(dot, other))) return;
    const candidates = name.kind === "county" ? this.#around(name, point, size) : beside(point, size, circles);
    const isWhole = (each) => isInside(each, seen) || !meets(each, seen);
    const box = candidates.find((each) => isWhole(each) && !taken.some((other) => meets(each, other)));
    if (!box) return;
    taken.push(box);
    if (name.kind === "town" && !hasSymbol) taken.push(dot);
    this.#add(name, lines, box, point, !hasSymbol);
  }

  #add({ kind }, lines, box, point, hasDot) {
    const element = this.#at((box[0] + box[2]) / 2, (box[1] + box[3]) / 2, `name ${kind}`);
    lines.forEach((line) => element.append(Object.assign(document.createElement("div"), { textContent: line })));
    if (kind === "town" && hasDot) this.#at(point.x, point.y, "dot");
  }

  // An element with its middle at a point of the container, in pixels.
  #at(x, y, className) {
    const element = Object.assign(document.createElement("div"), { className });
    const point = this.map.containerPointToLayerPoint([x, y]);
    element.style.transform = `translate(${point.x}px, ${point.y}px) translate(-50%, -50%)`;
    this.placed.push(element);
    return element;
  }

  #width(kind, lines) {
    this.measure.font = `${kind === "county" ? 600 : 400} ${FONT_SIZE_REM[kind] * remInPixels()}px ${this.fontFamily}`;
    return Math.max(...lines.map((line) => this.measure.measureText(line).width)) + 2;
  }

  #around({ radius = 0 }, point, [width, height]) {
    const reach = radius * this.map.options.crs.scale(this.map.getZoom());
    const shifts = STEPS.flatMap((x) => STEPS.map((y) => [x, y])).sort((one, other) => Math.hypot(...one) - Math.hypot(...other));
    return shifts.map(([x, y]) => boxAround(point.x + x * reach, point.y + y * reach, width, height));
  }
}

function remInPixels() {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}

// On each side of a town's dot, or of the symbol that covers it: first to the right.
function beside({ x, y }, [width, height], circles) {
  const reach =
    GAP_PX + 2 + Math.max(0, ...circles.filter((each) => Math.hypot(each.x - x, each.y - y) < each.radius).map(({ radius }) => radius));
  const [across, along] = [reach + width / 2, reach + height / 2];
  return [
    [across, 0],
    [-across, 0],
    [0, -along],
    [0, along],
    [across, -along],
    [across, along],
    [-across, -along],
    [-across, along],
  ].map(([dx, dy]) => boxAround(x + dx, y + dy, width, height));
}

function boxAround(x, y, width, height) {
  return [x - width / 2, y - height / 2, x + width / 2, y + height / 2];
}

function meets(one, other) {
  return one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
}

function isInside(box, outer) {
  return box[0] >= outer[0] && box[1] >= outer[1] && box[2] <= outer[2] && box[3] <= outer[3];
}
