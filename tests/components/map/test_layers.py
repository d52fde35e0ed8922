from __future__ import annotations

import json

import pytest

from components.map.layers import AssetUrls, BaseMap, LayerContext, RegionStyle, cluster_layer
from components.map.map_values import to_js_literal

HOSTILE = ("${alert(1)}", "`x`", "<img onerror=x>", "{{7*7}}", "{{ 'x' }}", "</script>", "\u2028", "_5f9d46", "\"'\\", "å" * 300)


def test_the_maps_files_come_from_the_given_urls_only() -> None:
    sweden = BaseMap(AssetUrls(leaflet="../L", palette="../P.css", assets="../A", shapes="../S"), "sv")
    urls = [url for _name, url in sweden.default_js + sweden.default_css]
    assert urls == ["../L/leaflet.js", "../A/frame_entry.js", "../L/leaflet.css", "../P.css", "../A/map.css"]


def test_a_layer_without_clusters_is_an_empty_list() -> None:
    assert cluster_layer([], [], [], 0, LayerContext("", "", (1, 2, 3, 4))).state == '[],[],[[],"",[],0],{extent:[1,2,3,4]}'


def test_the_layer_carries_points_regions_by_code_and_texts() -> None:
    skane, blekinge = RegionStyle("12", 2, 3, is_selected=True), RegionStyle("10", 0, 0, is_selected=False)
    layer = cluster_layer(['["a"]', '["b"]'], ['["c"]'], [skane, blekinge], 22, LayerContext("a", "in", (1, 2, 3, 4)))
    assert layer.state == '[["a"],["b"]],[["c"]],[[0,2],"03",["12"],22],{cluster:"a",version:"in",extent:[1,2,3,4]}'


def test_the_layer_says_when_its_points_are_the_nearest() -> None:
    context = LayerContext("", "", (1, 2, 3, 4), are_nearest=True)
    assert cluster_layer(["7"], [], [], 0, context).state == '[7],[],[[],"",[],0],{extent:[1,2,3,4],nearest:true}'


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_headings_reach_the_map_as_text(text: str) -> None:
    record = LayerContext("", "", (1, 2, 3, 4), text).to_js()
    literal = record.removeprefix("{extent:[1,2,3,4],size:").removesuffix("}")
    assert not set(literal) & set("<>&{}_$`'\u2028\u2029") and json.loads(literal) == text


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_reaches_the_map_as_text(text: str) -> None:
    script = to_js_literal([text])
    assert not set(script) & set("<>&{}_$`'\u2028\u2029")
    assert json.loads(script) == [text]
