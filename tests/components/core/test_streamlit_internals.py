"""Private parts of Streamlit that the app relies on, each still there; a failure names the part that an upgrade of Streamlit has broken."""

from __future__ import annotations

import ast
import json
import re
import tomllib
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import urljoin

import pytest
import streamlit
import streamlit_folium
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from streamlit import config, net_util
from streamlit.testing.v1 import AppTest
from streamlit.web.server import server_util
from streamlit.web.server.starlette import starlette_routes, starlette_websocket
from streamlit.web.server.starlette.starlette_static_routes import create_streamlit_static_assets_routes

import components
from components.core import streamlit_internals
from components.core.assets import asset_url, leaflet_folder_url
from components.map.live_map import ASSET_URLS
from components.server.preloads import streamlit_files
from tests.page_selectors import EXCEPTION, IN_SCRIPTS, MAIN, SCRIPT_STATE_ATTRIBUTE, SCRIPTS, STYLE_SHEETS, selectors_in

ROOT = Path(components.__file__).parent.parent
STATIC = Path(streamlit.__file__).parent / "static"
DOCUMENTED = {"streamlit", "streamlit.components.v2", "streamlit.components.v2.types", "streamlit.delta_generator"}
PAGE_SETTINGS = ("HOST_CONFIG", "blockErrorDialogs", "BACKEND_BASE_URL")  # in live.js, of the settings that Streamlit's script reads
MODULES = [ROOT / "dashboard.py", *sorted((ROOT / "components").rglob("*.py"))]
RUN = """
import streamlit as st
from components.core.streamlit_internals import is_history_navigation

st.text(str(is_history_navigation()))
"""

RUN_WITH_EMBED = """
import streamlit as st
from components.core.streamlit_internals import embed_values

st.text(f"{embed_values()} {list(st.query_params)}")
"""

RUN_WITH_VALUES = """
import streamlit as st
from components.core.streamlit_internals import session_values, url_query

session_values()["runs"] = session_values().get("runs", 0) + 1
st.text(f"{session_values()['runs']} {dict(url_query())}")
"""


@cache
def page_scripts() -> str:
    """Return all scripts of Streamlit's page."""
    return "\n".join(path.read_text("utf-8") for path in sorted((STATIC / "static" / "js").glob("*.js")))


def test_no_server_outside_is_asked_for_the_own_ip(monkeypatch: pytest.MonkeyPatch) -> None:
    requested: list[str] = []
    monkeypatch.setattr(net_util, "get_external_ip", net_util.get_external_ip)  # given back after the test
    monkeypatch.setattr(net_util, "_make_blocking_http_get", lambda url, **_options: requested.append(url))
    monkeypatch.setattr(net_util, "_external_ip", None)
    server_util.is_url_from_allowed_origins("https://www.example.se")
    before = len(requested)
    streamlit_internals.disable_external_ip_lookup()
    server_util.is_url_from_allowed_origins("https://www.example.se")

    assert before, (
        "Streamlit no longer asks a server outside for its IP address when a page of another origin opens a WebSocket; "
        "components/core/streamlit_internals.py can do without disable_external_ip_lookup."
    )
    assert len(requested) == before, (
        "Streamlit no longer finds its external IP address by net_util.get_external_ip; components/core/streamlit_internals.py replaces "
        "that function, so that visitors never wait for a server outside."
    )


def test_a_run_knows_its_history() -> None:
    page = AppTest.from_string(RUN).run()

    assert [text.value for text in page.text] == ["False"], (
        "Streamlit no longer tells a run that it follows from back or forward (ScriptRunContext.is_history_navigation); "
        "selection_state.py relies on it."
    )


def test_a_run_knows_the_values_of_embed() -> None:
    page = AppTest.from_string(RUN_WITH_EMBED)
    page.query_params["embed"] = ["poster", "map"]
    page.query_params["region"] = "12"
    assert [text.value for text in page.run().text] == ["['poster', 'map'] ['region']"], (
        "Streamlit no longer tells a run the query of its page (ScriptRunContext.query_string), or st.query_params now has `embed`; "
        "selection_state.py takes its values from streamlit_internals.py."
    )


