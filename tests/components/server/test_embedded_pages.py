"""Frames for other sites over HTTP: their content, and that they alone may be framed by everybody."""

from __future__ import annotations

import io
from functools import cache
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from benchmarks.lists import write
from components.core.embedding import EMBEDS
from data.languages import LANGUAGES
from tests.components.server.dashboard_app import dashboard_client
from tests.conftest import SetSettings, WriteList
from tests.hostile import LINES
from tests.html_tree import ANY, Element, tree_of

client_at = cache(dashboard_client)
CLIENT = client_at("")
BASE = "http://klusterkartan.test"
QUERIES = ["", "&lang=en", "&region=12&lang=sv", "&region=12&region=14&focus=digital&lang=en", "&q=robot&sort=-name", "&cluster=compare"]
CLOSED = ["/", "/?region=12", "/?embed=", "/?embed=poster", "/compare?embed=map", "/nothing?embed=map", "/api/clusters.csv", "/favicon.png"]


def policy(answer: httpx.Response) -> dict[str, list[str]]:
    (header,) = answer.headers.get_list("content-security-policy")
    directives = [directive.split() for directive in header.split(";")]
    return {name: values for name, *values in directives}


def frame(embed: str, query: str = "") -> Element:
    answer = CLIENT.get(f"/?embed={embed}{query}")
    assert answer.status_code == 200
    return tree_of(answer.text)


def links_of(page: Element) -> list[dict[str, str]]:
    return [link.attributes for link in page.all("a", href=ANY)]


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("embed", EMBEDS)
def test_every_site_may_show_a_frame_which_has_no_script(embed: str, query: str) -> None:
    answer = CLIENT.get(f"/?embed={embed}{query}")
    allowed = policy(answer)
    assert allowed["frame-ancestors"] == ["*"] and allowed["script-src"] == allowed["default-src"] == ["'none'"]
    assert {value for values in allowed.values() for value in values} == {"*", "'none'", "'self'", "'unsafe-inline'"}
    assert [name for name, values in allowed.items() if "'unsafe-inline'" in values] == ["style-src-attr"]
    assert "x-frame-options" not in answer.headers and answer.headers["cross-origin-resource-policy"] == "cross-origin"
    page = tree_of(answer.text)
    assert page.all("script") == page.all("style") == page.all("form") == page.all("button") == []
    assert not [name for each in page for name in each.attributes if name.startswith("on")]


@pytest.mark.parametrize("url", CLOSED)
def test_everything_else_keeps_the_frame_ancestors(url: str) -> None:
    client = dashboard_client(frame_ancestors="'self' https://www.skane.se")
    assert policy(client.get(url))["frame-ancestors"] == ["'self'", "https://www.skane.se"]


@pytest.mark.parametrize("embed", EMBEDS)
def test_embedding_can_be_turned_off(embed: str, set_settings: SetSettings) -> None:
    """The URL of a frame then leads to the full page, which says that it ignored the value."""
    set_settings(EMBEDDING="off")
    client = dashboard_client()
    answer = client.get(f"/?embed={embed}&region=12&lang=en")
    assert policy(answer)["frame-ancestors"] == ["'self'"] and answer.headers["cross-origin-opener-policy"] == "same-origin"
    page = tree_of(answer.text)
    assert page.one(role="alert").text == f"Part of the link was not recognised and has been ignored: “{embed}”"
    assert page.all(id="filters") and page.all(data_embed=ANY) == []


