"""Logo of the operator: a file that is read and checked once, at the start."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree as ET

LOGO_PATH = "/operator"
MAX_LOGO_KILOBYTES = 200
PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
SVG_ROOTS = {"svg", "{http://www.w3.org/2000/svg}svg"}


@dataclass(frozen=True)
class Logo:
    """A logo as it is served.

    Attributes:
        name: File name in the URL: logo.svg or logo.png.
        version: Hash of the content, in the URL: another logo has another URL.
        content: Bytes of the file.
    """

    name: str
    version: str
    content: bytes = field(repr=False)

    @property
    def url_path(self) -> str:
        """Path of the logo below the app's URL."""
        return f"{LOGO_PATH.removeprefix('/')}/{self.version}/{self.name}"


def read_logo(path: str) -> Logo | None:
    """Return the logo in this file, None for an empty path. Raises ValueError for a file that is missing, too large, or no SVG or PNG."""
    if not path:
        return None
    try:
        content = Path(path).read_bytes()
    except OSError:
        raise ValueError from None
    if len(content) > MAX_LOGO_KILOBYTES * 1000:
        raise ValueError
    name = "logo.png" if content.startswith(PNG_SIGNATURE) else "logo.svg"
    if name == "logo.svg" and not _is_svg(content):
        raise ValueError
    return Logo(name, hashlib.sha256(content).hexdigest()[:8], content)


def _is_svg(content: bytes) -> bool:
    try:
        return ET.fromstring(content).tag in SVG_ROOTS  # noqa: S314 - the operator's own file, and small
    except (ET.ParseError, ValueError):
        return False
