// Scale bar of a map: a round number of kilometres, and their length.

const MAX_SCALE_PX = 90;

/** Show in an element the scale of a map, in pixels of a kilometre. */
export function showScale(bar, pixelsPerKilometre) {
  const kilometres = roundBelow(MAX_SCALE_PX / pixelsPerKilometre);
  bar.textContent = `${kilometres} km`;
  bar.style.width = `${kilometres * pixelsPerKilometre}px`;
}

// The largest of 1, 2, 5, 10, 20, 50 and so on that is not above a number.
function roundBelow(number) {
  const power = 10 ** Math.floor(Math.log10(number));
  return power * [5, 2, 1].find((digit) => digit * power <= number);
}
