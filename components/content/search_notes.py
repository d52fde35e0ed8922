"""Notes on how a search text was read: misspelt words, and what it leaves out."""

from __future__ import annotations

import numpy as np

from components.content.name_lists import join_names
from components.content.row_words import counted_rows, row_words
from components.dataset.view import View
from data.match import TEXT


def correction_note(view: View) -> str:
    """Return a sentence for each word that has no match, which says what was searched for in its place; "" without any."""
    _ = view.texts.gettext
    template = _("No match for “%(typed)s”. Shown is “%(shown)s”.") if view.match.count else _("“%(typed)s” was read as “%(shown)s”.")
    return " ".join(template % {"typed": typed, "shown": shown} for typed, shown in view.match.found.corrections.items())


def exclusion_note(view: View) -> str:
    """Return a sentence on what the search text leaves out, with the number of clusters; "" for a text without an exclusion."""
    found, texts = view.match.found, view.texts
    if not found.exclusion or found.left_out is None:
        return ""
    quoted = [texts.gettext("“%s”") % part.strip(".,;:()") for part in found.exclusion.texts]
    count = int(np.count_nonzero(view.match.mask_without(TEXT) & found.left_out))
    values = {"rows": counted_rows(view.dataset, count, texts), "text": join_names(quoted, texts)}
    if not count:
        return texts.gettext("Nothing was left out: no %(rows)s match %(text)s.") % {**values, "rows": row_words(view.dataset, texts).many}
    return texts.gettext("Left out: %(text)s (%(rows)s).") % values
