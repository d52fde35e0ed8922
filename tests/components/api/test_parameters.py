"""Parameters of the endpoints: areas as lists name them, parameters of others, rectangles and pages of rows."""

from __future__ import annotations

import re
from typing import Any

import pytest

from components.api.refusals import MAX_EXPLAINED
from tests.components.api.file_readers import CLIENT

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


MEANT = "11,55,16,59"


@pytest.mark.parametrize(
    "value", ["55,11,59,16", "16,59,11,55", "59,16,55,11", "11,59,16,55", "16,55,11,59", "55,59,11,16", "55.0, 11, 59, 16"]
)
def test_rectangle_in_another_order_is_a_problem_that_names_the_right_one(value: str) -> None:
    (error,) = CLIENT.get(f"/api/clusters.json?bbox={value}").json()["errors"]
    assert error["suggestions"] == [f"bbox={MEANT}".replace("55", "55.0" if "." in value else "55")]
    assert error["detail"] == f"The order is west,south,east,north, longitude before latitude, such as {BOX}."
    assert ids(f"?{error['suggestions'][0]}") == ids(f"?bbox={MEANT}") != []


@pytest.mark.parametrize("value", ["nan,1,2,3", "1,2,inf,4", "1,2,3", "1_2,55,14,56", "1e1,55,14,56", "386000,6170000,400000,6200000"])
def test_text_that_is_no_rectangle_is_a_problem_that_says_what_one_is(value: str) -> None:
    (error,) = CLIENT.get(f"/api/clusters.json?bbox={value}").json()["errors"]
    assert error["detail"].startswith("A box is four numbers") and BOX in error["detail"] and "suggestions" not in error


@pytest.mark.parametrize(("value", "count"), [("0,0,1,1", 0), ("100,10,110,20", 0), ("-180,-90,180,90", 22), ("4,54,30,72", 22)])
def test_rectangle_elsewhere_or_around_all_is_allowed(value: str, count: int) -> None:
    assert len(ids(f"?bbox={value}")) == count


@pytest.mark.parametrize(
    ("query", "suggestions"),
    [
        ("region=SE22", ["nuts2=SE22"]),
        ("region=Sydsverige", ["nuts2=SE22"]),
        ("region=Sk%C3%A5ne,SE22", ["nuts2=SE22"]),
        ("region=Lund", ["municipality=1281"]),
        ("region=Norrland", ["q=Norrland"]),
        ("nuts2=SE2", ["q=SE2"]),
        ("nuts2=SE224", ["region=12"]),
        ("municipality=Sk%C3%A5ne", ["region=12"]),
        ("municipality=SE22", ["nuts2=SE22"]),
        ("focus=gold", ["label=gold"]),
        ("label=Digital", ["focus=digital", "ecosystem=digital", "theme=digital"]),
        ("status=bronze", ["label=bronze"]),
        ("ecosystem=food", ["theme=food"]),
        ("theme=active", ["status=active"]),
        ("cluster=12", ["region=12"]),
        ("sort=en", ["lang=en"]),
        ("region=paper-province", ["cluster=paper-province"]),
    ],
)
def test_value_of_another_parameter_is_a_problem_that_names_this_one(query: str, suggestions: list[str]) -> None:
    (error,) = CLIENT.get(f"/api/clusters.json?{query}").json()["errors"]
    assert error["suggestions"] == suggestions and error["parameter"] == query.partition("=")[0]
    for suggestion in suggestions:
        assert suggestion.partition("=")[0] in error["detail"] or suggestion.startswith("q=")
        assert CLIENT.get(f"/api/clusters.json?{suggestion}").status_code == 200


@pytest.mark.parametrize("query", ["ecosystem=agri-food", "label=gold", "sort=-name", "cluster=paper-province"])
def test_code_in_capitals_is_a_problem_that_names_the_code(query: str) -> None:
    name, code = query.split("=")
    (error,) = CLIENT.get(f"/api/clusters.json?{name}={code.upper()}").json()["errors"]
    assert (error["detail"], error["suggestions"]) == (f"Codes are in small letters: {code}.", [query])


def test_only_the_first_and_short_values_are_explained() -> None:
    values = map(str, range(1260, 1300))
    errors = CLIENT.get(f"/api/clusters.json?region={','.join(values)}").json()["errors"]
    assert sum("detail" in error for error in errors) <= MAX_EXPLAINED < len(errors)
    assert all("detail" not in error for error in CLIENT.get(f"/api/clusters.json?focus={'1281' * 30}").json()["errors"])


def test_value_of_no_parameter_has_no_suggestion() -> None:
    (error,) = CLIENT.get("/api/clusters.json?region=Atlantis").json()["errors"]
    assert error.keys() == {"parameter", "value", "allowed"}


@pytest.mark.parametrize("query", ["region=Sverige", "municipality=hela%20landet", "nuts2=SE"])
def test_whole_country_needs_no_filter(query: str) -> None:
    (error,) = CLIENT.get(f"/api/clusters.json?{query}").json()["errors"]
    assert error["detail"] == "The whole country needs no filter: leave this parameter out." and error["value"] in {
        "Sverige",
        "hela landet",
        "SE",
    }


def test_nuts_2_area_has_its_english_names() -> None:
    assert about("?nuts2=South%20Sweden") == about("?nuts2=SE22") and ids("?nuts2=Upper%20Norrland") == ids("?nuts2=SE33")


@pytest.mark.parametrize("path", ["regions.csv", "map.svg", "card.png", "clusters/paper-province.json"])
def test_only_files_of_clusters_have_parts(path: str) -> None:
    for query in ("limit=1", "offset=1", f"bbox={BOX}"):
        assert CLIENT.get(f"/api/{path}?{query}").status_code == 400


def test_empty_parameters_mean_none() -> None:
    assert ids("?limit=&offset=&bbox=&nuts2=&region=") == ids("")
