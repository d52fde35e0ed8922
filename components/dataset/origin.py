"""Origin of a dataset: name, day and kind of its list."""

from __future__ import annotations

from dataclasses import dataclass

from components.dataset.list_names import NO_NAMES, ListNames


@dataclass(frozen=True)
class Origin:
    """Origin of a dataset.

    Attributes:
        name: Name of the list as visitors read it.
        shipped_code: Code of a shipped list; "" for any other list.
        day: Day of the content, such as 2026-11-23.
        revision: Revision by which the source recognises this content; "" for a shipped list and an upload.
        upload_token: Secret part of the URLs of an upload's files; "" for any other list.
        is_snapshot: True if the last good copy on disk is shown, because the source could not be read.
        is_incomplete: True if more is left out of the list than the operator allows; it is shown while there has been no good version.
        names: Names that the visitor has given to an upload and its rows.
    """

    name: str
    shipped_code: str = ""
    day: str = ""
    revision: str = ""
    upload_token: str = ""
    is_snapshot: bool = False
    is_incomplete: bool = False
    names: ListNames = NO_NAMES

    @property
    def is_upload(self) -> bool:
        """True for a visitor's own list, which no one else sees."""
        return bool(self.upload_token)
