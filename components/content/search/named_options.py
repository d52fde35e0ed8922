"""Options of filters that a search text names, also misspelt: by their names in either language, by codes or by other usual words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from components.content.filters.filter_texts import filter_texts
from components.core.i18n import texts_in
from components.dataset.dataset import Dataset
from data.filters import DIMENSIONS, MUNICIPALITY, OWN, REGION, THEME, Dimension
from data.languages import LANGUAGES
from data.search.option_words import OPTION_WORDS
from data.search.search_result import SearchResult
from data.search.stop_words import is_ignored
from data.search.word_parts import first_parts
from data.text import fold, fold_case

# Places are areas of the search, and the priorities of the counties have an answer of their own (`priority_answers.py`).
NAMED = tuple(dimension for dimension in DIMENSIONS if dimension not in (REGION, MUNICIPALITY, THEME))
MIN_PART_LENGTH = 4  # letters of a word that stands for the longer name which has it
MIN_MISSPELT_LENGTH = 4  # letters

Phrase = tuple[str, ...]  # words that count, folded
Option = tuple[Dimension, str]  # with its code


@dataclass(frozen=True)
class NamedOption:
    """An option of a filter that a text names.

    Attributes:
        dimension: The filter.
        code: Code of the option.
        rest: The other words of the text, "" where it names the option alone.
    """

    dimension: Dimension
    code: str
    rest: str = ""


def named_options(dataset: Dataset, found: SearchResult) -> list[NamedOption]:
    """Return the options that a text names whose search gives `found`; what it leaves out is not looked at.

    They are those with the longest name that stands in the text. Where none does, they are those whose name has all words of the text, as
    "försvar" is in "Flyg, rymd och försvar"; areas that the text names are the rest then.
    """
    return options_by_whole_name(dataset, found) or list(_with_all(dataset, found))


def options_by_whole_name(dataset: Dataset, found: SearchResult) -> list[NamedOption]:
    """Return the options with the longest name that stands in the text, or else with the longest one that is misspelt in it."""
    words = [word for word in fold_case(found.text).split() if not is_ignored(word)]
    return _longest(words, lambda start, end: _at(dataset, words, start, end)) or _longest(
        found.other_words, lambda start, end: _nearly_at(dataset, found, start, end)
    )


def _longest(words: Sequence[str], options_at: Callable[[int, int], Iterable[NamedOption]]) -> list[NamedOption]:
    """Return the options that as many neighbouring words as possible name; `options_at` takes their first position and the one after."""
    for length in range(len(words), 0, -1):
        if options := [each for start in range(len(words) - length + 1) for each in options_at(start, start + length)]:
            return options
    return []


def _at(dataset: Dataset, words: list[str], start: int, end: int) -> Iterator[NamedOption]:
    """Yield the options that the words from `start` to `end` name; a single word also by its first part, as "guldmärkning" does."""
    rest = " ".join([*words[:start], *words[end:]])
    names = _options_by_name(dataset)
    for spelling in _spellings(words[start:end]):
        if spelling in names:
            yield from (NamedOption(dimension, code, rest) for dimension, code in names[spelling])
            return


def _nearly_at(dataset: Dataset, found: SearchResult, start: int, end: int) -> Iterator[NamedOption]:
    """Yield the options with a name that differs by one letter from some of the words that name no area; none where several are meant.

    One of these words has to be unknown: "mode" is a word, and not "moved" without its last letter.
    """
    words, names = found.other_words, _options_by_name(dataset)
    text = " ".join(map(fold, words[start:end]))
    if len(text) < MIN_MISSPELT_LENGTH or not any(_is_misspelt(dataset, word, found) for word in words[start:end]):
        return
    near = process.extract(text, {name: " ".join(name) for name in names}, scorer=OSA.distance, score_cutoff=1, limit=None)
    options = dict.fromkeys(option for _, _, name in near for option in names[name])
    if len({dimension for dimension, _ in options}) == len(options):
        rest = " ".join([*(area.name for area in found.areas), *words[:start], *words[end:]])
        yield from (NamedOption(dimension, code, rest) for dimension, code in options)


def _is_misspelt(dataset: Dataset, word: str, found: SearchResult) -> bool:
    return (word in found.missing or word in found.corrections) and not dataset.index.search.is_known(word)


def _with_all(dataset: Dataset, found: SearchResult) -> Iterator[NamedOption]:
    """Yield the options whose name has all words of a text that are no areas."""
    rest = " ".join(area.name for area in found.areas)
    options: dict[Option, None] = {}
    for spelling in _spellings(list(found.other_words)):
        if any(len(word) >= MIN_PART_LENGTH for word in spelling):
            matching = (each for name, named in _options_by_name(dataset).items() if set(spelling) <= set(name) for each in named)
            options.update(dict.fromkeys(matching))
    yield from (NamedOption(dimension, code, rest) for dimension, code in options)


def _spellings(words: list[str]) -> list[Phrase]:
    """Return the words as a phrase; of a single word also what may be its first part."""
    parts = first_parts(words[0]) if len(words) == 1 else []
    return [tuple(map(fold, words)), *((fold(part),) for part in parts)]


def _options_by_name(dataset: Dataset) -> Mapping[Phrase, list[Option]]:
    """Return the options with each name, in the order of the filters."""
    names: Mapping[Phrase, list[Option]] = dataset.cached("options by name", lambda: _read_names(dataset))
    return names


def _read_names(dataset: Dataset) -> Mapping[Phrase, list[Option]]:
    names: dict[Phrase, list[Option]] = {}
    for dimension in (each for each in NAMED if dataset.index.is_used(each)):
        for language in LANGUAGES:
            for code, name in filter_texts(dimension).options(dataset, texts_in(language)).items():
                others = OPTION_WORDS.get(dimension.name, {}).get(code, "").split()
                # The codes of ecosystems are the EU's own names: "Energy-Renewables".
                for each in (name, *([] if dimension in OWN else [code]), *others):
                    options = names.setdefault(_phrase(each), [])
                    options += [] if (dimension, code) in options else [(dimension, code)]
    names.pop((), None)
    return names


def _phrase(name: str) -> Phrase:
    return tuple(fold(word) for word in fold_case(name).split() if not is_ignored(word))
