"""Examples of code that fetches the clusters, for the page about open data. Codes that look like numbers stay text, with their zeros."""

from __future__ import annotations

from dataclasses import dataclass

from components.core.i18n import Texts

SITE = "{site}"  # stands for the URL of the dashboard, with a slash at its end
CURL = 'curl -OJ "{site}api/clusters.csv?region=12"'
PANDAS = """import pandas as pd

codes = {"region_codes": str, "municipality_code": str}
clusters = pd.read_csv("{site}api/clusters.csv", dtype=codes)"""
R = """codes <- c(region_codes = "character", municipality_code = "character")
clusters <- read.csv("{site}api/clusters.csv", colClasses = codes,
  na.strings = "", encoding = "UTF-8")"""
POWER_QUERY = """let
  Source = Csv.Document(Web.Contents("{site}api/clusters.csv"),
    [Delimiter = ",", Encoding = 65001]),
  Headers = Table.PromoteHeaders(Source),
  Clusters = Table.TransformColumnTypes(Headers,
    {{"founded", Int64.Type}, {"members", Int64.Type},
     {"lat", type number}, {"lon", type number}}, "en-US")
in
  Clusters"""
QGIS = "{site}api/regions.gpkg"


@dataclass(frozen=True)
class CodeExample:
    """An example: the program it is for, a sentence about it, and the code, in which SITE stands for the URL of the dashboard."""

    program: str
    note: str
    code: str

    def at(self, site: str) -> str:
        """Return the code for the dashboard at this URL."""
        return self.code.replace(SITE, site)


def code_examples(texts: Texts) -> list[CodeExample]:
    """Return the examples in the order of the page."""
    _ = texts.gettext
    return [
        CodeExample("curl", _("Saves the clusters of one county as a file."), CURL),
        CodeExample("Python (pandas)", _("With dtype, codes keep their zeros, as in 0180."), PANDAS),
        CodeExample("R", _("With colClasses, codes keep their zeros."), R),
        CodeExample(
            "Power Query", _("In the advanced editor. Codes stay text, and numbers are numbers also in a Swedish Excel."), POWER_QUERY
        ),
        CodeExample(
            "QGIS",
            _("Choose Layer, Add Layer, Add Vector Layer and the protocol HTTP(S). Counties, municipalities and clusters are styled."),
            QGIS,
        ),
    ]
