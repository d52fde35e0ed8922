// Codes that embed the map or the list of the present selection in other sites (widgets/embed_code.py).

/** Write the selection of a message into the codes. */
export function writeEmbedCodes({ query, language }) {
  for (const field of document.querySelectorAll(".embed-code textarea")) field.defaultValue = codeOf(field, query, language);
}

// The present code is parsed into an inert document, where a frame loads nothing, and read back: so the browser escapes all values.
function codeOf(field, query, language) {
  const template = document.createElement("template");
  template.innerHTML = field.defaultValue;
  const frame = template.content.querySelector("iframe");
  frame.setAttribute("src", urlOf(field, query, language));
  frame.title = field.dataset.title.replace("%s", () => document.querySelector(".sentence").textContent);
  if (field.dataset.sizes) frame.height = listHeight(field.dataset.sizes.split(" ").map(Number));
  return frame.outerHTML;
}

function urlOf(field, query, language) {
  const parameters = new URLSearchParams(query);
  parameters.set("lang", language);
  const base = field.closest("[data-base]").dataset.base || new URL(".", location.href).href;
  return `${base}?${new URLSearchParams([["embed", field.dataset.embed], ...parameters])}`;
}

function listHeight([edges, row, highest]) {
  return Math.min(highest, edges + row * document.querySelectorAll("#rows tr").length);
}
