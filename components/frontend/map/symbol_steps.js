// Steps of the arrow keys from symbol to symbol.

const DIRECTIONS = { ArrowRight: ["x", "y", 1], ArrowLeft: ["x", "y", -1], ArrowDown: ["y", "x", 1], ArrowUp: ["y", "x", -1] };

/** Return whether a key is one of the arrows. */
export function isArrow(key) {
  return key in DIRECTIONS;
}

/** Return the symbol that is nearest to another one in the direction of an arrow key; the same one where there is none. */
export function nextSymbol(symbols, symbol, key) {
  const from = symbol.containerPoint();
  const [axis, other, sign] = DIRECTIONS[key];
  const steps = symbols.flatMap((each) => {
    const to = each.containerPoint();
    const along = (to[axis] - from[axis]) * sign;
    return along > 0 ? [{ each, cost: along + 2 * Math.abs(to[other] - from[other]) }] : [];
  });
  return steps.reduce((best, step) => (best && best.cost <= step.cost ? best : step), undefined)?.each ?? symbol;
}
