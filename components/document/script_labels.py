"""Texts that the page's scripts show by themselves."""

from __future__ import annotations

from collections.abc import Mapping

from components.content.page_info import UPLOAD_PATH
from components.core.i18n import Texts
from data.files.limits import UPLOAD_LIMITS


def script_labels(texts: Texts, path: str) -> Mapping[str, str]:
    """Return the texts of the page at `path` by the names that the scripts use."""
    _ = texts.gettext
    simple = _("The page is shown in a simpler form. Everything works, but each choice loads the page again.")
    if path == UPLOAD_PATH:
        simple = _("A list of your own needs a live connection to the server, and there is none right now. The page keeps trying.")
    return {
        "copied": _("Copied"),
        "fullScreen": _("Full screen"),
        "leaveFullScreen": _("Leave full screen"),
        "offline": _("No connection to the server right now. The page continues by itself as soon as the connection is back."),
        "wrong": _("Something went wrong. Load the page again; if that does not help, try later."),
        "simple": simple,
        "reading": _("The file is being read …"),
        "failed": _("The file could not be read. Choose it again."),
        "tooLarge": _("The file is too large: at most %d MB.") % UPLOAD_LIMITS.max_megabytes,
    }
