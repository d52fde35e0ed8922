"""Files and endpoints beside the page."""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from urllib.parse import urlencode

import httpx
import pytest

import components
from components.core.assets import FRONTEND
from components.core.module_bundle import bundled_module
from components.dataset.store import current_dataset
from components.exports.frames import MACHINE_COLUMNS
from components.map.frame import FRAME_PATH
from components.server import static_file
from components.server.static_file import StaticFile
from data.text import to_slug
from tests.components.server.dashboard_app import dashboard_client

ROOT = Path(components.__file__).parent.parent


def rows_of(table: str) -> list[dict[str, str]]:
    content = (ROOT / "data" / f"{table}.csv").read_text("utf-8")
    return list(csv.DictReader(io.StringIO(content)))


CLUSTERS = rows_of("clusters")
REGIONS = {row["code"]: row for row in rows_of("regions")}

Query = dict[str, list[str]]


client_at = cache(dashboard_client)
CLIENT = client_at("")


def machine_rows(query: Query) -> list[dict[str, str]]:
    response = CLIENT.get(f"/api/clusters.csv?{urlencode(query, doseq=True)}")
    assert response.status_code == 200
    return list(csv.DictReader(io.StringIO(response.text, newline="")))


def get_excel_csv(query: str) -> httpx.Response:
    return CLIENT.get(f"/api/clusters-excel.csv{query}")


@pytest.mark.parametrize("base_path", ["", "/kluster", "/intern/kluster"])
@pytest.mark.parametrize(
    ("path", "media_type", "start"),
    [
        ("vendor/leaflet/leaflet.js", "javascript", b"/* @preserve\n * Leaflet 1.9"),
        ("vendor/leaflet/leaflet.css", "text/css", b"/* required styles */"),
        ("assets/map/frame_entry.js", "javascript", (FRONTEND / "map" / "frame_entry.js").read_bytes()),
        ("assets/map/map.css", "text/css", b""),
        ("assets/page/live.js", "javascript", bundled_module(FRONTEND / "page" / "live.js")),
        ("favicon.png", "image/png", (FRONTEND / "page" / "icon.png").read_bytes()),
        ("assets/page/icon.svg", "image/svg+xml", b"<svg "),
        ("api/card.png", "image/png", b"\x89PNG"),
        ("api/map.svg", "image/svg+xml", b"<svg "),
        ("assets/page/apple-touch-icon.png", "image/png", b"\x89PNG"),
        ("sitemap.xml", "application/xml", b"<?xml "),
        ("map/clusters.json", "application/json", b'{"version":'),
        ("map/shapes.json", "application/json", b'{"origin":[265,7682],"unit_km":1,"land":"M'),
        ("map/details.json", "application/json", b'{"origin":[265,7682],"unit_km":0.1,"land":"M'),
        ("api/clusters.csv", "text/csv; charset=utf-8", b"id,name,aliases,region_codes,nuts3_codes,"),
        ("api/clusters-excel.csv", "text/csv; charset=utf-8", "\ufeffKluster;Län;Kommun;".encode()),
    ],
)
def test_every_file_is_served_below_the_base_path(base_path: str, path: str, media_type: str, start: bytes) -> None:
    response = client_at(base_path).get(f"{base_path}/{path}")
    assert response.status_code == 200
    assert media_type in response.headers["content-type"]
    assert response.content.startswith(start)


def test_nothing_is_served_outside_the_base_path() -> None:
    assert client_at("/kluster").get("/api/clusters.csv").status_code == 404


@pytest.mark.parametrize("folder", ["vendor/leaflet", "assets/map", "assets/page", "static", "static/js", FRAME_PATH[1:]])
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


def test_the_shapes_are_21_counties_with_an_etag() -> None:
    response = CLIENT.get("/map/shapes.json")
    assert sorted(county["code"] for county in json.loads(response.content)["counties"]) == sorted(REGIONS)
    assert len(REGIONS) == 21
    assert re.fullmatch(r'"[0-9a-f]{32}"', response.headers["etag"])
    assert response.headers["cache-control"] == "no-cache"
    assert len(response.content) < 60_000


@pytest.mark.parametrize("path", ["assets/page/live.js", "assets/map/frame_entry.js"])
def test_browsers_revalidate_scripts_on_each_load(path: str) -> None:
    response = CLIENT.get(f"/{path}")
    assert response.headers["cache-control"] == "no-cache"
    assert CLIENT.get(f"/{path}", headers={"If-None-Match": response.headers["etag"]}).status_code == 304


