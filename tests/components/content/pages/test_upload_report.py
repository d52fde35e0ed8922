"""Report of an upload: the same sentences as those of `python -m data.check`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from components.content.pages.upload_report import upload_report
from components.core.i18n import texts_in
from components.dataset.upload_reader import read_file
from data.check import main
from data.languages import LANGUAGES, Language

LISTS = {
    "own columns": "Namn;Län;Sales;Nr;Note;Hemsda\nA;Skåne;1,2 Mkr;1;-;\nB;1;900 tkr;2;saknas;x\nC;Atlantis;3 Mkr;3;bra;y\n;Skåne;;4;;\n",
    "units that do not fit": "Namn;Län;Sales\nA;Skåne;5 kg\nB;Halland;7 kr\nC;Scania;9 m\n",
    "many values": "Namn;Län\n" + "".join(f"C{number};Atlantis {number}\n" for number in range(150)) + "D;Skåne\n",
    "refused": "Namn;Län\nA;Atlantis\n",
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", LISTS)
def test_page_and_command_tell_the_same(name: str, language: Language, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "list.csv"
    path.write_text(LISTS[name], encoding="utf-8")
    report: Any = upload_report(read_file(path.name, path.read_bytes()).result, texts_in(language))
    main(["--lang", language, str(path)])
    lines = capsys.readouterr().out.splitlines()
    kinds = {kind: notes for kind, notes in report["kinds"].items() if notes.count}
    assert [line for line in lines if line in report["sentences"].values()] == [report["sentences"][kind] for kind in sorted(kinds)]
    assert report["taken"] in [*lines, ""] and report["without_county"] in [*lines, ""]
    for note in (note for notes in kinds.values() for note in notes.rows):
        assert any(f"{note.value!r}: " in line and note.text in line for line in lines if note.column in line) or not note.value
    notes = [line for line in lines if line.startswith("  ") and not line.startswith(tuple(f"  {each[0]}: " for each in _headings(report)))]
    assert len(notes) == sum(len(each.rows) for each in kinds.values())
    assert all(any(line.startswith(f"  {each[0]}: ") for line in lines) for each in _headings(report))
    assert all(any(problem[-1] in line for line in lines) for problem in report["problems"])


def _headings(report: Any) -> list[tuple[str, str]]:
    return [*report["columns"], *report["unused"]]
