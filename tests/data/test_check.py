from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from data.check import main
from data.check_report import refusal_lines
from data.errors import ClusterDataError, Problem
from data.languages import LANGUAGES, Language
from data.translation import Translator, read_catalogue

HEADER = "id,name,region_codes,focus"
ROOT = Path(__file__).resolve().parents[2]
SHIPPED = "clusters.csv: 22 clusters in 16 of 21 counties, no problems\n"

Write = Callable[[str | bytes], Path]


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment is in English, where a test does not say otherwise."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


def test_empty_file_returns_1(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(write(""))]) == 1
    assert capsys.readouterr() == (
        "list.csv: 1 problem\nlist.csv: cannot be used; needed: a header row and at least one row below it\n",
        "",
    )


def test_shipped_list_returns_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    assert capsys.readouterr() == (SHIPPED, "")


def test_another_list_returns_0(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(write(f"{HEADER}\na,A,12;14,digital\nb,B,12,tourism\n"))]) == 0
    assert capsys.readouterr() == ("list.csv: 2 clusters in 2 of 21 counties, no problems\n", "")


def test_path_without_a_readable_file_returns_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path, name, reason in (
        (tmp_path / "gone.csv", "gone.csv", "the file does not exist"),
        (tmp_path / ("n" * 300), "n" * 300, "the file does not exist"),
        (tmp_path, tmp_path.name, "a folder"),
        (pipe, "pipe", "not an ordinary file"),
    ):
        assert main([str(path)]) == 2
        assert capsys.readouterr().out == (
            f"{name}: 1 problem\n{name}: cannot be used ({reason!r}); needed: a file that exists and can be read\n"
        )


def test_file_that_may_not_be_read_returns_2(write: Write, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_arguments: False)  # as for anybody but the administrator, who may read all
    assert main(["--lang", "sv", str(write(MIXED))]) == 2
    assert "filen får inte läsas" in capsys.readouterr().out


def test_address_on_the_web_returns_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["https://a.example/list.csv"]) == 2
    assert capsys.readouterr().out.endswith("needed: a file: save the list and give the name of its file\n")


def test_own_columns_have_their_notes(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(write("Namn;Län;Sales\nA;Skåne;1,2 Mkr\nB;Halland;900 tkr\nC;Skåne;saknas\n"))]) == 0
    assert capsys.readouterr().out.splitlines()[2:5] == [
        "2 values were interpreted.",
        "  column Sales: 'saknas': read as empty cells (1)",
        "  row 3, column Sales: '900 tkr': read as 0.9 mkr",
    ]


def test_control_characters_of_a_file_do_not_reach_the_console(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(write("Namn;Län;H\x1b[31mej\x07\nA\x1b[2J;Skåne;x\nB\x9b5m;;y\n"))])
    printed = capsys.readouterr().out
    assert "H\\x1b[31mej\\x07: kept as it is" in printed and printed.replace("\n", "").isprintable()


def test_problems_that_are_only_counted_count() -> None:
    error = ClusterDataError([Problem("a.csv", 2, "Namn", "", "a name")] * 3, more=7)
    lines = list(refusal_lines("a.csv", error, Translator("en", read_catalogue("en"))))
    assert (lines[0], len(lines), lines[-1]) == ("a.csv: 10 problems", 5, "and 7 more")


REPORT = {
    "en": """list.csv: 3 clusters in 2 of 21 counties
1 of them has no county: C
1 row was taken exactly as it is.
2 values were left out.
  row 2, column Kommun: 'Karlstd': needed: a Swedish municipality, such as "Lund" or "1281", or nothing. Did you mean Karlstad?
  row 5, column Namn: needed: a name; a row without one is left out
1 value was interpreted.
  row 3, column Län: '1': read as 01 Stockholm
Recognised headings
  Namn: name
  Län: region_codes
  Kommun: municipality_code
  Hemsda: kept as it is. Did you mean Hemsida?
  Tel: kept as it is
""",
    "sv": """list.csv: 3 kluster i 2 av 21 län
1 av dem saknar län: C
1 rad togs precis som den är.
2 uppgifter utelämnades.
  rad 2, kolumn Kommun: 'Karlstd': det behövs: en svensk kommun, till exempel "Lund" eller "1281", eller ingenting. Menade du Karlstad?
  rad 5, kolumn Namn: det behövs: ett namn; en rad utan namn utelämnas
1 uppgift tolkades.
  rad 3, kolumn Län: '1': lästes som 01 Stockholm
Så tolkades rubrikerna
  Namn: name
  Län: region_codes
  Kommun: municipality_code
  Hemsda: behålls som den är. Menade du Hemsida?
  Tel: behålls som den är
""",
}
MIXED = "Namn;Län;Kommun;Hemsda;Tel\nA;Skåne;Karlstd;;\nB;1;;;\nC;;;;\n;12;Lund;;\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_tells_all_kinds_and_returns_1(language: Language, write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", language, str(write(MIXED))]) == 1
    assert capsys.readouterr() == (REPORT[language], "")


