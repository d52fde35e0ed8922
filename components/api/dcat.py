"""DCAT-AP-SE 3 catalogue in RDF/XML for dataportal.se, from `templates/dcat.rdf`."""

from __future__ import annotations

from typing import Any

from components.content.attribution import attribution
from components.core.contact import is_email, is_link
from components.core.i18n import NAME, Texts, texts_in
from components.core.settings import settings
from components.core.templating import fill_in
from components.dataset.dataset import Dataset
from components.exports.context import ExportContext
from components.exports.formats import CLUSTER_FORMATS, REGION_FORMATS, Format
from data.selection import LANGUAGES

DEMONSTRATION = f"{NAME} (demonstration)"  # the publisher, which is required, where no operator is named


def dcat(context: ExportContext) -> bytes:
    """Return the DCAT catalogue of the two tables, with texts in both languages. Publisher and contact are settings of the operator."""
    operator, licence = settings().operator, attribution(context.view.dataset, context.view.texts).licence
    both = [texts_in(language) for language in LANGUAGES]
    rdf = fill_in(
        "dcat.rdf",
        context.view.language,
        base=context.base_url,
        date=context.view.dataset.date,
        licence=licence.eu_url if licence else "",
        publisher=operator.name or DEMONSTRATION,
        email=operator.contact if is_email(operator.contact) else "",
        page=operator.contact if is_link(operator.contact) else "",
        title=NAME,
        description=[(texts.language, attribution(context.view.dataset, texts).source_note) for texts in both],
        data_sets=[
            _data_set(context.view.dataset, "clusters", CLUSTER_FORMATS, both),
            _data_set(context.view.dataset, "regions", REGION_FORMATS, both),
        ],
    )
    return rdf.encode()


def _data_set(dataset: Dataset, name: str, formats: tuple[Format, ...], both: list[Texts]) -> dict[str, Any]:
    credit = attribution(dataset, both[0])
    has_exception = name == "clusters" and credit.licence and credit.towns_licence  # the table of counties has no positions
    return {
        "name": name,
        "titles": [(texts.language, _title(dataset, name, texts)) for texts in both],
        "descriptions": [(texts.language, _description(dataset, name, texts)) for texts in both],
        "rights": [(texts.language, attribution(dataset, texts).licence_note) for texts in both] if has_exception else [],
        "distributions": [
            {
                "url": fmt.url_path,
                "media_type": fmt.media_type.partition(";")[0],
                "type": fmt.path.rpartition(".")[2].upper(),
                "titles": [(texts.language, fmt.name(texts)) for texts in both],
            }
            for fmt in formats
        ],
    }


def _title(dataset: Dataset, name: str, texts: Texts) -> str:
    _ = texts.gettext
    title = _("Clusters in %s") if name == "clusters" else _("Sweden's counties and their clusters in %s")
    return title % dataset.origin.name


def _description(dataset: Dataset, name: str, texts: Texts) -> str:
    _ = texts.gettext
    if name == "clusters":
        return attribution(dataset, texts).source_note
    return _("Sweden's 21 counties with codes, priorities for smart specialisation and the number of clusters in the list.")
