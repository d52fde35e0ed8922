"""Start and end of the server, and an error of the page's script, as visitor and operator see it."""

from __future__ import annotations

import asyncio
import logging
import threading
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from components.dataset.store import DatasetStore
from components.live.page_message import unpack_message
from components.server import lifespan as module

SCRIPT = """
from components.server.lifespan import on_script_error

on_script_error(ValueError("hemligt"))
"""


def test_a_visitor_learns_of_an_error_and_the_operator_of_its_kind(caplog: pytest.LogCaptureFixture) -> None:
    """The page keeps its content and adds one sentence. The log is without the error's message, which may quote a visitor."""
    with caplog.at_level(logging.ERROR, "klusterkartan"):
        page = AppTest.from_string(SCRIPT).run()

    assert not page.exception and not page.error
    (component,) = page.get("bidi_component")
    assert unpack_message(component.proto.bytes) == {"failed": True, "parts": {}}
    (record,) = (record for record in caplog.records if record.name == "klusterkartan")
    assert (record.getMessage(), record.facts["error"]) == ("page failed", "ValueError")  # type: ignore[attr-defined]
    assert "hemligt" not in str(vars(record))


@pytest.mark.parametrize("error", [None, RuntimeError, asyncio.CancelledError])
def test_the_threads_end_with_the_server(error: type[BaseException] | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """However it ends."""
    stops: list[threading.Event] = []
    monkeypatch.setattr(module, "start_compressing", stops.append)
    monkeypatch.setattr(DatasetStore, "start", lambda _store, stop: stops.append(stop))
    for name in ("configure_logging", "disable_external_ip_lookup", "freeze_shared_objects"):
        monkeypatch.setattr(module, name, lambda: None)

    async def serve(app: Any = None) -> None:
        async with module.lifespan(app):
            assert [stop.is_set() for stop in stops] == [False, False]
            if error:
                raise error

    if error:
        with pytest.raises(error):
            asyncio.run(serve())
    else:
        asyncio.run(serve())
    assert [stop.is_set() for stop in stops] == [True, True]
