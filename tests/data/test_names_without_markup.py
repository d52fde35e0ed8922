"""Names with Markdown, HTML, quotation marks, bullets or running numbers around them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.data.conftest import Notes
from tests.lists import read_tables

Write = Callable[[str | bytes], Path]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("**Alfa AB**", "Alfa AB"),
        ("<b>Alfa</b>", "Alfa"),
        ('<a href=x class="y">Alfa</a>', "Alfa"),
        ("[Alfa](https://alfa.se)", "Alfa"),
        ("**[Alfa](https://alfa.se)**", "Alfa"),
        ("„Alfa”", "Alfa"),
        ("«Alfa»", "Alfa"),
        ("• Alfa", "Alfa"),
        ("- Alfa", "Alfa"),
        ("**1. Alfa**", "1. Alfa"),
        ("*Alfa", "*Alfa"),
        ("'n Roll", "'n Roll"),
        ("A <3 B", "A <3 B"),
        ("“A” och “B”", "“A” och “B”"),
        ("<script>Alfa</script>", "<script>Alfa</script>"),
        ("<a href=javascript:alert(1)>Alfa</a>", "<a href=javascript:alert(1)>Alfa</a>"),
        ("[Alfa](javascript:alert)", "[Alfa](javascript:alert)"),
        ("<b>=1+1</b>", "<b>=1+1</b>"),  # no name
        ("1. Alfa", "1. Alfa"),  # a single one may be called so
    ],
)
def test_a_name_is_read_without_what_is_around_it(written: str, name: str, write: Write, notes_of: Notes) -> None:
    content = f"Namn;Län\n{written};Skåne\n"
    assert read_tables(write(content)).clusters["name"].tolist() == [name]
    assert notes_of(content) == ([] if name == written else [("understood", 2, "Namn", written, f"read as {name}")])


@pytest.mark.parametrize(
    ("written", "names"),
    [
        (("1. Alfa", "2) Beta"), ["Alfa", "Beta"]),
        (("1. Alfa", "Beta"), ["1. Alfa", "Beta"]),
        (("1. Alfa", "1. Beta"), ["1. Alfa", "1. Beta"]),
        (("3D Print", "24 Karat"), ["3D Print", "24 Karat"]),
    ],
)
def test_running_numbers_are_no_part_of_the_names(written: tuple[str, ...], names: list[str], write: Write, notes_of: Notes) -> None:
    content = "Namn;Län\n" + "".join(f"{name};Skåne\n" for name in written)
    assert read_tables(write(content)).clusters["name"].tolist() == names
    told = [("understood", None, "Namn", "", "read without the running numbers in front of the names")]
    assert notes_of(content) == (told if names == ["Alfa", "Beta"] else [])


def test_a_file_in_our_own_format_has_its_names_as_they_are(write: Write) -> None:
    tables = read_tables(write("id,name,region_codes\na,**Alfa**,12\n"))
    assert tables.clusters["name"].tolist() == ["**Alfa**"] and not tables.report.groups
