// Web addresses as a search takes them (data/sites.py). No DOM.

const ADDRESS =
  /^(?:https?:\/*)?(?:[\p{L}\p{N}_.+-]+@)?(?:www\.)?((?:[\p{L}\p{N}_-]+\.)+(?:se|com|org|net|nu|eu|io|info|biz))\.?(?:[:/?#]\S*)?$/u;

/** Return the host of a text that is a web address and nothing else, without "www."; "" for any other text. */
export function hostOf(text) {
  return ADDRESS.exec(text.trim().toLowerCase())?.[1] ?? "";
}
