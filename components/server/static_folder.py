"""A folder of static files below one path: which names there are, and how long a browser may keep them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from components.server.static_file import StaticFile
from components.web.revalidation import REVALIDATE

IMMUTABLE = "public, max-age=31536000, immutable"  # a year: another content has another URL
HASHED_NAME = re.compile(r"\.[\w-]{8}(\.[a-z0-9]+)+$")  # index.DormvYxC.js, main.521860b0.js.map
MAX_COMPRESSED_BYTES = 100_000  # of files that the first visit does not fetch; above are Plotly, DeckGL and others, which no page uses


@dataclass(frozen=True)
class StaticFolder:
    """Files that were there when the process started. A request names one of them or gets 404: no path leads anywhere else.

    Attributes:
        path: URL path of the folder, such as "/assets".
        files: File name with its folders, such as "page/page.css" -> file.
        version: Folder that comes first in versioned URLs; "" where the names themselves carry hashes.
        first_visit: Names of the files that a first visit fetches: they are compressed first, also large ones.
    """

    path: str
    files: Mapping[str, StaticFile]
    version: str = ""
    first_visit: Collection[str] = field(default=())

    def response(self, name: str, request: Request) -> Response:
        """Return the response with the file, or 404.

        A URL with another version gets the current file, to be revalidated: a proxy may have kept an older page for a while. So does
        one without a version.
        """
        version, _, path = name.partition("/")
        if self.version and path in self.files:
            return self.files[path].response(request, IMMUTABLE if version == self.version else REVALIDATE)
        if name in self.files:
            is_immutable = not self.version and HASHED_NAME.search(name)
            return self.files[name].response(request, IMMUTABLE if is_immutable else REVALIDATE)
        return PlainTextResponse("Not Found", 404, {"Cache-Control": REVALIDATE})

    def first_files(self) -> Iterator[StaticFile]:
        """Yield the files that a first visit fetches and that compression makes smaller."""
        return (file for name, file in self.files.items() if file.is_text and name in self.first_visit)

    def other_files(self) -> Iterator[StaticFile]:
        """Yield the other files that are worth compressing."""
        others = (file for name, file in self.files.items() if file.is_text and name not in self.first_visit)
        return (file for file in others if file.size_bytes <= MAX_COMPRESSED_BYTES)


def files_in(directory: Path) -> dict[str, StaticFile]:
    """Return all files in a directory and its subdirectories by their names, with "/" between the folders."""
    names = {path.relative_to(directory).as_posix(): path for path in sorted(directory.rglob("*")) if path.is_file()}
    return {name: StaticFile(name, path) for name, path in names.items()}
