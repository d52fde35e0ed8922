"""Which version of the project this is, as a fingerprint: what it makes of the same data may change with it."""

from __future__ import annotations

import hashlib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
KINDS = {".py", ".html", ".css", ".js", ".md", ".po", ".csv", ".rdf"}


def _fingerprint() -> str:
    """Return a hash of the project's own files that run, the same on every machine that has the same."""
    found = hashlib.sha256((ROOT / "requirements.txt").read_bytes())
    for folder in ("components", "data", "geo"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in KINDS and path.is_file():
                found.update(path.relative_to(ROOT).as_posix().encode() + path.read_bytes())
    return found.hexdigest()[:16]


VERSION = _fingerprint()
