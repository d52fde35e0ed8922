// Reach of a press on a touch screen: beside a small symbol it is meant for the symbol.

// Distances of a press from the middle of a symbol, so that 44 pixels can be pressed, and from its edge.
const REACH_PX = 22;
const REACH_BESIDE_PX = 16;
const TOUCH = window.matchMedia("(pointer: coarse)").matches;

/**
 * Return the symbol that a press is meant for, undefined for none and on other screens. `distance` returns how far the press is from the
 * middle of a symbol, `radius` its radius, both in pixels.
 */
export function symbolInReach(symbols, distance, radius) {
  if (!TOUCH) return undefined;
  const fromEdge = (symbol) => distance(symbol) - radius(symbol);
  const [nearest] = symbols.toSorted((one, other) => fromEdge(one) - fromEdge(other));
  return nearest && fromEdge(nearest) <= Math.max(REACH_BESIDE_PX, REACH_PX - radius(nearest)) ? nearest : undefined;
}
