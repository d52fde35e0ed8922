"""DCAT-AP-SE 3 catalogue in RDF/XML for dataportal.se, from `templates/dcat.rdf`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from components.content.pages.attribution import attribution
from components.core.contact import is_email, is_link
from components.core.i18n import NAME, Texts, texts_in
from components.core.settings import settings
from components.core.templating import fill_in
from components.dataset.dataset import Dataset
from components.exports.companion_tables import COMPANION_TABLES, CompanionTable
from components.exports.context import ExportContext
from components.exports.file_format import Format
from components.exports.formats import CLUSTER_FORMATS, REGION_FORMATS, TABLE_FORMATS
from data.languages import LANGUAGES
from data.licences import CC_BY, Licence

DEMONSTRATION = f"{NAME} (demonstration)"  # the publisher, which is required, where no operator is named


@dataclass(frozen=True)
class _Table:
    """A table of the catalogue.

    Attributes:
        name: Name of its endpoints.
        title: Title in each language.
        content: What it holds, in each language.
        formats: Its files.
        licence: Licence of the files; None where it is not stated.
        rights: In each language what the licence leaves out; empty where it covers all.
    """

    name: str
    title: Sequence[str]
    content: Sequence[str]
    formats: Sequence[Format]
    licence: Licence | None
    rights: Sequence[str] = ()


def dcat(context: ExportContext) -> bytes:
    """Return the DCAT catalogue of all tables, with texts in both languages. Publisher and contact are settings of the operator."""
    operator, dataset = settings().operator, context.view.dataset
    both = [texts_in(language) for language in LANGUAGES]
    tables = _tables(dataset, both)
    licence = tables[0].licence
    rdf = fill_in(
        "dcat.rdf",
        context.view.language,
        base=context.base_url,
        date=dataset.date,
        licence=licence.eu_url if licence else "",
        licences=dict.fromkeys(table.licence.eu_url for table in tables if table.licence),
        publisher=operator.name or DEMONSTRATION,
        email=operator.contact if is_email(operator.contact) else "",
        page=operator.contact if is_link(operator.contact) else "",
        title=NAME,
        description=_in_both([attribution(dataset, texts).source_note for texts in both]),
        data_sets=[_data_set(table, both) for table in tables],
    )
    return rdf.encode()


def _tables(dataset: Dataset, both: Sequence[Texts]) -> list[_Table]:
    """Return the tables of clusters and counties, and the companion tables; all but the towns have the licence of the list."""
    clusters = _clusters(dataset, both)
    counties = _counties(dataset.origin.name, clusters.licence, both)
    others = [_companion(table, dataset.origin.name, clusters.licence, both) for table in COMPANION_TABLES]
    return [clusters, counties, *others]


def _clusters(dataset: Dataset, both: Sequence[Texts]) -> _Table:
    both_credits = [attribution(dataset, texts) for texts in both]
    licence = both_credits[0].licence
    return _Table(
        "clusters",
        [texts.gettext("Clusters in %s") % dataset.origin.name for texts in both],
        [credit.source_note for credit in both_credits],
        CLUSTER_FORMATS,
        licence,
        [credit.licence_note for credit in both_credits] if licence and both_credits[0].towns_licence else (),
    )


def _counties(list_name: str, licence: Licence | None, both: Sequence[Texts]) -> _Table:
    return _Table(
        "regions",
        [texts.gettext("Sweden's counties and their clusters in %s") % list_name for texts in both],
        [
            texts.gettext("Sweden's 21 counties with codes, priorities for smart specialisation and the number of clusters in the list.")
            for texts in both
        ],
        REGION_FORMATS,
        licence,
    )


def _companion(table: CompanionTable, list_name: str, licence: Licence | None, both: Sequence[Texts]) -> _Table:
    return _Table(
        table.name,
        [table.full_title(texts) % list_name for texts in both],
        [table.content(texts) for texts in both],
        TABLE_FORMATS[table.name],
        CC_BY if table.has_towns else licence,
    )


def _data_set(table: _Table, both: Sequence[Texts]) -> dict[str, Any]:
    return {
        "name": table.name,
        "titles": _in_both(table.title),
        "descriptions": _in_both(table.content),
        "rights": _in_both(table.rights) if table.rights else [],
        "licence": table.licence.eu_url if table.licence else "",
        "distributions": [
            {
                "url": fmt.url_path,
                "media_type": fmt.media_type.partition(";")[0],
                "type": fmt.path.rpartition(".")[2].upper(),
                "titles": _in_both([fmt.name(texts) for texts in both]),
            }
            for fmt in table.formats
        ],
    }


def _in_both(texts: Sequence[str]) -> list[tuple[str, str]]:
    """Return the texts with their languages."""
    return list(zip(LANGUAGES, texts, strict=True))
