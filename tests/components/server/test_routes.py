from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware

import components
from components.dataset.store import current_dataset
from components.exports.frames import MACHINE_COLUMNS
from components.server.middleware import RewriteHtmlPage, SecurityHeaders
from components.server.routes import routes
from data.text import to_slug
from tests.components.asgi_client import Client

ROOT = Path(components.__file__).parent.parent


def rows_of(table: str) -> list[dict[str, str]]:
    content = (ROOT / "data" / f"{table}.csv").read_text("utf-8")
    return list(csv.DictReader(io.StringIO(content)))


CLUSTERS = rows_of("clusters")
REGIONS = {row["code"]: row for row in rows_of("regions")}
FOCUS = [row["code"] for row in rows_of("focus_areas")]

Query = dict[str, list[str]]


def client_of(base_path: str) -> Client:
    middleware = [Middleware(SecurityHeaders, frame_ancestors="'self'"), Middleware(RewriteHtmlPage, base_path=base_path)]
    return Client(Starlette(routes=routes(base_path), middleware=middleware))


CLIENT = client_of("")


def machine_rows(query: Query) -> list[dict[str, str]]:
    answer = CLIENT.get(f"/api/clusters.csv?{urlencode(query, doseq=True)}")
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(answer.text, newline="")))


def excel(query: str) -> httpx.Response:
    return CLIENT.get(f"/api/clusters-excel.csv{query}")


@pytest.mark.parametrize("base_path", ["", "/kluster", "/intern/kluster"])
@pytest.mark.parametrize(
    ("path", "kind", "start"),
    [
        ("vendor/leaflet/leaflet.js", "javascript", b"/* @preserve\n * Leaflet 1.9"),
        ("vendor/leaflet/leaflet.css", "text/css", b"/* required styles */"),
        ("assets/map/map.js", "javascript", b"// The map inside"),
        ("assets/map/map.css", "text/css", b""),
        ("assets/page/table.js", "javascript", b"// The table of clusters."),
        ("favicon.png", "image/png", (ROOT / "components" / "frontend" / "page" / "icon.png").read_bytes()),
        ("boundaries/counties.geojson", "application/geo+json", b'{"type'),
        ("map/clusters.json", "application/json", b'{"most":'),
        ("page/words/sv/any.json", "application/json", b'{"version":"'),
        ("api/clusters.csv", "text/csv; charset=utf-8", b"id,name,aliases,region_codes,nuts3_codes,"),
        ("api/clusters-excel.csv", "text/csv; charset=utf-8", "\ufeffKluster;Län;Kommun;".encode()),
    ],
)
def test_every_file_is_served_below_the_base_path(base_path: str, path: str, kind: str, start: bytes) -> None:
    answer = client_of(base_path).get(f"{base_path}/{path}")
    assert answer.status_code == 200
    assert kind in answer.headers["content-type"]
    assert answer.content.startswith(start)


@pytest.mark.parametrize("language", ["xx", "SV", "sv-SE", "%20sv"])
def test_labels_in_an_unknown_language_are_not_found(language: str) -> None:
    assert CLIENT.get(f"/page/words/{language}/anything.json").status_code == 404


def test_an_old_version_gets_the_current_labels() -> None:
    """A page that was sent before the list was replaced asks for the old version; the answer says which one it holds."""
    old, current = (CLIENT.get(f"/page/words/en/{version}.json") for version in ("000000", current_dataset().short_version))
    assert old.status_code == current.status_code == 200 and old.content == current.content
    assert old.json()["version"] == current_dataset().short_version


def test_nothing_is_served_beside_the_base_path() -> None:
    assert client_of("/kluster").get("/api/clusters.csv").status_code == 404


