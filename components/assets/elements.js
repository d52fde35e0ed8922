// What the parts of the page share. Values are put into the page as text, never as markup.

const decoder = new TextDecoder();

export function content(data) {
  return JSON.parse(decoder.decode(data));
}

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

const LAST = 20; // so many presses are told again with each new one

// The server gets only the last value that a part sets, so each value holds the last presses, numbered: it takes those that it
// has not taken yet, and none twice. A server that was started anew, which another session tells, is told of none before.
// Returns the function that adds a press and gives what to set.
export function pressCounter() {
  let known;
  let last = [];
  return (session, ...press) => {
    if (session !== known) last = [];
    known = session;
    last.push([Math.max(Date.now(), (last.at(-1)?.[0] ?? 0) + 1), ...press]);
    if (last.length > LAST) last.shift();
    return { session, presses: [...last] };
  };
}
