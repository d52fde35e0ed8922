"""From a name in any usual form to its SCB code: one resolver for regions, one for municipalities."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from data.text import fold


class CodeResolver:
    """Looks up the code behind a code, name or other usual form; case, accents and punctuation do not matter."""

    def __init__(self, forms: Iterable[tuple[str, str]], allowed: str) -> None:
        """`forms` are pairs of (form, code); `allowed` says in words what may be written."""
        self._codes = {fold(form): code for form, code in forms if fold(form)}
        self._allowed = allowed

    def __call__(self, text: str) -> str:
        """Return the code for `text`. Raises ValueError, saying what is allowed, when nothing matches."""
        try:
            return self._codes[fold(text)]
        except KeyError:
            raise ValueError(self._allowed) from None


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
