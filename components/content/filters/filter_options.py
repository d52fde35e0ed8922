"""Names of the codes of each dimension: as chips and descriptions have them, and as buttons have them, in the order of the buttons."""

from __future__ import annotations

from collections.abc import Mapping

from components.core.i18n import Texts
from components.dataset.dataset import Dataset
from data.text import sort_key

Names = Mapping[str, str]  # by code


def county_names(dataset: Dataset, texts: Texts) -> Names:
    """Return the names of the counties as chips have them."""
    return dataset.wording[texts.language].counties


def municipality_names(dataset: Dataset, texts: Texts) -> Names:
    """Return the names of all municipalities as chips have them: "Stockholm (municipality)", since a county has the same name."""

    def names() -> Names:
        return {code: texts.gettext("%s (municipality)") % name for code, name in all_municipalities(dataset).items()}

    found: Names = dataset.cached(("municipality names", texts.language), names)
    return found


def municipality_options(dataset: Dataset, texts: Texts) -> Names:
    """Return the names of the municipalities as their buttons have them."""
    options: Names = dataset.cached(("municipality options", texts.language), lambda: sorted_by_name(all_municipalities(dataset), texts))
    return options


def all_municipalities(dataset: Dataset) -> Names:
    """Return the names of all municipalities, in the order of the list."""
    return dict(zip(dataset.tables.municipalities["code"], dataset.tables.municipalities["name"], strict=True))


def focus_names(dataset: Dataset, texts: Texts) -> Names:
    """Return the names of the focus areas."""
    return dataset.wording[texts.language].focus


def theme_names(dataset: Dataset, texts: Texts) -> Names:
    """Return the names of the themes as chips have them: "Food (county priority)", since focus areas have similar names."""
    return {code: texts.gettext("%s (county priority)") % name for code, name in dataset.wording[texts.language].themes.items()}


def theme_options(dataset: Dataset, texts: Texts) -> Names:
    """Return the names of the themes as their buttons have them."""
    options: Names = dataset.cached(
        ("theme options", texts.language), lambda: sorted_by_name(dataset.wording[texts.language].themes, texts)
    )
    return options


def county_options(dataset: Dataset, _texts: Texts) -> Names:
    """Return the short names of the counties, as their buttons have them: in the Swedish order in each language."""
    return dataset.regions


def focus_options(dataset: Dataset, texts: Texts) -> Names:
    """Return the names of the focus areas as their buttons have them."""
    options: Names = dataset.cached(("focus options", texts.language), lambda: sorted_by_name(focus_names(dataset, texts), texts))
    return options


def sorted_by_name(names: Names, texts: Texts) -> Names:
    """Return the names in alphabetical order."""
    return dict(sorted(names.items(), key=lambda item: sort_key(item[1], texts.language)))


def label_names(dataset: Dataset, texts: Texts) -> Names:
    """Return the names of the labels, by level."""
    return dataset.wording[texts.language].labels


def status_names(dataset: Dataset, texts: Texts) -> Names:
    """Return the names of the statuses."""
    return dataset.wording[texts.language].statuses
