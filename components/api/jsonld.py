"""Schema.org Dataset as JSON-LD, for search engines in the head of the page."""

from __future__ import annotations

import json

from components.content.attribution import attribution
from components.core.i18n import NAME, Texts
from components.core.settings import settings
from components.dataset.dataset import Dataset
from components.exports.formats import CLUSTER_FORMATS


def json_ld(base: str, dataset: Dataset, texts: Texts) -> str:
    """Return the description as a script element that no value can close."""
    _ = texts.gettext
    credit = attribution(dataset, texts)
    data_set = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": _("Business clusters in Sweden, from Klusterkartan"),
        "description": f"{credit.source_note} {credit.licence_note}",
        "url": base,
        **({"license": credit.licence_url} if credit.licence_url else {}),
        "inLanguage": texts.language,
        "dateModified": dataset.date,
        "isAccessibleForFree": True,
        "spatialCoverage": {"@type": "Country", "name": _("Sweden")},
        "publisher": {"@type": "Organization", "name": settings().operator.name or NAME},
        "distribution": [
            {
                "@type": "DataDownload",
                "name": fmt.name(texts),
                "encodingFormat": fmt.media_type.partition(";")[0],
                "contentUrl": f"{base}{fmt.url_path}",
            }
            for fmt in CLUSTER_FORMATS
        ],
    }
    content = json.dumps(data_set, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/ld+json">{content}</script>'
