"""From a name in any usual form to its SCB code: one resolver for regions, one for municipalities, one for focus areas."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from data.messages import Message, message
from data.text import fold, fold_case, to_slug

MAX_FOCUS_LENGTH = 80  # characters


class CodeResolver:
    """Looks up the code behind a code, name or other usual form; case and punctuation do not matter.

    Neither do accents, unless they are what tells two names apart: Habo and Håbo.
    """

    def __init__(self, forms: Iterable[tuple[str, str]], allowed: Message) -> None:
        """`forms` are pairs of (form, code); `allowed` says in words what may be written."""
        self._exact: dict[str, str] = {}
        self._folded: dict[str, set[str]] = {}
        for form, code in forms:
            self._exact[fold_case(form)] = code
            self._folded.setdefault(fold(form), set()).add(code)
        self._allowed = allowed

    def __call__(self, text: str) -> str:
        """Return the code for `text`. Raises ValueError, saying what is allowed, when not just one is meant."""
        exact = self._exact.get(fold_case(text))
        codes = {exact} if exact else self._folded.get(fold(text), set())
        if len(codes) != 1 or not fold(text):
            raise ValueError(self._allowed)
        return next(iter(codes))


def region_resolver(regions: pd.DataFrame) -> CodeResolver:
    """Return the resolver to SCB county codes, two characters of text.

    `regions` has the columns code, name, county_sv, county_en, body and nuts3_code. Accepted are the code (also when a
    spreadsheet dropped its leading zero), the NUTS 3 code, the name, the county's name in both languages, the regional
    body's name and the body's name without "Region".
    """
    forms: list[tuple[str, str]] = []
    for region in regions.itertuples():
        usual = [region.code, region.nuts3_code, region.name, region.county_sv, region.county_en, region.body]
        usual += [f"Region {region.name}", f"{region.name} län", region.body.removeprefix("Region "), region.code.lstrip("0")]
        forms += [(form, region.code) for form in usual]
    return CodeResolver(forms, message('a Swedish county, such as "Skåne", "Region Skåne", "Skåne län", "12" or "SE224"'))


def municipality_resolver(municipalities: pd.DataFrame) -> CodeResolver:
    """Return the resolver to SCB municipality codes, four characters of text; `municipalities` has the columns code and name."""
    forms: list[tuple[str, str]] = []
    for municipality in municipalities.itertuples():
        code, name = municipality.code, municipality.name
        forms += [(form, code) for form in (code, name, f"{name} kommun", f"{name}s kommun", f"{name} stad", f"{name}s stad")]
    return CodeResolver(forms, message('a Swedish municipality, such as "Lund" or "1281", or nothing'))


class FocusResolver:
    """Looks up a focus area by its code or its label in either language; any other text becomes a focus area of the list's own."""

    def __init__(self, focus_areas: pd.DataFrame) -> None:
        """`focus_areas` has the columns code, label_sv and label_en."""
        self._known = {fold(form): area.code for area in focus_areas.itertuples() for form in (area.code, area.label_sv, area.label_en)}
        self.own: dict[str, str] = {}  # code -> the text as it was first written

    def __call__(self, text: str) -> str:
        """Return the code for `text`. Raises ValueError for a text that is too long for a name."""
        found = self._known.get(fold(text))
        if found is None:
            if len(text) > MAX_FOCUS_LENGTH:
                raise ValueError(message("at most %(most)s characters", most=MAX_FOCUS_LENGTH))
            found = to_slug(text)
            self.own.setdefault(found, text)
        return found
