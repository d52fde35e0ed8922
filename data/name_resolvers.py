"""Resolvers from names to codes: regions and municipalities to their SCB codes, focus areas to theirs."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from data.messages import Message, message
from data.text import fold, fold_case, to_slug

MAX_FOCUS_LENGTH = 80  # characters


class CodeResolver:
    """Looks up the code for a spelling; case, punctuation and accents make no difference.

    Accents count only where they alone distinguish two names: Habo and Håbo.
    """

    def __init__(self, spellings: Iterable[tuple[str, str]], allowed: Message) -> None:
        """`spellings` are pairs of (spelling, code); `allowed` describes the accepted text in errors."""
        self._exact: dict[str, str] = {}
        self._folded: dict[str, set[str]] = {}
        for spelling, code in spellings:
            self._exact[fold_case(spelling)] = code
            self._folded.setdefault(fold(spelling), set()).add(code)
        self._allowed = allowed

    def __call__(self, text: str) -> str:
        """Return the code for `text`. Raises ValueError with the accepted spellings where it fits no code, or several."""
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
    spellings: list[tuple[str, str]] = []
    for region in regions.itertuples():
        names = [region.code, region.nuts3_code, region.name, region.county_sv, region.county_en, region.body]
        names += [f"Region {region.name}", f"{region.name} län", region.body.removeprefix("Region "), region.code.lstrip("0")]
        spellings += [(name, region.code) for name in names]
    return CodeResolver(spellings, message('a Swedish county, such as "Skåne", "Region Skåne", "Skåne län", "12" or "SE224"'))


def municipality_resolver(municipalities: pd.DataFrame) -> CodeResolver:
    """Return the resolver to SCB municipality codes, four characters of text; `municipalities` has the columns code and name."""
    spellings: list[tuple[str, str]] = []
    for municipality in municipalities.itertuples():
        code, name = municipality.code, municipality.name
        names = (code, name, f"{name} kommun", f"{name}s kommun", f"{name} stad", f"{name}s stad")
        spellings += [(spelling, code) for spelling in names]
    return CodeResolver(spellings, message('a Swedish municipality, such as "Lund" or "1281", or nothing'))


class FocusResolver:
    """Looks up a standard focus area by its code or its label in either language; any other text becomes a custom focus area.

    Attributes:
        custom: Text of each custom focus area as it occurred first, by the code made from it.
    """

    def __init__(self, focus_areas: pd.DataFrame) -> None:
        """`focus_areas` are the standard ones, with the columns code, label_sv and label_en."""
        self._standard = {fold(name): area.code for area in focus_areas.itertuples() for name in (area.code, area.label_sv, area.label_en)}
        self.custom: dict[str, str] = {}

    def __call__(self, text: str) -> str:
        """Return the code for `text`. Raises ValueError for a text that is too long for a name."""
        code = self._standard.get(fold(text))
        if code is None:
            if len(text) > MAX_FOCUS_LENGTH:
                raise ValueError(message("at most %(max)s characters", max=MAX_FOCUS_LENGTH))
            code = to_slug(text)
            self.custom.setdefault(code, text)
        return code
