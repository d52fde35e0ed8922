"""Map as a picture over HTTP: size, content, parameters, names of the files, uploads, and what is kept in memory."""

from __future__ import annotations

import io
import os
import re
import struct
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from PIL import Image
from starlette.applications import Starlette

from components.api.routes import api_routes
from components.dataset.store import dataset_store
from components.dataset.upload_reader import read_upload
from components.exports import writers
from tests.components.api.file_readers import CLIENT
from tests.components.asgi_client import Client
from tests.hostile import LINES, hostile_names

SVG = "{http://www.w3.org/2000/svg}"
CLASS_COLOURS = {"#eef2f5", "#bfd8e8", "#7db0d0", "#387ba6"}  # that occur in the whole list
MARKER = "#8a3300"
WIDTHS = (400, 799, 800, 1200, 2400)
FILTERS = (
    "",
    "lang=en",
    "region=12",
    "region=12&region=14&lang=en",
    "focus=digital",
    "ecosystem=textile",
    "label=bronze&label=gold",
    "q=robot+%26+co",
    "municipality=1281",
    "cluster=paper-province",
    "region=09&label=gold",
)


def fetched(path: str) -> httpx.Response:
    answer = CLIENT.get(f"/api/{path}")
    assert answer.status_code == 200, answer.text
    return answer


