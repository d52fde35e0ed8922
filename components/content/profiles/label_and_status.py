"""Label and latest known status of one cluster in short, for report and tooltips.

The functions take a row of `Dataset.clusters`, with its columns as attributes.
"""

from __future__ import annotations

from typing import Any

from components.content.wording.label_texts import has_label_dates, label_text
from components.content.wording.status_texts import has_status_years, status_text
from components.core.i18n import Texts
from components.dataset.dataset import Dataset


def cluster_label(dataset: Dataset, cluster: Any, texts: Texts) -> str | None:
    """Return the label of a cluster with its year, or None."""
    names = dataset.wording[texts.language].labels
    return label_text((cluster.label, cluster.label_date, cluster.label_expires), names, texts, has_dates=has_label_dates(dataset))


def cluster_status(dataset: Dataset, cluster: Any, texts: Texts) -> str | None:
    """Return the status of a cluster with the year of the latest trace, or None."""
    names = dataset.wording[texts.language].statuses
    return status_text((cluster.status, cluster.status_year, cluster.inferred), names, texts, has_years=has_status_years(dataset))


def label_and_status_line(dataset: Dataset, cluster: Any, texts: Texts) -> str:
    """Return label and status in one line, such as "Bronze (2018) · Active (2023)"; "" for a cluster with neither."""
    return " · ".join(filter(None, (cluster_label(dataset, cluster, texts), cluster_status(dataset, cluster, texts))))
