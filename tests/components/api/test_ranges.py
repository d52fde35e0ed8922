"""Parts of files: the bytes that a client asks for, and programs that read a file by its URL in parts."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import fsspec
import geopandas as gpd
import httpx
import polars as pl
import pytest

from components.api.content import MAX_BUFFERED_BYTES
from components.exports.formats import FORMATS
from tests.components.api.app_server import running_app
from tests.components.api.file_readers import CLIENT, from_geopackage
from tests.components.asgi_client import Client
from tests.components.server.dashboard_app import dashboard_client
from tests.hash_seeds import output_in_two_processes
from tests.polling import PATIENCE_SECONDS

ROOT = Path(__file__).parents[3]
APP = dashboard_client()  # compresses, as the server does
PATHS = [f"/{fmt.url_path}" for fmt in FORMATS] + ["/api/clusters/paper-province.json", "/datapackage.json"]
PARQUET = "/api/clusters.parquet"
HASHES = """
import hashlib
from components.exports.formats import FORMATS
from tests.components.api.file_readers import CLIENT
for fmt in FORMATS:
    print(fmt.url_path, hashlib.sha256(CLIENT.get(f"/{fmt.url_path}").content).hexdigest())
"""


@pytest.fixture(scope="module")
def served() -> Iterator[str]:
    with running_app() as address:
        yield address


@pytest.fixture(scope="module")
def file() -> bytes:
    return CLIENT.get(PARQUET).content


def part(value: str, path: str = PARQUET, *, client: Client = CLIENT, **headers: str) -> httpx.Response:
    return client.get(path, {"Range": value, **{name.replace("_", "-"): each for name, each in headers.items()}})


@pytest.mark.parametrize("path", PATHS)
def test_part_of_every_file_is_of_its_own_bytes(path: str) -> None:
    whole = APP.get(path, {"Accept-Encoding": "identity"})
    size = len(whole.content)
    assert (whole.headers["accept-ranges"], whole.headers["content-length"]) == ("bytes", str(size))
    answer = part("bytes=10-29", path, client=APP, Accept_Encoding="gzip")
    assert (answer.status_code, answer.content) == (206, whole.content[10:30])
    assert (answer.headers["content-range"], answer.headers["content-length"]) == (f"bytes 10-29/{size}", "20")
    assert "content-encoding" not in answer.headers
    for header in ("etag", "content-type", "cache-control"):
        assert answer.headers[header] == whole.headers[header]


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("bytes=0-0", 0, 0),
        ("bytes=100-", 100, -1),
        ("bytes=-1", -1, -1),
        ("bytes=-8", -8, -1),
        ("bytes=-99999999", 0, -1),
        ("bytes=100-99999999", 100, -1),
        ("BYTES = 1-2", 1, 2),
    ],
)
def test_part_begins_and_ends_where_it_was_asked_for(value: str, first: int, last: int, file: bytes) -> None:
    start, end = (place % len(file) for place in (first, last))
    answer = part(value)
    assert (answer.status_code, answer.content) == (206, file[start : end + 1])
    assert answer.headers["content-range"] == f"bytes {start}-{end}/{len(file)}"


@pytest.mark.parametrize(
    "value", ["bytes=0-3,10-13", "bytes=3-0", "bytes=-", "bytes=a-b", "bytes=", "rows=0-3", "0-3", "bytes=0-" + "9" * 19]
)
def test_other_ranges_are_answered_with_the_whole_file(value: str, file: bytes) -> None:
    answer = part(value)
    assert (answer.status_code, answer.content) == (200, file)


@pytest.mark.parametrize("value", ["bytes=99999999-", "bytes=99999998-99999999", "bytes=-0"])
def test_part_beyond_the_end_is_a_problem_that_tells_the_size(value: str, file: bytes) -> None:
    answer = part(value)
    assert (answer.status_code, answer.headers["content-type"]) == (416, "application/problem+json")
    assert (answer.headers["content-range"], answer.json()["allowed"]) == (f"bytes */{len(file)}", len(file))


def test_earlier_part_is_continued_only_with_its_own_etag() -> None:
    tag = part("bytes=0-3").headers["etag"]
    assert tag.startswith('"')
    assert part("bytes=4-7", If_Range=tag).status_code == 206
    for other in (f"W/{tag}", '"another"', "Fri, 27 Nov 2026 00:00:00 GMT"):
        for beyond in ("bytes=4-7", "bytes=99999999-"):
            assert part(beyond, If_Range=other).status_code == 200
    assert part("bytes=4-7", If_None_Match=tag).status_code == 304


def test_etag_of_a_compressed_file_is_weak() -> None:
    """Its bytes are not those that a range counts."""
    compressed, plain = (APP.get("/api/clusters.csv", {"Accept-Encoding": coding}) for coding in ("gzip", "identity"))
    assert compressed.headers["etag"] == f"W/{plain.headers['etag']}" and plain.headers["etag"].startswith('"')


def test_head_tells_the_size_and_ignores_ranges(write_list: Callable[[str], Path]) -> None:
    write_list("id,name,region_codes,focus\n" + "".join(f"c-{number},{'C' * 90} {number},12,digital\n" for number in range(6000)))
    whole = CLIENT.get("/api/clusters.csv", {"Accept-Encoding": "identity"})
    assert "content-length" not in whole.headers and len(whole.content) > MAX_BUFFERED_BYTES  # is sent while it is built
    head = CLIENT.request("HEAD", "/api/clusters.csv", {"Accept-Encoding": "identity", "Range": "bytes=0-3"})
    assert (head.status_code, head.headers["content-length"]) == (200, str(len(whole.content)))
    assert part("bytes=-7", "/api/clusters.csv").content == whole.content[-7:]


def test_website_elsewhere_may_ask_for_parts() -> None:
    origin = {"Origin": "https://a.example"}
    preflight = origin | {"Access-Control-Request-Method": "GET", "Access-Control-Request-Headers": "range, if-range"}
    assert CLIENT.request("OPTIONS", PARQUET, preflight).status_code == 200
    exposed = CLIENT.get(PARQUET, origin).headers["access-control-expose-headers"].split(", ")
    assert {"Accept-Ranges", "Content-Range", "ETag"} <= set(exposed)


@pytest.mark.slow
def test_two_processes_build_the_same_bytes() -> None:
    """A client may get each part of a file from another process."""
    assert output_in_two_processes(HASHES).count("\n") == len(FORMATS)


def test_polars_reads_files_by_url(served: str) -> None:
    url = f"{served}api/clusters.parquet"
    assert pl.read_parquet(url)["municipality_code"].to_list()[0] == "1281"
    assert pl.scan_parquet(url).select("id").filter(pl.col("id") == "paper-province").collect().height == 1
    assert pl.read_csv(f"{served}api/clusters.csv").height == 22


def test_geopandas_reads_files_by_url(served: str) -> None:
    frame = gpd.read_parquet(f"{served}api/clusters.parquet")
    assert (len(frame), frame.crs.to_epsg()) == (22, 4326)


def test_gdal_reads_a_geopackage_by_url(served: str) -> None:
    """In a process of its own: GDAL would stop all other threads meanwhile, the server's among them."""
    program = "import sys, pyogrio; print(pyogrio.read_info(sys.argv[1])['features'])"
    answer = subprocess.run(
        [sys.executable, "-c", program, f"/vsicurl/{served}api/clusters.gpkg"], check=True, capture_output=True, timeout=PATIENCE_SECONDS
    )
    assert answer.stdout.strip() == b"22"


def test_fsspec_jumps_within_a_file(served: str) -> None:
    with fsspec.open(f"{served}api/clusters.csv", "rb") as opened:
        opened.seek(-4, 2)
        end = opened.read()
    assert end == CLIENT.get("/api/clusters.csv").content[-4:]


def test_download_goes_on_where_it_broke_off(served: str, tmp_path: Path) -> None:
    url, path = f"{served}api/clusters.gpkg", tmp_path / "clusters.gpkg"
    content = httpx.get(url).content
    path.write_bytes(content[:1000])
    subprocess.run(["curl", "-sS", "--fail", "-C", "-", "-o", str(path), url], check=True)
    assert path.read_bytes() == content and len(from_geopackage(content)) == 22
