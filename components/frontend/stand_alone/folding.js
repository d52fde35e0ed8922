// Folding of texts, as data/text.py does it. No DOM.

const ACCENTS = /\p{M}+/gu;
const NOT_LETTER_OR_DIGIT = /[^\p{L}\p{N}]+/gu;

/** Return a text without case, accents and punctuation, words separated by one space. */
export function fold(text) {
  return plain(text.normalize("NFKD").replace(ACCENTS, ""));
}

/** Return a text without case and punctuation, with its accents. */
export function foldCase(text) {
  return plain(text.normalize("NFKC"));
}

function plain(text) {
  return text.toLowerCase().replaceAll("ß", "ss").replace(NOT_LETTER_OR_DIGIT, " ").trim();
}
