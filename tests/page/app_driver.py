"""Driver of the page without a browser: gets first pages, opens live ones, sends events to them and follows the answers."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

import httpx
from starlette.applications import Starlette
from streamlit.components.v2 import manifest_scanner
from streamlit.components.v2.bidi_component.main import _make_trigger_id
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

import components
from components.core.i18n import texts_in
from components.dataset.dataset import Dataset
from components.dataset.store import current_dataset
from components.dataset.upload_reader import UploadResult, read_upload
from components.dataset.upload_tickets import upload_tickets
from components.live.page_message import unpack_message
from components.map.map_data import preview_json
from components.map.shape_files import shapes_json
from components.server.pages import Pages
from components.session import upload_state
from data.languages import read_language
from tests.components.asgi_client import Client
from tests.html_tree import Element, tree_of
from tests.page.page_facts import PARTS, Page, controls, pressed
from tests.polling import PATIENCE_SECONDS

SCRIPT = Path(components.__file__).parent / "page.py"
Query = Mapping[str, str | list[str]]

# Each AppTest searches all installed packages for components, for longer than it runs the page: here they are searched once.
manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)


def get(path: str = "", query: Query | None = None, accept_language: str = "") -> httpx.Response:
    """Request a page as a browser does that has seen none."""
    url = f"/{path}?{urlencode(query or {}, doseq=True)}"
    return Client(Starlette(routes=Pages("").routes())).get(url, {"Accept-Language": accept_language})


def first_page(query: Query | None = None, path: str = "", accept_language: str = "") -> Page:
    """Return the page of a URL as plain HTML."""
    response = get(path, query, accept_language)
    assert response.status_code == 200
    return page_of(response)


def page_of(response: httpx.Response) -> Page:
    """Return the page in the answer to a request."""
    whole = tree_of(response.text)
    by_id = {each.attributes["id"]: each for each in whole if "id" in each.attributes}
    about, parts = by_id["page"].attributes, {name: by_id[name] for name in PARTS}
    return Page(about["data-path"], read_language([whole.one("html").attributes["lang"]]) or "sv", parts, json.loads(about["data-labels"]))


class LivePage(Page):
    """A page that is connected to the server. It takes messages as `live.js` does, and sends events as `events.js` does.

    Attributes:
        app: The session.
        message: The message that is shown.
    """

    def __init__(self, app: AppTest) -> None:
        super().__init__()
        self.app = app
        self.message: dict[str, Any] = {"session": "", "number": 0}
        self._events: list[list[Any]] = []
        self._state: dict[str, Any] = {}  # of the component, which the browser sends with each run

    def run(self, *triggers: tuple[str, Any], is_received: bool = True) -> None:
        """Run the script, with values that the component sends once, by name; the message that follows may not arrive."""
        states = self.app._tree.get_widget_states()
        for component in self.app.get("bidi_component"):
            states.widgets.add(id=component.proto.id, json_value=json.dumps(self._state))
            if triggers:
                value = json.dumps([{"event": name, "value": value} for name, value in triggers])
                states.widgets.add(id=_make_trigger_id(component.proto.id, "events"), json_trigger_value=value)
        self.app._run(states)
        assert not self.app.exception
        if is_received:
            self.receive()

    def receive(self) -> None:
        """Show the message that was sent last."""
        (component,) = self.app.get("bidi_component")
        message = unpack_message(component.proto.bytes)
        if (message["session"], message["number"]) == (self.message["session"], self.message["number"]):
            return
        self.message, sent = message, message["parts"]
        self.path, self.language = message["path"], message["language"]
        self.parts |= {name: tree_of(sent[name]) for name in PARTS if name in sent}
        self.labels = json.loads(sent["labels"]) if "labels" in sent else self.labels

    def emit(self, *events: Sequence[Any], is_received: bool = True) -> None:
        """Send events, each as its kind and its arguments."""
        first = max([self.message["handled"], *(number for number, *_ in self._events)]) + 1
        self._events += [[number, *event] for number, event in enumerate(events, first)]
        value = {"session": self.message["session"], "shown": self.message["number"], "events": self._events}
        self.set_value(value, is_received=is_received)
        if {"open_page", "follow_link"} & {kind for kind, *_ in events}:
            self.app._page_hash = calc_hash(self.path) if self.path else ""  # as the browser does, and AppTest does not

    def set_value(self, value: object, *, is_received: bool = True) -> None:
        """Send a value that holds events, as the browser of a visitor or something else does."""
        self._state = {"events": value}
        self.run(is_received=is_received)

    def choose_file(self, name: str, content: bytes) -> None:
        """Have a file read beside the page, and bring the page its ticket."""
        self.run(("file", {"ticket": upload_tickets().add(read_upload(name, content, uploaded(self)))}))


def opened(query: Query | None = None, path: str = "") -> LivePage:
    """Open the app at a page's path and a query, until it is live."""
    app = AppTest.from_file(SCRIPT, default_timeout=PATIENCE_SECONDS)
    if path:
        app._page_hash = calc_hash(path)
    for name, value in (query or {}).items():
        app.query_params[name] = value
    page = LivePage(app)
    page.run()
    return page


