"""Query parameters of the files: names, limits and meanings, for the endpoints, the open data page and OpenAPI."""

from __future__ import annotations

from components.content.filters.filter_texts import filter_texts
from components.core.i18n import Texts
from components.exports.context import DEFAULT_PICTURE_WIDTH
from data.filters import PUBLIC_DIMENSIONS

MIN_PICTURE_WIDTH, MAX_PICTURE_WIDTH = 400, 2400  # pixels
WIDTH = "width"  # parameter of pictures
NUTS2 = "nuts2"  # parameter that names counties by the area that they are in
BBOX, LIMIT, OFFSET = SUBSET_PARAMETERS = ("bbox", "limit", "offset")  # of the files of clusters
MAX_LIMIT = 200_000  # rows, as many as a list may have


def query_parameters(texts: Texts) -> dict[str, str]:
    """Return the meaning of each query parameter, by its name, in the order of URLs."""
    _ = texts.gettext
    return {
        **{dimension.name: filter_texts(dimension).parameter(texts) for dimension in PUBLIC_DIMENSIONS},
        "q": _("Words to search for in names, places, fields and descriptions."),
        "cluster": _("Id of the open cluster; does not filter."),
        "lang": _("Language of headings, names and texts: sv (default) or en."),
        "sort": _("Column that the clusters are sorted by, as on the page; with - before it, in reverse."),
        NUTS2: _("NUTS 2 area, such as SE22: the same as its counties in region."),
        BBOX: _("Rectangle west,south,east,north in degrees (WGS 84). Only clusters whose point on the map is in it; see place."),
        LIMIT: _("The most rows of the file. The header Link leads to the next ones, and X-Total-Count is the number of all."),
        OFFSET: _("Number of rows that are left out before the first one."),
        WIDTH: _("Width of the picture in pixels, from %(least)d to %(most)d; %(usual)d by default.")
        % {"least": MIN_PICTURE_WIDTH, "most": MAX_PICTURE_WIDTH, "usual": DEFAULT_PICTURE_WIDTH},
    }
