"""What the server tells its operator: a line of JSON for each list that is read or refused and each error. Nothing of visitors."""

from __future__ import annotations

import json
import logging
import traceback
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

logger = logging.getLogger("klusterkartan")


class _Line(logging.Formatter):
    """One line for each event: when, how grave, what, and its facts."""

    def format(self, record: logging.LogRecord) -> str:
        told = {
            "time": datetime.fromtimestamp(record.created, tz=UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "event": record.getMessage(),
        }
        return json.dumps(told | getattr(record, "facts", {}), ensure_ascii=False)


def configure_logging() -> None:
    """Let the events be written to standard error, once per process."""
    if not logger.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(_Line())
        logger.addHandler(handler)
        logger.setLevel(logging.INFO)


def log_event(event: str, level: int = logging.INFO, **facts: Any) -> None:
    """Tell of an event; facts are what JSON can hold."""
    logger.log(level, event, extra={"facts": facts})


def log_error(event: str, error: BaseException) -> None:
    """Tell of an error by its kind and where it arose; its message may quote what a visitor typed or sent, and is left out."""
    frames = traceback.extract_tb(error.__traceback__)
    where = [f"{Path(frame.filename).parent.name}/{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    log_event(event, logging.ERROR, error=type(error).__name__, trace=where)
