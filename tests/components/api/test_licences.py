"""The licence of the list in every file and description: that of the shipped lists, and that of an operator's."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import rdflib
from rdflib import DCAT, DCTERMS, RDF, RDFS, URIRef

from components.exports.formats import CLUSTER_FORMATS
from data.licences import CC_BY, Licence
from tests.components.api.file_readers import CLIENT, from_workbook

CC0_URL = "https://creativecommons.org/publicdomain/zero/1.0/"
CC0_EU = "http://publications.europa.eu/resource/authority/licence/CC0"
LIST = "name,region\nOne,12\n"
NOT_STATED = "Licens inte angiven: den som äger listan bestämmer hur den får användas."


def json_of(path: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(CLIENT.get(f"/{path}").content)
    return content


def dcat_licences() -> set[object]:
    """Return the licence of the catalogue and of each file; None for one without. That of the municipalities never changes."""
    graph = rdflib.Graph().parse(data=CLIENT.get("/dcat.rdf").content, format="xml")
    described = [*graph.subjects(RDF.type, DCAT.Catalog), *graph.subjects(RDF.type, DCAT.Distribution)]
    licences = {each: graph.value(each, DCTERMS.license) for each in described}
    municipalities = {licences.pop(each) for each in described if "/api/municipalities." in str(each)}
    assert municipalities == {URIRef(CC_BY.eu_url)}
    return set(licences.values())


def dcat_rights() -> dict[str, set[str]]:
    """Return the texts on further rights, by the ending of the files' URLs."""
    graph = rdflib.Graph().parse(data=CLIENT.get("/dcat.rdf").content, format="xml")
    rights: dict[str, set[str]] = {}
    for file, statement in graph.subject_objects(DCTERMS.rights):
        assert (statement, RDF.type, DCTERMS.RightsStatement) in graph
        rights[str(file)] = {str(label) for label in graph.objects(statement, RDFS.label)}
    return rights


def licence_in_workbook() -> str:
    return next(str(row[" "]) for row in from_workbook(CLIENT.get("/api/clusters.xlsx").content, 1) if row["Om filen"] == "Licens")


def test_the_shipped_list_is_under_cc0() -> None:
    about = json_of("api/clusters.json")["about"]
    note = "Uppgifterna får användas fritt för alla ändamål (CC0 1.0). Undantag: tätorternas lägen (GeoNames, CC BY 4.0)."
    assert (about["licence"], about["licence_address"]) == (note, CC0_URL)
    assert "GeoNames (https://www.geonames.org), CC BY 4.0." in about["source"]
    package = json_of("datapackage.json")
    assert package["licenses"] == [
        {"name": "CC0-1.0", "path": CC0_URL, "title": "CC0 1.0"},
        {"name": "CC-BY-4.0", "path": CC_BY.url, "title": "CC BY 4.0 (tätorternas lägen: GeoNames)"},
    ]
    assert "GeoNames" in [each["title"] for each in package["sources"]]
    info = json_of("openapi.json")["info"]
    assert info["license"] == {"name": "CC0 1.0", "identifier": "CC0-1.0"}
    assert dcat_licences() == {URIRef(CC0_EU)}
    english = "The data is free to use for any purpose (CC0 1.0). Exception: the towns' positions (GeoNames, CC BY 4.0)."
    rights = dcat_rights()
    assert len(rights) == len(CLUSTER_FORMATS) and all("/api/clusters" in file for file in rights)
    assert all(labels == {note, english} for labels in rights.values())
    assert licence_in_workbook() == f"{note} {CC0_URL}"
    assert f'{note} <a href="{CC0_URL}">' in CLIENT.get("/api/clusters.html").text


@pytest.mark.parametrize(
    ("setting", "licence"),
    [
        ("CC-BY-4.0", CC_BY),
        ("https://www.example.se/villkor", Licence("https://www.example.se/villkor", "https://www.example.se/villkor")),
    ],
)
def test_an_operators_list_has_the_licence_of_the_setting(
    write_list: Callable[[str], Path], set_settings: Callable[..., None], setting: str, licence: Licence
) -> None:
    write_list(LIST)
    set_settings(CLUSTERS_LICENCE=setting)
    (package,) = json_of("datapackage.json")["licenses"]
    assert package == ({"name": licence.code} if licence.code else {}) | {"path": licence.url, "title": licence.name}
    info = json_of("openapi.json")["info"]
    assert info["license"] == {"name": licence.name} | ({"identifier": licence.code} if licence.code else {"url": licence.url})
    assert dcat_licences() == {URIRef(licence.eu_url)}


def test_a_list_without_towns_does_not_speak_of_their_positions(
    write_list: Callable[[str], Path], set_settings: Callable[..., None]
) -> None:
    write_list(LIST)
    set_settings(CLUSTERS_LICENCE="CC0-1.0")
    about, package = json_of("api/clusters.json")["about"], json_of("datapackage.json")
    assert about["licence"] == "Uppgifterna får användas fritt för alla ändamål (CC0 1.0)."
    assert "GeoNames" not in about["source"] + str(package["sources"]) and len(package["licenses"]) == 1
    assert dcat_rights() == {}


def test_positions_of_towns_in_an_operators_list_keep_their_licence(
    write_list: Callable[[str], Path], set_settings: Callable[..., None]
) -> None:
    """The licence of the positions is left out for a list without a licence, since it would read as the list's."""
    write_list("name,region,municipality\nOne,12,1281\n")
    assert json_of("api/clusters.json")["about"]["licence"] == NOT_STATED
    assert "licenses" not in json_of("datapackage.json") and dcat_rights() == {}
    assert "GeoNames (https://www.geonames.org), CC BY 4.0." in json_of("api/clusters.json")["about"]["source"]
    set_settings(CLUSTERS_LICENCE="CC-BY-SA-4.0")
    assert [each["name"] for each in json_of("datapackage.json")["licenses"]] == ["CC-BY-SA-4.0", "CC-BY-4.0"]


def test_without_a_setting_no_licence_is_stated(write_list: Callable[[str], Path]) -> None:
    write_list(LIST)
    about = json_of("api/clusters.json")["about"]
    assert (about["licence"], about["licence_address"]) == (NOT_STATED, "")
    assert "licenses" not in json_of("datapackage.json")
    info = json_of("openapi.json")["info"]
    assert "license" not in info
    assert dcat_licences() == {None}
    assert licence_in_workbook() == NOT_STATED


def test_another_licence_is_another_file(write_list: Callable[[str], Path], set_settings: Callable[..., None]) -> None:
    """A client that has the file of before a restart with another setting gets the new one."""
    write_list(LIST)
    before = CLIENT.get("/api/clusters.json").headers["etag"]
    set_settings(CLUSTERS_LICENCE="CC0-1.0")
    assert CLIENT.get("/api/clusters.json", headers={"If-None-Match": before}).status_code == 200
