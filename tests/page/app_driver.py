"""Driver of the page without a browser: opens it, sends events to it and reads what it shows."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

import components
from components.core.i18n import texts_in
from components.dataset.store import current_dataset
from components.map.county_boundaries import map_counties_geojson
from components.widgets.labels import component_labels
from tests.polling import PATIENCE_SECONDS

PAGE = Path(components.__file__).parent / "page.py"
DATA = PAGE.parent.parent / "data"
Query = Mapping[str, str | list[str]]
OMITTED_CONTENT: Mapping[str, dict[str, Any]] = {  # by component, the empty values, which are not sent
    "header": {"path": "", "query": "", "ignored_notice": "", "handled": 0},
    "summary": {"chips": [], "numbers": [], "unavailable_formats": [], "query": ""},
    "legend": {"notes": []},
    "table": {"opened": "", "sorted": []},
    "toggles": {"focus": [], "chosen": {}},
}

# Each AppTest searches all installed packages for components, for longer than it runs the page: here they are searched once.
manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)


def rows_of(table: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((DATA / f"{table}.csv").read_text("utf-8"))))


CLUSTERS = rows_of("clusters")
IDS = [row["id"] for row in CLUSTERS]


def opened(query: Query | None = None, path: str = "") -> AppTest:
    """Open the app at a page's path and a query."""
    page = AppTest.from_file(PAGE, default_timeout=PATIENCE_SECONDS)
    if path:
        page._page_hash = calc_hash(path)
    for name, value in (query or {}).items():
        page.query_params[name] = value
    return run(page)


def run(page: AppTest) -> AppTest:
    page.run()
    assert not page.exception
    return page


def markup(page: AppTest) -> list[str]:
    return [element.value for element in page.html]


def page_labels(page: AppTest) -> dict[str, Any]:
    """Return the name, heading and tagline of the page that is shown."""
    header = part(page, "header")
    labels: dict[str, Any] = header["labels"]["pages"][header["path"]]
    return labels


def read(page: AppTest) -> str:
    """Return the text of the heading, the tagline and all HTML elements."""
    html = unescape(re.sub(r"<[^>]+>", " ", " ".join(markup(page))))
    return " ".join(" ".join([page_labels(page)["heading"], page_labels(page)["tagline"], html]).split())