def test_the_map_gets_every_cluster_with_its_codes() -> None:
    preview = json.loads(CLIENT.get("/map/clusters.json?lang=en").content)
    points = preview["points"]
    sent = {points[str(row)][0]: (place, group, points[str(row)]) for place, group, _, *rows in preview["location_groups"] for row in rows}
    assert {cluster: preview["groups"][group] for cluster, (_, group, _) in sent.items()} == {
        row["id"]: {
            "region": row["region_codes"].split(";"),
            "focus": row["focus"].split(";"),
            "ecosystem": [to_slug(name) for name in row["eu_ecosystems"].split(";") if name],
            "theme": list(current_dataset().clusters.set_index("id").loc[row["id"], "themes"]),
            "label": row["label"].split(),
            "status": row["status"].split(),
        }
        for row in CLUSTERS
    }
    place, _, point = sent["mobile-heights"]
    assert point[4:] == [
        "Mobile Heights, now OpenTech",
        "Digital technology",
        "In the town of Lund",
        "Bronze (2018) · Renamed, last seen probably 2024",
    ]
    assert preview["circles"][place] == ["1281", *point[1:3], 0, "Lund"]
    assert sum(count for _, _, count, *_ in preview["location_groups"]) == len(preview["rows"]) == 22


@pytest.mark.parametrize(
    ("language", "map_name", "tooltip"),
    [("sv", "Karta", "Skåne län: inget kluster matchar"), ("en", "Map", "Skåne County: no matching clusters")],
)
def test_shapes_are_in_the_language(language: str, map_name: str, tooltip: str) -> None:
    shapes = CLIENT.get(f"/map/shapes.json?lang={language}").json()
    (skane,) = (county for county in shapes["counties"] if county["code"] == "12")
    assert (shapes["labels"]["map"], shapes["labels"]["counties"]["none"] % {"county": skane["name"]}) == (map_name, tooltip)


@pytest.mark.parametrize("path", ["/map/shapes.json", "/map/clusters.json"])
@pytest.mark.parametrize("header", ["{}", "{strong}", '"other", {}'])
def test_a_known_etag_gets_304_and_no_bytes(path: str, header: str) -> None:
    etag = CLIENT.get(path).headers["etag"]
    response = CLIENT.get(path, headers={"If-None-Match": header.format(etag, strong=etag.removeprefix("W/"))})
    assert (response.status_code, response.content, response.headers["etag"]) == (304, b"", etag)


