"""Which clusters hold the words that were typed; or, as `plats:Lund`, lie in a place and nothing else."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from data.text import fold, fold_case

SEARCHED = (
    "name",
    "aliases",
    "regions",
    "region_forms",
    "focus_text_sv",
    "focus_text_en",
    "description_sv",
    "description_en",
    "municipality",
)
PLACE = re.compile(r"\s*(?:plats|place):(.+)", re.IGNORECASE)  # a search for all of one place, and nothing of the same word elsewhere


class Search:
    """What the search looks through, prepared once per list."""

    def __init__(self, clusters: pd.DataFrame, focus: Mapping[str, Sequence[str]], places: Mapping[str, str]) -> None:
        """Prepare `clusters`, a frame with focus (tuples), location_code and the SEARCHED columns.

        `focus` maps each focus code to its labels, which are searched too; `places` the names of places to their codes.
        """
        labels_of = {codes: " ".join(label for code in codes for label in focus[code]) for codes in set(clusters["focus"])}
        columns = [map(labels_of.__getitem__, clusters["focus"]), *(map(_as_text, clusters[name].tolist()) for name in SEARCHED)]
        self._places, self._place = {fold_case(name): code for name, code in places.items()}, clusters["location_code"].to_numpy()
        self._texts = pa.array([fold(" ".join(cells)) for cells in zip(*columns, strict=True)], pa.large_string())

    def found(self, text: str) -> NDArray[np.bool_]:
        """Return one value a cluster, in list order."""
        if place := PLACE.fullmatch(text):
            there: NDArray[np.bool_] = self._place == self._places.get(fold_case(place[1]), "")
            return there
        words = fold(text).split()
        if not words:  # nothing typed lets all through; only punctuation typed, such as "%%%", is found nowhere
            return np.full(len(self._place), not text)
        holds = [pc.match_substring(self._texts, word).to_numpy(zero_copy_only=False) for word in words]
        every: NDArray[np.bool_] = np.logical_and.reduce(holds)
        return every


def _as_text(cell: object) -> str:
    return " ".join(cell) if isinstance(cell, tuple) else str(cell or "")
