"""Pages over a list of the visitor's own that the server does not have: no other list is shown in its place."""

from __future__ import annotations

import pytest

from tests.page.app_driver import address, emit, first_page, opened, upload_file
from tests.page.page_facts import headings, ids_in_table, labels, read, sentence

GONE = "Listan finns inte längre här. Välj filen igen."
LIST = "Namn;Län;Typ\nEtt;Skåne;a\nTvå;Skåne;b\nTre;Halland;a\nFyra;Halland;b\n"


@pytest.mark.parametrize("path", ["", "compare", "about", "data", "open-data"])
def test_no_page_shows_another_list_for_it(path: str) -> None:
    for page in (first_page({"list": "own"}, path), opened({"list": "own"}, path)):
        assert headings(page) == ["Din egen lista"] and GONE in read(page) and "S3-piloten" not in page["results"].text


@pytest.mark.parametrize("path", ["own-list", "accessibility", "cookies"])
def test_pages_without_a_list_are_as_ever(path: str) -> None:
    for page in (first_page({"list": "own"}, path), opened({"list": "own"}, path)):
        assert GONE not in read(page) and len(headings(page)[0]) > 4


def test_the_url_keeps_the_selection_until_the_list_is_there() -> None:
    query = {"list": "own", "region": "12", "own1": "a", "sort": "-column1", "lang": "sv"}
    page = opened(query)
    assert page.message["own_list"] == "missing" and address(page) == query
    upload_file(page, LIST)
    assert page.message["own_list"] == "own" and address(page) == query
    assert ids_in_table(page) == ["ett"] and sentence(page) == "A i Skåne: 1 kluster (av de 4 i lista.csv)."


def test_the_language_of_a_missing_list_can_be_changed() -> None:
    page = emit(opened({"list": "own", "region": "12"}), ("set_language", "en"))
    assert page.language == "en" and "The list is no longer here." in read(page)
    assert address(page) == {"list": "own", "region": "12", "lang": "en"}


def test_a_stored_list_that_can_no_longer_be_read_is_missing() -> None:
    page = upload_file(opened({"list": "own"}), "x;y\n1;2\n")
    assert page.message["own_list"] == "missing" and GONE in read(page) and "Listan kan inte visas än." in read(page)


def test_back_and_forward_change_between_the_lists() -> None:
    page = upload_file(opened(), LIST)
    assert page.message["names"] == {"title": "", "kind": "cluster", "one": "", "many": ""}
    follow_public = next(link for link in page["heading"].all("a") if link.text == "Tillbaka till den offentliga listan")
    emit(page, ("follow_link", "", follow_public.attributes["href"].removeprefix("./")))
    assert len(ids_in_table(page)) == 22 and address(page) == {} and not labels(page)
    emit(page, ("follow_link", "", "?list=own"))
    assert len(ids_in_table(page)) == 4
