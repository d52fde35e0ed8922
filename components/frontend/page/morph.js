// Replacement of HTML that keeps elements: those that are in both versions stay, with their focus, scroll position and open
// details. Elements are the same if they have the same name and the same id or event.

/** Make the children of `root` equal to `html`. */
export function morph(root, html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  morphChildren(root, template.content);
}

function morphChildren(parent, source) {
  removeUnwanted(parent, source);
  const keyed = new Map();
  for (const child of parent.children) if (keyOf(child)) keyed.set(keyOf(child), child);
  let next = parent.firstChild;
  for (const wanted of [...source.childNodes]) {
    const key = keyOf(wanted);
    const kept = key ? keyed.get(key) : isSameKind(next, wanted) && next;
    if (!kept) {
      parent.insertBefore(wanted, next);
      continue;
    }
    if (kept === next) next = next.nextSibling;
    else parent.insertBefore(kept, next);
    update(kept, wanted);
  }
  while (next) {
    const following = next.nextSibling;
    next.remove();
    next = following;
  }
}

// Elements with a key that only the old version has go first. Then their neighbours are not moved, which would take the focus from them.
function removeUnwanted(parent, source) {
  const wanted = new Set([...source.children].map(keyOf));
  for (const child of [...parent.children]) if (keyOf(child) && !wanted.has(keyOf(child))) child.remove();
}

// Links and buttons are told apart by their event, checkboxes and hidden fields by name and value, everything else by its id.
function keyOf(node) {
  if (node.nodeType !== Node.ELEMENT_NODE) return "";
  const { id, name = "", type, dataset } = node;
  const own = id || dataset.event || (["checkbox", "hidden"].includes(type) && `${name}=${node.value}`);
  const key = own || node.querySelector(":scope > input[type=checkbox]")?.value;
  return key ? `${node.localName}#${key}` : "";
}

function isSameKind(node, wanted) {
  return node && !keyOf(node) && node.nodeType === wanted.nodeType && node.localName === wanted.localName;
}

function update(node, wanted) {
  if (node.nodeType !== Node.ELEMENT_NODE) {
    if (node.nodeValue !== wanted.nodeValue) node.nodeValue = wanted.nodeValue;
    return;
  }
  if (node.isEqualNode(wanted)) return;
  for (const { name } of [...node.attributes]) if (!wanted.hasAttribute(name) && !isOfVisitor(node, name)) node.removeAttribute(name);
  for (const { name, value } of wanted.attributes)
    if (node.getAttribute(name) !== value && !isOfVisitor(node, name)) node.setAttribute(name, value);
  if (node.localName !== "select" || wanted.options.length) morphChildren(node, wanted); // a script makes those that the server leaves out
}

// The visitor opens and closes details; the server only says how a new one begins.
function isOfVisitor(node, attribute) {
  return node.localName === "details" && attribute === "open";
}
