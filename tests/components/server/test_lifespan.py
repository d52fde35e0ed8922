"""An error of the page's script, as visitor and operator see it."""

from __future__ import annotations

import logging

import pytest
from streamlit.testing.v1 import AppTest

SCRIPT = """
from components.server.lifespan import on_script_error

on_script_error(ValueError("hemligt"))
"""


def test_a_visitor_reads_one_sentence_per_language(caplog: pytest.LogCaptureFixture) -> None:
    """The details are for the operator, and without the error's message, which may quote a visitor."""
    with caplog.at_level(logging.ERROR, "klusterkartan"):
        page = AppTest.from_string(SCRIPT).run()

    swedish, english = (error.value for error in page.error)
    assert swedish.startswith("Något gick fel.") and english.startswith("Something went wrong.")
    (record,) = (record for record in caplog.records if record.name == "klusterkartan")
    assert (record.getMessage(), record.facts["error"]) == ("page failed", "ValueError")  # type: ignore[attr-defined]
    assert "hemligt" not in str(vars(record))
