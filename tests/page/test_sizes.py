"""The page over lists of 1,500 and 10,000 clusters, compared with a plain count over their rows."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import pytest
from streamlit.testing.v1.element_tree import Element

from benchmarks.lists import write
from components.content.maps.map_groups import MAX_POINTS
from components.widgets.filters import MAX_OFFERED
from tests.html_tree import ANY
from tests.operator_settings import override_settings
from tests.page.app_driver import (
    LivePage,
    Query,
    address,
    choose,
    counties_on_map,
    emit,
    first_page,
    follow,
    map_content,
    opened,
    points_on_map,
    search,
)
from tests.page.page_facts import (
    Page,
    cells,
    headings,
    ids_in_table,
    numbers,
    order,
    row_range,
    rows_of,
    sentence,
    toggles,
)

SIZES = (1500, pytest.param(10_000, marks=pytest.mark.slow))
PATHS = ("", "compare", "data", "open-data", "own-list", "accessibility")
ALPHABET = "abcdefghijklmnopqrstuvwxyzåäö"
MAX_RUN_BYTES = 300_000
REGIONS = {row["code"]: row for row in rows_of("regions")}
MUNICIPALITIES = {row["code"]: row["name"] for row in rows_of("municipalities")}
FOCUS = {row["code"]: row for row in rows_of("focus_areas")}
LABELS = {"bronze": "Brons", "silver": "Silver", "gold": "Guld"}
QUERIES: list[dict[str, Any]] = [
    {},
    {"region": "12"},
    {"focus": "digital"},
    {"focus": ["digital", "optik"]},
    {"label": "gold"},
    {"q": "plast"},
    {"q": "SVEA plast"},
    {"region": ["01", "14"], "focus": ["digital", "textile"], "label": ["gold", "silver"]},
    {"region": ["12", "25"], "focus": "digital", "label": "bronze", "q": "arena"},
    {"region": "09", "q": "nothing is called so"},
]


class Rows:
    """The rows of a list, as written, and the clusters and counts that a visitor should see of them."""

    def __init__(self, rows: Sequence[Mapping[str, str]]) -> None:
        self.all = rows
        self.codes = {name: [codes(row, name) for row in rows] for name in ("region", "focus", "label")}
        self.texts = [searched(row) for row in rows]

    def row_numbers(self, query: Mapping[str, Any], *left_out: str) -> list[int]:
        """Return the indices of the rows that match the query without the filters that are left out."""
        filters = {name: {values} if isinstance(values, str) else set(values) for name, values in query.items() if name not in left_out}
        words = plain(" ".join(filters.pop("q", ()))).split()
        row_numbers = list(range(len(self.all)))
        for name, values in filters.items():
            row_numbers = [number for number in row_numbers if not values.isdisjoint(self.codes[name][number])]
        return [number for number in row_numbers if all(word in self.texts[number] for word in words)]

    def counts(self, query: Mapping[str, Any], name: str) -> Counter[str]:
        """Return the number of clusters for each code of a filter, under the other filters."""
        return Counter(code for number in self.row_numbers(query, name) for code in self.codes[name][number])

    def matching_rows(self, query: Mapping[str, Any]) -> list[Mapping[str, str]]:
        return [self.all[number] for number in self.row_numbers(query)]


def codes(row: Mapping[str, str], name: str) -> list[str]:
    cell = {"region": row["region_codes"], "focus": row["focus"], "label": row["label"]}[name]
    return [focus_code(part) if name == "focus" else part for part in cell.split(";") if part]


@cache
def focus_code(written: str) -> str:
    return written if written in FOCUS else plain(written).replace(" ", "-")


def plain(text: str) -> str:
    bare = "".join(sign for sign in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(sign))
    return " ".join(re.findall("[a-z0-9]+", bare))


def searched(row: Mapping[str, str]) -> str:
    regions = [REGIONS[code][name] for code in row["region_codes"].split(";") for name in ("name", "county_sv", "county_en", "body")]
    areas = [FOCUS[part][name] if part in FOCUS else part for part in row["focus"].split(";") for name in ("label_sv", "label_en")]
    seat = MUNICIPALITIES.get(row["municipality_code"], "")
    return plain(" ".join([row["name"], row["focus_text_sv"], row["description_sv"], seat, *regions, *areas]))


def in_swedish_order(row: Mapping[str, str]) -> tuple[list[int], list[int], int]:
    first, second, number = row["name"].lower().split()
    return [ALPHABET.index(sign) for sign in first], [ALPHABET.index(sign) for sign in second], int(number)


@pytest.fixture(scope="module", params=SIZES)
def rows(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rows]:
    """Make a list of this size the current dataset while its tests run."""
    file = tmp_path_factory.mktemp("sizes") / "list.csv"
    with file.open("w", encoding="utf-8", newline="") as output:
        write(request.param, output)
    with override_settings(CLUSTERS_SOURCE=file):
        with file.open(encoding="utf-8", newline="") as lines:
            rows = Rows(list(csv.DictReader(lines)))
        yield rows


def written_in_swedish(number: int) -> str:
    return f"{number:,}".replace(",", "\N{NO-BREAK SPACE}")


def written(counts: Counter[str]) -> defaultdict[str, str]:
    return defaultdict(lambda: "0", {code: written_in_swedish(count) for code, count in counts.items()})


def circles(page: LivePage) -> list[tuple[str, int]]:
    """Return the code and the count of each circle on the map."""
    return [(code, count) for code, _, _, count, *_ in map_content(page)[1]]


def bytes_of(page: LivePage) -> int:
    """Return the bytes that the last run has sent."""
    return sum(node.proto.ByteSize() for node in page.app._tree if isinstance(node, Element) and node.proto is not None)


def turned(query: Query, sort: str = "", number: int = 1) -> Page:
    """Return the first page of a URL with this order and page of the table."""
    return first_page({**query, **({"sort": sort} if sort else {}), "page": str(number)})


@pytest.mark.usefixtures("rows")
@pytest.mark.parametrize("path", PATHS)
def test_every_page_opens(path: str) -> None:
    page = opened({"region": ["12", "14"]}, path)
    assert headings(page)
    assert bytes_of(page) < MAX_RUN_BYTES


def words_of_count(count: int, total: int) -> str:
    """Return the words of the sentence that say how many clusters match."""
    return f": {written_in_swedish(count)} kluster" if count else f": inget av de {written_in_swedish(total)} klustren"


@pytest.mark.parametrize("query", QUERIES, ids=str)
def test_summary_and_toggles_agree_with_a_plain_count(rows: Rows, query: dict[str, Any]) -> None:
    page, row_numbers = opened(query), rows.row_numbers(query)
    total, count = written_in_swedish(len(rows.all)), written_in_swedish(len(row_numbers))
    assert (
        words_of_count(len(row_numbers), len(rows.all)) in sentence(page)
        if query
        else sentence(page).startswith(f"Hela listan: {total} kluster")
    )
    chosen = query.get("region", list(REGIONS))
    reached = {code for number in row_numbers for code in rows.codes["region"][number] if code in chosen}
    assert numbers(page).startswith(f"Kluster {count} av {total} Län {len(reached)} av 21 Inriktningar ")
    counties, areas, levels = (written(rows.counts(query, name)) for name in ("region", "focus", "label"))
    assert set(toggles(page, "region")) == {f"{row['name']} ({counties[code]})" for code, row in REGIONS.items()}
    assert toggles(page, "label") == [f"{name} ({levels[code]})" for code, name in LABELS.items()]
    assert {f"{FOCUS[code]['label_sv']} ({areas[code]})" for code in ("digital", "textile")} < set(toggles(page, "focus"))
    assert f"Optik ({areas['optik']})" in toggles(page, "focus")
    assert len(toggles(page, "focus")) <= MAX_OFFERED + len(page.app.query_params.get("focus", []))
    assert bytes_of(page) < MAX_RUN_BYTES


@pytest.mark.parametrize("query", QUERIES, ids=str)
def test_the_map_has_clusters_or_their_numbers_by_how_many_are_found(rows: Rows, query: dict[str, Any]) -> None:
    page, matching = opened(query), rows.matching_rows(query)
    points = points_on_map(page)
    assert len(counties_on_map(page)) == 21
    by_location = Counter(row["municipality_code"] or row["region_codes"].split(";")[0] for row in matching)
    if len(matching) <= MAX_POINTS:
        assert circles(page) == []
        assert [point[0] for point in points] == [row["id"] for row in matching]
    else:
        assert points == []
        assert dict(circles(page)) == by_location


def test_few_results_are_shown_one_by_one(rows: Rows) -> None:
    query = {"q": rows.all[7]["name"]}
    page = opened(query)
    assert circles(page) == []
    assert [point[0] for point in points_on_map(page)] == [rows.all[7]["id"]]


def test_choices_made_one_after_another_agree_too(rows: Rows) -> None:
    page = opened()

    def agrees(query: dict[str, Any]) -> None:
        assert words_of_count(len(rows.row_numbers(query)), len(rows.all)) in sentence(page)
        assert bytes_of(page) < MAX_RUN_BYTES

    choose(page, "region", ["12"])
    agrees({"region": "12"})
    choose(page, "focus", ["digital"])
    agrees({"region": "12", "focus": "digital"})
    search(page, "vatten")
    agrees({"region": "12", "focus": "digital", "q": "vatten"})
    choose(page, "region", [])
    agrees({"focus": "digital", "q": "vatten"})


def test_the_table_has_pages_of_100_in_list_order(rows: Rows) -> None:
    ids = [row["id"] for row in rows.matching_rows({"label": "bronze"})]
    last = -(-len(ids) // 100)
    for number in sorted({1, min(2, last), last}):
        page = turned({"label": "bronze"}, number=number)
        assert ids_in_table(page) == ids[100 * (number - 1) : 100 * number]
        first_row, last_row, total = [written_in_swedish(count) for count in (100 * number - 99, min(100 * number, len(ids)), len(ids))]
        assert row_range(page) == (f"Rad {first_row}–{last_row} av {total}" if last > 1 else "")
    assert ids_in_table(turned({"label": "bronze"}, number=99_999)) == ids[:100]  # a page that does not exist


def test_the_table_is_turned_by_links(rows: Rows) -> None:
    """On the first page there is none to the page before, on the last none to the page after."""
    page = opened({"sort": "name"})
    last = -(-len(rows.all) // 100)
    for number in (2, 3):
        follow(page, page["results"].one("a", id="next"))
        assert address(page) == {"sort": "name", "page": str(number)}
        assert ids_in_table(page) == ids_in_table(turned({}, "name", number))
    follow(page, page["results"].one("a", id="previous"))
    assert ids_in_table(page) == ids_in_table(turned({}, "name", 2))
    ends = [
        [each.attributes["id"] for each in shown["results"].all("a", aria_disabled="true")] for shown in (opened(), turned({}, "", last))
    ]
    assert ends == [["first", "previous"], ["next", "last"]]


def test_the_table_sorts_the_list_in_swedish_order_both_ways(rows: Rows) -> None:
    ids = [row["id"] for row in sorted(rows.all, key=in_swedish_order)]
    last = -(-len(ids) // 100)
    for number in (1, 2, last // 2, last):
        assert ids_in_table(turned({}, "name", number)) == ids[100 * (number - 1) : 100 * number]
    assert ids_in_table(turned({}, "-name")) == ids[:-101:-1]


def test_unknown_values_are_last_in_the_table_both_ways(rows: Rows) -> None:
    last = -(-len(rows.all) // 100)
    for sort in ("municipality", "-municipality"):
        assert "Uppgift saknas" not in {row[2] for row in cells(turned({}, sort))}
        assert {row[2] for row in cells(turned({}, sort, last))} == {"Uppgift saknas"}


def test_a_new_selection_shows_page_one_in_the_same_order(rows: Rows) -> None:
    page = opened({"sort": "-name", "page": "4"})
    choose(page, "region", ["12"])
    ids = [row["id"] for row in sorted(rows.matching_rows({"region": "12"}), key=in_swedish_order, reverse=True)]
    assert ids_in_table(page) == ids[:100]
    assert order(page) == {"Kluster": "descending"} and address(page) == {"region": "12", "sort": "-name"}


def test_a_heading_sorts_one_way_and_then_the_other(rows: Rows) -> None:
    page, ids = opened({"page": "3"}), [row["id"] for row in sorted(rows.all, key=in_swedish_order)]
    for expected, expected_ids in (("ascending", ids[:100]), ("descending", ids[:-101:-1])):
        follow(page, page["results"].one("thead").all("a", href=ANY)[0])
        assert order(page) == {"Kluster": expected} and ids_in_table(page) == expected_ids
    emit(page, ("sort", "nothing"))
    assert order(page) == {"Kluster": "descending"}


def test_a_profile_opens_from_the_middle_of_the_list(rows: Rows) -> None:
    chosen = rows.all[len(rows.all) // 2]
    assert chosen["name"] in headings(first_page({"cluster": chosen["id"]}))