@pytest.mark.parametrize("folder", ["vendor/leaflet", "assets/map", "assets/page"])
@pytest.mark.parametrize(
    "escape",
    [
        "..%2froutes.py",
        "%2e%2e/routes.py",
        "%2e%2e%2f%2e%2e%2fdata%2fclusters.csv",
        "%2e%2e/%2e%2e/pyproject.toml",
        "%2e%2e/__init__.py",
        "%252e%252e/routes.py",
        "..%5croutes.py",
        "....//routes.py",
        "%2fetc%2fpasswd",
        "/etc/passwd",
        f"{ROOT}/pyproject.toml".replace("/", "%2f"),
        "",
    ],
)
def test_no_path_leads_out_of_a_folder(folder: str, escape: str) -> None:
    assert CLIENT.get(f"/{folder}/{escape}").status_code == 404


def test_the_boundaries_are_21_counties_with_an_etag() -> None:
    answer = CLIENT.get("/boundaries/counties.geojson")
    assert sorted(feature["id"] for feature in json.loads(answer.content)["features"]) == sorted(REGIONS)
    assert len(REGIONS) == 21
    assert re.fullmatch(r'W/"[0-9a-f]{32}"', answer.headers["etag"])
    assert answer.headers["cache-control"] == "no-cache"
    assert len(answer.content) < 60_000


@pytest.mark.parametrize("path", ["assets/page/table.js", "assets/map/map.js"])
def test_our_own_scripts_are_asked_for_anew_each_time(path: str) -> None:
    answer = CLIENT.get(f"/{path}")
    assert answer.headers["cache-control"] == "no-cache"
    assert CLIENT.get(f"/{path}", headers={"If-None-Match": answer.headers["etag"]}).status_code == 304


def test_the_map_gets_every_cluster_with_the_codes_of_the_list() -> None:
    preview = json.loads(CLIENT.get("/map/clusters.json?lang=en").content)
    assert preview["focus"] == FOCUS
    sent = {point[0]: (place, group, point) for place, group, _count, *points in preview["members"] for point in points}
    assert {cluster: preview["groups"][group] for cluster, (_, group, _) in sent.items()} == {
        row["id"]: {
            "region": row["region_codes"].split(";"),
            "focus": row["focus"].split(";"),
            "ecosystem": [to_slug(name) for name in row["eu_ecosystems"].split(";") if name],
            "label": row["label"].split(),
        }
        for row in CLUSTERS
    }
    place, _, point = sent["mobile-heights"]
    assert point[6] == "Digital technology · Lund" and preview["places"][place][::3] == ["1281", "Lund"]
    assert (preview["exact"], sum(count for _, _, count, *_ in preview["members"])) == (True, 22)


@pytest.mark.parametrize(
    ("language", "map_name", "tooltip", "legend"),
    [("sv", "Karta", "Skåne län: %s kluster", "Kluster per län"), ("en", "Map", "Skåne County: %s clusters", "Clusters per county")],
)
def test_what_holds_whatever_is_chosen_is_fetched_in_the_language(language: str, map_name: str, tooltip: str, legend: str) -> None:
    boundaries = CLIENT.get(f"/boundaries/counties.geojson?lang={language}").json()
    (skane,) = (feature["properties"] for feature in boundaries["features"] if feature["id"] == "12")
    assert (boundaries["words"]["map"], skane["many"]) == (map_name, tooltip)
    assert CLIENT.get(f"/page/words/{language}/{current_dataset().version[:6]}.json").json()["legend"]["heading"] == legend


@pytest.mark.parametrize("path", ["/boundaries/counties.geojson", "/map/clusters.json", "/page/words/sv/any.json"])
@pytest.mark.parametrize("fmt", ["{}", "{strong}", '"other", {}'])
def test_a_browser_that_has_a_file_gets_304_and_no_bytes(path: str, fmt: str) -> None:
    etag = CLIENT.get(path).headers["etag"]
    answer = CLIENT.get(path, headers={"If-None-Match": fmt.format(etag, strong=etag.removeprefix("W/"))})
    assert (answer.status_code, answer.content, answer.headers["etag"]) == (304, b"", etag)


def test_a_browser_with_other_boundaries_gets_them_anew() -> None:
    assert CLIENT.get("/boundaries/counties.geojson", headers={"If-None-Match": '"other"'}).status_code == 200