def test_a_run_has_the_values_of_its_session_and_the_query_of_its_page() -> None:
    page = AppTest.from_string(RUN_WITH_VALUES)
    page.query_params["region"] = ["12", "14"]
    shown = [[text.value for text in page.run().text] for _ in range(2)]
    assert not page.exception and shown == [[f"{run} {{'region': ['12', '14']}}"] for run in (1, 2)], (
        "Streamlit no longer has the values and the query of a session in ScriptRunContext.session_state._state; "
        "components/core/streamlit_internals.py reads both there, since st.session_state ends a run once the next one is asked for."
    )


def test_without_a_run_there_are_no_values_of_embed() -> None:
    assert streamlit_internals.embed_values() == []


def test_a_step_of_the_history_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streamlit_internals, "get_script_run_ctx", lambda: SimpleNamespace(is_history_navigation=True))
    assert streamlit_internals.is_history_navigation()


def test_without_a_run_there_is_no_history(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streamlit_internals, "get_script_run_ctx", lambda: None)
    assert not streamlit_internals.is_history_navigation()


def test_the_index_page_comes_from_static_files() -> None:
    (mount,) = create_streamlit_static_assets_routes("")
    assert isinstance(mount, Mount) and isinstance(mount.app, StaticFiles), (
        "Streamlit no longer answers unknown paths by Starlette's StaticFiles; unknown_pages.py knows the index page by it."
    )


def test_the_socket_is_where_it_was() -> None:
    assert f"/{starlette_websocket._ROUTE_WEBSOCKET_STREAM}" == streamlit_internals.SOCKET_PATH, (
        "Streamlit's WebSocket is no longer at this path; components/server/live_limit.py counts its connections."
    )
    assert f"/{starlette_routes.BASE_ROUTE_CORE}/metrics" == streamlit_internals.METRICS_PATH, (
        "Streamlit's metrics are no longer at this path; components/server/hide_metrics.py closes them."
    )


def test_the_page_starts_from_its_entry() -> None:
    assert json.loads(streamlit_internals.MANIFEST.read_text("utf-8"))[streamlit_internals.ENTRY].get("isEntry"), (
        "Streamlit's manifest.json no longer has the start of its page under this key; components/server/preloads.py begins there."
    )


def test_metrics_are_where_they_are_closed() -> None:
    assert f"/{starlette_routes.ROUTE_METRICS}" == streamlit_internals.METRICS_PATH, (
        "Streamlit no longer serves its metrics at this path; hide_metrics.py relies on it to keep them closed."
    )


def test_frames_of_components_are_where_they_were() -> None:
    assert f"/{starlette_routes.BASE_ROUTE_COMPONENT}/" == streamlit_internals.COMPONENT_PATH, (
        "Streamlit no longer serves the frames of components below this path; components/map/frame.py takes the map's frame from there."
    )
    frame = f"{streamlit_internals.COMPONENT_PATH}{streamlit_folium._component_func.name}/index.html"
    assert (urljoin(frame, ASSET_URLS.assets), urljoin(frame, ASSET_URLS.leaflet)) == (
        asset_url("map", ""),
        leaflet_folder_url(""),
    ), "Streamlit no longer serves the map's frame two folders deep; components/map/live_map.py relies on it for the files of the map."


def test_static_files_are_where_they_were() -> None:
    assert f"/{starlette_routes.BASE_ROUTE_STATIC}" == streamlit_internals.STATIC_PATH, (
        "Streamlit no longer serves the files of its page below this path; components/server/static_files.py answers there."
    )
    assert STATIC == streamlit_internals.STATIC_FOLDER, (
        "Streamlit no longer has the files of its page in this folder; components/server/static_files.py serves them from there."
    )


