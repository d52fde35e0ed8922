// Other words for a typed word that no row has, as data/search/word_parts.py finds them. No DOM.

const MIN_STEM_LENGTH = 4;
const MIN_FIRST_PART_LENGTH = 3;
const GENITIVE = /s$/;

/** Return what is left of a word without each ending that it has, the longest first. */
export function stems(word, endings) {
  const found = endings.filter((ending) => word.endsWith(ending)).map((ending) => word.slice(0, -ending.length));
  return found.filter((stem) => stem.length >= MIN_STEM_LENGTH).sort((one, other) => other.length - one.length);
}

/** Return what the first part of a compound with a general last part may be, the likeliest first; [] for any other word. */
export function firstParts(word, { last_parts, links, lost_endings }) {
  const forms = [word, word.replace(GENITIVE, "")];
  const firsts = forms.flatMap((form) => last_parts.filter((last) => form.endsWith(last)).map((last) => form.slice(0, -last.length)));
  const spellings = firsts
    .filter((first) => first.length >= MIN_FIRST_PART_LENGTH)
    .flatMap((first) => {
      const stem = links.includes(first.at(-1)) ? first.slice(0, -1) : first;
      return [first, stem, ...[first, stem].flatMap((each) => lost_endings.map((ending) => each + ending))];
    });
  return spellings.filter((each) => each.length >= MIN_FIRST_PART_LENGTH);
}
