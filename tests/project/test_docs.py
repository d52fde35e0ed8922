"""README, CONTRIBUTING and docs/: their paths, modules and names exist, and the architecture has each folder of the code."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

import components

ROOT = Path(components.__file__).parent.parent
DOCUMENTS = sorted(
    path.relative_to(ROOT).as_posix() for path in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")]
)
PATH = re.compile(r"(?<![\w./])(?:components|data|geo|tests|benchmarks|deploy|docs)/[\w./-]*\w/?")
MODULE = re.compile(r"(?<![\w./])(?:python -m |`)((?:components|data|geo|benchmarks)(?:\.\w+)*)(?=[ `])")

IMPORT = re.compile(r"^ *((?:from [\w.]+ )?import [\w., ]+)$", re.MULTILINE)  # a line of a snippet
NAME = re.compile(r"`([A-Z]\w+|[a-z]+(?:_[a-z]+)+)(?:\([^`]*\))?`")  # of a constant, a class or a function
NAME_IN_FILE = re.compile(r"`(\w+)(?:\([^`]*\))?`\s+(?:in|of|from)\s+`((?:components|data|geo|tests|benchmarks|deploy)/[\w./-]*)`")
CODE = ("components", "data", "geo", "tests", "benchmarks", "deploy")
CODE_SUFFIXES = {".py", ".js", ".html", ".yaml", ".template", ".example"}

MADE_BY_OPERATORS = "deploy/settings.env"
# Names of Streamlit, Starlette, Babel, mapclassify and the system.
OF_OTHERS = {"LinkColumn", "POSIX", "PrettyBreaks", "TCP_NODELAY", "asset_dir", "exception_handlers", "js_content", "negotiate_locale"}


def content(document: str) -> str:
    return (ROOT / document).read_text("utf-8")


@functools.cache
def words_of_code() -> Mapping[str, frozenset[str]]:
    """Return the words of each file of the code, by its path; this module is left out, since it names words of others."""
    files = [ROOT / "dashboard.py", *(path for folder in CODE for path in sorted((ROOT / folder).rglob("*")))]
    return {
        path.relative_to(ROOT).as_posix(): frozenset(re.findall(r"\w+", path.read_text("utf-8")))
        for path in files
        if path.suffix in CODE_SUFFIXES and path != Path(__file__)
    }


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_named_path_exists(document: str) -> None:
    paths = set(PATH.findall(content(document))) - {MADE_BY_OPERATORS}
    assert sorted(path for path in paths if not (ROOT / path).exists()) == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_named_module_exists(document: str) -> None:
    modules = [module.replace(".", "/") for module in MODULE.findall(content(document))]
    assert [path for path in modules if not (ROOT / path).is_dir() and not (ROOT / f"{path}.py").exists()] == []


@pytest.mark.parametrize("line", dict.fromkeys(line for document in DOCUMENTS for line in IMPORT.findall(content(document))))
def test_every_import_of_a_snippet_works(line: str) -> None:
    exec(line, {})  # noqa: S102 - a line of our own documents


def test_snippets_have_imports_of_the_project() -> None:
    assert sum("components" in line for line in IMPORT.findall(content("docs/decisions.md"))) >= 3


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_name_occurs_in_the_code(document: str) -> None:
    words = frozenset().union(*words_of_code().values())
    assert sorted(set(NAME.findall(content(document))) - words - OF_OTHERS) == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_name_is_in_the_file_beside_it(document: str) -> None:
    pairs = NAME_IN_FILE.findall(content(document))
    assert [
        (name, file) for name, file in pairs if not any(name in words for path, words in words_of_code().items() if path.startswith(file))
    ] == []


def test_every_folder_of_the_code_is_a_room() -> None:
    folders = {
        f"{path.relative_to(ROOT).as_posix()}/"
        for room in ("components", "data", "geo")
        for path in [ROOT / room, *(ROOT / room).iterdir()]
        if path.is_dir() and path.name != "__pycache__" and path != ROOT / "components"
    }
    assert folders - set(re.findall(r"^\| `([\w/]+)` \|", content("docs/architecture.md"), re.MULTILINE)) == set()


def test_every_folder_is_in_the_layout_of_the_readme() -> None:
    """In a row with several folders the ones after the first leave out `components/`."""
    rows = re.findall(r"^\| (`.*`) \|", content("README.md"), re.MULTILINE)
    named = {
        f"components/{name}" if (ROOT / "components" / name).is_dir() else name for row in rows for name in re.findall(r"`([\w/]+)/`", row)
    }
    rooms = {f"components/{path.name}" for path in (ROOT / "components").iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert (rooms | {*CODE, "docs"} - {"components"}) - named == set()


def test_each_term_is_in_the_glossary_once_and_its_file_is_there() -> None:
    """A remark in parentheses, as of a second meaning, does not make another term."""
    rows = re.findall(r"^\| ([^|]+) \| [^|]+ \| [^|]+ \| (?:`([^`]+)` )?\|$", content("docs/glossary.md"), re.MULTILINE)
    terms = [re.sub(r" \(.*", "", term) for term, _ in rows]
    assert len(terms) > 100
    assert sorted({term for term in terms if terms.count(term) > 1}) == []
    assert [file for _, file in rows if file and not (ROOT / file).exists()] == []
