"""File format of a table or of the map, as one entry of the table in `formats`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from components.core.i18n import Texts
from components.exports.writers import Write


@dataclass(frozen=True)
class Format:
    """A file format of one table, or of the map.

    Attributes:
        path: path of the endpoint below `api/`.
        media_type: media type of the file.
        suffix: end of the file's name.
        name: returns the format's name in a language.
        purpose: returns in one line what the format is for.
        write: returns the file's content for a view and its metadata.
        max_rows: the most rows that a file may have, or None.
        opens_in_browser: True if a browser that follows the URL shows the file; False if it saves it.
    """

    path: str
    media_type: str
    suffix: str
    name: Callable[[Texts], str]
    purpose: Callable[[Texts], str]
    write: Write
    max_rows: int | None = None
    opens_in_browser: bool = False

    def allows(self, rows: int) -> bool:
        """Return True if a file of this format may have this number of rows."""
        return self.max_rows is None or rows <= self.max_rows

    @property
    def url_path(self) -> str:
        """The endpoint's path below the app's URL."""
        return f"api/{self.path}"
