// Queue of the visitor's events. Streamlit transmits only the last value that a component sets, and none while the page is offline: so each
// value holds the recent events, numbered, and the server skips those that it has handled (session/events.py). After a reconnect to a new
// session, pending events are sent again; acknowledged ones are dropped.

const MAX_RESENT_EVENTS = 100;

let sessionId;
let lastHandled = 0; // number of the last event that the server has handled
let shown = 0; // number of the last message of the server that the page shows
let recentEvents = []; // [number, kind, ...arguments]
let send = () => {};

/** Send an event to the server: its kind and its arguments. */
export function emit(kind, ...args) {
  // The number is a time, so that numbers still rise if this script is loaded again within a session.
  recentEvents.push([Math.max(Date.now(), (recentEvents.at(-1)?.[0] ?? 0) + 1), kind, ...args]);
  if (recentEvents.length > MAX_RESENT_EVENTS) recentEvents.shift();
  send({ session: sessionId, shown, events: [...recentEvents] });
}

/** Note the function that sends events from now on. */
export function sendEventsBy(newSend) {
  send = newSend;
}

/** Drop all events: the page that is being loaded follows from them. */
export function forgetEvents() {
  recentEvents = [];
}

/** Return the events that the server has not handled yet, each as its kind and its arguments. */
export function pendingEvents() {
  return recentEvents.filter(([number]) => number > lastHandled).map(([, ...event]) => event);
}

/** Note the message that the page shows: its session, its number and the last event that it follows; and the function that sends events. */
export function acknowledge({ session, number, handled }, newSend) {
  const isNewSession = session !== sessionId;
  const unhandledEvents = isNewSession ? pendingEvents() : [];
  if (isNewSession) recentEvents = [];
  sessionId = session;
  lastHandled = handled;
  shown = number;
  sendEventsBy(newSend);
  unhandledEvents.forEach((event) => emit(...event));
}
