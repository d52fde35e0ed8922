"""Links to clusters, with distances as visitors read them."""

from __future__ import annotations

import pytest

from components.content.cluster_links import distance_text
from components.core.i18n import texts_in
from data.selection import Language

NO_BREAK = "\u00a0"


@pytest.mark.parametrize(("language", "expected"), [("sv", f"ca 1{NO_BREAK}204 km"), ("en", "about 1,204 km")])
def test_a_long_distance_is_grouped(language: Language, expected: str) -> None:
    assert distance_text(1203.6, {"seat"}, texts_in(language)) == expected
