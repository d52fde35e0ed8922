"""README, CONTRIBUTING and docs/: the paths that they name exist, and the architecture has every folder of the code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import components

ROOT = Path(components.__file__).parent.parent
DOCUMENTS = sorted(
    path.relative_to(ROOT).as_posix() for path in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")]
)
PATH = re.compile(r"(?<![\w./])(?:components|data|geo|tests|benchmarks|deploy|docs)/[\w./-]*\w/?")
MODULE = re.compile(r"(?<![\w./])(?:python -m |`)((?:components|data|geo|benchmarks)(?:\.\w+)*)(?=[ `])")

MADE_BY_OPERATORS = "deploy/settings.env"


def content(document: str) -> str:
    return (ROOT / document).read_text("utf-8")


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_named_path_exists(document: str) -> None:
    paths = set(PATH.findall(content(document))) - {MADE_BY_OPERATORS}
    assert sorted(path for path in paths if not (ROOT / path).exists()) == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_named_module_exists(document: str) -> None:
    modules = [module.replace(".", "/") for module in MODULE.findall(content(document))]
    assert [path for path in modules if not (ROOT / path).is_dir() and not (ROOT / f"{path}.py").exists()] == []


def test_every_folder_of_the_code_is_a_room() -> None:
    folders = {
        f"{path.relative_to(ROOT).as_posix()}/"
        for room in ("components", "data", "geo")
        for path in [ROOT / room, *(ROOT / room).iterdir()]
        if path.is_dir() and path.name != "__pycache__" and path != ROOT / "components"
    }
    assert folders - set(re.findall(r"^\| `([\w/]+)` \|", content("docs/architecture.md"), re.MULTILINE)) == set()
