"""Event log for the operator: one line of JSON for each list that is read or refused and for each error. No data of visitors."""

from __future__ import annotations

import json
import logging
import traceback
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

logger = logging.getLogger("klusterkartan")


class _JsonFormatter(logging.Formatter):
    """Writes an event as one line of JSON: time, level, event and its facts."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "time": datetime.fromtimestamp(record.created, tz=UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "event": record.getMessage(),
        }
        return json.dumps(line | getattr(record, "facts", {}), ensure_ascii=False)


def configure_logging() -> None:
    """Write events to standard error from now on; a second call changes nothing."""
    if not logger.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(_JsonFormatter())
        logger.addHandler(handler)
        logger.setLevel(logging.INFO)


def log_event(event: str, level: int = logging.INFO, **facts: Any) -> None:
    """Log an event with its facts, values that JSON can hold."""
    logger.log(level, event, extra={"facts": facts})


def log_error(event: str, error: BaseException) -> None:
    """Log the type of an error and its traceback, without its message, which may quote the input of a visitor."""
    frames = traceback.extract_tb(error.__traceback__)
    trace = [f"{Path(frame.filename).parent.name}/{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    log_event(event, logging.ERROR, error=type(error).__name__, trace=trace)
