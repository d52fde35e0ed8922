"""Names of the cluster columns as visitors read them."""

from __future__ import annotations

from components.core.i18n import Texts


def column_names(texts: Texts) -> dict[str, str]:
    """Return names in the visitor's language by column, for the columns that may be empty or that citations refer to."""
    _ = texts.gettext
    return {
        "region_codes": _("Counties"),
        "focus": _("Industry focus"),
        "description": _("Description"),
        "municipality_code": _("Seat"),
        "website": _("Website"),
        "eu_ecosystems": _("EU ecosystems"),
        "priorities": _("The county's priorities"),
        "founded": _("Founded"),
        "members": _("Members"),
        "members_year": _("Year of member count"),
        "label": _("Label"),
        "label_date": _("Label awarded"),
        "label_expires": _("Label valid until"),
        "pilot_label": _("Label in S3-piloten"),
        "status": _("Latest known status"),
        "status_year": _("Latest trace"),
        "present_name": _("Present name"),
        "aliases": _("Also known as"),
    }
