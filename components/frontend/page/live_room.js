// Question to the server whether it has room for one more live visit (server/live_limit.py).

/** Return whether there is room, or undefined if the server does not answer. */
export async function askForRoom() {
  try {
    const response = await fetch(new URL("live.json", document.baseURI));
    return (await response.json()).room;
  } catch {
    return undefined;
  }
}
