from __future__ import annotations

import pytest

from components.content.wording.status_texts import name_with_present, status_text, status_with_present_name
from components.core.i18n import texts_in
from components.dataset.store import current_dataset

CASES = [
    (("active", 2023, ()), "Verksamt (2023)", "Active (2023)"),
    (("active", None, ()), "Verksamt (odaterad källa)", "Active (undated source)"),
    (("active", 2024, ("status", "status_year")), "Troligen verksamt (2024)", "Probably active (2024)"),
    (("renamed", 2024, ()), "Bytt namn, spår 2024", "Renamed, last seen 2024"),
    (("renamed", 2024, ("status_year",)), "Bytt namn, spår troligen 2024", "Renamed, last seen probably 2024"),
    (("moved", 2021, ()), "Ny värd eller ägare, spår 2021", "New host or owner, last seen 2021"),
    (("ended", 2021, ()), "Avslutat (2021)", "Ended (2021)"),
    (("ended", 2021, ("status", "status_year")), "Troligen avslutat (2021)", "Probably ended (2021)"),
    (("unknown", 2018, ()), "Okänt i dag, spår 2018", "Not known today, last seen 2018"),
    (("unknown", None, ()), "Okänt i dag", "Not known today"),
    ((None, None, ()), None, None),
]


@pytest.mark.parametrize(("status", "swedish", "english"), CASES)
def test_a_status_has_the_year_of_its_latest_trace(
    status: tuple[str | None, int | None, tuple[str, ...]], swedish: str | None, english: str | None
) -> None:
    wording = current_dataset().wording
    assert status_text(status, wording["sv"].statuses, texts_in("sv"), has_years=True) == swedish
    assert status_text(status, wording["en"].statuses, texts_in("en"), has_years=True) == english


def test_a_status_of_a_list_without_years_has_none() -> None:
    names = current_dataset().wording["sv"].statuses
    assert status_text(("active", None, ()), names, texts_in("sv"), has_years=False) == "Verksamt"


def test_a_renamed_cluster_has_both_names() -> None:
    assert name_with_present(("Mobile Heights", "OpenTech"), texts_in("sv")) == "Mobile Heights, nu OpenTech"
    assert name_with_present(("Mobile Heights", None), texts_in("sv")) == "Mobile Heights"


@pytest.mark.parametrize(
    ("cells", "text"),
    [
        (("renamed", 2024, ("status_year",), "OpenTech"), "Nu OpenTech, spår troligen 2024"),
        (("renamed", 2024, ("status",), "OpenTech"), "Troligen nu OpenTech, spår 2024"),
        (("renamed", 2024, (), None), "Bytt namn, spår 2024"),
        (("active", 2023, (), "OpenTech"), "Nu OpenTech. Verksamt (2023)"),
        ((None, None, (), "OpenTech"), "Nu OpenTech"),
        ((None, None, (), None), None),
    ],
)
def test_the_table_has_the_present_name_beside_the_status(cells: tuple[object, ...], text: str | None) -> None:
    names = current_dataset().wording["sv"].statuses
    assert status_with_present_name(cells, names, texts_in("sv"), has_years=True) == text
