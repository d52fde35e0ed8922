from __future__ import annotations

import pytest

from components.content.wording.label_texts import label_facts_text, label_text, pilot_label_text
from components.core.i18n import texts_in
from components.dataset.store import current_dataset

NAMES = current_dataset().wording["sv"].labels


@pytest.mark.parametrize(
    ("label", "text"),
    [
        (("bronze", "2018-09-20", None), "Brons (2018)"),
        (("bronze", "2018-09-24", "2020-09-24"), "Brons, gick ut 2020"),
        (("gold", "2024", "2099"), "Guld (2024)"),
        (("silver", None, None), "Silver (okänt år)"),
        ((None, None, None), None),
    ],
)
def test_a_label_has_its_year(label: tuple[str | None, str | None, str | None], text: str | None) -> None:
    assert label_text(label, NAMES, texts_in("sv"), has_dates=True) == text


def test_a_label_of_a_list_without_dates_has_no_year() -> None:
    assert label_text(("gold", None, None), NAMES, texts_in("sv"), has_dates=False) == "Guld"


@pytest.mark.parametrize(
    ("dates", "inferred", "text"),
    [
        (("2018", None), ("label_date",), "Brons (troligen 2018; okänt om den gäller)"),
        ((None, None), (), "Brons (okänt år; okänt om den gäller)"),
        (("2018-09-24", "2020-09-24"), (), "Brons (2018-09-24; gick ut 2020-09-24)"),
        (("2025", "2099-01"), ("label_expires",), "Brons (2025; gäller till troligen 2099-01)"),
    ],
)
def test_a_profile_tells_the_validity_of_a_label(dates: tuple[str | None, str | None], inferred: tuple[str, ...], text: str) -> None:
    cluster = {"label": "bronze", "label_date": dates[0], "label_expires": dates[1]}
    assert label_facts_text(cluster, NAMES, inferred, texts_in("sv")) == text


def test_the_label_of_the_pilot_has_the_year_of_the_pilot() -> None:
    assert pilot_label_text("bronze", NAMES) == "Brons (2018)"
    assert not pilot_label_text(None, NAMES)
