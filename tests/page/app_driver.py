"""Opening the page without a browser, and reading what it shows."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping, Sequence
from html import unescape
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

import components
from components.core.i18n import texts_in
from components.dataset.county_shapes import map_counties_geojson
from components.dataset.store import current_dataset
from components.widgets.labels import component_labels
from tests.polling import PATIENCE_SECONDS

PAGE = Path(components.__file__).parent / "page.py"
DATA = PAGE.parent.parent / "data"
Query = Mapping[str, str | list[str]]
NOT_SENT: Mapping[str, dict[str, Any]] = {  # by part, what its script takes for what is empty
    "header": {"here": "", "query": "", "skipped": "", "seen": 0},
    "summary": {"chips": [], "numbers": [], "without": [], "query": ""},
    "legend": {"said": []},
    "table": {"opened": "", "sorted": []},
    "toggles": {"focus": [], "chosen": {}},
}


def rows_of(table: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((DATA / f"{table}.csv").read_text("utf-8"))))


CLUSTERS = rows_of("clusters")
IDS = [row["id"] for row in CLUSTERS]


def opened(query: Query | None = None, place: str = "") -> AppTest:
    """Open the page at an address: a place's path and a query."""
    page = AppTest.from_file(PAGE, default_timeout=PATIENCE_SECONDS)
    if place:
        page._page_hash = calc_hash(place)
    for name, value in (query or {}).items():
        page.query_params[name] = value
    return run(page)


def run(page: AppTest) -> AppTest:
    page.run()
    assert not page.exception
    return page


def markup(page: AppTest) -> list[str]:
    return [element.value for element in page.html]


def top(page: AppTest) -> dict[str, Any]:
    """Return the name, heading and lead of the place that is shown."""
    told = part(page, "header")
    place: dict[str, Any] = told["words"]["places"][told["here"]]
    return place


def read(page: AppTest) -> str:
    """Return what a visitor reads at the top and in the elements that are HTML."""
    html = unescape(re.sub(r"<[^>]+>", " ", " ".join(markup(page))))
    return " ".join(" ".join([top(page)["heading"], top(page)["lead"], html]).split())


def fact(page: AppTest, heading: str) -> str:
    """Return the profile's entry under a heading, as a visitor reads it."""
    (profile,) = (html for html in markup(page) if 'class="profile"' in html)
    (entry,) = re.findall(f"<dt>{re.escape(heading)}</dt>\\s*<dd>(.*?)</dd>", profile, re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", entry)).split())


def part(page: AppTest, name: str) -> dict[str, Any]:
    """Return what one of the page's own parts is sent, with the words that it fetches."""
    (found,) = (part for part in page.get("bidi_component") if part.proto.component_name == name)
    content: dict[str, Any] = NOT_SENT.get(name, {}) | json.loads(found.proto.bytes)
    if isinstance(content.get("words"), str):
        language, version = content["words"].split("/")
        assert current_dataset().version.startswith(version)
        content["words"] = json.loads(component_labels(current_dataset(), texts_in(language)))[name]
    return content


def parts_of(page: AppTest) -> set[str]:
    return {part.proto.component_name for part in page.get("bidi_component")}


def headings(page: AppTest) -> list[str]:
    return [top(page)["heading"], *map(unescape, re.findall(r"<h2[^>]*>([^<]*)</h2>", "".join(markup(page))))]


def summary(page: AppTest) -> dict[str, Any]:
    return part(page, "summary")


def files_offered(page: AppTest) -> list[str]:
    """Return the addresses of the files, without their query, that can be fetched of the selection."""
    told = summary(page)
    return [address for number, (address, _) in enumerate(told["words"]["files"]) if number not in told["without"]]


def sentence(page: AppTest) -> str:
    return str(summary(page)["sentence"])


def numbers(page: AppTest) -> str:
    told = summary(page)
    return " ".join(f"{name} {text}" for name, text in zip(told["words"]["numbers"], told["numbers"], strict=False))


def toggles(page: AppTest, key: str) -> list[str]:
    """Return what a visitor reads on the toggles of a filter."""
    told = part(page, "toggles")
    (group,) = (group for group in told["words"]["groups"] if group["key"] == key)
    counts = dict(zip(sorted(code for code, _ in group["options"]), told["counts"][key], strict=True))
    return [f"{name} ({texts_in(told['words']['language']).number(counts[code])})" for code, name in group["options"]]


def focus_choices(page: AppTest) -> list[str]:
    """Return what a visitor reads on the focus areas: their names, beside which `toggles.js` writes the numbers."""
    told, texts = part(page, "toggles"), texts_in(part(page, "header")["words"]["language"])
    return [f"{name} ({texts.number(count)})" for name, count in zip(page.pills(key="focus").options, told["focus"], strict=True)]


def pressed(page: AppTest, key: str) -> list[str]:
    return list(part(page, "toggles")["chosen"].get(key, []))


def map_arguments(page: AppTest) -> dict[str, Any]:
    arguments: dict[str, Any] = json.loads(page.get("component_instance")[0].proto.json_args)
    return arguments


def on_map(page: AppTest) -> tuple[list[list[Any]], list[list[Any]], list[Any]]:
    """Return what `map.js` shows: points; regions with code, tooltip, class and whether chosen; the opened cluster and the sentence."""
    call = re.search(r"clusterMap\.show\((.*)\);", map_arguments(page)["feature_group"])
    assert call
    points, _circles, states, _chosen, (*rest, _session, _version) = json.loads(f"[{call[1]}]")
    language = part(page, "header")["words"]["language"]
    regions = []
    counts, levels, filters = states
    for shape, count, level in zip(json.loads(map_counties_geojson(language))["features"], counts, levels, strict=True):
        tooltip = shape["properties"]["one" if count == 1 else "many"] % texts_in(language).number(count)
        regions.append([shape["id"], tooltip, int(level), int(shape["id"] in filters)])
    return points, regions, rest


def ids_on_map(page: AppTest) -> list[str]:
    return [point[0] for point in on_map(page)[0]]


def table(page: AppTest) -> dict[str, Any]:
    return part(page, "table")


def ids_in_table(page: AppTest) -> list[str]:
    return [row[0] for row in table(page)["rows"]]


def set_state(page: AppTest, choice: Mapping[str, Any]) -> None:
    """Do what a press on one of the page's own parts does; AppTest cannot press those."""
    for key, value in choice.items():
        page.session_state[key] = value
    page.session_state["chosen"] = True


def choose_regions(page: AppTest, codes: Sequence[str]) -> AppTest:
    set_state(page, {"region": list(codes)})
    return run(page)


def choose_focus(page: AppTest, codes: Sequence[str]) -> AppTest:
    page.pills(key="focus").set_value(list(codes))
    return run(page)


def type_words(page: AppTest, words: str) -> AppTest:
    page.text_input(key="text").set_value(words)
    return run(page)


def press(page: AppTest, label: str) -> AppTest:
    (button,) = (button for button in page.button if button.label == label)
    button.click()
    return run(page)


def labels(page: AppTest) -> list[str]:
    return [button.label for button in page.button]


def address(page: AppTest) -> dict[str, Any]:
    return dict(page.query_params)
