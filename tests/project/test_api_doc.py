"""docs/api.md: its table of paths, its parameters, its statuses and its example of an error are those of the endpoints."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import components
from components.exports.formats import FORMATS
from tests.components.api.file_readers import CLIENT

TEXT = (Path(components.__file__).parent.parent / "docs" / "api.md").read_text("utf-8")
OPENAPI: Any = CLIENT.get("/openapi.json").json()
OPERATIONS = [path["get"] for path in OPENAPI["paths"].values()]


def first_column(heading: str) -> list[str]:
    """Return the names in the first column of the first table below a heading."""
    section = TEXT.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    return re.findall(r"[\w./{}-]+", "".join(re.findall(r"^\| (`[^|]+`|\d+) \|", section, re.MULTILINE)).replace("`", " "))


def test_every_path_is_in_a_table() -> None:
    named = first_column("Clusters and counties") + first_column("The map as a picture")
    assert sorted(named) == sorted([*(fmt.path for fmt in FORMATS), "clusters/{id}.json"])


def test_every_parameter_is_in_the_table() -> None:
    assert first_column("Parameters") == list(OPENAPI["components"]["parameters"])


def test_every_status_of_an_error_is_in_the_table() -> None:
    statuses = {status for operation in OPERATIONS for status in operation["responses"]}
    section = TEXT.partition("| status | reason |")[2].partition("\n\n")[0]
    assert re.findall(r"^\| (\d+) \|", section, re.MULTILINE) == sorted(status for status in statuses if status >= "400")


def test_the_example_of_an_error_is_the_answer() -> None:
    url, sample = re.findall(r'curl "\$SITE(\S+)"\n```\n\n```json\n(.+?)\n```', TEXT, re.DOTALL)[-1]
    expected, answer = json.loads(sample), CLIENT.get(url).json()
    *codes, ellipsis = expected["errors"][0]["allowed"]
    assert ellipsis == "…" and codes == answer["errors"][0]["allowed"][: len(codes)]
    for error in (expected["errors"][0], answer["errors"][0]):
        del error["allowed"]
    assert expected == answer
