from __future__ import annotations

import json
import logging

import pytest

from components.core import event_log


@pytest.fixture
def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    """Log three events, one of them an error whose message quotes a visitor, and return the lines that were written."""
    handlers, level = event_log.logger.handlers, event_log.logger.level
    event_log.logger.handlers = []
    try:
        event_log.configure_logging()
        event_log.configure_logging()
        event_log.log_event("list read", list="Åkern", clusters=2)
        event_log.log_event("list refused", logging.ERROR, report=["row 2\nrow 3", "kolumn län"])
        try:
            _ = {"a": 1}["hemligt"]
        except KeyError as error:
            event_log.log_error("page failed", error)
    finally:
        event_log.logger.handlers, event_log.logger.level = handlers, level
    written = capsys.readouterr().err
    assert "hemligt" not in written
    return [json.loads(line) for line in written.splitlines()]


def test_each_event_is_one_line_of_json_with_its_facts(lines: list[dict[str, object]]) -> None:
    assert [(line["level"], line["event"]) for line in lines] == [
        ("info", "list read"),
        ("error", "list refused"),
        ("error", "page failed"),
    ]
    assert (lines[0]["list"], lines[0]["clusters"]) == ("Åkern", 2)
    assert lines[1]["report"] == ["row 2\nrow 3", "kolumn län"]
    assert all(str(line["time"]).endswith("+00:00") for line in lines)


def test_an_error_is_logged_by_its_type_and_traceback(lines: list[dict[str, object]]) -> None:
    assert lines[2]["error"] == "KeyError"
    trace = lines[2]["trace"]
    assert isinstance(trace, list)
    assert [frame.partition(":")[0] for frame in trace] == ["core/test_event_log.py"] and trace[0].endswith(" lines")