@pytest.mark.parametrize("coding", ["br", "identity"])
@pytest.mark.parametrize("embed", EMBEDS)
def test_a_browser_that_has_the_frame_gets_304_with_the_same_policy(embed: str, coding: str) -> None:
    """A cache may take over the headers of a 304: with those of the full page, the frame would be refused."""
    url, headers = f"/?embed={embed}&region=12", {"Accept-Encoding": coding}
    first = CLIENT.get(url, headers)
    again = CLIENT.get(url, headers | {"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    for name in ("etag", "cache-control", "content-security-policy", "cross-origin-resource-policy"):
        assert again.headers[name] == first.headers[name]
    others = ("/?region=12", f"/?embed={'list' if embed == 'map' else 'map'}&region=12", f"/?embed={embed}")
    assert {CLIENT.get(other, headers | {"If-None-Match": first.headers["etag"]}).status_code for other in others} == {200}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("embed", EMBEDS)
def test_neither_a_frame_nor_its_style_sheets_set_a_cookie(embed: str, language: str) -> None:
    answer = CLIENT.get(f"/?embed={embed}&lang={language}")
    sheets = [link.attributes["href"] for link in tree_of(answer.text).all("link", rel="stylesheet")]
    answers = [answer, *(CLIENT.get(sheet.removeprefix(".")) for sheet in sheets)]
    assert len(answers) == 4 and {each.status_code for each in answers} == {200}
    assert [each for each in answers if "set-cookie" in each.headers] == []
    assert {each.headers["cross-origin-resource-policy"] for each in answers} == {"cross-origin"}


def on_map(page: Element) -> int:
    """Return the number of clusters on the map: a symbol stands for one, or for the number beside it."""
    return len(page.all("circle", "cluster")) + sum(int(number.text) - 1 for number in page.all("text", "number"))


@pytest.mark.parametrize(
    ("query", "heading", "count"),
    [
        ("&lang=sv", "22 kluster i S3-piloten 2018", 22),
        ("&lang=en&region=12", "Skåne: 2 clusters – S3-piloten 2018", 2),
        ("&lang=sv&region=12&focus=digital", "Digital teknik i Skåne: 1 kluster – S3-piloten 2018", 1),
        ("&lang=en&region=12&cluster=iuc-syd", "Skåne: 2 clusters – S3-piloten 2018", 2),
    ],
)
def test_both_frames_show_the_selection(query: str, heading: str, count: int) -> None:
    for embed in EMBEDS:
        page = frame(embed, query)
        assert page.one("h1").text == heading and page.one("title").text == f"{heading} – Klusterkartan"
        assert "Tillväxtverket, S3-piloten 2018" in page.one("footer").text
        shown = on_map(page) if embed == "map" else len(page.one(id="rows").all("tr"))
        assert shown == count and len(page.all("svg")) == len(page.all(id="legend")) == (embed == "map")


def test_without_lang_the_browser_decides() -> None:
    for header, language in (("en-GB,sv;q=0.5", "en"), ("de", "sv")):
        answer = CLIENT.get("/?embed=map", {"Accept-Language": header})
        assert tree_of(answer.text).one("html").attributes["lang"] == language
        assert {"Accept-Encoding", "Accept-Language"} <= set(answer.headers["vary"].split(", "))


@pytest.mark.parametrize("base_path", ["", "/intern/kluster"])
@pytest.mark.parametrize("embed", EMBEDS)
def test_robots_are_sent_to_the_full_page(embed: str, base_path: str) -> None:
    page = tree_of(client_at(base_path).get(f"{base_path}/?embed={embed}&region=12&lang=en&sort=name").text)
    assert page.one("meta", name="robots").attributes["content"] == "noindex"
    assert page.one("link", rel="canonical").attributes["href"] == f"{BASE}{base_path}/?region=12&lang=en"


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("embed", EMBEDS)
def test_links_lead_to_the_full_page_in_a_new_tab_or_stay_in_the_frame(embed: str, query: str) -> None:
    page = frame(embed, query)
    assert page.one("base").attributes == {"target": "_blank"}  # browsers do not use it for links of an SVG
    outside = [link for link in links_of(page) if link.get("target") != "_self"]
    assert {link.get("target") for link in outside} <= {"_blank", None} and len(outside) > 1
    inside = [link["href"] for link in links_of(page) if link.get("target") == "_self"]
    assert all("embed=" in url for url in inside) and not [link for link in outside if "embed=" in link["href"]]
    (full,) = (link for link in page.one("footer").all("a") if link.attributes.get("target") == "_blank")
    assert full.attributes["rel"] == "noopener"
    assert parse_qs(urlsplit(full.attributes["href"]).query) == parse_qs(query)
    for svg in page.all("svg"):
        assert {(link.attributes["target"], link.attributes["rel"]) for link in svg.all("a")} == {("_blank", "noopener")}


@pytest.mark.parametrize("embed", EMBEDS)
def test_a_frame_leads_to_the_other_one_of_the_same_selection(embed: str) -> None:
    (link,) = (each for each in frame(embed, "&region=12&lang=en").one("footer").all("a") if each.attributes["target"] == "_self")
    other = "list" if embed == "map" else "map"
    assert link.attributes["href"] == f"./?embed={other}&region=12&lang=en"
    assert link.text == ("Show as a list" if embed == "map" else "Show on the map")


def test_the_list_is_sorted_and_turned_in_the_frame(write_list: WriteList) -> None:
    content = io.StringIO()
    write(250, content)
    write_list(content.getvalue())
    client = dashboard_client()
    page = tree_of(client.get("/?embed=list&lang=en&sort=name").text)
    assert len(page.one(id="rows").all("tr")) == 100
    targets = [link.attributes for link in page.one("thead").all("a") + page.one("nav", "pages").all("a", href=ANY)]
    *_others, next_link, last_link = targets
    assert {link["target"] for link in targets} == {"_self"} and last_link["href"] == "./?embed=list&lang=en&sort=name&page=3"
    assert targets[0]["href"] == "./?embed=list&lang=en&sort=-name"
    next_page = tree_of(client.get(next_link["href"].removeprefix(".")).text)
    assert next_page.one("nav", "pages").one("span").text == "Rows 101–200 of 250"


@pytest.mark.parametrize("embed", EMBEDS)
def test_ignored_values_are_named(embed: str) -> None:
    page = frame(embed, "&embed=poster&region=99&lang=en")
    assert page.one(role="alert").text == "Part of the link was not recognised and has been ignored: “99”, “poster”"
    assert frame(embed).all(role="alert") == []


@pytest.mark.parametrize("embed", EMBEDS)
def test_a_selection_without_clusters_says_so_once(embed: str) -> None:
    page = frame(embed, "&region=09&focus=digital&lang=en")
    assert page.one("h1").text == "Digital technology in Gotland: none of the 22 clusters – S3-piloten 2018"
    assert page.all("p", "notice") == page.all("table") == []


@pytest.mark.parametrize("embed", EMBEDS)
def test_without_a_dataset_the_frame_says_so(embed: str, write_list: WriteList) -> None:
    write_list("name,region_codes\nOne,99\n")
    answer = dashboard_client().get(f"/?embed={embed}", {"Accept-Language": "en"})
    assert (answer.status_code, answer.headers["cache-control"]) == (503, "no-cache")
    assert policy(answer)["frame-ancestors"] == ["*"] and "etag" not in answer.headers
    page = tree_of(answer.text)
    assert page.all("script") == [] and len(page.all("p", "notice")) == 2
    assert {link["target"] for link in links_of(page)} == {"_self"}


@pytest.mark.slow
@pytest.mark.parametrize("embed", EMBEDS)
def test_hostile_text_adds_no_element(embed: str) -> None:
    def tags(text: str) -> list[str]:
        answer = CLIENT.get(str(httpx.URL(f"{BASE}/", params={"embed": embed, "q": text, "lang": "sv"})).removeprefix(BASE))
        return [each.tag for each in tree_of(answer.text)]

    assert {tuple(tags(f"xyzzy {line}")) for line in LINES} == {tuple(tags("xyzzy"))}


def test_the_code_on_the_page_opens_the_frame() -> None:
    page = tree_of(CLIENT.get("/?region=12&lang=sv").text)
    for embed in EMBEDS:
        code = tree_of(page.one("textarea", data_embed=embed).source).one("iframe").attributes
        assert code["src"] == f"{BASE}/?embed={embed}&region=12&lang=sv"
        assert "Skåne: 2 kluster (av de 22 i S3-piloten 2018)." in code["title"] and code["width"] == "100%" and code["loading"] == "lazy"
        assert CLIENT.get(code["src"].removeprefix(BASE)).status_code == 200
