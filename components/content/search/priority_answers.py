"""Answers to a search from the counties' priorities for smart specialisation: which counties have the searched words among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from components.content.wording.county_words import in_named_counties
from components.content.wording.row_words import row_words
from components.core.i18n import Texts
from components.dataset.dataset import Dataset
from components.dataset.view import View
from data.languages import LANGUAGES, Language
from data.search.option_words import THEME_WORDS
from data.search.synonyms import synonyms
from data.search.word_parts import first_parts, first_parts_beside_misspelt, stems
from data.search.word_search import Mask, WordSearch
from data.text import fold, fold_case


@dataclass(frozen=True)
class PriorityAnswer:
    """Counties that have all words of a search among their priorities, or that have the theme of priorities which the words name.

    Attributes:
        text: The words that the priorities have: the typed ones, or synonyms of them.
        regions: Codes of the counties, in the order of their names.
        theme: Code of the theme, a filter with the same counties; "" where the words name none.
    """

    text: str
    regions: tuple[str, ...]
    theme: str = ""


def priority_answer(view: View) -> PriorityAnswer | None:
    """Return the counties that have the words of the search text among their priorities, of whatever area; None where none has."""
    words = view.match.found.other_words
    found = [each for word in words if (each := _find(view, word))]
    shown = [word for word, _ in found] if len(found) == len(words) else words
    if words and (theme := _named_theme(view.dataset, shown)):
        return PriorityAnswer(view.wording.themes[theme], _counties_with_theme(view.dataset, theme), theme)
    if not words or len(found) < len(words):
        return None
    rows = np.flatnonzero(np.logical_and.reduce([mask for _, mask in found]))
    having = set(view.dataset.region_rows.index[rows])
    codes = [code for code in view.dataset.regions if code in having]
    is_typed = shown == fold_case(view.match.found.text).split()
    return PriorityAnswer(view.match.found.text if is_typed else " ".join(shown), tuple(codes)) if codes else None


def _named_theme(dataset: Dataset, words: Sequence[str]) -> str:
    """Return the code of the theme whose name in a language has all these words, or that all of them stand for.

    "" where none or several themes are named.
    """
    spellings = [{fold(word), *map(fold, stems(word))} for word in words]
    named = {code for code, names in _theme_names(dataset) if all(spelling & names for spelling in spellings)}
    return named.pop() if len(named) == 1 else ""


def _theme_names(dataset: Dataset) -> list[tuple[str, set[str]]]:
    """Return the words of each name of each theme, folded, and those that stand for it, with the code of the theme."""
    names = [*THEME_WORDS.items(), *(each for language in LANGUAGES for each in dataset.wording[language].themes.items())]
    return [(code, set(fold(name).split())) for code, name in names]


def _counties_with_theme(dataset: Dataset, theme: str) -> tuple[str, ...]:
    themes = dataset.region_rows["themes"]
    return tuple(code for code in dataset.regions if theme in themes[code])


def priority_note(view: View) -> str:
    """Return a sentence on the counties that have the search text among their priorities; "" where none has.

    Where a place is named or chosen too, it says of the counties there whether they have it.
    """
    answer, texts = priority_answer(view), view.texts
    if not answer:
        return ""
    place = _place(view)
    inside = [code for code in answer.regions if code in place]
    subject = texts.gettext("The theme “%s”") if answer.theme else texts.gettext("“%s”")
    values = {"subject": subject % answer.text, "counties": _in_counties(view, inside or answer.regions, texts)}
    if inside:
        note = texts.gettext(
            "%(subject)s is among the priorities for smart specialisation %(counties)s, but no %(rows)s there match the search."
        )
        return note % {**values, "rows": row_words(view.dataset, texts).many}
    if place and all(map(_has_priorities(view.dataset).__getitem__, place)):
        note = texts.gettext("%(subject)s is not among the priorities for smart specialisation %(place)s, but it is %(counties)s.")
        return note % {**values, "place": _in_counties(view, place, texts)}
    return texts.gettext("%(subject)s is among the priorities for smart specialisation %(counties)s.") % values


def _in_counties(view: View, codes: tuple[str, ...] | list[str], texts: Texts) -> str:
    return in_named_counties([view.dataset.regions[code] for code in codes], texts)


def _place(view: View) -> tuple[str, ...]:
    """Return the codes of the counties that the search text names, or in which it names a municipality, or else the chosen ones."""
    areas, selection = view.match.found.areas, view.selection
    codes = [code for area in areas for code in (area.regions or (area.municipality[:2],))]
    codes = codes or [*selection.regions, *(code[:2] for code in selection.municipalities)]
    return tuple(code for code in view.dataset.regions if code in codes)


def _find(view: View, word: str) -> tuple[str, Mask] | None:
    """Return the word that stands for `word` among the priorities, and the counties that have it; None where none does.

    It is the word itself in any form, the first part of a compound, or else the synonym that most counties have. Where a place is named
    or chosen, a word that a county there has comes first.
    """
    is_in_place = view.dataset.region_rows.index.isin(_place(view))
    found = [*_itself(view.dataset, word), *_synonyms(view.dataset, word, view.language)]
    return next((each for each in found if (each[1] & is_in_place).any()), found[0] if found else None)


def _itself(dataset: Dataset, word: str) -> list[tuple[str, Mask]]:
    """Return the word in the form that the priorities have, with the counties that have it; [] where they do not have it."""
    search, part = _search(dataset, *LANGUAGES), _first_part(dataset, word)
    for spelling in dict.fromkeys((word, fold(word), *stems(word), *part)):
        found = search.find_itself(spelling)
        if not found.is_empty:
            return [(spelling if spelling in part else word, found.mask)]
    return []


def _synonyms(dataset: Dataset, word: str, language: Language) -> list[tuple[str, Mask]]:
    """Return the synonyms that the priorities have in a language, with the counties that have them, the commonest first."""
    names = sorted({each for spelling in (word, *_first_part(dataset, word)) for each in synonyms().get(spelling, ())})
    found = [(name, _search(dataset, language).find_as_synonym(name).mask) for name in names]
    return sorted((each for each in found if each[1].any()), key=lambda each: -np.count_nonzero(each[1]))


def _first_part(dataset: Dataset, word: str) -> list[str]:
    """Return the known word that is the first part of a compound, in a list; [] for any other word."""
    parts = (*first_parts(word), *first_parts_beside_misspelt(word))
    return [part for part in parts if _search(dataset, *LANGUAGES).is_known(part)][:1]


def _search(dataset: Dataset, *languages: Language) -> WordSearch:
    """Return the search in the priorities of the counties, in these languages."""
    search: WordSearch = dataset.cached(("search of priorities", languages), lambda: _build_search(dataset, languages))
    return search


def _build_search(dataset: Dataset, languages: tuple[Language, ...]) -> WordSearch:
    columns = [f"{name}_{language}" for name in ("priorities", "earlier_priorities") for language in languages]
    rows = dataset.region_rows[columns].itertuples(index=False)
    return WordSearch([[" ".join(" ".join(cell) for cell in row) for row in rows]], dataset.areas.words)


def _has_priorities(dataset: Dataset) -> dict[str, bool]:
    """Return for each county whether any of its priorities are known."""
    return {code: bool(cell) for code, cell in dataset.region_rows["priorities_sv"].items()}
