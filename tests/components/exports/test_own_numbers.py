"""Own columns of numbers in which a text stands: kept for people, empty for programs."""

from __future__ import annotations

import io

import pandas as pd

from components.content.table.own_statistics import statistics_texts
from components.dataset.build import build_dataset
from components.dataset.dataset import Dataset
from components.dataset.list_names import ListNames
from components.dataset.origin import Origin
from components.exports.frames import machine_frame, readable_frame
from data.export import to_excel_csv, to_xlsx
from data.files.limits import UPLOAD_LIMITS
from data.list_files import read_list
from data.lists import to_tables
from tests.views import view_of

NUMBERS = [*range(8), "8,5"]


def own_list() -> Dataset:
    rows = "".join(f"Företag {number};Skåne;{number}\n" for number in [*NUMBERS, "räknas ännu"])
    tables = to_tables(read_list("lista.csv", f"Namn;Län;Antal\n{rows}".encode(), UPLOAD_LIMITS), keeps_columns=True)
    origin = Origin("Medlemmar", upload_token="secret", day="2026-11-27", names=ListNames("Medlemmar", "member"))  # noqa: S106 - of a test
    return build_dataset(origin, tables)


def test_a_text_among_numbers_stays_in_files_for_people() -> None:
    frame = readable_frame(view_of(dataset=own_list()))
    lines = to_excel_csv(frame).decode("utf-8-sig").split("\r\n")
    assert sorted(line.split(";")[-1] for line in lines[1:-1]) == [*map(str, range(8)), "8,5", "räknas ännu"]
    read = pd.read_excel(io.BytesIO(to_xlsx({"Blad": frame}, "2026-11-27")))
    assert sorted(map(str, read["Antal"])) == [*map(str, range(8)), "8.5", "räknas ännu"]


def test_a_text_among_numbers_is_an_empty_cell_in_files_for_programs() -> None:
    frame = machine_frame(view_of(dataset=own_list()))
    assert sorted(frame["Antal"].dropna()) == [*range(8), 8.5] and len(frame) == 10


def test_a_unit_stays_with_the_numbers_in_sums_and_files() -> None:
    rows = "A;Skåne;1,5 mkr;10 %;7 kr\nB;Skåne;2 mkr;30 %;5 kr\n"
    tables = to_tables(read_list("lista.csv", f"Namn;Län;Omsättning;Andel;Avgift (kr)\n{rows}".encode(), UPLOAD_LIMITS), keeps_columns=True)
    view = view_of(dataset=build_dataset(Origin("lista.csv", upload_token="secret", day="2026-11-27"), tables))  # noqa: S106 - of a test
    assert list(readable_frame(view).columns[-3:]) == ["Omsättning (mkr)", "Andel (%)", "Avgift (kr)"]
    assert list(machine_frame(view)["Omsättning (mkr)"]) == [1.5, 2]
    assert statistics_texts(view) == [
        "Omsättning (mkr): summa 3,5, median 1,75 (av 2 värden)",
        "Andel (%): median 20 (av 2 värden)",
        "Avgift (kr): summa 12, median 6 (av 2 värden)",
    ]