def test_the_machine_file_of_everything_has_22_rows_of_raw_columns() -> None:
    rows = machine_rows({})
    assert len(rows) == 22 and list(rows[0]) == MACHINE_COLUMNS


def test_the_machine_file_of_nothing_still_has_its_header() -> None:
    assert CLIENT.get("/api/clusters.csv?region=09").text == ",".join(MACHINE_COLUMNS) + "\r\n"


def test_the_machine_file_repeats_the_list_cell_by_cell() -> None:
    same = [column for column in MACHINE_COLUMNS if column in CLUSTERS[0]]
    assert len(same) == 19
    assert [{column: row[column] for column in same} for row in machine_rows({})] == CLUSTERS


def test_the_machine_file_has_the_nuts_3_codes_of_the_counties() -> None:
    for row in machine_rows({}):
        assert row["nuts3_codes"].split(";") == [REGIONS[code]["nuts3_code"] for code in row["region_codes"].split(";")]
    assert machine_rows({"focus": ["aerospace"]})[0]["nuts3_codes"] == "SE123;SE232;SE332"


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("region skåne", ["mobile-heights", "iuc-syd"]),
        ("Örebro county", ["tillverkningstekniskt-centrum"]),
        ("jarnvagsteknik", ["jarnvagsklustret"]),
        ("LUND", ["mobile-heights"]),
        ("%%%", []),
    ],
)
def test_the_machine_file_follows_the_search(words: str, ids: list[str]) -> None:
    assert [row["id"] for row in machine_rows({"q": [words]})] == ids


@pytest.mark.parametrize(
    ("query", "headings", "first"),
    [
        ("", "Kluster;Län;Kommun;Inriktning;", "Mobile Heights;Skåne län;Lund;Digital teknik;"),
        ("?lang=en", "Cluster;Counties;Municipality;Industry focus;", "Mobile Heights;Skåne County;Lund;Digital technology;"),
    ],
)
def test_the_excel_file_opens_right_in_swedish_excel(query: str, headings: str, first: str) -> None:
    answer = excel(query)
    assert answer.content.startswith(b"\xef\xbb\xbf")
    lines = answer.content.decode("utf-8-sig").split("\r\n")
    assert "\n" not in "".join(lines) and lines[-1] == ""
    assert len(lines) == 1 + 22 + 1
    assert lines[0].startswith(headings) and lines[1].startswith(first)
    assert ";55,65886;13,45784;" in lines[1] and ";2009;130;2023;" in lines[1]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("clusters.csv", r"kluster_alla_\d{4}-\d\d-\d\d_data\.csv"),
        ("clusters-excel.csv", r"kluster_alla_\d{4}-\d\d-\d\d_excel\.csv"),
        ("clusters-excel.csv?lang=en", r"clusters_all_\d{4}-\d\d-\d\d_excel\.csv"),
        ("clusters.csv?region=12&region=18", r"kluster_skane-orebro_\d{4}-\d\d-\d\d_data\.csv"),
        ("clusters.csv?region=05&focus=digital&q=IoT%22%0d%0aX:y", r"kluster_ostergotland_digital_iot-x-y_\d{4}-\d\d-\d\d_data\.csv"),
    ],
)
def test_a_file_downloads_under_a_name_of_plain_letters(path: str, name: str) -> None:
    assert re.match(f'attachment; filename="{name}"; ', CLIENT.get(f"/api/{path}").headers["content-disposition"])


@pytest.mark.parametrize("path", ["clusters.csv", "clusters-excel.csv"])
def test_a_formula_reaches_excel_as_text_and_machines_as_it_is(path: str, write_list: Callable[[str], Path]) -> None:
    write_list("id,name,region_codes,focus\none,=1+1,12,digital\n")
    line = CLIENT.get(f"/api/{path}").text.splitlines()[1]
    assert line.startswith("one,=1+1," if path == "clusters.csv" else "'=1+1;")