@pytest.mark.parametrize("coding", ["br", "gzip", "identity"])
@pytest.mark.parametrize("path", ["/map/shapes.json", "/map/clusters.json"])
def test_data_of_the_map_is_compressed_once(path: str, coding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = CLIENT.get(path, {"Accept-Encoding": "identity"})
    monkeypatch.setattr(static_file, "compress", lambda *_: pytest.fail("compressed in a request"))
    monkeypatch.setattr(gzip.GzipFile, "write", lambda *_: pytest.fail("compressed in a request"))
    answer = CLIENT.get(path, {"Accept-Encoding": coding})
    assert answer.headers.get("content-encoding", "identity") == coding and answer.json() == plain.json()
    sent = int(answer.headers["content-length"])
    assert sent == len(plain.content) if coding == "identity" else sent < len(plain.content) / 2
    again = CLIENT.get(path, {"Accept-Encoding": coding, "If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_clusters_of_the_map_are_those_of_the_day(write_list: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """A label expires overnight; the content of the day before is dropped."""
    write_list("id,name,region_codes,label,label_date,label_expires\na,A,12,gold,2024,2026-11-26\n")
    before, after = "Guld (2024)", "Guld, gick ut 2026"
    for day, shown, hidden in (("2026-11-26", before, after), ("2026-11-27", after, before)):
        for module in ("components.content.wording.label_texts", "components.dataset.dataset"):
            monkeypatch.setattr(f"{module}.today", lambda day=day: day)
        preview = CLIENT.get("/map/clusters.json").text
        assert preview.count(shown) == 2 and hidden not in preview
    files = [value for value in current_dataset()._cache.values() if isinstance(value, tuple) and isinstance(value[-1], StaticFile)]
    assert [day for day, _ in files] == ["2026-11-27"]


def test_another_etag_gets_the_shapes() -> None:
    assert CLIENT.get("/map/shapes.json", headers={"If-None-Match": '"other"'}).status_code == 200


def test_the_machine_csv_has_22_rows_of_raw_columns() -> None:
    rows = machine_rows({})
    assert len(rows) == 22 and list(rows[0]) == MACHINE_COLUMNS


def test_the_machine_csv_of_no_cluster_has_a_header() -> None:
    assert CLIENT.get("/api/clusters.csv?region=09").text == ",".join(MACHINE_COLUMNS) + "\r\n"


def test_the_machine_csv_equals_the_list_cell_by_cell() -> None:
    columns = [column for column in MACHINE_COLUMNS if column in CLUSTERS[0]]
    assert len(columns) == 25
    assert [{column: row[column] for column in columns} for row in machine_rows({})] == CLUSTERS


def test_the_machine_csv_has_the_nuts_3_codes_of_the_counties() -> None:
    for row in machine_rows({}):
        assert row["nuts3_codes"].split(";") == [REGIONS[code]["nuts3_code"] for code in row["region_codes"].split(";")]
    assert machine_rows({"focus": ["aerospace"]})[0]["nuts3_codes"] == "SE123;SE232;SE332"


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("region skåne", ["mobile-heights", "iuc-syd"]),
        ("Örebro county", ["tillverkningstekniskt-centrum"]),
        ("jarnvagsteknik", ["jarnvagsklustret"]),
        ("LUND", ["mobile-heights"]),
        ("%%%", []),
    ],
)
def test_the_machine_csv_follows_the_search(text: str, ids: list[str]) -> None:
    assert [row["id"] for row in machine_rows({"q": [text]})] == ids


@pytest.mark.parametrize(
    ("query", "headings", "first"),
    [
        ("", "Kluster;Län;Kommun;Inriktning;", "Mobile Heights;Skåne län;Lund;Digital teknik;"),
        ("?lang=en", "Cluster;Counties;Municipality;Industry focus;", "Mobile Heights;Skåne County;Lund;Digital technology;"),
    ],
)
def test_the_excel_csv_is_written_for_swedish_excel(query: str, headings: str, first: str) -> None:
    response = get_excel_csv(query)
    assert response.content.startswith(b"\xef\xbb\xbf")
    lines = response.content.decode("utf-8-sig").split("\r\n")
    assert "\n" not in "".join(lines) and lines[-1] == ""
    assert len(lines) == 1 + 22 + 1
    assert lines[0].startswith(headings) and lines[1].startswith(first)
    assert ";55,70584;13,19321;" in lines[1] and ";2009;130;2023;" in lines[1]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("clusters.csv", r"kluster_s3-piloten-2018_alla_\d{4}-\d\d-\d\d_data\.csv"),
        ("clusters-excel.csv", r"kluster_s3-piloten-2018_alla_\d{4}-\d\d-\d\d_excel\.csv"),
        ("clusters-excel.csv?lang=en", r"clusters_s3-piloten-2018_all_\d{4}-\d\d-\d\d_excel\.csv"),
        ("clusters.csv?region=12&region=18", r"kluster_s3-piloten-2018_skane-orebro_\d{4}-\d\d-\d\d_data\.csv"),
        (
            "clusters.csv?region=05&focus=digital&q=IoT%22%0d%0aX:y",
            r"kluster_s3-piloten-2018_ostergotland_digital_iot-x-y_\d{4}-\d\d-\d\d_data\.csv",
        ),
    ],
)
def test_a_download_has_a_name_of_plain_letters(path: str, name: str) -> None:
    assert re.match(f'attachment; filename="{name}"; ', CLIENT.get(f"/api/{path}").headers["content-disposition"])


@pytest.mark.parametrize("path", ["clusters.csv", "clusters-excel.csv"])
def test_a_formula_is_text_for_excel_and_raw_for_machines(path: str, write_list: Callable[[str], Path]) -> None:
    write_list("id,name,region_codes,focus\none,=1+1,12,digital\n")
    line = CLIENT.get(f"/api/{path}").text.splitlines()[1]
    assert line.startswith("one,=1+1," if path == "clusters.csv" else "'=1+1;")


@pytest.mark.parametrize("base_path", ["", "/kluster"])
def test_robots_are_kept_out_of_streamlits_internals_only(base_path: str) -> None:
    assert client_at(base_path).get(f"{base_path}/robots.txt").text.splitlines() == [
        "User-agent: *",
        f"Disallow: {base_path}/_stcore/",
        f"Disallow: {base_path}/component/",
        f"Sitemap: http://klusterkartan.test{base_path}/sitemap.xml",
    ]
