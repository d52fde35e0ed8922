"""The data described for dataportal.se to harvest: DCAT-AP-SE 3 as RDF/XML, from `templates/dcat.rdf`."""

from __future__ import annotations

import re
from typing import Any

from components.api.asking import Asked
from components.api.formats import CLUSTER_FORMATS, REGION_FORMATS, Format
from components.catalogue import Catalogue
from components.listing import list_words
from components.settings import operator
from components.templating import fill_in
from components.texts import NAME, Texts, texts_in
from data.columns import link
from data.selection import LANGUAGES

EMAIL = re.compile(r"[^\s@:<>()\[\]]+@[^\s@:<>()\[\]]+")


def dcat(asked: Asked) -> bytes:
    """Return the catalogue with its two data sets, texts in both languages. Publisher and contact are the operator's settings."""
    publisher, contact = operator()
    both = [texts_in(language) for language in LANGUAGES]
    told = fill_in(
        "dcat.rdf",
        asked.texts.language,
        base=asked.base,
        date=asked.catalogue.date,
        licence=list_words(asked.catalogue, asked.texts).licence_page,
        publisher=publisher or NAME,
        email=contact if EMAIL.fullmatch(contact) else "",
        page=contact if _is_link(contact) else "",
        title=NAME,
        description=[(texts.language, list_words(asked.catalogue, texts).source) for texts in both],
        data_sets=[
            _data_set(asked.catalogue, "clusters", CLUSTER_FORMATS, both),
            _data_set(asked.catalogue, "regions", REGION_FORMATS, both),
        ],
    )
    return told.encode()


def _data_set(catalogue: Catalogue, name: str, formats: tuple[Format, ...], both: list[Texts]) -> dict[str, Any]:
    return {
        "name": name,
        "titles": [(texts.language, _title(catalogue, name, texts)) for texts in both],
        "descriptions": [(texts.language, _description(catalogue, name, texts)) for texts in both],
        "distributions": [
            {
                "address": form.address,
                "media_type": form.media_type.partition(";")[0],
                "type": form.path.rpartition(".")[2].upper(),
                "titles": [(texts.language, form.name(texts)) for texts in both],
            }
            for form in formats
        ],
    }


def _title(catalogue: Catalogue, name: str, texts: Texts) -> str:
    _ = texts.gettext
    return (
        _("Business clusters in Sweden (%s)") % catalogue.origin.name if name == "clusters" else _("Sweden's counties and their clusters")
    )


def _description(catalogue: Catalogue, name: str, texts: Texts) -> str:
    _ = texts.gettext
    if name == "clusters":
        return list_words(catalogue, texts).source
    return _("Sweden's 21 counties with codes, priorities for smart specialisation and the number of clusters.")


def _is_link(contact: str) -> bool:
    try:
        return bool(contact and link(contact))
    except ValueError:
        return False
