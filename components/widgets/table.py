"""Table of the match: an HTML table whose names open profiles and whose headings sort, in pages where it is long."""

from __future__ import annotations

from typing import Any

from components.core.i18n import Texts
from components.dataset.dataset import Dataset
from components.dataset.view import View
from components.widgets.component import HtmlComponent
from components.widgets.table_columns import filled_columns, sorted_rows, table_columns, table_rows
from components.widgets.table_state import table_state

KEY = "table"
ROWS_PER_PAGE = 100


def render_table(view: View) -> None:
    """Render one page of the table: name, counties, municipality, focus, label and website, without columns that are empty."""
    state = table_state(view.selection)
    rows = sorted_rows(view, state.sort_by, descending=state.descending)
    last_page = (len(rows) - 1) // ROWS_PER_PAGE
    page = min(state.page, last_page)
    first = page * ROWS_PER_PAGE
    page_rows = rows[first : first + ROWS_PER_PAGE]
    content: dict[str, Any] = {
        "columns": filled_columns(view.dataset, view.texts),
        "opened": view.selection.cluster,
        "sorted": [state.sort_by, state.descending] if state.sort_by else [],
        "rows": table_rows(view.dataset, page_rows, view.texts),
    }
    if last_page > 0:
        row_range = _row_range(first + 1, first + len(page_rows), len(rows), view.texts)
        content["pages"] = {"current": page, "last": last_page, "row_range": row_range}
    TABLE.render(view.dataset, view.texts, content)


def _row_range(first: int, last: int, total: int, texts: Texts) -> str:
    """Return the numbers of the rows on a page, counted from 1."""
    numbers = {"first": first, "last": last, "all": total}
    return texts.gettext("Rows %(first)s–%(last)s of %(all)s") % {name: texts.number(number) for name, number in numbers.items()}


def _labels(dataset: Dataset, texts: Texts) -> dict[str, Any]:
    _ = texts.gettext
    return {
        "columns": [(code, heading) for code, (heading, _) in table_columns(dataset, texts).items()],  # empty ones too
        "caption": _("The clusters of the selection"),
        "unknown": _("Not known"),
        "open": _("Open"),
        "website": _("Open the website of %s"),
        "previous": _("Previous"),
        "next": _("Next"),
        "menu": _("Pages of the table"),
    }


TABLE = HtmlComponent(KEY, _labels)
