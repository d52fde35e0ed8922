"""The visitor's upload, kept in the session and stored nowhere else."""

from __future__ import annotations

from components.core.streamlit_internals import session_values
from components.dataset.dataset import Dataset
from components.dataset.upload_reader import UploadResult
from components.dataset.upload_registry import uploads

# Keys in the session
_UPLOAD = "upload"
_LAST_TICKET = "last ticket"
MAX_TICKET_LENGTH = 64  # characters


def upload_result() -> UploadResult | None:
    """Return the result of the visitor's last upload, or None."""
    result: UploadResult | None = session_values().get(_UPLOAD)
    return result


def uploaded_dataset() -> Dataset | None:
    """Return the dataset of the visitor's upload, which this visitor sees in place of the current dataset, or None."""
    result = upload_result()
    return result.dataset if result else None


def note_ticket(ticket: str) -> None:
    """Note the ticket that the page has brought last."""
    session_values()[_LAST_TICKET] = ticket[:MAX_TICKET_LENGTH]


def last_ticket() -> str:
    """Return the ticket that the page has brought last, or "": with it the page knows that its file has been answered."""
    ticket: str = session_values().get(_LAST_TICKET, "")
    return ticket


def keep_upload(result: UploadResult) -> None:
    """Keep the result of an upload; it replaces the previous one."""
    _close_files(unless_of=result.dataset)
    session_values()[_UPLOAD] = result


def discard_upload() -> None:
    """Forget the upload: the visitor sees the current dataset again."""
    _close_files()
    session_values().pop(_UPLOAD, None)


def _close_files(unless_of: Dataset | None = None) -> None:
    """Take away the URLs of the files of the visitor's upload; its dataset may stay in memory until it is collected."""
    dataset = uploaded_dataset()
    if dataset and (unless_of is None or dataset.origin.upload_token != unless_of.origin.upload_token):
        uploads().pop(dataset.origin.upload_token, None)
