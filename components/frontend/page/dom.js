// What the parts of the page share, each of which exports render({ place, content, words, ... }), called by component.js: `content` is
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
