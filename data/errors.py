"""The one error for bad data: every problem of a reading at once, each with its place and what is allowed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from data.messages import Message

MAX_VALUE_LENGTH = 80
MAX_PROBLEMS_REPORTED = 200


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong in a file. Rows are counted as a spreadsheet counts them: the header is row 1."""

    file: str
    row: int | None
    column: str
    value: str
    allowed: Message | str

    def __str__(self) -> str:
        shown = self.value[:MAX_VALUE_LENGTH] + ("…" if len(self.value) > MAX_VALUE_LENGTH else "")
        if self.row is None and not self.column:  # the file as a whole; the value, if there is one, says why
            return f"{self.file}: cannot be used{f' ({shown!r})' if shown else ''}; needed: {self.allowed}"
        place = [self.file]
        if self.row is not None:
            place.append(f"row {self.row}")
        if self.column:
            place.append(f"column {self.column}")
        return f"{', '.join(place)}: {shown!r} is not allowed; allowed: {self.allowed}"


class ClusterDataError(ValueError):
    """Raised when a table cannot be used, for `problems`; `report` tells the first MAX_TOLD, a line each, and is the message."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        told = [str(problem) for problem in self.problems[:MAX_PROBLEMS_REPORTED]]
        more = len(self.problems) - len(told)
        self.report = [*told, *([f"and {more} more"] if more else [])]
        super().__init__("\n".join(self.report))


def unreadable(name: str, value: str, allowed: Message) -> ClusterDataError:
    """Return the error of a file or another source, `name`, that cannot be read as a whole."""
    return ClusterDataError([Problem(name, None, "", value, allowed)])
