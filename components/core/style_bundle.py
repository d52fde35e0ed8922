"""Bundle of style sheets: a style sheet and all that it imports as one, so that a first visit asks once and not for each file."""

from __future__ import annotations

import re
from pathlib import Path

IMPORT = re.compile(r'^@import "(\./[\w/]+\.css)";\n', re.MULTILINE)


def bundled_styles(entry: Path) -> bytes:
    """Return the style sheet with the content of each file in place of its `@import`, which is on a line of its own.

    Raises ValueError for an import of another form.
    """
    styles = IMPORT.sub(lambda match: (entry.parent / match[1]).read_text("utf-8"), entry.read_text("utf-8"))
    if "@import" in styles:
        raise ValueError(f"{entry.name}: has an import that cannot be bundled")
    return styles.encode()
