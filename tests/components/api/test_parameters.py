"""Parameters of the endpoints: areas as lists name them, parameters of others, rectangles and pages of rows."""

from __future__ import annotations

import re
from typing import Any

import pytest

from components.exports.formats import CLUSTER_FORMATS
from tests.components.api.file_readers import CLIENT, CLUSTERS_IN, WITH_NAMES

SKANE = "?region=12"
BOX = "12.4,55.2,14.6,56.6"  # around Skåne


def ids(query: str) -> list[str]:
    answer = CLIENT.get(f"/api/clusters.json{query}")
    assert answer.status_code == 200, answer.text
    return [cluster["id"] for cluster in answer.json()["clusters"]]


def about(query: str) -> Any:
    return CLIENT.get(f"/api/clusters.json{query}").json()["about"]


def links(query: str) -> dict[str, str]:
    header = CLIENT.get(f"/api/clusters.json{query}").headers.get("link", "")
    return {name: url.partition("clusters.json")[2] for url, name in re.findall(r'<([^>]+)>; rel="(\w+)"', header)}


@pytest.mark.parametrize("value", ["Skåne", "skane", "SE224", "Region%20Skåne", "Skåne%20län", "Skåne%20County", "12", "12,", "12,12"])
def test_county_has_the_names_that_lists_may_have(value: str) -> None:
    assert ids(f"?region={value}") == ids(SKANE)
    assert about(f"?region={value}")["query"] == {"region": ["12"]}


def test_code_may_have_lost_its_zero_and_several_may_stand_in_one_value() -> None:
    assert (
        ids("?region=1,14") == ids("?region=1%3B14") == ids("?region=01&region=14") == ids("?region=V%C3%A4stra%20G%C3%B6taland&region=1")
    )
    assert ids("?municipality=Lund,1060") == ids("?municipality=1281&municipality=1060")


def test_nuts_2_area_is_its_counties() -> None:
    assert ids("?nuts2=SE22") == ids("?nuts2=Sydsverige") == ids("?region=10&region=12")
    assert ids("?nuts2=SE22&region=14") == ids("?region=10&region=12&region=14")
    assert about("?nuts2=SE22")["query"] == {"region": ["10", "12"]} or about("?nuts2=SE22")["query"] == {"region": ["12", "10"]}
    assert CLIENT.get("/api/regions.json?nuts2=SE22").json()["about"]["query"] == about("?nuts2=SE22")["query"]


@pytest.mark.parametrize(
    "name", ["utm_source", "utm_anything", "_", "fbclid", "gclid", "msclkid", "mc_cid", "mc_eid", "UTM_Source", "_ga", "wbraid"]
)
def test_parameters_that_only_track_change_nothing(name: str) -> None:
    plain, tracked = CLIENT.get(f"/api/clusters.csv{SKANE}"), CLIENT.get(f"/api/clusters.csv{SKANE}&{name}=1&{name}=2")
    assert (tracked.status_code, tracked.content, tracked.headers["etag"]) == (200, plain.content, plain.headers["etag"])


@pytest.mark.parametrize("name", ["utm", "t", "__", "ref", "gclid2"])
def test_every_other_unknown_parameter_is_refused(name: str) -> None:
    assert CLIENT.get(f"/api/clusters.csv?{name}=1").json()["errors"][0]["parameter"] == name


@pytest.mark.parametrize(("value", "language"), [("sv-SE", "sv"), ("en-GB", "en"), ("EN", "en"), ("sv-Latn-SE", "sv")])
def test_language_may_have_a_country(value: str, language: str) -> None:
    for path in ("clusters-excel.csv", "template.csv"):
        assert CLIENT.get(f"/api/{path}?lang={value}").content == CLIENT.get(f"/api/{path}?lang={language}").content


def test_rectangle_has_the_clusters_with_their_point_in_it() -> None:
    rows = CLIENT.get("/api/clusters.json").json()["clusters"]
    inside = [row["id"] for row in rows if row["lat"] and 12.4 <= row["lon"] <= 14.6 and 55.2 <= row["lat"] <= 56.6]
    assert 0 < len(inside) < 22 and ids(f"?bbox={BOX}") == inside
    assert ids(f"?bbox={BOX}&region=14") == []
    assert f"{BOX} (väst, syd, öst, nord): {len(inside)}" in about(f"?bbox={BOX}")["selection"]
    assert about(f"?bbox={BOX}")["address"].endswith(f"clusters.json?bbox={BOX}")


