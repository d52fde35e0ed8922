"""Attribution texts (publisher, licence, citation) for the dataset that is shown."""

from __future__ import annotations

from dataclasses import dataclass, replace

from components.core.i18n import Texts
from components.core.settings import settings
from components.dataset.dataset import Dataset
from data.licences import CC0, CC_BY, Licence
from data.lists import S3_PILOTEN, VINNVAXT
from geo.join import SEAT

GEONAMES_URL = "https://www.geonames.org"


@dataclass(frozen=True)
class Attribution:
    """Attribution of one dataset, in the visitor's language.

    Attributes:
        tagline: Text below the heading of the map.
        legend_note: Sentence on the source of the dataset, below the map.
        source_note: Sentences on the source of the dataset and of the positions, in exported files.
        source: Who made the list, and its name, such as "Tillväxtverket, S3-piloten 2018".
        licence_note: Sentence on the allowed uses of the dataset.
        publisher_url: Website of the publisher; "" where it is not known.
        licence: Licence of the dataset; None where it is not stated.
        towns_licence: Licence of the towns' positions; None where no cluster stands in a town.
    """

    tagline: str
    legend_note: str
    source_note: str
    source: str
    licence_note: str
    publisher_url: str = ""
    licence: Licence | None = None
    towns_licence: Licence | None = None


def attribution(dataset: Dataset, texts: Texts) -> Attribution:
    """Return the attribution of the dataset in the language of `texts`, and of the towns in which its clusters are."""
    _, credit = texts.gettext, _of_list(dataset, texts)
    if not dataset.cached("stands in towns", lambda: bool((dataset.clusters["place"] == SEAT).any())):
        return credit
    towns = _("The towns' positions: GeoNames (%(url)s), CC BY 4.0.") % {"url": GEONAMES_URL}
    exception = _("Exception: the towns' positions (GeoNames, CC BY 4.0).")
    return replace(
        credit,
        source_note=f"{credit.source_note} {towns}",
        licence_note=f"{credit.licence_note} {exception}" if credit.licence else credit.licence_note,
        towns_licence=CC_BY,
    )


def _of_list(dataset: Dataset, texts: Texts) -> Attribution:
    if dataset.origin.shipped_code == S3_PILOTEN.code:
        return _s3_piloten(texts)
    if dataset.origin.shipped_code == VINNVAXT.code:
        return _vinnvaxt(texts)
    _ = texts.gettext
    licence = None if dataset.origin.is_upload else settings().clusters.licence
    licence_note = _licence_note(licence, texts)
    name, day = dataset.origin.name, dataset.date
    if dataset.origin.is_upload:
        note = _("Your list, %s.") % name
        return Attribution(tagline=note, legend_note=note, source_note=note, source=name, licence_note=licence_note)
    note, day_note = _("Source: %s.") % name, _("The data is from %(day)s.") % {"day": day}
    return Attribution(
        tagline=f"{note} {day_note}",
        legend_note=note,
        source_note=note,
        source=f"{name} ({day})",
        licence_note=licence_note,
        licence=licence,
    )


def _s3_piloten(texts: Texts) -> Attribution:
    _ = texts.gettext
    return Attribution(
        tagline=_("Chosen in 2018 by Tillväxtverket, a Swedish agency. Sweden has more clusters than these."),
        legend_note=_(
            "Tillväxtverket chose the clusters in 2018. The sources of all other facts are in each cluster's profile. "
            "Focus areas and descriptions are our own."
        ),
        source_note=_("The clusters: Tillväxtverket, S3-piloten 2018. Every other fact has its own source: see the cluster's own file."),
        source=f"Tillväxtverket, {S3_PILOTEN.name}",
        licence_note=_licence_note(CC0, texts),
        publisher_url="https://tillvaxtverket.se",
        licence=CC0,
    )


def _vinnvaxt(texts: Texts) -> Attribution:
    _ = texts.gettext
    return Attribution(
        tagline=_("Winners in Vinnova's programme Vinnväxt 2003–2018, as far as they were found. Sweden has more clusters than these."),
        legend_note=_("The clusters are winners in Vinnova's programme Vinnväxt. The sources of all facts are in each cluster's profile."),
        source_note=_("The clusters: Vinnova, Vinnväxt 2003–2018. Every fact has its own source: see the cluster's own file."),
        source=f"Vinnova, {VINNVAXT.name}",
        licence_note=_licence_note(CC0, texts),
        publisher_url="https://www.vinnova.se",
        licence=CC0,
    )


def _licence_note(licence: Licence | None, texts: Texts) -> str:
    _ = texts.gettext
    if licence is None:
        return _("Licence not stated: the owner of the list decides how it may be used.")
    if licence is CC0:
        return _("The data is free to use for any purpose (CC0 1.0).")
    return _("The data may be used under the licence %s.") % licence.name
