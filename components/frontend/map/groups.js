// Groups of clusters that one symbol stands for, and the sizes of the symbols: areas in proportion to the numbers of clusters, or to the
// sums of an amount that each has, and at most a tenth of any symbol covered. geo/symbol_groups.py and symbol_sizes.py do the same for the
// drawn map. No Leaflet, no DOM.

const SINGLE_RADIUS_PX = 7; // of a symbol for one cluster, where nothing is in the way
const MAX_RADIUS_PX = 30;
const LARGEST_SUM_RADIUS_PX = 20; // of the symbol with the largest sum, where nothing is in the way
const MIN_RADIUS_PX = 2.5;
const MIN_SHRINKING = 0.3; // of the radii by position and municipality, before clusters are grouped by larger areas
const MAX_COVERED = 0.1; // share of a symbol
const STEPS = 8; // of the search for the largest radii that fit
const LEVELS = [(item) => `${item.x} ${item.y} ${item.isApproximate}`, (item) => item.location, (item) => item.location.slice(0, 2)];

/**
 * Return the groups to draw at a scale, the largest first: by position, else by municipality, else by county.
 * Items and groups have x and y (kilometres), count, location (SCB's code), isApproximate and points; groups have radius (pixels) too.
 */
export function groupsAt(pixelsPerKilometre, items, countyMiddle) {
  for (const [level, key] of LEVELS.entries()) {
    const isLast = level === LEVELS.length - 1;
    const groups = grouped(items, key, isLast ? countyMiddle : () => undefined);
    const shrinking = largestShrinking(groups, pixelsPerKilometre);
    if (shrinking < MIN_SHRINKING && !isLast) continue;
    setRadii(groups, shrinking);
    return groups.sort((one, other) => other.radius - one.radius);
  }
}

function grouped(items, key, middleOf) {
  const groups = Map.groupBy(items, key);
  return [...groups.values()].map((members) => {
    const [first] = members;
    const isOnePlace = members.every(({ x, y }) => x === first.x && y === first.y);
    const middle = (!isOnePlace && middleOf(first.location.slice(0, 2))) || nearestToMean(members);
    return {
      x: middle.x,
      y: middle.y,
      count: sum(members, ({ count }) => count),
      amount: sumOfAmounts(members),
      location: members.every(({ location }) => location === first.location) ? first.location : first.location.slice(0, 2),
      isApproximate: members.every(({ isApproximate }) => isApproximate),
      points: members.flatMap(({ points }) => points),
      name: first.name,
    };
  });
}

/** Return the sum of the known amounts; null if none is known, undefined where symbols show numbers of clusters. */
export function sumOfAmounts(members) {
  const known = members.filter(({ amount }) => typeof amount === "number");
  return known.length ? sum(known, ({ amount }) => amount) : members[0].amount;
}

// A position of a member, so that the symbol stands where a cluster is.
function nearestToMean(members) {
  const total = sum(members, ({ count }) => count);
  const x = sum(members, (member) => member.x * member.count) / total;
  const y = sum(members, (member) => member.y * member.count) / total;
  const distance = (member) => (member.x - x) ** 2 + (member.y - y) ** 2;
  return members.reduce((nearest, member) => (distance(member) < distance(nearest) ? member : nearest));
}

// The largest factor, up to 1, by which the radii can be multiplied so that the symbols hardly cover each other.
function largestShrinking(groups, pixelsPerKilometre) {
  setRadii(groups, 1);
  const near = pairs(groups, pixelsPerKilometre);
  if (isFree(groups, near)) return 1;
  let [low, high] = [0, 1];
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2;
    setRadii(groups, middle);
    if (isFree(groups, near)) low = middle;
    else high = middle;
  }
  return low;
}

function setRadii(groups, factor) {
  const isOfSums = groups.some(({ amount }) => amount !== undefined);
  const areas = groups.map(({ amount, count }) => (isOfSums ? Math.max(0, amount) : count));
  const highest = Math.max(...areas) || 1;
  const single = isOfSums ? LARGEST_SUM_RADIUS_PX / Math.sqrt(highest) : Math.min(SINGLE_RADIUS_PX, MAX_RADIUS_PX / Math.sqrt(highest));
  for (const [index, group] of groups.entries()) group.radius = Math.max(MIN_RADIUS_PX, factor * single * Math.sqrt(areas[index]));
}

// Pairs of groups that touch, with the distance in pixels.
function pairs(groups, pixelsPerKilometre) {
  const found = [];
  groups.forEach((one, index) => {
    for (const other of groups.slice(index + 1)) {
      const distance = Math.hypot(one.x - other.x, one.y - other.y) * pixelsPerKilometre;
      if (distance < one.radius + other.radius) found.push([one, other, distance]);
    }
  });
  return found;
}

function isFree(groups, near) {
  const covered = new Map(groups.map((group) => [group, 0]));
  for (const [one, other, distance] of near) {
    const area = sharedArea(one.radius, other.radius, distance);
    for (const group of [one, other]) covered.set(group, covered.get(group) + area);
  }
  return groups.every((group) => covered.get(group) <= MAX_COVERED * Math.PI * group.radius ** 2);
}

// The area that two circles have in common.
function sharedArea(one, other, distance) {
  if (distance >= one + other) return 0;
  if (distance <= Math.abs(one - other)) return Math.PI * Math.min(one, other) ** 2;
  const part = (radius, second) => {
    const cosine = (distance ** 2 + radius ** 2 - second ** 2) / (2 * distance * radius);
    return radius ** 2 * Math.acos(cosine);
  };
  const kite = Math.sqrt((one + other - distance) * (distance + one - other) * (distance - one + other) * (distance + one + other));
  return part(one, other) + part(other, one) - kite / 2;
}

function sum(items, value) {
  return items.reduce((total, item) => total + value(item), 0);
}
