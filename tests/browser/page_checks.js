// Checks of a whole page as it is drawn now; each returns the HTML of what is wrong, shortened. See page_checks.py, which calls them.

const CONTROLS = "a[href], button, summary, input:not([type=hidden]), textarea, [role=link]";
const CLIPPED_ON_PURPOSE = "#root, .svg-map, .skip, .sideways, caption, textarea";

const tell = (element) => element.outerHTML.replace(/\s+/g, " ").slice(0, 140);
const isShown = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
const all = (selector) =>
  [...document.querySelectorAll(`.page :is(${selector})`)].filter((each) => !each.closest("#root, .svg-map") && isShown(each));
const controls = () => all(CONTROLS).filter((each) => !each.matches(".skip"));
// A checkbox lies in its label, which is what is pressed.
const boxOf = (element) => (element.closest("label") ?? element).getBoundingClientRect();

function* ancestors(element) {
  for (let each = element.parentElement; each && !each.matches(".page"); each = each.parentElement) yield each;
}

// What the scrolling and clipping ancestors of an element leave of a box in it.
function visiblePart(element, box) {
  let { left, top, right, bottom } = box;
  for (const each of ancestors(element)) {
    const { position, overflowX, overflowY } = getComputedStyle(each);
    if (overflowX !== "visible" || overflowY !== "visible") {
      const edge = each.getBoundingClientRect();
      [left, top] = [Math.max(left, edge.left), Math.max(top, edge.top)];
      [right, bottom] = [Math.min(right, edge.right), Math.min(bottom, edge.bottom)];
    }
    if (position === "fixed") break;
  }
  return { left, top, right, bottom };
}

// Elements that reach out of the window on the right, except in areas that scroll sideways.
function outsideTheWindow() {
  const outside = [...document.querySelectorAll(".page *")].filter(
    (part) =>
      !part.closest(".scrolled, .svg-map") && part.getClientRects().length > 0 && part.getBoundingClientRect().right > innerWidth + 1,
  );
  const scrolls = document.documentElement.scrollWidth > innerWidth;
  return [...outside.map(tell), ...(scrolls ? ["the page scrolls sideways"] : [])];
}

// Texts that reach out of a box that hides the rest, unless the box has the whole as its title.
function cutOff() {
  const texts = document.createTreeWalker(document.querySelector(".page"), NodeFilter.SHOW_TEXT);
  const found = new Set();
  while (texts.nextNode()) {
    const text = texts.currentNode;
    const element = text.parentElement;
    if (!text.data.trim() || element.closest(CLIPPED_ON_PURPOSE) || !isShown(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const box of range.getClientRects())
      for (const each of [element, ...ancestors(element)])
        if (isCutBy(each, box) && !each.title) found.add(`${text.data.trim()} in ${tell(each)}`);
  }
  return [...found];
}

function isCutBy(element, box) {
  const { overflowX, overflowY } = getComputedStyle(element);
  const edge = element.getBoundingClientRect();
  const sideways = overflowX === "hidden" && (box.right > edge.right + 1 || box.left < edge.left - 1);
  const upright = overflowY === "hidden" && (box.bottom > edge.bottom + 2 || box.top < edge.top - 2);
  return edge.width > 1 && (sideways || upright);
}

// Pairs of controls of which one covers a part of the other. What sticks to the window, and what is fixed to it, is a layer of its own.
function overlapping() {
  const layerOf = (element) =>
    [element, ...ancestors(element)].find((each) => ["fixed", "sticky"].includes(getComputedStyle(each).position)) ?? document.body;
  const boxes = controls().flatMap((each) => {
    const rects = each.closest("label") ? [boxOf(each)] : [...each.getClientRects()]; // one for each line of a link
    return rects.map((rect) => ({ each, layer: layerOf(each), part: visiblePart(each, rect) }));
  });
  return boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .filter((other) => one.layer === other.layer && isApart(one.each, other.each) && meet(one.part, other.part))
      .map((other) => `${tell(one.each)} and ${tell(other.each)}`),
  );
}

const isApart = (one, other) => !one.contains(other) && !other.contains(one);

function meet(one, other) {
  const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return width > 1 && height > 1;
}

// Controls that are lower or narrower than a number of pixels, except links within a sentence and those in `except`.
function tooSmall(least, except) {
  const isInSentence = (element) =>
    getComputedStyle(element).display === "inline" &&
    [...element.parentElement.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  return controls().flatMap((each) => {
    const { width, height } = boxOf(each);
    const isSmall = Math.min(width, height) < least - 0.5 && !isInSentence(each) && !each.closest(except);
    return isSmall ? [`${Math.round(width)} x ${Math.round(height)}: ${tell(each)}`] : [];
  });
}

// What is chosen, or where the visitor is, and looks like what stands beside it.
function looksAlike() {
  const boxes = all(".toggle input:checked").map((box) => [box.nextElementSibling, ".toggle:not(.none, :has(:checked)) > span"]);
  const current = all("[aria-current]").map((each) =>
    each.closest("#rows") ? [each.closest("tr"), "#rows tr:not(:has([aria-current]))"] : [each, `${placeOf(each)} a:not([aria-current])`],
  );
  return [...boxes, ...current]
    .filter(([each, others]) => [...document.querySelectorAll(others)].some((other) => look(other) === look(each)))
    .map(([each]) => tell(each));
}

const placeOf = (element) => ["#header ul", ".areas", "#map-list", ".matrix th"].find((place) => element.closest(place));

function look(element) {
  const read = (pseudo) => {
    const { color, backgroundColor, borderTop, borderBottom, outline, fontWeight, content } = getComputedStyle(element, pseudo);
    return [color, backgroundColor, borderTop, borderBottom, outline, fontWeight, content];
  };
  return JSON.stringify([read(), read("::before")]);
}

// What moves by itself, or takes time to change its look, on the page and in the map's frame.
function moving() {
  const frame = document.querySelector("#root iframe")?.contentDocument;
  const drawn = [...document.querySelectorAll(".page *")].filter((each) => !each.closest("#root"));
  const onMap = frame?.querySelectorAll(".leaflet-container, .leaflet-container *") ?? [];
  return [document.documentElement, ...drawn, ...onMap].filter(isMoving).map(tell);
}

function isMoving(element) {
  const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
  return transitionDuration !== "0s" || animationName !== "none" || scrollBehavior === "smooth";
}
