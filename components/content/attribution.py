"""What is said of the list that is shown: one that is shipped, or any other."""

from __future__ import annotations

from dataclasses import dataclass

from components.core.i18n import Texts
from components.dataset.dataset import Dataset
from data.lists import S3_PILOTEN, VINNVAXT

MIT_LICENCE_URL = "https://spdx.org/licenses/MIT.html"


@dataclass(frozen=True)
class Attribution:
    """The words, in the visitor's language.

    `lead` stands below the heading, `origin` below the map; `source` is a sentence for the files, `cited` names the list in a
    citation; `page` is where its publisher is found, or ""; `licence` says what may be done with it, `licence_page` is the text of
    the licence, or "" where that is not known.
    """

    lead: str
    origin: str
    source: str
    cited: str
    licence: str
    page: str = ""
    licence_page: str = ""


def attribution(dataset: Dataset, texts: Texts) -> Attribution:
    """Return what is said of the catalogue's list."""
    _ = texts.gettext
    ours = _("Free to use. Our own texts and classifications are under the MIT licence; facts belong to nobody.")
    if dataset.origin.programme == S3_PILOTEN.code:
        return Attribution(
            lead=_(
                "Chosen by Tillväxtverket in 2018 for S3-piloten, a platform for stronger cluster management. Every fact has its source."
            ),
            origin=_(
                "The list of clusters is Tillväxtverket's choice of 2018; every other fact has its source in the cluster's profile. "
                "Focus areas and descriptions are our own."
            ),
            source=_(
                "The clusters: Tillväxtverket, S3-piloten (2018). Every other fact has a source of its own, see the cluster's own file."
            ),
            cited="Tillväxtverket, S3-piloten (2018)",
            page="https://tillvaxtverket.se",
            licence=ours,
            licence_page=MIT_LICENCE_URL,
        )
    if dataset.origin.programme == VINNVAXT.code:
        return Attribution(
            lead=_("Winners in Vinnova's programme Vinnväxt 2003–2018, as far as they were found. Every fact has its source."),
            origin=_(
                "The list of clusters is of winners in Vinnova's programme Vinnväxt; every fact has its source in the cluster's profile."
            ),
            source=_("The clusters: Vinnova, Vinnväxt (2003–2018). Every fact has a source of its own, see the cluster's own file."),
            cited="Vinnova, Vinnväxt (2003–2018)",
            page="https://www.vinnova.se",
            licence=ours,
            licence_page=MIT_LICENCE_URL,
        )
    licence = _("What may be done with the list is for whoever keeps it to say.")
    if dataset.origin.is_upload:
        told = _("Your own list, %s.") % dataset.origin.name
        return Attribution(lead=told, origin=told, source=told, cited=dataset.origin.name, licence=licence)
    name, day = dataset.origin.name, dataset.date
    told, of_day = _("The list of clusters is %s.") % name, _("The data is of %(day)s.") % {"day": day}
    return Attribution(lead=f"{told} {of_day}", origin=told, source=told, cited=f"{name} ({day})", licence=licence)
