from __future__ import annotations

import pytest

from geo.municipalities_near import municipalities_near


@pytest.mark.parametrize(
    ("lat", "lon", "code"),
    [(55.7047, 13.191, "1281"), (59.33, 18.06, "0180"), (57.63, 18.29, "0980"), (67.85, 20.22, "2584"), (56.66, 16.36, "0880")],
)
def test_the_municipality_of_a_position_comes_first(lat: float, lon: float, code: str) -> None:
    assert municipalities_near([lat], [lon])[0][0] == code


def test_outside_sweden_there_is_none() -> None:
    copenhagen, oslo, turku, open_sea = (55.676, 12.568), (59.913, 10.752), (60.451, 22.267), (58.0, 20.0)
    lats, lons = zip(copenhagen, oslo, turku, open_sea, strict=True)
    assert municipalities_near(lats, lons) == [(), (), (), ()]


def test_near_a_border_the_neighbour_is_there_too() -> None:
    (codes,) = municipalities_near([59.36], [17.98])  # Solna, a kilometre from Stockholm
    assert {"0184", "0180"} <= set(codes)


def test_no_positions_have_no_areas() -> None:
    assert municipalities_near([], []) == []
