"""The locked packages follow from requirements.txt: the same versions, each package with its hashes, each licence listed."""

from __future__ import annotations

import re
from pathlib import Path

import components

ROOT = Path(components.__file__).parent.parent
PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)


def pinned(name: str) -> set[tuple[str, str]]:
    return {(package.lower(), version) for package, version in PINNED.findall((ROOT / name).read_text("utf-8"))}


def test_the_lock_has_every_requirement_in_its_version() -> None:
    assert len(pinned("requirements.txt")) > 10
    assert pinned("requirements.txt") <= pinned("requirements.lock")


def test_every_locked_package_has_hashes() -> None:
    entries = re.split(r"\n(?=[A-Za-z])", (ROOT / "requirements.lock").read_text("utf-8"))[1:]
    assert len(entries) == len(pinned("requirements.lock"))
    assert all("--hash=sha256:" in entry for entry in entries)


def test_every_locked_package_has_its_licence_listed() -> None:
    table = re.findall(r"^\| ([a-z0-9-]+) \| (.+) \|$", (ROOT / "docs" / "licences.md").read_text("utf-8"), re.MULTILINE)
    assert {package for package, _version in pinned("requirements.lock")} == {package for package, _licence in table} - {"package", "---"}
