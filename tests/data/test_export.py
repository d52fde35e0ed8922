from __future__ import annotations

import io

import pandas as pd
import pytest

from data.export import neutralise, to_csv, to_excel_csv

FRAME = pd.DataFrame(
    {
        "name": ['Å; "B"', "=1+1"],
        "codes": [("05", "14"), ()],
        "members": pd.array([130, None], dtype="Int64"),
        "lat": [55.5, -1.25],
    }
)


def test_an_empty_frame_is_its_header() -> None:
    assert to_csv(FRAME.head(0)) == b"name,codes,members,lat\r\n"
    assert to_excel_csv(FRAME.head(0)) == b"\xef\xbb\xbfname;codes;members;lat\r\n"


def test_the_machine_file_is_rfc_4180_with_raw_values() -> None:
    assert to_csv(FRAME) == 'name,codes,members,lat\r\n"Å; ""B""",05;14,130,55.5\r\n=1+1,,,-1.25\r\n'.encode()


def test_the_excel_file_is_what_swedish_excel_expects() -> None:
    expected = '\ufeffname;codes;members;lat\r\n"Å; ""B""";05, 14;130;55,5\r\n\'=1+1;;;-1,25\r\n'
    assert to_excel_csv(FRAME) == expected.encode()


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_text_that_begins_like_a_formula_is_neutralised(start: str) -> None:
    assert neutralise(f"{start}cmd") == f"'{start}cmd"
    assert to_excel_csv(pd.DataFrame({f"{start}h": ["x"]})).decode("utf-8-sig").startswith(("'", "\"'"))


@pytest.mark.parametrize("value", ["a=1", "", 5, -5, None])
def test_everything_else_stays(value: object) -> None:
    assert neutralise(value) == value


def test_the_machine_file_reads_back_as_the_frame() -> None:
    read = pd.read_csv(
        io.BytesIO(to_csv(FRAME)), dtype={"codes": str, "members": "Int64"}, keep_default_na=False, na_values={"members": ""}
    )
    expected = FRAME.assign(codes=["05;14", ""])
    pd.testing.assert_frame_equal(read, expected, check_dtype=False)
