// Fetching of JSON that the page cannot do without: repeated until it succeeds.

const MIN_RETRY_PAUSE_MS = 500; // before a failed request is repeated; it doubles each time
const MAX_RETRY_PAUSE_MS = 30_000;

/** Return the JSON at a URL that `isWanted` accepts. A failed request is repeated, with a pause that grows, while `isNeeded`. */
export async function fetchJson(url, { isWanted = () => true, isNeeded = () => true } = {}, pause = MIN_RETRY_PAUSE_MS) {
  const response = await fetch(url).catch(() => null);
  const loaded = response?.ok ? await response.json().catch(() => null) : null;
  if (loaded && isWanted(loaded)) return loaded;
  await new Promise((resolve) => setTimeout(resolve, pause));
  return isNeeded() ? fetchJson(url, { isWanted, isNeeded }, Math.min(2 * pause, MAX_RETRY_PAUSE_MS)) : undefined;
}
