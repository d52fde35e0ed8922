"""JSON-LD (schema.org) for search engines in the head of a page: the dataset, and the open cluster."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pandas as pd

from components.content.pages.attribution import attribution
from components.content.profiles.citations import inferred_fields
from components.content.wording.localized_texts import localized_text
from components.core.i18n import Texts
from components.core.settings import settings
from components.dataset.dataset import Dataset
from components.dataset.view import View
from components.exports.file_format import Format
from components.exports.formats import CLUSTER_FORMATS


def json_ld(base: str, dataset: Dataset, texts: Texts) -> str:
    """Return the description of the dataset as a script element."""
    _ = texts.gettext
    credit, operator = attribution(dataset, texts), settings().operator.name
    return _script(
        {
            "@type": "Dataset",
            "name": _("Clusters in %s, from Klusterkartan") % dataset.origin.name,
            "description": f"{credit.source_note} {credit.licence_note}",
            "url": base,
            "license": credit.licence.url if credit.licence else "",
            "inLanguage": texts.language,
            "dateModified": dataset.date,
            "isAccessibleForFree": True,
            "spatialCoverage": {"@type": "Country", "name": _("Sweden")},
            "publisher": {"@type": "Organization", "name": operator} if operator else "",
            "distribution": [_download(fmt, base, texts) for fmt in CLUSTER_FORMATS],
        }
    )


def _download(fmt: Format, base: str, texts: Texts) -> dict[str, str]:
    return {
        "@type": "DataDownload",
        "name": fmt.name(texts),
        "encodingFormat": fmt.media_type.partition(";")[0],
        "contentUrl": f"{base}{fmt.url_path}",
    }


def cluster_json_ld(url: str, view: View) -> str:
    """Return the description of the open cluster as a script element.

    `url` is the absolute URL of its profile, the same in both languages. Unknown and inferred values are left out.
    """
    cluster = view.dataset.clusters.iloc[view.dataset.row_numbers[view.selection.cluster]]
    inferred = inferred_fields(view.dataset, cluster)
    counties = [] if "region_codes" in inferred else [view.wording.counties[code] for code in cluster["region_codes"]]
    seat = "" if "municipality_code" in inferred else cluster["municipality"]
    return _script(
        {
            "@type": "Organization",
            "@id": url,
            "name": cluster["name"],
            "alternateName": [] if "aliases" in inferred else list(cluster["aliases"]),
            "description": localized_text(cluster, "description", view.texts),
            "url": cluster["website"],
            "foundingDate": "" if pd.isna(cluster["founded"]) or "founded" in inferred else str(cluster["founded"]),
            "address": {
                "@type": "PostalAddress",
                **_known({"addressLocality": seat, "addressRegion": counties[0] if len(counties) == 1 else ""}),
                "addressCountry": "SE",
            },
            "knowsAbout": [view.wording.focus[code] for code in cluster["focus"]],
        }
    )


def _script(description: Mapping[str, Any]) -> str:
    """Return the description without its empty values as a script element; no value can close it, since `<` is escaped."""
    content = json.dumps({"@context": "https://schema.org", **_known(description)}, ensure_ascii=False, separators=(",", ":"))
    escaped = content.replace("<", "\\u003c")
    return f'<script type="application/ld+json">{escaped}</script>'


def _known(description: Mapping[str, Any]) -> dict[str, Any]:
    """Return a description without its empty values."""
    return {name: value for name, value in description.items() if value}
