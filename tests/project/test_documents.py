"""Documents: their links lead to files and headings that exist, and the tests that they name are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import components

ROOT = Path(components.__file__).parent.parent
DOCUMENTS = sorted(str(path.relative_to(ROOT)) for path in [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), ROOT / "data" / "README.md"])
LINK = re.compile(r"\]\((?!https?:|mailto:)([^)\s]+)\)")
TEST = re.compile(r"`(tests/[\w/]+\.(?:py|txt|sh))`")


def anchors(path: Path) -> set[str]:
    """Return the anchors of a document's headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", path.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("document", DOCUMENTS, ids=str)
def test_every_link_leads_somewhere(document: str) -> None:
    broken = []
    folder = (ROOT / document).parent
    for link in LINK.findall((ROOT / document).read_text("utf-8")):
        name, _, anchor = link.partition("#")
        target = folder / name if name else ROOT / document
        if not target.exists() or (anchor and target.suffix == ".md" and anchor not in anchors(target)):
            broken.append(link)
    assert broken == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=str)
def test_every_named_test_exists(document: str) -> None:
    assert [name for name in TEST.findall((ROOT / document).read_text("utf-8")) if not (ROOT / name).exists()] == []


def test_every_fault_names_a_test() -> None:
    rows = re.findall(r"^\| (?!fault|---)(.+) \|$", (ROOT / "docs" / "faults.md").read_text("utf-8"), re.MULTILINE)
    assert len(rows) >= 15
    assert [row for row in rows if not TEST.search(row)] == []
