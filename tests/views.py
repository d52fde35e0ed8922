"""Views of the current dataset, as the page and the endpoints build them."""

from __future__ import annotations

from components.core.i18n import texts_in
from components.dataset.dataset import Dataset
from components.dataset.store import current_dataset
from components.dataset.view import View
from data.languages import LANGUAGES
from data.selection import Selection


def view_of(selection: Selection | None = None, dataset: Dataset | None = None) -> View:
    """Return the view of a selection in its language or Swedish, by default of all clusters of the current dataset."""
    selection = selection or Selection()
    dataset = dataset or current_dataset()
    return View(dataset, dataset.match(selection), texts_in(selection.language or LANGUAGES[0]))
