"""Footer of every page: who answers for it, how to suggest a correction, pages about the site itself, licence, date and version."""

from __future__ import annotations

from dataclasses import dataclass

from components.content.pages.attribution import attribution
from components.content.pages.page_info import page_infos
from components.core.contact import PAGE_PLACEHOLDER, TITLE_PLACEHOLDER, contact_html, fill_in_page, is_email, mail_template
from components.core.i18n import NAME, Texts
from components.core.settings import Operator, settings
from components.core.templating import to_html
from components.core.urls import selection_url
from components.core.version import VERSION
from components.dataset.view import View
from data.selection import Selection


@dataclass(frozen=True)
class FooterPage:
    """Page that a footer belongs to.

    Attributes:
        title: Title of the page.
        url: Absolute URL of the page; "" where the script writes it.
        root: Beginning of the links in the footer.
    """

    title: str
    url: str
    root: str = "./"


def footer_html(view: View, selection: Selection, page: FooterPage) -> str:
    """Return the footer of a page; its links keep `selection`. A list of a visitor's own is not the operator's to correct."""
    credit = attribution(view.dataset, view.texts)
    infos = [info for info in page_infos(view.dataset, view.texts).values() if not info.in_menu]
    template = "" if view.dataset.origin.is_upload else correction_template(settings().operator, view.texts)
    return to_html(
        "footer",
        view.language,
        **_sender(page.root),
        correction_template=template,
        correction_url=_correction_url(template, page),
        pages=infos,
        urls={info.path: page.root + selection_url(selection, info.path).removeprefix("./") for info in infos},
        date=view.dataset.date,
        licence=credit.licence,
        towns_licence=credit.towns_licence,
        version=VERSION,
    )


def sender_html(texts: Texts, root: str = "./") -> str:
    """Return the footer of a page without a dataset: who answers for it. Its links begin with `root`."""
    return to_html("footer", texts.language, **_sender(root), correction_template="", pages=[], date="", version=VERSION)


def correction_template(operator: Operator, texts: Texts) -> str:
    """Return the template of the link that suggests a correction of a page; "" where the operator has no address for it."""
    address = operator.correction or (operator.contact if is_email(operator.contact) else "")
    if not is_email(address):
        return address
    subject = texts.gettext("Suggested correction: %s") % TITLE_PLACEHOLDER
    body = (
        texts.gettext("Page: %s") % PAGE_PLACEHOLDER + "\n\n" + texts.gettext("What is wrong, what it should say, and your source:") + "\n"
    )
    return mail_template(address, subject, body)


def _correction_url(template: str, page: FooterPage) -> str:
    """Return the link of the page; on a live page the script fills the template in, and the part stays equal for all pages."""
    if page.url or PAGE_PLACEHOLDER not in template:
        return fill_in_page(template, page.title, page.url)
    return template.partition("?")[0]


def _sender(root: str) -> dict[str, str]:
    operator = settings().operator
    logo = f"{root}{operator.logo.url_path}" if operator.logo else ""
    return {"name": NAME, "operator": operator.name, "contact": contact_html(operator.contact), "logo": logo}
