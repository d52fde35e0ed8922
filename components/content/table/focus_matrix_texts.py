"""Texts above the matrix of counties and focus areas, and above the bars."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from babel.lists import format_list

from components.content.wording.name_lists import within_sentence
from components.content.wording.row_words import are_clusters, counted_rows, row_words
from components.dataset.view import View
from data.filters import FOCUS, REGION


def matrix_summary(view: View, by_county: Sequence[int], totals: Sequence[int], areas: Sequence[str]) -> str:
    """Return the text above the matrix: its numbers, how to read it, and the counties and focus areas without clusters."""
    texts, _ = view.texts, view.texts.gettext
    sentences = [_counted(view), _how_to_read(view)]
    if empty := list(by_county).count(0):
        sentences.append(texts.ngettext("%d county has none of them.", "%d counties have none of them.", empty) % empty)
    if missing := [area for area, total in zip(areas, totals, strict=True) if not total]:
        names = format_list(missing, locale=texts.locale)
        rows = row_words(view.dataset, texts).many
        is_about_clusters = are_clusters(view.dataset)
        sentences.append(_("No cluster within %s.") % names if is_about_clusters else f"{_('No %(rows)s') % {'rows': rows}}: {names}.")
    return " ".join(sentences)


def _how_to_read(view: View) -> str:
    _ = view.texts.gettext
    if are_clusters(view.dataset):
        return _(
            "Each number shows how many of them a county has in a focus area, and links to them on the map. A cluster "
            "with several focus areas or counties appears in several places but is counted once in the totals. The "
            "filters for county and focus area do not change the table."
        )
    return _(
        "Each number shows how many of them a county has in a focus area, and links to them on the map. A row of the list "
        "with several focus areas or counties appears in several places but is counted once in the totals. The "
        "filters for county and focus area do not change the table."
    )


def _counted(view: View) -> str:
    """Return the sentence that says which clusters the matrix counts."""
    texts, shown, total = view.texts, view.match.count_without(REGION, FOCUS), len(view.match.mask)
    if not are_clusters(view.dataset):
        text = texts.gettext("The table covers %(rows)s in %(list)s.")
        if shown != total:
            text = texts.gettext("The table covers %(shown)s of %(rows)s in %(list)s: those that match the other filters.")
    elif shown == total:
        text = texts.ngettext(
            "The table covers the only cluster in %(list)s.", "The table covers the %(total)s clusters in %(list)s.", total
        )
    else:
        text = texts.gettext("The table covers %(shown)s of the %(total)s clusters in %(list)s: those that match the other filters.")
    values = {"shown": texts.number(shown), "total": texts.number(total), "rows": counted_rows(view.dataset, total, texts)}
    return text % {**values, "list": view.dataset.origin.name}


def bars_summary(view: View, bars: Sequence[dict[str, Any]]) -> str:
    """Return the text above the bars: the longest one, if it is alone, and the number of focus areas with one cluster."""
    texts, counts = view.texts, [bar["count"] for bar in bars]
    sentences = []
    if counts[0] and counts.count(counts[0]) == 1:
        values = {"name": within_sentence(bars[0]["name"]), "rows": counted_rows(view.dataset, counts[0], texts)}
        sentences.append(texts.gettext("The most common is %(name)s, with %(rows)s.") % values)
    single = counts.count(1)
    if single and not are_clusters(view.dataset):
        text = texts.ngettext("%(count)d focus area has only %(rows)s.", "%(count)d focus areas have only %(rows)s each.", single)
        sentences.append(text % {"count": single, "rows": counted_rows(view.dataset, 1, texts)})
    elif single:
        sentences.append(
            texts.ngettext("%d focus area has a single cluster.", "%d focus areas have a single cluster each.", single) % single
        )
    return " ".join(sentences)
