"""Language of a visitor who has chosen none: the first that the browser asks for and that the page has."""

from __future__ import annotations

from data.languages import LANGUAGES, Language

MAX_HEADER_LENGTH = 200  # characters of Accept-Language that are read


def preferred_language(accept_language: str) -> Language:
    """Return the language of highest quality in an `Accept-Language` header (RFC 9110); Swedish where it names neither."""
    qualities: dict[Language, float] = {}
    for item in accept_language[:MAX_HEADER_LENGTH].split(","):
        name, _, parameter = item.partition(";")
        language = next((each for each in LANGUAGES if name.strip().lower().split("-")[0] == each), None)
        if language:
            qualities[language] = max(qualities.get(language, 0), _quality(parameter))
    best = max(qualities.values(), default=0)
    return next((language for language in LANGUAGES if best and qualities.get(language) == best), LANGUAGES[0])


def _quality(parameter: str) -> float:
    """Return the number of `q=0.8`; 1 where there is none, 0 where it is no number."""
    name, _, value = parameter.partition("=")
    if name.strip().lower() != "q":
        return 1
    try:
        return float(value)
    except ValueError:
        return 0