def size_of(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def colours_of(png: bytes) -> dict[str, int]:
    """Return the number of pixels of each colour."""
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    colours = picture.getcolors(maxcolors=picture.width * picture.height) or []
    return {"#{:02x}{:02x}{:02x}".format(*colour): number for number, colour in colours if isinstance(colour, tuple)}


def drawing(path: str) -> ET.Element:
    return ET.fromstring(fetched(path).content)  # noqa: S314 - the project's own markup


def texts(root: ET.Element) -> list[str]:
    """Return the lines of text that the picture shows, without the halos of names."""
    halos = {text for group in root.iter(f"{SVG}g") if group.get("aria-hidden") for text in group}
    return [text.text or "" for text in root.iter(f"{SVG}text") if text not in halos]


def clusters_on(root: ET.Element) -> list[str]:
    """Return the names of the clusters that have a marker, in alphabetical order."""
    return sorted((circle[0].text or "").partition("\n")[0] for circle in root.iter(f"{SVG}circle") if len(circle))


@pytest.mark.parametrize("width", WIDTHS)
def test_a_png_has_the_requested_width_and_the_proportions_of_the_svg(width: int) -> None:
    root = drawing(f"map.svg?width={width}")
    stated = (int(root.attrib["width"]), int(root.attrib["height"]))
    assert size_of(fetched(f"map.png?width={width}").content) == stated
    assert stated[0] == width and 1 < stated[1] / width < 4


def test_a_picture_is_1200_pixels_wide_and_a_card_1200_by_630() -> None:
    assert size_of(fetched("map.png").content)[0] == 1200 == size_of(fetched("map.png?width=").content)[0]
    assert size_of(fetched("card.png").content) == (1200, 630)
    assert fetched("map.png").content == fetched("map.png?width=1200").content


@pytest.mark.parametrize("path", ["map.png?width=400", "map.png", "map.png?width=2400", "card.png"])
def test_a_png_has_the_colours_of_the_classes_and_the_markers(path: str) -> None:
    colours = colours_of(fetched(path).content)
    assert colours.keys() >= CLASS_COLOURS | {MARKER}
    assert all(colours[colour] > 100 for colour in CLASS_COLOURS | {MARKER})
    assert max(colours, key=lambda colour: colours[colour]) == "#ffffff"


def test_a_png_has_text() -> None:
    """Without the typeface there would be none: the colour of text is used for nothing else in these pictures."""
    assert colours_of(fetched("map.png").content)["#1a242c"] > 2000
    assert colours_of(fetched("map.png?width=400").content)["#1a242c"] > 500


@pytest.mark.slow
@pytest.mark.parametrize("query", FILTERS)
def test_each_filter_has_a_picture(query: str) -> None:
    assert size_of(fetched(f"map.png?{query}&width=400").content)[0] == 400  # small, since its pixels cost most
    assert size_of(fetched(f"card.png?{query}").content) == (1200, 630)


@pytest.mark.parametrize(
    ("query", "title", "sentence", "lines"),
    [
        (
            "",
            "22 kluster i S3-piloten 2018",
            "Hela listan: 22 kluster i S3-piloten 2018.",
            {"Kluster per län", "Inget av klustren", "1 kluster", "2 kluster", "3 kluster", "22 av 22"},
        ),
        (
            "?region=12",
            "Skåne: 2 kluster – S3-piloten 2018",
            "Skåne: 2 kluster (av de 22 i S3-piloten 2018).",
            {"Län som inte är valt", "2 kluster", "2 av 22", "Kluster"},
        ),
        (
            "?focus=digital&lang=en",
            "Digital technology: 7 clusters – S3-piloten 2018",
            "Digital technology: 7 clusters (of the 22 in S3-piloten 2018).",
            {"Clusters per county", "None of the clusters", "1 cluster"},
        ),
        (
            "?label=gold&region=09",
            "Senast kända märkning guld på Gotland: inget av de 22 klustren – S3-piloten 2018",
            "Senast kända märkning guld på Gotland: inget av de 22 klustren i",
            {"0 av 22", "Inget av klustren"},
        ),
        (
            "?cluster=paper-province",
            "Paper Province – S3-piloten 2018",
            "Hela listan: 22 kluster i S3-piloten 2018.",
            {"Karlstad, Värmland", "Skog och bioekonomi"},
        ),
    ],
)
def test_an_svg_names_its_content(query: str, title: str, sentence: str, lines: set[str]) -> None:
    root = drawing(f"map.svg{query}")
    assert (root.attrib["role"], root[0].tag, root[0].text, root[1].tag) == ("img", f"{SVG}title", title, f"{SVG}desc")
    assert (root[1].text or "").startswith(sentence)
    shown = texts(root)
    assert lines <= {text.replace("\xa0", " ") for text in shown}
    assert title in " ".join(shown).replace("\xa0", " ")
    assert "Tillväxtverket, S3-piloten 2018." in " ".join(shown).replace("\xa0", " ") and "2026-11-26" in " ".join(shown)
    assert any(text.startswith("Demonstration") for text in shown) and "Tillväxtverket, S3-piloten 2018" not in shown  # the publisher
    assert "(CC0\xa01.0)." in " ".join(shown) and "klusterkartan.test" in " ".join(shown)


def test_the_description_names_each_county_with_clusters() -> None:
    description = drawing("map.svg?region=12&region=14")[1].text or ""
    assert re.findall(r"(\w[\w ]+ län): (\d) kluster", description.partition("Kluster per län: ")[2]) == [
        ("Skåne län", "2"),
        ("Västra Götalands län", "3"),
    ]
    assert "län:" not in (drawing("map.svg?region=09&label=gold")[1].text or "")


def test_an_svg_has_each_county_in_its_class_and_each_located_cluster() -> None:
    root = drawing("map.svg?region=12")
    counties = {path[0].text: path.attrib["class"] for path in root.iter(f"{SVG}path") if len(path)}
    assert (counties["Skåne län: 2 kluster matchar"], counties["Hallands län: inget kluster matchar"]) == (
        "county level-2",
        "county not-chosen",
    )
    assert clusters_on(root) == ["IUC Syd", "Mobile Heights, nu OpenTech"]
    assert "Halland" in texts(root) and "Norrbotten" not in texts(root)  # which is far outside
    assert len([path for path in drawing("map.svg").iter(f"{SVG}path") if len(path)]) == 21


def test_the_legend_has_the_classes_that_occur() -> None:
    root = drawing("map.svg?focus=digital")
    counties = {path.attrib["class"].removeprefix("county ") for path in root.iter(f"{SVG}path") if len(path)}
    swatches = {rect.attrib["class"].removeprefix("swatch ") for rect in root.iter(f"{SVG}rect") if "swatch" in rect.get("class", "")}
    assert swatches == counties == {"level-0", "level-1"}


@pytest.mark.parametrize("path", ["map.svg", "map.svg?width=400", "map.svg?region=12&lang=en"])
def test_an_svg_needs_nothing_else_and_has_plain_colours(path: str) -> None:
    content = fetched(path).text
    assert not re.search(r"var\(|light-dark|<style|<script|<image|href|url\((?!#)|@import|paint-order", content)
    assert set(re.findall(r'(?:fill|stroke)="([^"]*)"', content)) <= set(re.findall(r"#[0-9a-f]{6}", content))


def test_a_picture_is_the_same_each_time() -> None:
    fresh = Client(Starlette(routes=api_routes("")))
    assert fresh.get("/api/map.png?width=500").content == fetched("map.png?width=500").content


@pytest.mark.parametrize("path", ["map.png", "map.svg"])
@pytest.mark.parametrize("width", ["399", "2401", "0", "-400", "1e3", "800.0", "0800", "٨٠٠", "wide", "9" * 300, "%20800"])
def test_another_width_is_a_problem(path: str, width: str) -> None:
    answer = CLIENT.get(f"/api/{path}?width={width}")
    assert (answer.status_code, answer.headers["content-type"]) == (400, "application/problem+json")
    ((parameter, allowed),) = ((error["parameter"], error["allowed"]) for error in answer.json()["errors"])
    assert (parameter, allowed) == ("width", "a whole number from 400 to 2400")


def test_two_widths_are_a_problem() -> None:
    answer = CLIENT.get("/api/map.png?width=400&width=800")
    assert (answer.status_code, answer.json()["errors"]) == (400, [{"parameter": "width", "allowed": "once"}])


@pytest.mark.parametrize("path", ["card.png", "clusters.csv", "regions.json"])
def test_other_files_have_no_width(path: str) -> None:
    answer = CLIENT.get(f"/api/{path}?width=800")
    assert answer.status_code == 400
    (error,) = answer.json()["errors"]
    assert error["parameter"] == "width" and "width" not in error["allowed"] and "region" in error["allowed"]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("map.png?region=12", r"karta_s3-piloten-2018_skane_\d{4}-\d\d-\d\d\.png"),
        ("map.svg?lang=en", r"map_s3-piloten-2018_all_\d{4}-\d\d-\d\d\.svg"),
        ("card.png?focus=digital", r"karta_s3-piloten-2018_digital_\d{4}-\d\d-\d\d_1200x630\.png"),
    ],
)
def test_a_browser_shows_a_picture_and_saves_it_under_a_name(path: str, name: str) -> None:
    assert re.match(f'inline; filename="{name}"; ', fetched(path).headers["content-disposition"])


