"""Names of a list as their letters alone, which a text with other spaces and hyphens begins: "mobilehei" of Mobile Heights."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from data.text import fold, fold_each

MIN_LENGTH = 5  # letters of the beginning of a name


class JoinedNames:
    """Names of the rows of a list, built once."""

    def __init__(self, clusters: pd.DataFrame) -> None:
        """Take the column name of `clusters`."""
        self._names: list[str] = clusters["name"].tolist()
        self._letters = pa.array([name.replace(" ", "") for name in fold_each(self._names)], pa.large_string())

    def beginning_with(self, text: str) -> Mapping[int, str]:
        """Return the names that the letters of a text begin, by row number; nothing for a short text."""
        letters = fold(text).replace(" ", "")
        if len(letters) < MIN_LENGTH:
            return {}
        found = np.flatnonzero(pc.starts_with(self._letters, letters).to_numpy(zero_copy_only=False)).tolist()
        return {row: self._names[row] for row in found}
