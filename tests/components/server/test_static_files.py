"""Static files: compressed ahead, kept by browsers for as long as their URL is theirs."""

from __future__ import annotations

import threading
from functools import cache
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from components.core.assets import FRONTEND, LEAFLET, PAGE_STYLE, asset_url, leaflet_folder_url
from components.core.streamlit_internals import STATIC_FOLDER
from components.core.style_bundle import bundled_styles
from components.map.frame import FRAME_FOLDER, FRAME_NAME, FRAME_PATH
from components.server import static_file
from components.server.content_codings import FAST
from components.server.preloads import streamlit_files
from components.server.static_file import StaticFile
from components.server.static_files import ServeStaticFiles, compress_well, palette_css, start_compressing, static_folders
from components.server.static_folder import MAX_COMPRESSED_BYTES, StaticFolder, files_in
from tests.components.asgi_client import Client
from tests.components.server.middleware_client import WEBSOCKET, passes_on

FRAME_SCRIPT = next((FRAME_FOLDER / "static" / "js").glob("main.*.js"))
SCRIPT = streamlit_files().script.removeprefix(".")
FONT = next((STATIC_FOLDER / "static" / "media").glob("SourceSansVF-Upright.*.woff2"))
IMMUTABLE = "public, max-age=31536000, immutable"
FILES = {  # URL -> content; all of them text
    asset_url(PAGE_STYLE, ""): bundled_styles(FRONTEND / PAGE_STYLE),
    asset_url("map/frame_entry.js", ""): (FRONTEND / "map" / "frame_entry.js").read_bytes(),
    f"{leaflet_folder_url('')}/leaflet.js": (LEAFLET / "leaflet.js").read_bytes(),
    SCRIPT: (STATIC_FOLDER / SCRIPT.removeprefix("/")).read_bytes(),
    f"{FRAME_PATH}/static/js/{FRAME_SCRIPT.name}": FRAME_SCRIPT.read_bytes(),
}
FRAME = f"{FRAME_PATH}/index.html"
CODINGS = ["br", "gzip", "identity"]


@cache
def client(base_path: str = "") -> Client:
    """Return the client of an app whose routes would answer to every path, with the files of a first visit compressed."""
    for folder in static_folders():
        for file in folder.first_files():
            file.compress(FAST)
    app = Starlette(
        routes=[Route("/{path:path}", lambda _request: PlainTextResponse("below"), methods=["GET", "POST", "OPTIONS"])],
        middleware=[Middleware(ServeStaticFiles, base_path=base_path)],
    )
    return Client(app)


def get(url: str, coding: str = "identity", **headers: str) -> httpx.Response:
    return client().get(url, {"Accept-Encoding": coding} | {name.replace("_", "-"): value for name, value in headers.items()})


def folder_of(path: Path, version: str = "") -> StaticFolder:
    return StaticFolder("/files", files_in(path), version)


@pytest.mark.parametrize("base_path", ["", "/intern/kluster"])
@pytest.mark.parametrize("coding", CODINGS)
@pytest.mark.parametrize("url", [*FILES, FRAME])
def test_a_file_has_the_same_content_in_each_coding(url: str, coding: str, base_path: str) -> None:
    response = client(base_path).get(base_path + url, {"Accept-Encoding": coding})
    content = FILES.get(url) or (FRAME_FOLDER / "index.html").read_bytes()
    assert (response.status_code, response.content) == (200, content)
    assert response.headers.get("content-encoding", "identity") == coding
    assert response.headers.get_list("vary") == ["Accept-Encoding"]
    sent = int(response.headers["content-length"])
    assert sent == len(content) if coding == "identity" else sent < len(content)


@pytest.mark.parametrize("url", FILES)
def test_a_browser_keeps_a_file_whose_url_is_its_own(url: str) -> None:
    assert {get(url, coding).headers["cache-control"] for coding in CODINGS} == {IMMUTABLE}


@pytest.mark.parametrize(
    ("url", "media_type"),
    [
        (asset_url("palette.css", ""), "text/css; charset=utf-8"),
        (asset_url("page/live.js", ""), "javascript"),
        (asset_url("page/icon.png", ""), "image/png"),
        (f"/static/media/{FONT.name}", "font/woff2"),
        (FRAME, "text/html; charset=utf-8"),
    ],
)
def test_a_file_has_its_type(url: str, media_type: str) -> None:
    assert media_type in get(url).headers["content-type"]


