"""Footer: who answers for the site, how to suggest a correction, licence, date and version; the same on pages of every kind."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from components.core.version import VERSION
from components.dataset.view import View
from components.document.not_found import UnknownUrl, not_found_html
from components.document.page_parts import RESULTS
from data.languages import LANGUAGES, Language
from data.lists import S3_PILOTEN
from data.selection import Selection
from tests.components.api.file_readers import CLIENT
from tests.components.server.dashboard_app import dashboard_client
from tests.html_tree import ANY, Element, tree_of
from tests.page.app_driver import first_page, get, opened
from tests.views import view_of

DEMONSTRATION = {"sv": "Demonstration, ingen ansvarig organisation angiven", "en": "Demonstration: no responsible organisation named"}
SUGGEST = {"sv": "Föreslå en rättelse", "en": "Suggest a correction"}
OWN_LIST = "name,region\nOne,12\n"


def correction(footer: Element, language: str = "sv") -> str:
    """Return the URL of the link that suggests a correction, or "" where there is none."""
    return "".join(each.attributes["href"] for each in footer.all("a") if each.text == SUGGEST[language])


@pytest.mark.parametrize("path", RESULTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_without_an_operator_every_page_is_a_demonstration(path: str, language: str) -> None:
    footer = first_page({"lang": language}, path)["footer"]
    end = {
        "sv": "Uppgifter från %s · Licens: CC0 1.0 (orter: GeoNames, CC BY 4.0) · Klusterkartan %s, koden: MIT",
        "en": "Data from %s · Licence: CC0 1.0 (towns: GeoNames, CC BY 4.0) · Klusterkartan %s, code under MIT",
    }[language]
    assert footer.text.startswith(DEMONSTRATION[language]) and footer.text.replace(" )", ")").endswith(end % (S3_PILOTEN.compiled, VERSION))
    assert not correction(footer, language) and "Tillväxtverket" not in footer.text


def not_found(language: Language, view: View | None) -> Element:
    """Return the footer of the page for an unknown URL, below the base path /kluster/."""
    return tree_of(not_found_html(language, UnknownUrl("no-page", "/kluster/", "https://a.se/kluster/"), view, [])).one("footer")


def test_the_operator_signs(set_settings: Callable[..., None]) -> None:
    set_settings(OPERATOR_NAME="Region <Exempel>", OPERATOR_CONTACT="hej@example.se")
    for footer in (first_page()["footer"], opened()["footer"], not_found("sv", view_of())):
        assert_signed(footer)


def assert_signed(footer: Element) -> None:
    assert footer.text.startswith("Utges av Region <Exempel> · Kontakt: hej@example.se")
    assert "hej@example.se" in [each.text for each in footer.all("a", href="mailto:hej@example.se")]


@pytest.mark.parametrize(
    ("contact", "text", "links"),
    [
        ("https://www.example.se/kontakt", "https://www.example.se/kontakt", ["https://www.example.se/kontakt"]),
        ("[Skriv](https://a.se), eller ring", "Skriv , eller ring", ["https://a.se"]),
        ("<script>x</script>", "<script>x</script>", []),
        ("åsa_å_b@region.se", "åsa_å_b@region.se", ["mailto:%C3%A5sa_%C3%A5_b@region.se"]),
    ],
)
def test_a_contact_can_be_a_link_or_markdown(set_settings: Callable[..., None], contact: str, text: str, links: list[str]) -> None:
    set_settings(OPERATOR_NAME="Region Exempel", OPERATOR_CONTACT=contact)
    sender = first_page()["footer"].all("p")[0]
    assert sender.text == f"Utges av Region Exempel · Kontakt: {text}"
    assert [each.attributes["href"] for each in sender.all("a")] == links and not sender.all("script")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_suggested_correction_is_a_mail_that_names_the_page(set_settings: Callable[..., None], language: str) -> None:
    set_settings(OPERATOR_CONTACT="hej@example.se", PUBLIC_ADDRESS="https://kluster.example.se")
    footer = first_page({"cluster": "paper-province", "lang": language})["footer"]
    mail = urlsplit(correction(footer, language))
    fields = parse_qs(mail.query)
    assert (mail.scheme, mail.path) == ("mailto", "hej@example.se")
    assert fields["subject"][0].endswith(": Paper Province – S3-piloten 2018 – Klusterkartan")
    assert f": https://kluster.example.se/?cluster=paper-province&lang={language}\n" in fields["body"][0]


def test_a_suggested_correction_can_lead_to_a_page_of_the_operator(set_settings: Callable[..., None]) -> None:
    set_settings(
        OPERATOR_CONTACT="hej@example.se", CORRECTION_ADDRESS="https://a.se/ratta?p={page}", PUBLIC_ADDRESS="https://kluster.example.se"
    )
    footer = first_page({}, "data")["footer"]
    assert correction(footer) == "https://a.se/ratta?p=https%3A%2F%2Fkluster.example.se%2Fdata"


def test_a_suggested_correction_of_an_unknown_url_names_the_whole_url(set_settings: Callable[..., None]) -> None:
    set_settings(OPERATOR_CONTACT="hej@example.se")
    fields = parse_qs(urlsplit(correction(not_found("sv", view_of()))).query)
    assert "Sida: https://a.se/kluster/no-page\n" in fields["body"][0]
    set_settings(OPERATOR_CONTACT="hej@example.se", PUBLIC_ADDRESS="https://kluster.example.se")
    fields = parse_qs(urlsplit(correction(tree_of(dashboard_client().get("/no-page").text).one("footer"))).query)
    assert "Sida: https://kluster.example.se/no-page\n" in fields["body"][0]


def test_the_script_of_a_live_page_writes_the_page_into_the_link(set_settings: Callable[..., None]) -> None:
    """So the part is the same on all pages, and is not sent again."""
    set_settings(OPERATOR_CONTACT="hej@example.se")
    footers = [opened({}, path)["footer"] for path in ("", "compare")]
    assert [[each.attributes for each in footer] for footer in footers] == [[each.attributes for each in footers[0]]] * 2
    assert correction(footers[0]) == "mailto:hej@example.se"
    assert {"{title}", "{page}"} <= set(re.findall(r"{.*?}", footers[0].one("a", data_page_link=ANY).attributes["data-page-link"]))


def test_a_list_without_licence_says_so(write_list: Callable[[str], Path]) -> None:
    write_list(OWN_LIST)
    assert "Licens inte angiven" in first_page()["footer"].text


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unknown_url_has_the_footer(language: Language) -> None:
    footer = not_found(language, view_of(Selection(language=language)))
    assert footer.text.startswith(DEMONSTRATION[language])
    assert f"/kluster/cookies?lang={language}" in [each.attributes["href"] for each in footer.all("a")]


def test_a_page_without_a_dataset_says_who_answers_for_it(write_list: Callable[[str], Path], set_settings: Callable[..., None]) -> None:
    write_list("name\n")
    set_settings(OPERATOR_NAME="Region Exempel")
    for footer in (tree_of(get("").text).one("footer"), not_found("sv", None)):
        assert footer.text == f"Utges av Region Exempel Klusterkartan {VERSION}, koden: MIT"


@pytest.mark.parametrize("embed", ["map", "list"])
def test_a_frame_says_who_answers_for_it(set_settings: Callable[..., None], embed: str) -> None:
    assert "Licens: CC0 1.0. Demonstration." in tree_of(get("", {"embed": embed}).text).text
    set_settings(OPERATOR_NAME="Region Exempel")
    assert "Utges av Region Exempel." in tree_of(get("", {"embed": embed}).text).one("footer").text


def test_a_report_says_who_answers_for_it(set_settings: Callable[..., None]) -> None:
    """A contact is a link, as in the footer, also where the operator writes Markdown."""
    made_with = f"Gjord med Klusterkartan {VERSION}"
    assert f"Utgivare {DEMONSTRATION['sv']} {made_with}" in tree_of(CLIENT.get("/api/clusters.html").text).text
    set_settings(OPERATOR_NAME="Region Exempel", OPERATOR_CONTACT="hej@example.se")
    assert f"Utgivare Region Exempel · hej@example.se {made_with}" in tree_of(CLIENT.get("/api/clusters.html").text).text
    set_settings(OPERATOR_NAME="Region Exempel", OPERATOR_CONTACT="[Skriv](https://a.se) <b>")
    report = tree_of(CLIENT.get("/api/clusters.html").text)
    assert "Utgivare Region Exempel · Skriv <b> Gjord" in report.text and report.one("a", href="https://a.se").text == "Skriv"


@pytest.mark.parametrize("path", RESULTS)
def test_without_an_operator_nobody_else_is_the_publisher(path: str) -> None:
    """Tillväxtverket is named for its choice of clusters only: not in title or name of the site, nor as the publisher."""
    page = tree_of(get(path).text)
    assert page.one("meta", property="og:site_name").attributes["content"] == "Klusterkartan"
    assert "Tillväxtverket" not in page.one("title").source + page.one("header").text + page.one("footer").text
    assert '"publisher"' not in "".join(each.source for each in page.all("script", type="application/ld+json"))
