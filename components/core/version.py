"""Version of the project: the released number, and a fingerprint of its files for ETags."""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SUFFIXES = {".py", ".html", ".css", ".js", ".md", ".po", ".csv", ".rdf", ".svg", ".xml", ".geojson"}


def _read_version() -> str:
    """Return the version that pyproject.toml carries, such as 1.0.0."""
    version: str = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    return version


def _fingerprint() -> str:
    """Return a hash of the project's own files that run: the same on every machine that has the same files."""
    digest = hashlib.sha256((ROOT / "requirements.txt").read_bytes())
    for folder in ("components", "data", "geo"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in SUFFIXES and path.is_file():
                digest.update(path.relative_to(ROOT).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def user_agent(public_url: str) -> str:
    """Return the name that the project gives to servers: Klusterkartan/1.0.0, with the dashboard's URL where it is known."""
    return f"Klusterkartan/{VERSION}" + (f" (+{public_url})" if public_url else "")


VERSION = _read_version()
FINGERPRINT = _fingerprint()  # part of every ETag: another version may give another file from the same data
