// Place of the number of a symbol: inside its circle where it fits, else beside it. No Leaflet, no DOM.

const DIGIT_PX = 6.5; // width of a digit
const MIN_RADIUS_PX = 7; // of a circle with a number inside
const GAP_PX = 2; // between the circle and the number

/** Return whether a number, as text, fits inside a circle. */
export function fitsInside(text, radius) {
  return radius >= Math.max(MIN_RADIUS_PX, (text.length * DIGIT_PX) / 2 + GAP_PX);
}

/** Return the width that a number takes beside its circle, 0 where it stands inside or there is none. */
export function widthBeside(text, radius) {
  return text && !fitsInside(text, radius) ? text.length * DIGIT_PX + GAP_PX : 0;
}
