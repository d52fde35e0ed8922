"""Examples of the page about open data, run as they stand there, against a real server."""

from __future__ import annotations

import html
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from components.content.pages.code_examples import code_examples
from components.core.i18n import texts_in
from data.languages import LANGUAGES, Language
from tests.components.api.app_server import running_app
from tests.components.api.file_readers import CLIENT, from_csv
from tests.components.server.dashboard_app import dashboard_client
from tests.polling import PATIENCE_SECONDS

PAGES = dashboard_client()
API_DOC = (Path(__file__).parents[3] / "docs" / "api.md").read_text("utf-8")
PRINTED = "\nprint(*clusters['municipality_code'].dropna(), *clusters['region_codes'], clusters.shape)"


@pytest.fixture(scope="module")
def served() -> Iterator[str]:
    with running_app() as address:
        yield address


def code(program: str, site: str) -> str:
    (example,) = (each for each in code_examples(texts_in("sv")) if each.program == program)
    return example.at(site)


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_has_every_example_with_the_address_of_its_site(language: Language) -> None:
    page = PAGES.get(f"/open-data?lang={language}").text
    shown = [html.unescape(re.sub(r"</?span[^>]*>", "", block)) for block in re.findall(r"<pre[^>]*><code>(.*?)</code>", page, re.DOTALL)]
    assert shown == [example.at("http://klusterkartan.test/") for example in code_examples(texts_in(language))]


def test_curl_saves_the_file(served: str, tmp_path: Path) -> None:
    command = code("curl", served).replace("curl ", "curl -sS --fail ", 1)
    subprocess.run(command, shell=True, cwd=tmp_path, check=True, timeout=PATIENCE_SECONDS)  # noqa: S602 - as the page shows it
    (saved,) = tmp_path.iterdir()
    assert saved.suffix == ".csv" and saved.read_bytes() == CLIENT.get("/api/clusters.csv?region=12").content


def test_pandas_keeps_the_zeros_of_codes(served: str) -> None:
    program = code("Python (pandas)", served) + PRINTED
    printed = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True, timeout=PATIENCE_SECONDS).stdout
    rows = from_csv(CLIENT.get("/api/clusters.csv").content)
    codes = [row["municipality_code"] for row in rows if row["municipality_code"]] + [row["region_codes"] for row in rows]
    assert printed.split()[: len(codes)] == codes and printed.strip().endswith(f"({len(rows)}, {len(rows[0])})")


def test_joins_of_the_documentation_run_as_they_stand_there(served: str) -> None:
    blocks = re.findall(r"```python\n(.*?)```", API_DOC, re.DOTALL)
    program = "\n".join(blocks).replace("http://localhost:8501/", served)
    program += "\nprint(*sorted(joined['name']), len(by_county) == len(with_county), len(with_sources) > 22, sep='|')"
    printed = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True, timeout=PATIENCE_SECONDS).stdout
    assert printed.strip() == "Mobile Heights|Urban ICT Arena|True|True"


def test_every_address_of_an_example_answers() -> None:
    for example in code_examples(texts_in("sv")):
        (url,) = re.findall(r'http://klusterkartan\.test(/[^"\s]*)', example.at("http://klusterkartan.test/"))
        assert CLIENT.get(url).status_code == 200


def test_power_query_names_columns_that_the_file_has() -> None:
    """Nothing here runs Power Query: its functions and their arguments are those of Microsoft's reference of the language M."""
    program = code("Power Query", "http://klusterkartan.test/")
    (row, *_) = from_csv(CLIENT.get("/api/clusters.csv").content)
    named = re.findall(r'\{"(\w+)", (?:Int64\.Type|type number)\}', program)
    assert {"lat", "lon"} <= set(named) <= row.keys() and not {"municipality_code", "region_codes"} & set(named)
    assert set(re.findall(r"\b[A-Z]\w+\.[A-Z]\w+", program.replace("Int64.Type", ""))) == {
        "Csv.Document",
        "Web.Contents",
        "Table.PromoteHeaders",
        "Table.TransformColumnTypes",
    }
    for opened, closed in ("()", "[]", "{}"):
        assert program.count(opened) == program.count(closed)


def test_qgis_opens_the_layers_with_their_styles_by_url(served: str) -> None:
    """By GDAL, which QGIS asks to read files by HTTP; in a process of its own, as it would stop the server's thread."""
    program = "import sys, pyogrio; print(*(name for name, _ in pyogrio.list_layers(sys.argv[1])))"
    command = [sys.executable, "-c", program, f"/vsicurl/{code('QGIS', served)}"]
    printed = subprocess.run(command, check=True, capture_output=True, text=True, timeout=PATIENCE_SECONDS).stdout
    assert {"regions", "municipalities", "clusters", "layer_styles"} <= set(printed.split())
