"""Exception for data that cannot be used: all problems at once, each with file, row, column, value and the allowed values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from data.messages import Message

MAX_VALUE_LENGTH = 80  # characters
MAX_PROBLEMS_REPORTED = 200


@dataclass(frozen=True)
class Problem:
    """One fault in a file or in another source of a list.

    Attributes:
        file: Name of the file or source.
        row: Number of the row as a spreadsheet counts (the header is row 1), or None.
        column: Heading of the column, or "".
        value: Text that is refused, or "" where it is missing. For a fault of the whole file, the reason or "".
        allowed: Description of the allowed values.
    """

    file: str
    row: int | None
    column: str
    value: str
    allowed: Message | str

    def __str__(self) -> str:
        value = self.value[:MAX_VALUE_LENGTH] + ("…" if len(self.value) > MAX_VALUE_LENGTH else "")
        if self.row is None and not self.column:
            return f"{self.file}: cannot be used{f' ({value!r})' if value else ''}; needed: {self.allowed}"
        location = [self.file]
        if self.row is not None:
            location.append(f"row {self.row}")
        if self.column:
            location.append(f"column {self.column}")
        fault = f"{value!r} is not allowed; allowed" if value else "missing; needed"
        return f"{', '.join(location)}: {fault}: {self.allowed}"


class ClusterDataError(ValueError):
    """Raised when a table cannot be used.

    Attributes:
        problems: All problems that were kept.
        more: Number of problems that were only counted.
        report: The first MAX_PROBLEMS_REPORTED problems, one line each, and a line that counts the others; also the error's message.
    """

    def __init__(self, problems: Iterable[Problem], more: int = 0) -> None:
        self.problems = tuple(problems)
        self.more = more
        lines = [str(problem) for problem in self.problems[:MAX_PROBLEMS_REPORTED]]
        others = len(self.problems) - len(lines) + more
        self.report = [*lines, *([f"and {others} more"] if others else [])]
        super().__init__("\n".join(self.report))


def unreadable(name: str, value: str, allowed: Message) -> ClusterDataError:
    """Return the error for a file or another source `name` that cannot be read as a whole; `value` is the reason."""
    return ClusterDataError([Problem(name, None, "", value, allowed)])
