"""What is said of the list that is shown: one that is shipped, or any other."""

from __future__ import annotations

from dataclasses import dataclass

from components.catalogue import Catalogue
from components.texts import Texts
from data.lists import S3_PILOTEN, VINNVAXT

MIT = "https://spdx.org/licenses/MIT.html"


@dataclass(frozen=True)
class ListWords:
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


def list_words(catalogue: Catalogue, texts: Texts) -> ListWords:
    """Return what is said of the catalogue's list."""
    _ = texts.gettext
    ours = _("Free to use. Our own texts and classifications are under the MIT licence; facts belong to nobody.")
    if catalogue.origin.programme == S3_PILOTEN.code:
        return ListWords(
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
            licence_page=MIT,
        )
    if catalogue.origin.programme == VINNVAXT.code:
        return ListWords(
            lead=_("Winners in Vinnova's programme Vinnväxt 2003–2018, as far as they were found. Every fact has its source."),
            origin=_(
                "The list of clusters is of winners in Vinnova's programme Vinnväxt; every fact has its source in the cluster's profile."
            ),
            source=_("The clusters: Vinnova, Vinnväxt (2003–2018). Every fact has a source of its own, see the cluster's own file."),
            cited="Vinnova, Vinnväxt (2003–2018)",
            page="https://www.vinnova.se",
            licence=ours,
            licence_page=MIT,
        )
    licence = _("What may be done with the list is for whoever keeps it to say.")
    if catalogue.origin.own:
        told = _("Your own list, %s.") % catalogue.origin.name
        return ListWords(lead=told, origin=told, source=told, cited=catalogue.origin.name, licence=licence)
    name, day = catalogue.origin.name, catalogue.date
    told, of_day = _("The list of clusters is %s.") % name, _("The data is of %(day)s.") % {"day": day}
    return ListWords(lead=f"{told} {of_day}", origin=told, source=told, cited=f"{name} ({day})", licence=licence)