def browse(page: LivePage, query: Query) -> LivePage:
    """Give the page another URL, as the browser's history does."""
    page.app.query_params.clear()
    page.app.query_params.update(query)
    page.run()
    return page


def emit(page: LivePage, *events: Sequence[Any]) -> LivePage:
    """Send events, each as its kind and its arguments."""
    page.emit(*events)
    return page


def follow(page: LivePage, control: Element) -> LivePage:
    """Press a link or a button of a live page, as `controls.js` does."""
    if event := control.attributes.get("data-event"):
        return emit(page, event.split(":"))
    url = urlsplit(control.attributes["href"])
    return emit(page, ("follow_link", url.path.removeprefix("./"), f"?{url.query}" if url.query else ""))


def press(page: LivePage, label: str) -> LivePage:
    """Press the button with this text."""
    (control,) = (each for each in controls(page) if each.text == label)
    return follow(page, control)


def choose(page: LivePage, key: str, codes: Sequence[str]) -> LivePage:
    """Press the toggles of a filter until these are the chosen ones."""
    changed = sorted({*pressed(page, key)} ^ {*codes})
    return emit(page, *(("set_option", key, code, code in codes) for code in changed))


def search(page: LivePage, text: str) -> LivePage:
    return emit(page, ("search", text))


def address(page: LivePage) -> dict[str, Any]:
    """Return the query of the page's URL."""
    return dict(page.app.query_params)


def upload_file(page: LivePage, content: str | bytes, name: str = "lista.csv") -> LivePage:
    """Choose a file on the page."""
    page.choose_file(name, content if isinstance(content, bytes) else content.encode())
    return page


def uploaded(page: LivePage) -> Dataset | None:
    """Return the dataset of the visitor's upload, or None."""
    state = page.app.session_state["values"]
    if upload_state._UPLOAD not in state:
        return None
    result: UploadResult = state[upload_state._UPLOAD]
    return result.dataset


# Map


def map_arguments(page: LivePage) -> dict[str, Any]:
    """Return the message to the map's frame."""
    arguments: dict[str, Any] = json.loads(page.app.get("component_instance")[0].proto.json_args)
    return arguments


def map_content(page: LivePage) -> list[Any]:
    """Return the arguments of `clusterMap.show`: points or their rows, circles, counties, and a record with cluster, version and extent."""
    (call,) = re.findall(r"clusterMap\.show\((.*)\);", map_arguments(page)["feature_group"])
    lists, _, record = call.removesuffix("}").rpartition(",{")
    return [*json.loads(f"[{lists}]"), _values_by_name(record)]


def _values_by_name(record: str) -> dict[str, Any]:
    """Return the members of a JavaScript object whose names have no quotation marks."""
    values: dict[str, Any] = {}
    while record:
        name, _, record = record.removeprefix(",").partition(":")
        values[name], end = json.JSONDecoder().raw_decode(record)
        record = record[end:]
    return values


def points_on_map(page: LivePage) -> list[list[Any]]:
    """Return the points on the map; those of the rows that are sent come from the list that the page has fetched."""
    points: list[Any] = map_content(page)[0]
    fetched = json.loads(preview_json(uploaded(page) or current_dataset(), page.language, None))["points"]
    return [fetched[str(point)] if isinstance(point, int) else point for point in points]


def ids_on_map(page: LivePage) -> list[str]:
    return [point[0] for point in points_on_map(page)]


def counties_on_map(page: LivePage) -> list[list[Any]]:
    """Return code, tooltip, class, and 1 for a chosen one, of each county."""
    counts, levels, chosen, total = map_content(page)[2]
    texts = texts_in(page.language)
    shapes = json.loads(shapes_json(texts.language))
    counties, titles = sorted(shapes["counties"], key=lambda county: str(county["code"])), shapes["labels"]["counties"]
    row, rows = shapes["labels"]["words"]

    def title(county: str, count: int) -> str:
        kinds = ("none_of_total", "of_total", "of_total") if total else ("none", "one", "many")
        text: str = titles[kinds[min(count, 2)]]
        return text % {"county": county, "count": texts.number(count), "total": texts.number(total), "row": row, "rows": rows}

    return [
        [county["code"], title(county["name"], count), int(level), int(county["code"] in chosen)]
        for county, count, level in zip(counties, counts, levels, strict=True)
    ]
