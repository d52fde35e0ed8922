"""Texts that the page's scripts show by themselves."""

from __future__ import annotations

from collections.abc import Mapping

from components.core.i18n import Texts
from components.core.urls import UPLOAD_PATH
from data.files.limits import UPLOAD_LIMITS


def script_labels(texts: Texts, path: str) -> Mapping[str, str]:
    """Return the texts of the page at `path` by the names that the scripts use."""
    _ = texts.gettext
    simple = _("This is a simpler version of the page. Everything works, but each choice reloads the page.")
    if path == UPLOAD_PATH:
        simple = _(
            "This page needs a live connection to the server, which is not available at the moment. The page keeps trying to connect."
        )
    return {
        "listOrder": _("Order of the list"),
        "rank": _("Best match first"),
        "reversed": _("%s, reversed"),
        "fullScreen": _("Full screen"),
        "leaveFullScreen": _("Exit full screen"),
        "skipToContent": _("Skip to the content"),
        "skipToResults": _("Skip to the results"),
        "map": _("Map"),
        "list": _("List"),
        "mapList": _("The map as a list"),
        "offline": _("No connection to the server at the moment. The page will carry on as soon as the connection is back."),
        "wrong": _("Something went wrong. Reload the page. If that does not help, try again later."),
        "simple": simple,
        "copied": _("Copied"),
        "notCopied": _("Not copied"),
        "sendingList": _("Your list is being fetched from this browser …"),
        "busy": _("Too many lists are being read at the moment. Try again in a few minutes."),
        "quota": _("Too many visitors have their own lists open at the moment. Choose the file again in a few minutes."),
        "tooLargeToMark": _("The list is too long for a file with its problems marked."),
        "tooMuch": _("Reading the list took too much time or memory. Divide it into several files, or leave out columns."),
        "reading": _("The file is being read …"),
        "failed": _("The file could not be read. Choose it again."),
        "tooLarge": _("The file is too large: at most %d MB.") % UPLOAD_LIMITS.max_megabytes,
    }