def test_a_font_is_sent_as_it_is() -> None:
    response = get(f"/static/media/{FONT.name}", "br")
    assert response.content == FONT.read_bytes()
    assert "content-encoding" not in response.headers and "vary" not in response.headers
    assert response.headers["cache-control"] == IMMUTABLE


def test_the_frame_and_unversioned_files_are_revalidated() -> None:
    for url in (FRAME, f"{FRAME_PATH}/bootstrap.min.css", "/assets/page/page.css", "/assets/palette.css", "/vendor/leaflet/leaflet.js"):
        assert (get(url).status_code, get(url).headers["cache-control"]) == (200, "no-cache")


@pytest.mark.parametrize(
    ("url", "current"),
    [
        ("/assets/00000000/page/page.css", asset_url("page/page.css", "")),
        ("/assets/00000000/palette.css", asset_url("palette.css", "")),
        ("/vendor/leaflet/1.0.0/images/layers.png", f"{leaflet_folder_url('')}/images/layers.png"),
    ],
)
def test_another_version_gets_the_current_file_for_now(url: str, current: str) -> None:
    assert get(url).content == get(current).content
    assert (get(url).headers["cache-control"], get(current).headers["cache-control"]) == ("no-cache", IMMUTABLE)


def test_the_palette_has_the_colours() -> None:
    assert get(asset_url("palette.css", "")).content == palette_css()
    assert b"--accent: light-dark(#12608f" in palette_css()


@pytest.mark.parametrize("url", [*FILES, FRAME])
def test_each_coding_has_its_etag_and_304(url: str) -> None:
    etags = {coding: get(url, coding).headers["etag"] for coding in CODINGS}
    assert len(set(etags.values())) == 3
    for coding, etag in etags.items():
        for header in (etag, f"W/{etag}", f'"other", {etag}', "*"):
            response = get(url, coding, If_None_Match=header)
            assert (response.status_code, response.content, response.headers["etag"]) == (304, b"", etag)
            assert response.headers["cache-control"] == get(url, coding).headers["cache-control"]
            assert response.headers["vary"] == "Accept-Encoding"
        other = etags["gzip" if coding == "br" else "br"]
        assert get(url, coding, If_None_Match=other).status_code == 200


@pytest.mark.parametrize("url", [*FILES, asset_url("palette.css", ""), f"/static/media/{FONT.name}"])
@pytest.mark.parametrize("coding", CODINGS)
def test_head_has_the_headers_of_get(url: str, coding: str) -> None:
    head = client().request("HEAD", url, {"Accept-Encoding": coding})
    assert (head.status_code, head.content, dict(head.headers)) == (200, b"", dict(get(url, coding).headers))


def test_a_part_is_of_the_content_as_it_is() -> None:
    part = get(SCRIPT, "identity", Range="bytes=10-19")
    assert (part.status_code, part.content) == (206, FILES[SCRIPT][10:20])
    assert get(SCRIPT, "br", Range="bytes=10-19").status_code == 200


@pytest.mark.parametrize(
    "url",
    [
        "/static/js/nothing.js",
        "/static/",
        "/static/js",
        "/static/js/",
        "/static/..%2findex.html",
        "/static/js/..%2fcss/../../index.html",
        "/static/%2e%2e/manifest.json",
        "/static/js%00",
        f"{FRAME_PATH}/",
        f"{FRAME_PATH}/..%2fpackage.json",
        f"{FRAME_PATH}/%2fetc%2fpasswd",
        "/assets/..%2f..%2fpage.py",
        "/assets/00000000/..%2f..%2f..%2fpyproject.toml",
        "/vendor/leaflet/..%2f__init__.py",
        "/assets/page\\page.css",
        "/assets//page/page.css/",
    ],
)
def test_a_path_that_names_no_file_is_not_found(url: str) -> None:
    response = get(url, "br")
    assert (response.status_code, response.headers["cache-control"]) == (404, "no-cache")


