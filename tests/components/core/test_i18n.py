from __future__ import annotations

import ast
import functools
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po

import components
from components.core.i18n import texts_in
from data.languages import Language
from data.messages import message

FOLDER = Path(components.__file__).parent
CODE = [*sorted(FOLDER.rglob("*.py")), *sorted((FOLDER.parent / "data").rglob("*.py")), FOLDER.parent / "dashboard.py"]
TEMPLATES = sorted(FOLDER.glob("templates/*.html"))
JINJA = {"newstyle_gettext": "true"}
PO_FILE = FOLDER / "locale" / "sv" / "LC_MESSAGES" / "klusterkartan.po"
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "message": None}
PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[sd]")

Key = tuple[str, ...]  # the text, or its singular and plural


@functools.cache
def extracted() -> set[Key]:
    messages = [message for path in CODE for _, message, _, _ in extract_from_file("python", path, keywords=KEYWORDS)]
    for path in TEMPLATES:
        messages += [message for _, message, _, _ in extract_from_file("jinja2.ext:babel_extract", path, KEYWORDS, (), JINJA)]
    return {(message,) if isinstance(message, str) else tuple(message) for message in messages}


def swedish() -> Catalog:
    with PO_FILE.open("rb") as file:
        return read_po(file, locale="sv", abort_invalid=True)


def as_key(text: str | Sequence[str] | None) -> Key:
    return (text,) if isinstance(text, str) else tuple(text or ())


@functools.cache
def messages() -> list[Message]:
    return [message for message in swedish() if message.id]


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            if name in KEYWORDS:
                yield name, node


def test_every_text_of_the_code_has_a_swedish_one() -> None:
    assert extracted() - {as_key(message.id) for message in messages()} == set()


def test_no_swedish_text_is_unused() -> None:
    assert {as_key(message.id) for message in messages()} - extracted() == set()


def test_no_swedish_text_is_empty_fuzzy_or_left_over() -> None:
    assert [message.id for message in messages() if message.fuzzy or not all(as_key(message.string) or [""])] == []
    assert list(swedish().obsolete) == []


def test_the_header_names_the_project_and_no_person() -> None:
    catalog = swedish()
    assert (catalog.project, catalog.version, str(catalog.locale), catalog.num_plurals) == ("klusterkartan", "1.0.0", "sv", 2)
    header = PO_FILE.read_text("utf-8").partition("\n\n")[0]
    assert not re.findall(r"@|FULL NAME|ADDRESS|YEAR|ORGANIZATION", header)


def test_a_text_with_a_plural_has_two_swedish_forms() -> None:
    assert {len(as_key(message.string)) for message in messages() if message.pluralizable} == {2}


@pytest.mark.parametrize("message", messages(), ids=lambda message: as_key(message.id)[0][:40])
def test_a_swedish_text_has_the_placeholders_of_the_english_one(message: Message) -> None:
    placeholders = [sorted(PLACEHOLDER.findall(text)) for text in as_key(message.id)]
    assert [sorted(PLACEHOLDER.findall(text)) for text in as_key(message.string)] == placeholders


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.name)
def test_no_text_hides_where_the_extractor_cannot_see_it(path: Path) -> None:
    texts_of_extractor = extracted()
    for name, call in calls(path):
        arguments = call.args[: 2 if name == "ngettext" else 1]
        texts = tuple(argument.value if isinstance(argument, ast.Constant) else None for argument in arguments)
        assert texts in texts_of_extractor, f"{path.name}:{call.lineno}: {ast.unparse(call)}"


def test_swedish_says_saknas_and_english_says_not_known() -> None:
    assert texts_in("sv").gettext("Not known") == "Uppgift saknas"
    assert texts_in("en").gettext("Not known") == "Not known"


def test_the_number_decides_the_form() -> None:
    forms = "Compare with the neighbouring county", "Compare with the neighbouring counties"
    assert [texts_in("sv").ngettext(*forms, number) for number in (0, 1, 2)] == [
        "Jämför med grannlänen",
        "Jämför med grannlänet",
        "Jämför med grannlänen",
    ]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_limits_are_grouped_and_years_and_rows_are_not(language: Language) -> None:
    texts = texts_in(language)
    assert texts.number(10_000) in texts.translate(message("at most %(max)s rows", max=10_000))
    assert "1800" in texts.translate(message("a year from %(first)d to %(last)d", first=1800, last=2100))
    assert "10001" in texts.translate(message("a unique value; row %(row)d has the same", row=10_001))