def test_a_point_on_the_edge_is_inside() -> None:
    row = CLIENT.get("/api/clusters/paper-province.json").json()["cluster"]
    assert "paper-province" in ids(f"?bbox={row['lon']},{row['lat']},{row['lon']},{row['lat']}")


@pytest.mark.parametrize("path", [fmt.path for fmt in CLUSTER_FORMATS])
def test_pages_of_every_format_are_the_whole_list(path: str) -> None:
    query = "?lang=sv&sort=-name"
    read = CLUSTERS_IN[path]
    pages = [CLIENT.get(f"/api/{path}{query}&limit=9&offset={offset}") for offset in (0, 9, 18)]
    whole = list(read(CLIENT.get(f"/api/{path}{query}").content))
    assert [len(read(page.content)) for page in pages] == [9, 9, 4]
    assert [row for page in pages for row in read(page.content)] == whole
    assert {page.headers["x-total-count"] for page in pages} == {"22"} and (path in WITH_NAMES or len(set(whole)) == 22)
    assert len({page.headers["etag"] for page in pages}) == 3


def test_links_lead_to_the_other_pages() -> None:
    assert links("?limit=10") == {"first": "?limit=10", "next": "?limit=10&offset=10", "last": "?limit=10&offset=20"}
    middle = links("?sort=name&limit=10&offset=10")
    assert middle["prev"] == "?sort=name&limit=10" and middle["next"] == "?sort=name&limit=10&offset=20"
    assert links("?limit=10&offset=20").keys() == {"first", "prev", "last"}
    assert links("?limit=10&offset=500")["prev"] == "?limit=10&offset=20" and ids("?limit=10&offset=500") == []
    assert links("?limit=11&offset=11").keys() == {"first", "prev", "last"}
    assert links("") == links("?offset=3") == {} and len(ids("?offset=3")) == 19
    assert links(f"?limit=1&bbox={BOX}")["next"] == f"?bbox={BOX}&limit=1&offset=1"
    header = CLIENT.get("/api/clusters.json?limit=10").headers["link"]
    assert header.startswith('<http://klusterkartan.test/api/clusters.json?limit=10>; rel="first"')


def test_file_says_which_rows_it_has() -> None:
    assert about("?limit=10&offset=20")["selection"].endswith("Denna fil: rad 21 till 22 av 22.")
    assert about(f"{SKANE}&limit=1")["query"] == {"region": ["12"], "limit": ["1"]}


def test_workbook_of_a_part_may_come_from_a_long_list(write_list: Any) -> None:
    write_list("id,name,region_codes,focus\n" + "".join(f"c-{number},C {number},12,digital\n" for number in range(5001)))
    assert CLIENT.get("/api/clusters.html").status_code == 400
    assert CLIENT.get("/api/clusters.html?limit=10").status_code == 200


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        *((f"limit={value}", "limit") for value in ("0", "-1", "x", "1.5", "200001", "9999999", "010", "1&limit=2")),
        *((f"offset={value}", "offset") for value in ("-1", "x", "200001", "1&offset=2")),
        *(
            (f"bbox={value}", "bbox")
            for value in (
                "1",
                "1,2,3",
                "1,2,3,4,5",
                "a,b,c,d",
                "3,1,2,4",
                "1,4,2,3",
                "nan,1,2,3",
                "1,2,inf,4",
                ",,,",
                "386000,6170000,400000,6200000",
            )
        ),
        ("page=2", "page"),
    ],
)
def test_part_that_is_not_allowed_is_a_problem(query: str, parameter: str) -> None:
    answer = CLIENT.get(f"/api/clusters.csv?{query}")
    assert (answer.status_code, [error["parameter"] for error in answer.json()["errors"]]) == (400, [parameter])
    assert answer.json()["errors"][0]["allowed"]


@pytest.mark.parametrize("path", ["regions.csv", "map.svg", "card.png", "clusters/paper-province.json"])
def test_only_files_of_clusters_have_parts(path: str) -> None:
    for query in ("limit=1", "offset=1", f"bbox={BOX}"):
        assert CLIENT.get(f"/api/{path}?{query}").status_code == 400


def test_empty_parameters_mean_none() -> None:
    assert ids("?limit=&offset=&bbox=&nuts2=&region=") == ids("")
