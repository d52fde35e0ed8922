// What the parts of the page share, each of which exports render({ place, content, words, ... }), called by parts.js: `content` is
// what was sent, `words` what holds whatever is chosen. Values are put into the page as text, never as markup.

export function element(name, text) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  return made;
}

// `focus` names the button, so that the part can find it again after it has drawn itself anew.
export function button(text, focus, act) {
  const made = element("button", text);
  made.type = "button";
  made.dataset.focus = focus;
  made.onclick = act;
  return made;
}

// Draw the part anew and keep the focus on what it was on; returns whether there was such a thing.
export function keepingFocus(place, draw) {
  const focused = place.getRootNode().activeElement?.dataset.focus;
  draw();
  const again = focused && place.querySelector(`[data-focus="${CSS.escape(focused)}"]`);
  again?.focus({ preventScroll: true });
  return !focused || Boolean(again);
}

// Act on the element of the document that fits, at once or as soon as Streamlit has drawn it.
export function whenDrawn(selector, act) {
  const found = () => document.querySelector(selector);
  if (found()) return act(found());
  const watch = new MutationObserver(() => {
    if (!found()) return;
    watch.disconnect();
    act(found());
  });
  return watch.observe(document.body, { subtree: true, childList: true });
}

const LAST = 20; // so many presses are told again with each new one

// The presses of a part. The server gets only the last value that a part sets, so each value holds the last presses, numbered: it
// takes those that it has not taken yet, and none twice. A server that was started anew, or another one in its place, which
// another session tells, is told of what the one before has not answered, and of nothing else.
export class Presses {
  #session;
  #seen = 0;
  #last = [];

  get unanswered() {
    return this.#last.filter(([number]) => number > this.#seen);
  }

  /** Add a press; returns what to tell. */
  add(...press) {
    this.#last.push([Math.max(Date.now(), (this.#last.at(-1)?.[0] ?? 0) + 1), ...press]);
    if (this.#last.length > LAST) this.#last.shift();
    return { session: this.#session, presses: [...this.#last] };
  }

  /** Take up the server's answer: its session, and the last press it has taken; returns what to tell it once more, if anything. */
  answered(session, seen) {
    const isNew = session !== this.#session;
    const lost = isNew && this.#session ? this.unanswered : [];
    if (isNew) this.#last = [];
    this.#session = session;
    this.#seen = seen;
    return lost.map(([, ...press]) => this.add(...press)).at(-1);
  }
}
