"""Forms of the names and codes of areas, in lower case: genitives, words for their kind, codes of NUTS."""

from __future__ import annotations

import re
from collections.abc import Iterator

NUTS_CODE = re.compile(r"se ([0-9]{1,3})")  # "SE 33"
KINDS_OF_CODES = tuple(
    map(
        re.compile,
        (
            r"^nuts ?[1-3]? ?(?:kod|code|region|område|area)? ?(?=se[0-9]{1,3}$)",  # "NUTS 3 SE124"
            r"^(?:scb )?(?:kod|code) (?=(?:[0-9]{2}|[0-9]{4}|se[0-9]{1,3})$)",
            r"^(?:kommun|kommunen|municipality|lau) ?(?:kod|code|nr|nummer|number|no)? (?=[0-9]{4}$)",  # "kommunkod 1880"
            r"^(?:län|läns|länet|county|region) ?(?:kod|code|nr|nummer|number|no)? (?=[0-9]{2}$)",  # "county 18"
        ),
    )
)
KIND_OF_MUNICIPALITY = re.compile(  # "City of Gothenburg", "stad Malmö"
    r"^(?:the )?(?:city|town|municipality) of |^(?:kommunen|kommun|staden|stad) | (?:city|town|municipality|kommun|stad)$"
)
REGION_ENDING = re.compile(r" ?(?:region|regionen|området|area)$")  # "Stockholmsregionen", "Gothenburg area"
AROUND_A_TOWN = re.compile(r" ?(?:region|regionen)$")  # "Göteborgsregionen" is no municipality, and nobody decides what it holds
GENITIVE_ENDING = re.compile(r"(?<=\w{3}) ?s$")  # "Karlstads", "Karlstad's"; letters of a county have none


def without_kind_of_code(text: str) -> str:
    """Return a text without a word for the kind of the code that it is: "kommun 1281" -> "1281", "nuts se 33" -> "se33"."""
    code = NUTS_CODE.sub(r"se\1", text)
    for kind in KINDS_OF_CODES:
        code = kind.sub("", code)
    return code


def without_kind(name: str) -> str:
    """Return the name of a municipality without the word for its kind: "city of gothenburg" -> "gothenburg"."""
    return KIND_OF_MUNICIPALITY.sub("", name)


def names_surroundings(name: str) -> bool:
    """Return whether a name has an ending that makes the name of a town that of an area around it: "göteborgsregionen"."""
    return bool(AROUND_A_TOWN.search(name))


def area_forms(name: str) -> Iterator[str]:
    """Yield the forms in which a name may be known, from the whole to the shortest."""
    without_region = REGION_ENDING.sub("", name)
    yield from (name, without_region, GENITIVE_ENDING.sub("", without_region))
    if (of_kind := without_kind(name)) != name:
        yield from (f"{of_kind} kommun", of_kind, GENITIVE_ENDING.sub("", of_kind))
