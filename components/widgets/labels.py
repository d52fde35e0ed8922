"""What the parts of the page say whatever is chosen, which the page fetches once for each list and language."""

from __future__ import annotations

from components.core.i18n import Texts
from components.dataset.dataset import Dataset
from components.widgets.component import to_json_bytes
from components.widgets.header import HEADER
from components.widgets.legend import LEGEND
from components.widgets.summary import SUMMARY
from components.widgets.table import TABLE
from components.widgets.toggles import TOGGLES

COMPONENTS = (HEADER, SUMMARY, LEGEND, TABLE, TOGGLES)


def component_labels(dataset: Dataset, texts: Texts) -> bytes:
    """Return the words by part (JSON), with the version of the list to which they belong.

    They may be shown beside an answer of another version, so no word says which cell or number it belongs to by its place there.
    """
    return to_json_bytes({"version": dataset.short_version, **{part.name: part.words_of(dataset, texts) for part in COMPONENTS}})
