"""Labels of the components: texts that do not depend on the selection, which the page fetches once per dataset and language."""

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
    """Return the labels by component (JSON), with the version of the dataset to which they belong.

    They may meet content of another version, so no label is matched to a cell or a number by its position.
    """
    return to_json_bytes({"version": dataset.short_version, **{each.name: each.labels(dataset, texts) for each in COMPONENTS}})
