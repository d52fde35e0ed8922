// Buttons that copy a URL, the code of a frame or a reference to the page.

const COPIED_NOTICE_MS = 2000;

/**
 * Copy the page's URL, or the code or reference beside the button. The button says for a moment whether that is done, and
 * neither grows (styles/buttons.css) nor shrinks.
 */
export async function copy(button) {
  const isCopied = await copyText(textOf(button));
  const text = button.dataset.text ?? button.textContent;
  button.dataset.text = text;
  button.style.minWidth = `${button.getBoundingClientRect().width}px`;
  const { copied, notCopied } = JSON.parse(document.getElementById("page").dataset.labels);
  button.textContent = isCopied ? copied : notCopied;
  setTimeout(() => {
    button.textContent = text;
    button.style.minWidth = "";
  }, COPIED_NOTICE_MS);
}

function textOf(button) {
  const { copy: what } = button.dataset;
  if (what === "address") return location.href;
  if (what === "code") return button.parentElement.querySelector("textarea").value;
  writePageUrl();
  const beside = what === "reference" ? button.parentElement : document;
  return beside.querySelector(".reference").textContent;
}

/**
 * Write the dashboard's URL into the examples of code, and the page's into the references, for the clipboard and for paper, unless they have
 * the public one already.
 */
export function writePageUrl() {
  for (const site of document.querySelectorAll("[data-site]:empty")) site.textContent = new URL(".", document.baseURI).href;
  for (const url of document.querySelectorAll(".page-url")) if (!("public" in url.dataset)) url.textContent = location.href;
}

// Browsers offer the clipboard API only on https, and may refuse it; `execCommand` may still work then, and says whether it did.
async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    /* continue with execCommand */
  }
  const area = document.createElement("textarea");
  area.value = text;
  document.body.append(area);
  area.select();
  const isCopied = document.execCommand("copy");
  area.remove();
  return isCopied;
}