@pytest.mark.parametrize("name", streamlit_internals.LAZY_CHUNKS)
def test_a_chunk_that_is_preloaded_is_in_the_manifest(name: str) -> None:
    manifest = json.loads(streamlit_internals.MANIFEST.read_text("utf-8"))
    assert [chunk["name"] for chunk in manifest.values() if chunk.get("isDynamicEntry") and chunk.get("name") == name] == [name], (
        f"Streamlit no longer loads a chunk with the name {name} for components; components/server/preloads.py preloads it. Find its new "
        "name among the requests of a browser, and put it into LAZY_CHUNKS."
    )


def test_the_manifest_has_the_files_that_the_page_lists() -> None:
    """The manifest names the same files that Streamlit's index.html loads and preloads."""
    files = streamlit_files()
    listed = re.findall(r'(?:src|href)="(\./static/(?:js|css)/[^"]+)"', (STATIC / "index.html").read_text("utf-8"))
    assert len(listed) > 50
    assert set(listed) <= {files.script, *files.chunks, *files.style_sheets}, (
        "Streamlit's manifest.json no longer leads to all that its index.html loads; components/server/preloads.py relies on it."
    )
    assert files.script == listed[0]


def test_the_servers_paths_are_where_they_were() -> None:
    assert {f"/{starlette_routes.BASE_ROUTE_CORE}/", f"/{starlette_routes.BASE_ROUTE_COMPONENT}/"} == set(
        streamlit_internals.SERVER_PATHS
    ), "Streamlit no longer serves its internals below these paths; robots.txt names them, and UnknownPages leaves their answers alone."


def test_every_option_that_is_set_is_known() -> None:
    sections = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))
    options = {f"{section}.{name}" for section, values in sections.items() for name in values if section != "theme"}
    unknown = {name for name in options if name not in config.get_config_options() or config.get_config_options()[name].deprecated}
    assert not unknown, f"Streamlit no longer knows {', '.join(sorted(unknown))}; .streamlit/config.toml sets it for the reason there."


@pytest.mark.parametrize("name", sorted({*IN_SCRIPTS.values(), *PAGE_SETTINGS, EXCEPTION, SCRIPT_STATE_ATTRIBUTE} - {MAIN}))
def test_a_private_name_is_in_the_pages_scripts(name: str) -> None:
    core = re.sub(r"""\[data-testid="?|"?\]""", "", name)
    assert re.search(rf"(?<![\w-]){re.escape(core)}(?!\w)", page_scripts()), (
        f"Streamlit no longer has {core} in the scripts of its page; streamlit_selectors.js, live.js or tests/page_selectors.py names it, "
        "and scripts or browser tests rely on it."
    )


@pytest.mark.parametrize("path", STYLE_SHEETS, ids=lambda path: path.name)
def test_style_sheets_select_nothing_of_streamlits_page(path: Path) -> None:
    assert not selectors_in(path.read_text("utf-8"))


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_reads_private_names_from_the_list(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not selectors_in(text)
    assert not re.findall(r"dataset\.test\w+|__streamlit|stSidebar\w*|data-test\w*", text)


@pytest.mark.parametrize("path", sorted((ROOT / "tests" / "browser").glob("*.py")), ids=lambda path: path.name)
def test_a_browser_test_reads_private_names_from_the_list(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not selectors_in(text)
    assert not re.findall(r"get_by_test_id|data-test\w*", text)


def test_every_name_of_the_list_is_read_by_a_script() -> None:
    text = "\n".join(path.read_text("utf-8") for path in SCRIPTS)
    assert {name for name in IN_SCRIPTS if not re.search(rf"\b{name}\b", text)} == set()


def test_only_one_module_knows_private_parts_of_streamlit() -> None:
    assert {path.name for path in MODULES if imports(path) - DOCUMENTED} == {"streamlit_internals.py"}


def imports(path: Path) -> set[str]:
    """Return the modules of Streamlit that a module imports, and the names that it takes from `streamlit` itself."""
    nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
    modules = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    taken = [(node.module or "", alias.name) for node in nodes if isinstance(node, ast.ImportFrom) for alias in node.names]
    modules |= {f"{module}.{name}" if module == "streamlit" else module for module, name in taken}
    return {module for module in modules if module.split(".")[0] == "streamlit"}
