"""An error of the page's script, as visitor and operator see it."""

from __future__ import annotations

import json
import logging
import zlib

import pytest
from streamlit.testing.v1 import AppTest

from components.live.page_component import RAW_DEFLATE

SCRIPT = """
from components.server.lifespan import on_script_error

on_script_error(ValueError("hemligt"))
"""


def test_a_visitor_learns_of_an_error_and_the_operator_of_its_kind(caplog: pytest.LogCaptureFixture) -> None:
    """The page keeps what it shows, and says one sentence. The log is without the error's message, which may quote a visitor."""
    with caplog.at_level(logging.ERROR, "klusterkartan"):
        page = AppTest.from_string(SCRIPT).run()

    assert not page.exception and not page.error
    (component,) = page.get("bidi_component")
    assert json.loads(zlib.decompress(component.proto.bytes, wbits=RAW_DEFLATE)) == {"failed": True}
    (record,) = (record for record in caplog.records if record.name == "klusterkartan")
    assert (record.getMessage(), record.facts["error"]) == ("page failed", "ValueError")  # type: ignore[attr-defined]
    assert "hemligt" not in str(vars(record))