def fact(page: AppTest, heading: str) -> str:
    """Return the text of the profile's fact with this heading."""
    (profile,) = (html for html in markup(page) if 'class="profile"' in html)
    (entry,) = re.findall(f"<dt>{re.escape(heading)}</dt>\\s*<dd>(.*?)</dd>", profile, re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", entry)).split())


def part(page: AppTest, name: str) -> dict[str, Any]:
    """Return the content that is sent to a component, with the labels that it fetches."""
    content: dict[str, Any] = OMITTED_CONTENT.get(name, {}) | json.loads(_proto(page, name).bytes)
    if isinstance(content.get("labels"), str):
        language, version = content["labels"].split("/")
        assert current_dataset().version.startswith(version)
        content["labels"] = json.loads(component_labels(current_dataset(), texts_in(language)))[name]
    return content


def _proto(page: AppTest, name: str) -> Any:
    (component,) = (component for component in page.get("bidi_component") if component.proto.component_name == name)
    return component.proto


def parts_of(page: AppTest) -> set[str]:
    return {part.proto.component_name for part in page.get("bidi_component")}


def headings(page: AppTest) -> list[str]:
    return [page_labels(page)["heading"], *map(unescape, re.findall(r"<h2[^>]*>([^<]*)</h2>", "".join(markup(page))))]


def summary(page: AppTest) -> dict[str, Any]:
    return part(page, "summary")


def files_offered(page: AppTest) -> list[str]:
    """Return the URLs, without their query, of the files that are offered for the selection."""
    content = summary(page)
    return [url for index, (url, _) in enumerate(content["labels"]["files"]) if index not in content["unavailable_formats"]]


def sentence(page: AppTest) -> str:
    return str(summary(page)["sentence"])


def numbers(page: AppTest) -> str:
    content = summary(page)
    return " ".join(f"{name} {text}" for name, text in zip(content["labels"]["numbers"], content["numbers"], strict=False))


def toggles(page: AppTest, key: str) -> list[str]:
    """Return the texts of the toggles of a filter, as `toggles.js` writes them."""
    content = part(page, "toggles")
    (group,) = (group for group in content["labels"]["groups"] if group["key"] == key)
    counts = dict(zip(sorted(code for code, _ in group["options"]), content["counts"][key], strict=True))
    return [f"{name} ({texts_in(content['labels']['language']).number(counts[code])})" for code, name in group["options"]]


def focus_choices(page: AppTest) -> list[str]:
    """Return the texts of the toggles of the focus areas: their names, beside which `toggles.js` writes the counts."""
    content, texts = part(page, "toggles"), texts_in(part(page, "header")["labels"]["language"])
    return [f"{name} ({texts.number(count)})" for name, count in zip(page.pills(key="focus").options, content["focus"], strict=True)]


def pressed(page: AppTest, key: str) -> list[str]:
    return list(part(page, "toggles")["chosen"].get(key, []))


def map_arguments(page: AppTest) -> dict[str, Any]:
    arguments: dict[str, Any] = json.loads(page.get("component_instance")[0].proto.json_args)
    return arguments


def on_map(page: AppTest) -> tuple[list[list[Any]], list[list[Any]], list[Any]]:
    """Return what `map.js` shows: points; regions as [code, tooltip, class, 1 if chosen]; the opened cluster and the sentence."""
    call = re.search(r"clusterMap\.show\((.*)\);", map_arguments(page)["feature_group"])
    assert call
    points, _circles, states, _chosen, (*cluster_and_sentence, _session, _version) = json.loads(f"[{call[1]}]")
    language = part(page, "header")["labels"]["language"]
    regions = []
    counts, levels, filters = states
    for shape, count, level in zip(json.loads(map_counties_geojson(language))["features"], counts, levels, strict=True):
        tooltip = shape["properties"]["one" if count == 1 else "many"] % texts_in(language).number(count)
        regions.append([shape["id"], tooltip, int(level), int(shape["id"] in filters)])
    return points, regions, cluster_and_sentence


def ids_on_map(page: AppTest) -> list[str]:
    return [point[0] for point in on_map(page)[0]]


def table(page: AppTest) -> dict[str, Any]:
    return part(page, "table")


def ids_in_table(page: AppTest) -> list[str]:
    return [row[0] for row in table(page)["rows"]]


def emit(page: AppTest, *events: Sequence[Any]) -> AppTest:
    """Send events, each as its kind and its arguments, to the server as the header's script does, and run the page."""
    header = part(page, "header")
    numbered = [[header["handled"] + number, *event] for number, event in enumerate(events, 1)]
    states = page._tree.get_widget_states()
    value = {"events": {"session": header["session"], "events": numbered}}
    states.widgets.add(id=_proto(page, "header").id, json_value=json.dumps(value))
    page._run(states)
    assert not page.exception
    return page


def choose_regions(page: AppTest, codes: Sequence[str]) -> AppTest:
    """Press the toggles of counties until these are the chosen ones."""
    changed = sorted({*pressed(page, "region")} ^ {*codes})
    return emit(page, *(("set_option", "region", code, code in codes) for code in changed))


def choose_focus(page: AppTest, codes: Sequence[str]) -> AppTest:
    page.pills(key="focus").set_value(list(codes))
    return run(page)


def search(page: AppTest, text: str) -> AppTest:
    page.text_input(key="text").set_value(text)
    return run(page)


def press(page: AppTest, label: str) -> AppTest:
    (button,) = (button for button in page.button if button.label == label)
    button.click()
    return run(page)


def labels(page: AppTest) -> list[str]:
    return [button.label for button in page.button]


def address(page: AppTest) -> dict[str, Any]:
    """Return the query of the page's URL."""
    return dict(page.query_params)