def test_each_width_has_its_own_validator() -> None:
    tags = [fetched(f"{path}{query}").headers["etag"] for path in ("map.png", "map.svg") for query in ("", "?width=400", "?width=2400")]
    assert len(set(tags)) == len(tags)
    assert fetched("map.png?width=1200").headers["etag"] == tags[0]


def test_a_png_is_drawn_once(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []

    def draw(svg: str) -> bytes:
        drawn.append(svg)
        return b"\x89PNG"

    monkeypatch.setattr(writers, "to_png", draw)
    client = Client(Starlette(routes=api_routes("")))
    for _ in range(3):
        for query in ("", "?region=12", "?width=400", "?lang=en"):
            assert client.get(f"/api/map.png{query}").content == b"\x89PNG"
    assert len(drawn) == 4
    assert client.get("/api/map.png", {"If-None-Match": "*"}).status_code == 304 and len(drawn) == 4


def test_a_new_list_has_new_pictures(write_list: Callable[[str], Path]) -> None:
    pictures = []
    for name, code, day in (("Ett", "12", 1_700_000_000), ("Två", "25", 1_750_000_000)):
        os.utime(write_list(f"id,name,region_codes,focus\none,{name},{code},digital\n"), (day, day))
        dataset_store.cache_clear()
        assert clusters_on(drawing("map.svg")) == [name]
        pictures.append(fetched("map.png").content)
    assert pictures[0] != pictures[1]


def test_an_upload_has_pictures_that_no_cache_keeps() -> None:
    held = read_upload("lista.csv", "Namn;Län;Kommun;Inriktning\nEtt;Skåne;Lund;Digital teknik\nTvå;Örebro;;\n".encode()).dataset
    assert held
    folder = f"/api/uploads/{held.origin.upload_token}"
    for path, start in (("map.png", b"\x89PNG"), ("map.svg", b"<svg ")):
        answer = CLIENT.get(f"{folder}/{path}?region=12&width=500", {"If-None-Match": "*"})
        assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store")
        assert answer.content.startswith(start) and "etag" not in answer.headers
        assert answer.headers["content-disposition"].startswith("inline")
    assert "lista.csv" in CLIENT.get(f"{folder}/map.svg").text and "upload" not in CLIENT.get(f"{folder}/map.svg").text
    assert CLIENT.get(f"{folder}/map.png?width=1").status_code == 400
    assert CLIENT.get(f"{folder}/card.png").status_code == 404
    assert CLIENT.get("/api/uploads/x/map.png").status_code == 404


@pytest.mark.slow
def test_hostile_names_stay_text(write_list: Callable[[str], Path]) -> None:
    names = hostile_names()[:250]
    cells = [name.replace('"', '""') for name in names]
    write_list("id,name,region_codes,focus\n" + "".join(f'c-{number},"{cell}",12,digital\n' for number, cell in enumerate(cells)))
    root = drawing("map.svg?cluster=c-3")
    allowed = {"svg", "title", "desc", "rect", "clipPath", "g", "path", "text", "circle"}
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= allowed
    assert not [name for element in root.iter() for name in element.attrib if name.startswith("on")]
    assert (root[0].text or "").startswith(f"{names[3]} – ")
    for number in range(0, len(names), 25):
        assert size_of(fetched(f"map.png?width=400&cluster=c-{number}").content)[0] == 400


def test_hostile_searches_have_a_picture() -> None:
    for line in LINES[::10]:
        answer = CLIENT.get("/api/map.svg?" + str(httpx.QueryParams({"q": line[:100]})))
        assert answer.status_code == 200 and ET.fromstring(answer.content)[0].text  # noqa: S314 - the project's own markup
