// The presses of the page's own parts, which the top tells the server of, since it stands in every place. event_handlers.py says what each
// does. Streamlit sends only the last value that a part sets, and none while there is no connection: so each value holds the last
// presses, numbered. The server takes those that it has not taken yet, and none twice. One that was started anew, or another in
// its place, which another session tells, is told of what the one before has not answered, and of nothing else.

const LAST = 100; // so many presses are told again with each new one

let session;
let seen = 0; // the number of the last press that the server has taken
let last = [];
let send = () => {};

/** Tell of a press: its kind and what belongs to it. */
export function tell(kind, ...press) {
  last.push([Math.max(Date.now(), (last.at(-1)?.[0] ?? 0) + 1), kind, ...press]);
  if (last.length > LAST) last.shift();
  send({ session, presses: [...last] });
}

/** The presses that the server has not taken yet, each its kind and what belongs to it. */
export function unanswered() {
  return last.filter(([number]) => number > seen).map(([, ...press]) => press);
}

/** Take up the server's answer: its session, the number of the last press that it has taken, and what to send presses with. */
export function answered(newest, number, sending) {
  const isNew = newest !== session;
  const lost = isNew ? unanswered() : [];
  if (isNew) last = [];
  session = newest;
  seen = number;
  send = sending;
  lost.forEach((press) => tell(...press));
}
