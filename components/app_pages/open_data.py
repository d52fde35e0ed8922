"""Page about open data: URLs of the files, query parameters, columns, rules and licence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from components.content.filters.filter_texts import filter_names
from components.content.pages.attribution import attribution
from components.content.pages.code_examples import SITE, code_examples
from components.core.i18n import Texts
from components.core.templating import to_html
from components.dataset.view import View
from components.exports.companion_tables import COMPANION_TABLES
from components.exports.file_format import Format
from components.exports.formats import CARD_FORMAT, CLUSTER_FORMATS, PICTURE_FORMATS, REGION_FORMATS, TABLE_FORMATS
from components.exports.query_parameters import query_parameters
from components.exports.schema import Field, cluster_fields, region_fields
from data.filters import MUNICIPALITY
from data.languages import LANGUAGES
from data.selection_url import MAX_QUERY_LENGTH, MAX_SEARCH_LENGTH
from data.table_order import TABLE_COLUMNS


def open_data_html(view: View, site: str) -> str:
    """Return the content of the page. `site` is the URL of the dashboard with a slash at its end; where it is "" the script writes it."""
    allowed_values: dict[str, Mapping[str, str]] = {
        **filter_names(view.dataset, view.texts),
        "lang": dict.fromkeys(LANGUAGES, ""),
        "sort": dict.fromkeys(TABLE_COLUMNS, ""),
        MUNICIPALITY.name: {},  # too many to read: SCB's list has them
    }
    return to_html(
        "open_data",
        view.language,
        files=_files(view),
        parameters=[(name, meaning, allowed_values.get(name, {})) for name, meaning in query_parameters(view.texts).items()],
        fields=_fields(view.texts),
        examples=[(example, example.code.split(SITE)) for example in code_examples(view.texts)],
        site=site,
        example_id=next(iter(view.dataset.row_numbers)),
        attribution=attribution(view.dataset, view.texts),
        max_query_length=view.texts.number(MAX_QUERY_LENGTH),
        max_search_length=MAX_SEARCH_LENGTH,
    )


def _files(view: View) -> list[tuple[str, str, str, str]]:
    """Return for each file its table, the name and purpose of its format, and its URL."""
    _ = view.texts.gettext
    tables: list[tuple[str, Sequence[Format]]] = [
        (_("Clusters"), CLUSTER_FORMATS),
        (_("Counties"), REGION_FORMATS),
        *((table.title(view.texts), TABLE_FORMATS[table.name]) for table in COMPANION_TABLES),
        (_("Pictures"), (*PICTURE_FORMATS, CARD_FORMAT)),
    ]
    return [(table, fmt.name(view.texts), fmt.purpose(view.texts), view.file_url(fmt.path)) for table, formats in tables for fmt in formats]


def _fields(texts: Texts) -> list[tuple[str, list[Field]]]:
    """Return the columns of each table, by its title."""
    return [
        (texts.gettext("Clusters"), cluster_fields(texts)),
        (texts.gettext("Counties"), region_fields(texts)),
        *((table.title(texts), table.fields(texts)) for table in COMPANION_TABLES),
    ]
