// Question to the server for room for one more live visit (server/live_limit.py), with the pause between two questions.

const MIN_PAUSE_MS = 10_000; // pages that were opened or cut off together do not ask together
const MAX_PAUSE_MS = 20_000;

/** Return whether the server has room, or undefined where it does not answer. */
export async function askForRoom() {
  try {
    const response = await fetch(new URL("live.json", document.baseURI));
    return (await response.json()).room;
  } catch {
    return undefined;
  }
}

/** Wait before the next question. */
export function pause() {
  return new Promise((resolve) => setTimeout(resolve, MIN_PAUSE_MS + Math.random() * (MAX_PAUSE_MS - MIN_PAUSE_MS)));
}
