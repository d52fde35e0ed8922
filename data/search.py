"""Full-text search over clusters, with the operator `place:` (`plats:`) for all clusters of one municipality or county."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from data.text import fold, fold_case

SEARCHED_COLUMNS = (
    "name",
    "aliases",
    "present_name",
    "regions",
    "region_other_names",
    "focus_text_sv",
    "focus_text_en",
    "description_sv",
    "description_en",
    "municipality",
)
PLACE_OPERATOR = re.compile(r"\s*(?:plats|place):(.+)", re.IGNORECASE)


class Search:
    """Search index of a list, built once."""

    def __init__(self, clusters: pd.DataFrame, focus: Mapping[str, Sequence[str]], locations: Mapping[str, str]) -> None:
        """Index `clusters`, a frame with focus (tuples), location_code and SEARCHED_COLUMNS.

        `focus` maps each focus code to its labels, which are searched too; `locations` maps names of municipalities and counties
        to the values of location_code.
        """
        labels_of = {codes: " ".join(label for code in codes for label in focus[code]) for codes in set(clusters["focus"])}
        columns = [map(labels_of.__getitem__, clusters["focus"]), *(map(_to_text, clusters[name].tolist()) for name in SEARCHED_COLUMNS)]
        self._texts = pa.array([fold(" ".join(cells)) for cells in zip(*columns, strict=True)], pa.large_string())
        self._location_codes = clusters["location_code"].to_numpy()
        self._code_of_location = {fold_case(name): code for name, code in locations.items()}

    def mask(self, text: str) -> NDArray[np.bool_]:
        """Return whether each cluster matches `text`, in list order: all its words, or the location after the operator."""
        if operator := PLACE_OPERATOR.fullmatch(text):
            is_there: NDArray[np.bool_] = self._location_codes == self._code_of_location.get(fold_case(operator[1]), "")
            return is_there
        words = fold(text).split()
        if not words:  # an empty search matches every cluster; one of punctuation only, such as "%%%", matches none
            return np.full(len(self._location_codes), not text)
        masks = [pc.match_substring(self._texts, word).to_numpy(zero_copy_only=False) for word in words]
        has_all_words: NDArray[np.bool_] = np.logical_and.reduce(masks)
        return has_all_words


def _to_text(cell: object) -> str:
    return " ".join(cell) if isinstance(cell, tuple) else str(cell or "")
