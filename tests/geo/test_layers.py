from __future__ import annotations

import json
from itertools import pairwise

import pytest

from geo import palette
from geo.layers import Addresses, BaseMap, RegionState, cluster_layer, to_script

HOSTILE = ("${alert(1)}", "`x`", "<img onerror=x>", "{{7*7}}", "{{ 'x' }}", "</script>", "\u2028", "_5f9d46", "\"'\\", "å" * 300)


def test_the_maps_files_come_from_the_given_addresses_only() -> None:
    sweden = BaseMap(Addresses(leaflet="../L", assets="../A", boundaries="../B.geojson", clusters="../C.json"))
    links = [address for _name, address in sweden.default_js + sweden.default_css]
    assert links == ["../L/leaflet.js", "../A/map.js", "../L/leaflet.css", "../A/map.css"]


def test_a_layer_without_clusters_is_an_empty_list() -> None:
    assert cluster_layer([], [], None, "", []).state == '[], [], null, [""]'


def test_the_layer_carries_points_regions_and_texts() -> None:
    skane = RegionState("12", "Skåne: 2", 2, chosen=True)
    layer = cluster_layer(['["a"]', '["b"]'], [skane], {"regions": ("12",), "labels": ()}, "a", ["in"])
    assert layer.state == '[["a"],["b"]], [["12","Skåne: 2",2,1]], [["regions",["12"]],["labels",[]]], ["a","in"]'


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_reaches_the_map_as_text(text: str) -> None:
    script = to_script([text])
    assert not set(script) & set("<>&{}_$`'\u2028\u2029")
    assert json.loads(script) == [text]


def test_the_classes_of_the_map_and_their_names() -> None:
    assert [palette.level(count) for count in (0, 1, 2, 3, 4, 5, 99)] == [0, 1, 2, 3, 3, 4, 4]
    assert [palette.level_label(number) for number in range(5)] == ["0", "1", "2", "3–4", "5+"]
    assert len(palette.LEVELS) == 5


@pytest.mark.parametrize("theme", [0, 1])
def test_the_classes_are_told_apart_by_lightness_alone(theme: int) -> None:
    lightness = [luminance(colour[theme]) for colour in palette.LEVELS]
    steps = [second - first for first, second in pairwise(lightness)]
    assert all(step < 0 for step in steps) if theme == 0 else all(step > 0 for step in steps)


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
