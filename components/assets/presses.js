// The presses of the page's own parts, which the top tells the server of, since it stands in every place. actions.py says what each
// does. Streamlit sends only the last value that a part sets, and none while there is no connection: so each value holds the last
// presses, numbered. The server takes those that it has not taken yet, and none twice. One that was started anew, or another in
// its place, which another session tells, is told of what the one before has not answered, and of nothing else.

const LAST = 20; // so many presses are told again with each new one

let session;
let seen = 0; // the number of the last press that the server has taken
let last = [];
let send = () => {};
const drawn = new Set(); // what draws anew with each answer

/** Tell of a press: its kind and what belongs to it. */
export function tell(kind, ...press) {
  last.push([Math.max(Date.now(), (last.at(-1)?.[0] ?? 0) + 1), kind, ...press]);
  if (last.length > LAST) last.shift();
  send({ session, presses: [...last] });
}

/** The presses of a kind that the server has not taken yet. */
export function unanswered(kind) {
  return last.filter(([number, other]) => number > seen && other === kind).map(([, , ...press]) => press);
}

/** Call whenever the server has taken presses. */
export function whenAnswered(draw) {
  drawn.add(draw);
}

/** Take up the server's answer: its session, the number of the last press that it has taken, and what to send presses with. */
export function answered(newest, number, sending) {
  const isNew = newest !== session;
  const lost = isNew ? last.filter(([one]) => one > seen) : [];
  if (isNew) last = [];
  session = newest;
  seen = number;
  send = sending;
  lost.forEach(([, ...press]) => tell(...press));
  drawn.forEach((draw) => draw());
}
