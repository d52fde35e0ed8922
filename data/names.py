"""From a name in any usual form to its SCB code: one resolver for regions, one for municipalities."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from data.text import fold


class CodeResolver:
    """Looks up the code behind a code, name or other usual form; case and punctuation do not matter.

    Neither do accents, unless they are what tells two names apart: Habo and Håbo.
    """

    def __init__(self, forms: Iterable[tuple[str, str]], allowed: str) -> None:
        """`forms` are pairs of (form, code); `allowed` says in words what may be written."""
        self._exact: dict[str, str] = {}
        self._folded: dict[str, set[str]] = {}
        for form, code in forms:
            self._exact[form.casefold()] = code
            self._folded.setdefault(fold(form), set()).add(code)
        self._allowed = allowed

    def __call__(self, text: str) -> str:
        """Return the code for `text`. Raises ValueError, saying what is allowed, when not just one is meant."""
        codes = {self._exact[text.casefold()]} if text.casefold() in self._exact else self._folded.get(fold(text), set())
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
    return CodeResolver(forms, 'a Swedish county, such as "Skåne", "Region Skåne", "Skåne län", "12" or "SE224"')


def municipality_resolver(municipalities: pd.DataFrame) -> CodeResolver:
    """Return the resolver to SCB municipality codes, four characters of text; `municipalities` has the columns code and name."""
    forms: list[tuple[str, str]] = []
    for municipality in municipalities.itertuples():
        code, name = municipality.code, municipality.name
        forms += [(form, code) for form in (code, name, f"{name} kommun", f"{name}s kommun")]
    return CodeResolver(forms, 'a Swedish municipality, such as "Lund" or "1281", or nothing')
