// Selection of the reader: search, filters, order, page and open profile, kept behind the # of the address so that Back works. No server sees it.

/** Return the selection that the address holds, without values that the list does not know. */
export function readSelection(list) {
  const parameters = new URLSearchParams(location.hash.slice(1));
  const sort = parameters.get("sort") ?? "";
  const opened = parameters.get("open") ?? "";
  return {
    text: parameters.get("q") ?? "",
    chosen: Object.fromEntries(list.filters.map((filter) => [filter.name, chosenCodes(filter, parameters)])),
    sort: Math.abs(Number(sort)) < list.columns.length ? sort : "",
    page: Math.max(1, Math.trunc(Number(parameters.get("page"))) || 1),
    opened: list.rows.some(({ id }) => id === opened) ? opened : "",
  };
}

/** Write a selection into the address: as a new step for Back, or in place of the last one. Returns what stands behind the # then. */
export function writeSelection({ text, chosen, sort, page, opened }, isStep) {
  const parameters = new URLSearchParams();
  if (text) parameters.set("q", text);
  for (const [name, codes] of Object.entries(chosen)) for (const code of codes) parameters.append(name, code);
  if (sort) parameters.set("sort", sort);
  if (page > 1) parameters.set("page", String(page));
  if (opened) parameters.set("open", opened);
  const hash = `#${parameters}`;
  if (hash !== writtenNow()) {
    if (isStep) location.hash = hash;
    else location.replace(hash);
  }
  return hash;
}

/** Return what stands behind the # of the address now. */
export function writtenNow() {
  return location.hash || "#";
}

/** Return a selection without search and filters. */
export function cleared(selection) {
  const chosen = Object.fromEntries(Object.keys(selection.chosen).map((name) => [name, new Set()]));
  return { ...selection, text: "", chosen, page: 1 };
}

/** Return a selection with another state of one code of a filter; other states are those of a press. */
export function toggled(selection, name, code) {
  const codes = new Set(selection.chosen[name]);
  if (!codes.delete(code)) codes.add(code);
  return { ...selection, chosen: { ...selection.chosen, [name]: codes }, page: 1 };
}

/** Return whether search or filters leave anything out. */
export function isFiltered({ text, chosen }) {
  return text.trim() !== "" || Object.values(chosen).some((codes) => codes.size);
}

function chosenCodes({ name, options }, parameters) {
  const known = new Set(options.map(([code]) => code));
  return new Set(parameters.getAll(name).filter((code) => known.has(code)));
}
