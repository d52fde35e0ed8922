"""JSON of the shapes and names that the live map draws: all of Sweden coarsely, and the details that it fetches when zoomed in."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Any

from components.content.maps.county_titles import title_templates
from components.content.maps.map_names import ranked_towns
from components.content.wording.row_words import WORDS
from components.core.i18n import Texts, texts_in
from components.core.version import FINGERPRINT
from components.dataset.county_shapes import county_drawing, county_middles, drawn_counties, drawn_foreign_land, municipality_borders
from data.export import to_json
from data.languages import Language
from data.reference_tables import read_reference
from geo.drawing import COARSE, FINE, Detail
from geo.paths import LEFT, TOP, area_path

COARSE_TOWNS = 40  # of the most important ones; the others come with the details
VERSION = FINGERPRINT[:8]  # the shapes depend on nothing but the project and its packages
SHAPES_URL = f"map/shapes.json?v={VERSION}&lang="  # relative to the app; the language follows
DETAILS_URL = f"map/details.json?v={VERSION}"  # relative to the app


@functools.cache
def shapes_json(language: Language) -> bytes:
    """Return the coarse shapes with names, tooltips and labels in a language; independent of dataset and selection.

    Numbers in paths are whole `unit_km` from `origin`, x to the right and y down. Positions of names are eastings and northings of
    SWEREF 99 TM in kilometres.
    """
    texts = texts_in(language)
    return to_json(
        _shapes(COARSE)
        | {
            "counties": [shape | _county_texts(shape["code"], texts) for shape in _county_shapes(COARSE)],
            "names": [*_county_names(), *_town_names()[:COARSE_TOWNS]],
            "labels": map_labels(texts),
            "details": DETAILS_URL,
        }
    )


@functools.cache
def details_json() -> bytes:
    """Return the fine shapes, the borders of municipalities as one path, and the towns that the coarse shapes leave out."""
    return to_json(
        _shapes(FINE)
        | {
            "counties": _county_shapes(FINE),
            "municipalities": municipality_borders(),
            "names": _town_names()[COARSE_TOWNS:],
        }
    )


def map_labels(texts: Texts) -> dict[str, Any]:
    """Return the texts that `live_map.js` shows by itself; `counties_of_rows` are the titles where the rows are no clusters."""
    _ = texts.gettext
    buttons = {"zoomIn": _("Zoom in"), "zoomOut": _("Zoom out"), "home": _("Show the whole of Sweden")}
    return {
        "map": _("Map"),
        "buttons": buttons,
        "wheel": _("Hold Ctrl and scroll to zoom the map"),
        "nearest": _("Outside your selection"),
        "words": WORDS["cluster"](texts),
        "counties": title_templates(texts, are_clusters=True),
        "counties_of_rows": title_templates(texts, are_clusters=False),
    }


def _shapes(detail: Detail) -> dict[str, Any]:
    return {"origin": [LEFT, TOP], "unit_km": detail.unit_km, "land": area_path(drawn_foreign_land(detail), detail.unit_km)}


def _county_shapes(detail: Detail) -> list[dict[str, Any]]:
    counties = drawn_counties(detail)
    return [{"code": code, "d": area_path(shape, detail.unit_km)} for code, shape in zip(counties["code"], counties.geometry, strict=True)]


def _county_texts(code: str, texts: Texts) -> dict[str, Any]:
    region = read_reference().regions.set_index("code").loc[code]
    return {"name": region[f"county_{texts.language}"], "middle": county_middles()[code]}


def _county_names() -> list[dict[str, Any]]:
    """Return the names of the counties, those with the most room first."""
    names, middles = read_reference().regions.set_index("code")["name"], county_drawing().middles
    by_room = sorted(middles, key=lambda code: -middles[code].radius)
    return [
        _name(names[code], "county", (middles[code].x, middles[code].y), rank) | {"radius": middles[code].radius}
        for rank, code in enumerate(by_room)
    ]


def _town_names() -> Sequence[dict[str, Any]]:
    return [_name(town, "town", point, rank) for rank, (town, point) in enumerate(ranked_towns())]


def _name(text: str, kind: str, point: tuple[float, float], rank: int) -> dict[str, Any]:
    x, y = point
    return {"text": text, "kind": kind, "x": round(LEFT + x, 1), "y": round(TOP - y, 1), "rank": rank}
