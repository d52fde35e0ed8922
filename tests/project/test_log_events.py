"""Events of the log: docs/logging.md names each one that the code writes, with its level and fields, and no other."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import components

ROOT = Path(components.__file__).parent.parent
MODULES = [ROOT / "dashboard.py", *sorted(path for room in ("components", "data", "geo") for path in (ROOT / room).rglob("*.py"))]
ROW = re.compile(r"^\| `([a-z ]+)` \| (info|warning|error) \| ([^|]+) \|", re.MULTILINE)
CALLS = {"log_event", "log_error"}
ERROR_FIELDS = frozenset({"error", "trace"})

Event = tuple[str, str, frozenset[str]]  # name, level, fields


def events_in(source: str) -> list[Event]:
    """Return the events that a module writes."""
    return [event_of(node) for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call) and name_of(node.func) in CALLS]


def name_of(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def event_of(call: ast.Call) -> Event:
    match call.args:
        case [ast.Constant(value=str(name)), _] if name_of(call.func) == "log_error":
            return name, "error", ERROR_FIELDS
        case [ast.Constant(value=str(name)), *levels]:
            level = levels[0].attr.lower() if levels and isinstance(levels[0], ast.Attribute) else "info"
            return name, level, frozenset(keyword.arg or "**" for keyword in call.keywords)
    pytest.fail(f"an event without a name in plain text: {ast.unparse(call)}")


def documented_events() -> set[Event]:
    text = (ROOT / "docs" / "logging.md").read_text("utf-8")
    return {(name, level, frozenset(re.findall(r"`(\w+)`", fields))) for name, level, fields in ROW.findall(text)}


def test_the_log_and_its_page_have_the_same_events() -> None:
    written = {event for path in MODULES if path.name != "event_log.py" for event in events_in(path.read_text("utf-8"))}
    assert len(written) >= 10
    assert written == documented_events()


def test_an_event_is_read_with_its_level_and_fields() -> None:
    source = 'log_event("a b", logging.WARNING, list=1)\nlogs.log_event("c")\nlogs.log_error("d", error)'
    assert events_in(source) == [
        ("a b", "warning", frozenset({"list"})),
        ("c", "info", frozenset()),
        ("d", "error", ERROR_FIELDS),
    ]
