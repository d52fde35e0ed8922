"""Report of a selection as one HTML file: numbers as visitors read them."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from components.dataset.build import build_dataset
from components.dataset.origin import Origin
from components.dataset.store import current_dataset
from components.exports.context import ExportContext
from components.exports.html_report import to_report
from data.files.cells import read_cells
from data.files.limits import UPLOAD_LIMITS
from data.languages import Language
from data.lists import to_tables
from data.selection import Selection
from tests.html_tree import tree_of
from tests.views import view_of

NO_BREAK = "\u00a0"
LANGUAGES: tuple[tuple[Language, str], ...] = (("sv", f"1{NO_BREAK}200"), ("en", "1,200"))


@pytest.mark.parametrize(("language", "members"), LANGUAGES)
def test_the_report_groups_members(language: Language, members: str) -> None:
    dataset = replace(current_dataset(), clusters=current_dataset().clusters.assign(members=1200))
    context = ExportContext(view_of(Selection(language=language), dataset), base_url="")
    report = to_report(context, dict.fromkeys(("title", "selection", "source", "date", "licence", "licence_address"), ""))
    assert report.decode().count(f"{members} (") == 22 and b"1200 (" not in report


def test_the_reports_map_is_that_of_the_page_without_links() -> None:
    context = ExportContext(view_of(Selection(regions=("12",))), base_url="")
    report = to_report(context, dict.fromkeys(("title", "selection", "source", "date", "licence", "licence_address"), "")).decode()
    drawing = report[report.index("<svg") : report.index("</svg>")]
    assert "<a" not in drawing and drawing.count('class="region"') == 7 and drawing.count('class="cluster') == 2
    assert "Skåne län: 2 kluster matchar" in drawing and "Hallands län: inget kluster matchar" in drawing  # which the filter leaves out
    assert ".svg-map .region" in report[: report.index("</style>")]


def test_the_report_has_nothing_for_which_the_list_has_no_column() -> None:
    """Sources and gaps of the shipped list stand open in it."""
    values = dict.fromkeys(("title", "selection", "source", "date", "licence", "licence_address"), "")
    cells = read_cells("lista.csv", "Namn;Län;Kommun\nA;12;Lund\nB;;\n".encode(), UPLOAD_LIMITS)
    dataset = build_dataset(Origin("lista.csv"), to_tables(cells))
    report = tree_of(to_report(ExportContext(view_of(dataset=dataset), base_url=""), values).decode().removeprefix("<!doctype html>"))
    assert [each.text for each in report.one("thead").all("th")] == ["Kluster", "Län", "Kommun"]
    assert [each.text for each in report.one("div", "profiles").all("dt")] == ["Säte", "Län"]
    assert "Uppgift saknas om: säte, län." in report.one("div", "profiles").text
    shipped = to_report(ExportContext(view_of(Selection(text="datacenter")), base_url=""), values).decode()
    assert "<details" not in shipped and "Luleå (troligen)" in shipped
    assert "Slutsats av: <a" in shipped and "Webbplats. Inte hittad" in shipped


def test_the_foot_of_each_sheet_is_an_escaped_string_of_css() -> None:
    url = 'https://kluster.example.se/?q=</style>"\\'
    values = dict.fromkeys(("title", "selection", "source", "date", "licence", "licence_address"), "") | {"view": url}
    report = to_report(ExportContext(view_of(), base_url=""), values).decode()
    style = report[report.index("<style>") : report.index("</style>")]
    (content,) = re.findall(r'@bottom-left { content: "([^"]*)"; }', style)
    text = re.sub(r"\\([0-9a-f]+) ", lambda match: chr(int(match[1], 16)), content)
    assert text.startswith("Klusterkartan · 20") and text.endswith(f" · {url}")
    assert "body { max-width" in style
