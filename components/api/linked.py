"""The data described for search engines, in the head of the page: schema.org Dataset as JSON-LD."""

from __future__ import annotations

import json

from components.api.formats import CLUSTER_FORMATS
from components.catalogue import Catalogue
from components.listing import list_words
from components.settings import operator
from components.texts import NAME, Texts


def json_ld(base: str, catalogue: Catalogue, texts: Texts) -> str:
    """Return the description as a script element; no value in it can end the element."""
    _ = texts.gettext
    publisher, _contact = operator()
    words = list_words(catalogue, texts)
    data_set = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": _("Business clusters in Sweden, from Klusterkartan"),
        "description": f"{words.source} {words.licence}",
        "url": base,
        **({"license": words.licence_page} if words.licence_page else {}),
        "inLanguage": texts.language,
        "dateModified": catalogue.date,
        "isAccessibleForFree": True,
        "spatialCoverage": {"@type": "Country", "name": _("Sweden")},
        "publisher": {"@type": "Organization", "name": publisher or NAME},
        "distribution": [
            {
                "@type": "DataDownload",
                "name": form.name(texts),
                "encodingFormat": form.media_type.partition(";")[0],
                "contentUrl": f"{base}{form.address}",
            }
            for form in CLUSTER_FORMATS
        ],
    }
    told = json.dumps(data_set, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/ld+json">{told}</script>'
