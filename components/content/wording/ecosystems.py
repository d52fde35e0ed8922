"""Names of the EU's industrial ecosystems in the visitor's language."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from components.core.i18n import Texts
from components.dataset.dataset import Dataset
from data.filters import ECOSYSTEM
from data.text import sort_key, to_slug


def ecosystem_name(name: str, texts: Texts) -> str:
    """Return an ecosystem's name as it stands in a list, translated if it is one of the EU's."""
    return _eu_names(texts).get(to_slug(name), name)


def ecosystem_names(dataset: Dataset, texts: Texts) -> Mapping[str, str]:
    """Return the names of the dataset's ecosystems by their codes, in alphabetical order."""
    names: dict[str, str] = dataset.cached(("ecosystem names", texts.language), lambda: _names_by_code(dataset, texts))
    return names


def _names_by_code(dataset: Dataset, texts: Texts) -> dict[str, str]:
    names: dict[str, str] = {}
    for cell in dict.fromkeys(dataset.clusters[ECOSYSTEM.column]):
        for name in cell:
            names.setdefault(to_slug(name), ecosystem_name(name, texts))
    return dict(sorted(((code, names[code]) for code in dataset.known.of(ECOSYSTEM)), key=lambda item: sort_key(item[1], texts.language)))


@functools.cache
def _eu_names(texts: Texts) -> dict[str, str]:
    """Return the translated names by the codes of the EU's own names."""
    _ = texts.gettext
    names = {
        "Aerospace & Defence": _("Aerospace and defence"),
        "Agri-food": _("Agri-food"),
        "Construction": _("Construction"),
        "Cultural & Creative Industries": _("Cultural and creative industries"),
        "Digital": _("Digital"),
        "Electronics": _("Electronics"),
        "Energy-Intensive Industries": _("Energy-intensive industries"),
        "Energy-Renewables": _("Renewable energy"),
        "Health": _("Health"),
        "Mobility-Transport-Automotive": _("Mobility, transport and automotive"),
        "Proximity, Social Economy and Civil Security": _("Proximity, social economy and civil security"),
        "Retail": _("Retail"),
        "Textile": _("Textiles"),
        "Tourism": _("Tourism"),
    }
    return {to_slug(name): translation for name, translation in names.items()}
