"""Empty state: it repeats nothing of the sentence above it, and says what to do about a text that means nothing."""

from __future__ import annotations

import pytest

from components.dataset.store import current_dataset
from components.widgets.empty_state import empty_state_html
from data.selection_url import to_selection
from tests.views import view_of

HINT = "Kontrollera stavningen eller pröva ett annat ord."


def empty_state(**query: str) -> str:
    selection, _ = to_selection({name: [value] for name, value in query.items()} | {"lang": ["sv"]}, current_dataset().known)
    view = view_of(selection)
    assert not view.match.count
    return empty_state_html(view)


@pytest.mark.parametrize(
    "query", [{"municipality": "1280"}, {"q": "Malmö"}, {"municipality": "2580", "focus": "textile"}, {"region": "09"}]
)
def test_it_does_not_say_again_that_nothing_matches(query: dict[str, str]) -> None:
    html = empty_state(**query)
    assert "Inget" not in html and "Inga" not in html and "matchar" not in html


@pytest.mark.parametrize(
    ("query", "is_unknown"),
    [
        ({"q": "xyzzy"}, True),
        ({"q": "xyzzy", "region": "12"}, True),
        ({"q": "energi"}, False),
        ({"q": "guld"}, False),
        ({"q": "Malmö"}, False),
    ],
)
def test_only_a_text_that_means_nothing_is_to_be_spelt_anew(query: dict[str, str], *, is_unknown: bool) -> None:
    assert (HINT in empty_state(**query)) == is_unknown


@pytest.mark.parametrize("text", ["nära mig", "clusters near me", "nära"])
def test_what_is_near_needs_a_town(text: str) -> None:
    html = empty_state(q=text)
    assert "Skriv också orten, som i ”nära Umeå”." in html and HINT not in html


def test_filters_without_a_text_have_no_spelling() -> None:
    assert HINT not in empty_state(region="12", focus="tourism")


@pytest.mark.parametrize("text", ["65184", "651 84", "postnummer 652 25"])
def test_a_postal_code_leads_to_its_town(text: str) -> None:
    assert "Sök på orten i stället för postnumret." in empty_state(q=text) and HINT not in empty_state(q=text)
