// Elements with text: values of a list become text nodes, never markup.

const WEB_ADDRESS = /^https?:\/\//i;

/** Return an element with properties and children, which are elements or texts. */
export function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** Return a link to a website; any other address stays text. */
export function webLink(url, text, className = "") {
  if (!WEB_ADDRESS.test(url)) return element("span", { className }, text);
  return element("a", { href: url, rel: "noopener noreferrer", className }, text);
}

/** Return the element with an id. */
export function byId(id) {
  return document.getElementById(id);
}