@pytest.mark.parametrize(("locale", "first"), [("sv_SE.UTF-8", "list.csv: 3 kluster"), ("C.UTF-8", "list.csv: 3 clusters")])
def test_without_lang_the_locale_decides(
    locale: str, first: str, write: Write, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    main([str(write(MIXED))])
    assert capsys.readouterr().out.startswith(first)


def test_a_list_that_was_only_interpreted_returns_0(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(write("Namn;Län\nA;Scania\n"))]) == 0
    assert "row 2, column Län: 'Scania': read as Skåne" in capsys.readouterr().out


def test_a_total_is_noted_and_returns_0(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(write("Namn;Län;Medlemmar\nA;Skåne;12\nB;Halland;2\nSumma;;14\n"))]) == 0
    assert capsys.readouterr().out.splitlines()[1:] == [
        "2 rows were taken exactly as they are.",
        "1 value was interpreted.",
        "  row 4: 'Summa · 14': a total: not a row of the list",
        *["Recognised headings", "  Namn: name", "  Län: region_codes", "  Medlemmar: members"],
    ]


def test_coordinates_are_compared_with_boundaries(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    rows = ["Ett;Halland;;55,7047;13,191", "Två;;Lund;55,605;13,0", "Tre;;;65;12", "Fyra;;;55,7047;13,191"]
    assert main(["--lang", "sv", str(write("\n".join(["Namn;Län;Kommun;Lat;Long", *rows])))]) == 0
    assert capsys.readouterr().out.splitlines()[2:7] == [
        "4 uppgifter tolkades.",
        "  rad 2, kolumn Lat: koordinater i Skåne (12), men enligt listan Halland (13); båda är kvar",
        "  rad 3, kolumn Lat: koordinater i Malmö (1280), men enligt listan Lund (1281); båda är kvar",
        "  rad 4, kolumn Lat: koordinater utanför Sverige, visas som de är",
        "  rad 5, kolumn Lat: placerades i Lund (1281) efter koordinaterna",
    ]


@pytest.mark.parametrize("shipped", ["clusters.csv", "vinnvaxt.csv"])
def test_a_shipped_list_has_no_notes(shipped: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(ROOT / "data" / shipped)]) == 0
    assert ", no problems\n" in capsys.readouterr().out


def test_every_problem_of_a_refused_list_has_a_line(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    content = f"{HEADER}\na,A,Småland,digital\n"
    assert main(["--lang", "en", str(write(content))]) == 1
    english = capsys.readouterr().out.splitlines()
    assert main(["--lang", "sv", str(write(content))]) == 1
    swedish = capsys.readouterr().out.splitlines()
    assert [line.partition(" is not allowed")[0] for line in english] == [
        "list.csv: 1 problem",
        "list.csv, row 2, column region_codes: 'Småland'",
    ]
    assert [line.partition(" är inte tillåtet")[0] for line in swedish] == [
        "list.csv: 1 fel",
        "list.csv, rad 2, kolumn region_codes: 'Småland'",
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        ["a.csv", "b.csv"],
        ["-"],
        [""],
        ["--lang="],
        ["a.csv", "--lang"],
        ["--langsv"],
        ["--lang"],
        ["--lang", "fr"],
        ["--lang", "sv", "a", "b"],
    ],
)
def test_wrong_call_prints_the_usage_and_returns_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert capsys.readouterr() == ("", "usage: python -m data.check [--lang sv|en] [FILE]\n")


@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_is_printed_and_returns_0(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["a.csv", option]) == 0
    assert capsys.readouterr().out.startswith("usage: python -m data.check [--lang sv|en] [FILE]\n\nReads a cluster list")


@pytest.mark.parametrize("before", [["--lang", "sv"], ["--lang=sv"], []])
@pytest.mark.parametrize("behind", [["--lang", "sv"], ["--lang=sv"]])
def test_the_option_may_stand_before_or_behind_the_file(
    before: list[str], behind: list[str], write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*before, str(write(MIXED)), *behind]) == 1
    assert capsys.readouterr().out.startswith("list.csv: 3 kluster")