@pytest.mark.parametrize(
    "url", ["/", "/static", "/staticky/x.js", "/component/other/index.html", f"/component/{FRAME_NAME}x/a.js", "/x/assets/page/a.js"]
)
def test_other_paths_pass_on(url: str) -> None:
    assert get(url).text == "below"


@pytest.mark.parametrize("method", ["POST", "OPTIONS"])
def test_other_methods_pass_on(method: str) -> None:
    assert client().request(method, FRAME).text == "below"


def test_nothing_is_served_outside_the_base_path() -> None:
    assert client("/kluster").get(SCRIPT).text == "below"


def test_a_websocket_passes_as_it_came() -> None:
    assert passes_on(lambda app: ServeStaticFiles(app, base_path=""), WEBSOCKET | {"path": SCRIPT})


def test_no_request_compresses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file whose compressed forms are not made yet leaves as it is."""
    monkeypatch.setattr(static_file, "compress", lambda *_: pytest.fail("compressed in a request"))
    (tmp_path / "a.js").write_text("let a;" * 1000, "utf-8")
    app = Starlette(middleware=[Middleware(ServeStaticFiles, base_path="", folders=[folder_of(tmp_path)])])
    response = Client(app).get("/files/a.js", {"Accept-Encoding": "br"})
    assert (response.content, response.headers["vary"]) == (b"let a;" * 1000, "Accept-Encoding")
    assert "content-encoding" not in response.headers


def test_a_file_that_compression_makes_longer_is_sent_as_it_is() -> None:
    file = StaticFile("a.css", b"a{}")
    file.compress(FAST)
    app = Starlette(middleware=[Middleware(ServeStaticFiles, base_path="", folders=[StaticFolder("/files", {"a.css": file})])])
    response = Client(app).get("/files/a.css", {"Accept-Encoding": "br, gzip"})
    assert response.content == b"a{}" and "content-encoding" not in response.headers


def compressed_names(folders: list[StaticFolder]) -> set[str]:
    return {name for folder in folders for name, file in folder.files.items() if file._compressed}


def test_the_files_of_a_first_visit_and_the_small_ones_are_compressed(tmp_path: Path) -> None:
    for name, size in {
        "first.js": MAX_COMPRESSED_BYTES * 2,
        "small.css": 1000,
        "large.js": MAX_COMPRESSED_BYTES + 1,
        "a.png": 1000,
    }.items():
        (tmp_path / name).write_bytes(b"a" * size)
    folder = StaticFolder("/files", files_in(tmp_path), first_visit={"first.js", "a.png"})
    compress_well([folder], threading.Event(), pause_seconds=0)
    assert compressed_names([folder]) == {"first.js", "small.css"}


def test_compression_ends_with_the_server(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_bytes(b"a" * 1000)
    stop = threading.Event()
    stop.set()
    folder = folder_of(tmp_path)
    compress_well([folder], stop, pause_seconds=0)
    assert compressed_names([folder]) == set()


def test_the_first_visitor_after_the_start_gets_compressed_files() -> None:
    static_folders.cache_clear()
    stop = threading.Event()
    stop.set()  # only the files that the start waits for
    start_compressing(stop)
    names = compressed_names(list(static_folders()))
    assert streamlit_files().names() - names <= tiny(STATIC_FOLDER / "static", streamlit_files().names())
    assert {"leaflet.js", "leaflet.css", "page/page.css", "map/frame_entry.js", "palette.css", f"static/js/{FRAME_SCRIPT.name}"} <= names


def tiny(folder: Path, names: frozenset[str]) -> set[str]:
    """Return the names of files that are so short that compression may not make them shorter."""
    return {name for name in names if (folder / name).stat().st_size < 100}


def test_the_preloads_are_files_that_are_served() -> None:
    files = streamlit_files()
    urls = [files.script, *files.chunks, *files.style_sheets]
    assert len(set(urls)) == len(urls) > 60
    assert {get(url.removeprefix(".")).status_code for url in urls} == {200}
    for name in ("BidiComponent", "ComponentInstance", "protobuf", "react-dom"):
        assert [url for url in files.chunks if url.startswith(f"./static/js/{name}.")], name
