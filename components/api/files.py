"""Files of a selection in every format, of an upload, and the template of a list."""

from __future__ import annotations

from starlette.requests import Request

from components.api.content import Content
from components.api.params import Read, parse_selection, upload_or_404
from components.api.problems import ProblemError
from components.api.subsets import link_header
from components.core.i18n import texts_in
from components.exports.companion_tables import COMPANION_TABLES
from components.exports.context import ExportContext
from components.exports.file_format import Format
from components.exports.file_names import file_name, rows_word
from components.exports.formats import CLUSTER_FORMATS, TABLE_FORMATS
from components.exports.metadata import file_metadata
from components.exports.query_parameters import SUBSET_PARAMETERS
from components.exports.upload_template import template_csv
from data.calendar_day import today
from data.languages import LANGUAGES, read_language


def selection_file(request: Request, read: Read, fmt: Format) -> Content:
    """Return the requested selection in this format. Raises ProblemError (400) where it has more rows than the format can hold."""
    context = read(request, also=SUBSET_PARAMETERS if fmt in CLUSTER_FORMATS else ())
    count = context.view.match.count
    if not fmt.allows(count):
        raise ProblemError(
            400,
            "Too many clusters",
            f"The format holds at most {fmt.max_rows:,} clusters, the selection has {count:,}.",
            allowed=fmt.max_rows,
        )
    name = file_name(context.view, _content_name(context, fmt), fmt.suffix)
    path = fmt.url_path + context.query_string
    rows = {"X-Total-Count": str(context.total)} | link_header(context, fmt.url_path) if fmt in CLUSTER_FORMATS else {}
    return Content(
        fmt.media_type,
        (context.view.dataset.version, path, context.base_url, today()),
        lambda: fmt.write(context, file_metadata(context, path)),
        name,
        opens_in_browser=fmt.opens_in_browser,
        headers=rows,
    )


def upload_file(request: Request, fmt: Format) -> Content:
    """Return the requested selection of an upload. Raises ProblemError (404) where no session holds the upload any more."""
    context = parse_selection(request, upload_or_404(request), base_url="")
    name = file_name(context.view, rows_word(context.view), fmt.suffix)
    return Content(
        fmt.media_type,
        (),
        lambda: fmt.write(context, file_metadata(context)),
        name,
        is_private=True,
        opens_in_browser=fmt.opens_in_browser,
    )


def upload_template(request: Request) -> Content:
    """Return a list for a visitor to start from, in the language of the query."""
    texts = texts_in(read_language(request.query_params.getlist("lang")) or LANGUAGES[0])
    return Content("text/csv; charset=utf-8", (texts.language,), lambda: template_csv(texts), texts.gettext("template.csv"))


def _content_name(context: ExportContext, fmt: Format) -> str:
    """Return the word for the content in the name of a file, such as "clusters"."""
    _ = context.view.texts.gettext
    tables = {fmt: table.title(context.view.texts).lower() for table in COMPANION_TABLES for fmt in TABLE_FORMATS[table.name]}
    return tables.get(fmt) or (_("clusters") if fmt in CLUSTER_FORMATS else _("counties"))
