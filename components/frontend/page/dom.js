// DOM helpers of the components. Each component's module exports render({ root, content, labels, ... }), which component.js calls:
// `content` is what the server sent for this selection, `labels` are the texts that hold for every selection. Values become text nodes,
// never markup, since they may come from a visitor's file.

export function element(name, text) {
  const node = document.createElement(name);
  if (text !== undefined) node.textContent = text;
  return node;
}

/** Create a button; `focusKey` identifies it, so that keepingFocus() finds it again after its component was redrawn. */
export function button(text, focusKey, handler) {
  const node = element("button", text);
  node.type = "button";
  node.dataset.focus = focusKey;
  node.onclick = handler;
  return node;
}

/** Redraw a component and return the focus to the element that had it; false if that element is gone. */
export function keepingFocus(root, draw) {
  const focusKey = root.getRootNode().activeElement?.dataset.focus;
  draw();
  const focused = focusKey && root.querySelector(`[data-focus="${CSS.escape(focusKey)}"]`);
  focused?.focus({ preventScroll: true });
  return !focusKey || Boolean(focused);
}
