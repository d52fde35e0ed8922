// Tooltip of the map: lines of text near a position, always inside the map. Values become text nodes, never markup.

const GAP_PX = 12; // between the position and the tooltip

export class Tooltip {
  constructor(container) {
    this.container = container;
    this.box = container.appendChild(document.createElement("div"));
    this.box.className = "tooltip";
    this.box.hidden = true;
  }

  /** Show lines of text beside a position in the container, in pixels; the first line is the heading. */
  show([heading, ...lines], position) {
    const title = document.createElement("strong");
    title.textContent = heading;
    const others = lines.filter(Boolean).map((line) => Object.assign(document.createElement("div"), { textContent: line }));
    this.box.replaceChildren(title, ...others);
    this.box.hidden = false;
    place(this.box, this.container, position);
  }

  hide() {
    this.box.hidden = true;
  }
}

/** Move a box beside a position so that it lies inside the container: on the side that has more room, never cut off. */
export function place(box, container, { x, y }) {
  const { clientWidth: width, clientHeight: height } = container;
  box.style.maxWidth = `${Math.max(width - 2 * GAP_PX, 0)}px`;
  const left = x > width / 2 ? x - box.offsetWidth - GAP_PX : x + GAP_PX;
  box.style.left = `${clamp(left, 0, width - box.offsetWidth)}px`;
  const isBeside = left >= 0 && left + box.offsetWidth <= width;
  const aboveOrBelow = y > height / 2 ? y - box.offsetHeight - GAP_PX : y + GAP_PX;
  const top = isBeside ? y - box.offsetHeight / 2 : aboveOrBelow;
  box.style.top = `${clamp(top, 0, height - box.offsetHeight)}px`;
}

function clamp(value, min, max) {
  return Math.max(min, Math.min(value, max));
}
