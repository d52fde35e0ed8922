"""Map of a selection as HTML, as a live page fetches it: drawn for paper, and as a list."""

from __future__ import annotations

import pytest

from components.dataset.upload_reader import read_upload
from components.widgets.map_list import map_list_html
from components.widgets.svg_map import map_folder, svg_map_html
from data.selection import Selection
from tests.components.server.dashboard_app import dashboard_client
from tests.views import view_of

CLIENT = dashboard_client()
UPLOAD = b"Namn;L\xc3\xa4n;Kommun\nEtt;12;Lund\nTv\xc3\xa5;14;Bor\xc3\xa5s\n"


@pytest.mark.parametrize(
    ("query", "selection"),
    [
        ("", Selection()),
        ("?region=12&focus=digital&lang=en", Selection(regions=("12",), focus=("digital",), language="en")),
        ("?region=99&utm_source=x", Selection()),
        ("?cluster=paper-province&page=2&sort=name", Selection(cluster="paper-province", page=2, sort="name")),
    ],
)
def test_it_is_the_map_of_the_first_page(query: str, selection: Selection) -> None:
    for name, to_html in (("drawn", svg_map_html), ("list", map_list_html)):
        answer = CLIENT.get(f"/map/{name}.html{query}")
        assert answer.status_code == 200 and answer.headers["content-type"] == "text/html; charset=utf-8"
        assert answer.text == to_html(view_of(selection))
        assert CLIENT.get(f"/map/{name}.html{query}", headers={"If-None-Match": answer.headers["etag"]}).status_code == 304


def test_the_first_page_has_both() -> None:
    page = CLIENT.get("/?region=12&lang=en").text
    for name in ("drawn", "list"):
        assert CLIENT.get(f"/map/{name}.html?region=12&lang=en").text in page


def test_the_map_of_an_upload_is_at_its_secret_url_during_its_session() -> None:
    dataset = read_upload("lista.csv", UPLOAD).dataset
    assert dataset
    folder, view = f"/{map_folder(dataset)}", view_of(Selection(regions=("12",)), dataset)
    answer = CLIENT.get(f"{folder}/drawn.html?region=12")
    assert answer.text == svg_map_html(view) and answer.text.count('class="cluster') == 1
    assert answer.headers["cache-control"] == "no-store" and "etag" not in answer.headers
    assert CLIENT.get(f"{folder}/list.html?region=12").text == map_list_html(view)
    del dataset, view
    assert CLIENT.get(f"{folder}/drawn.html").status_code == CLIENT.get(f"{folder}/list.html").status_code == 404
