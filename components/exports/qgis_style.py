"""Styles of the GeoPackage's layers for QGIS (QML), in the colours of the page's map."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from xml.etree.ElementTree import Element, SubElement, tostring

from geo import palette
from geo.classes import classify

LIGHT = 0  # index of a colour of the light theme
DOCTYPE = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>"
ROOT = {"version": "3.28.0", "styleCategories": "Symbology|Labeling"}
OUTLINE_MM, THIN_OUTLINE_MM, MARKER_MM = "0.3", "0.1", "2.6"  # millimetres
HALO = {"bufferDraw": "1", "bufferSize": "0.8", "bufferColor": "255,255,255,255"}


def styles_of(counts: Collection[int], labels: Collection[str]) -> dict[str, str]:
    """Return the style of each layer by its name: counties in classes by these numbers of clusters, municipalities, clusters.

    `labels` are the names of the classes that occur, ascending.
    """
    return {"regions": _counties(counts, labels), "municipalities": _municipalities(), "clusters": _clusters()}


def _counties(counts: Collection[int], labels: Collection[str]) -> str:
    classes, highest = classify(counts), max(counts, default=0)
    root = Element("qgis", ROOT)
    renderer = SubElement(root, "renderer-v2", {"type": "graduatedSymbol", "attr": "clusters", "graduatedMethod": "GraduatedColor"})
    ranges, symbols = SubElement(renderer, "ranges"), SubElement(renderer, "symbols")
    indices = sorted(set(map(classes.class_index, counts)))
    for number, (index, label) in enumerate(zip(indices, labels, strict=True)):
        lower, upper = classes.limits(index, highest)
        limits = {"lower": str(lower), "upper": str(upper), "label": label, "symbol": str(number), "render": "true"}
        SubElement(ranges, "range", limits)
        colour = palette.CLASS_COLOURS[index][LIGHT]
        _symbol(symbols, str(number), "fill", "SimpleFill", _fill(_rgba(colour), palette.OUTLINE, OUTLINE_MM))
    return _with_labels(root, "name")


def _municipalities() -> str:
    root = Element("qgis", ROOT)
    _symbol(_single(root), "0", "fill", "SimpleFill", _fill("0,0,0,0", palette.OUTLINE, THIN_OUTLINE_MM))
    return _to_qml(root)


def _clusters() -> str:
    root = Element("qgis", ROOT)
    marker = {
        "name": "circle",
        "color": _rgba(palette.MARKER[LIGHT]),
        "outline_color": _rgba(palette.MARKER_EDGE[LIGHT]),
        "outline_width": OUTLINE_MM,
        "size": MARKER_MM,
        "size_unit": "MM",
    }
    _symbol(_single(root), "0", "marker", "SimpleMarker", marker)
    return _with_labels(root, "name")


def _single(root: Element) -> Element:
    return SubElement(SubElement(root, "renderer-v2", {"type": "singleSymbol"}), "symbols")


def _fill(colour: str, outline: palette.Colour, width: str) -> dict[str, str]:
    return {"color": colour, "style": "solid", "outline_color": _rgba(outline[LIGHT]), "outline_style": "solid", "outline_width": width}


def _symbol(symbols: Element, name: str, kind: str, drawn_as: str, options: Mapping[str, str]) -> None:
    """Add a symbol of one layer."""
    symbol = SubElement(symbols, "symbol", {"name": name, "type": kind, "alpha": "1"})
    _options(SubElement(symbol, "layer", {"class": drawn_as, "enabled": "1", "pass": "0", "locked": "0"}), options)


def _options(parent: Element, options: Mapping[str, str]) -> None:
    options_map = SubElement(parent, "Option", {"type": "Map"})
    for name, value in options.items():
        SubElement(options_map, "Option", {"type": "QString", "name": name, "value": value})


def _with_labels(root: Element, column: str) -> str:
    """Return the style with the names of a column beside the symbols."""
    settings = SubElement(SubElement(root, "labeling", {"type": "simple"}), "settings")
    text = {"fieldName": column, "fontSize": "8", "textColor": _rgba(palette.PAGE_COLOURS["text"][LIGHT])}
    SubElement(SubElement(settings, "text-style", text), "text-buffer", HALO)
    SubElement(settings, "rendering", {"drawLabels": "1", "obstacle": "1"})
    return _to_qml(root)


def _to_qml(root: Element) -> str:
    return f"{DOCTYPE}\n{tostring(root, encoding='unicode')}"


def _rgba(colour: str) -> str:
    """Return a colour such as #12608f as QGIS writes it: 18,96,143,255."""
    return ",".join(str(int(colour[start : start + 2], 16)) for start in (1, 3, 5)) + ",255"
