"""What the parts of the page say whatever is chosen, which the page fetches once for each list and language."""

from __future__ import annotations

from components.catalogue import Catalogue
from components.legend import LEGEND
from components.parts import as_json
from components.summary import SUMMARY
from components.table import TABLE
from components.texts import Texts
from components.toggles import TOGGLES
from components.top import TOP

PARTS = (TOP, SUMMARY, LEGEND, TABLE, TOGGLES)


def words_of_parts(catalogue: Catalogue, texts: Texts) -> bytes:
    """Return the words by part (JSON), with the version of the list to which they belong.

    They may be shown beside an answer of another version, so no word says which cell or number it belongs to by its place there.
    """
    return as_json({"version": catalogue.short_version, **{part.name: part.words_of(catalogue, texts) for part in PARTS}})
