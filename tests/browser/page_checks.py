"""Checks of a whole page as it is drawn now, by page_checks.js: each returns the wrong elements as shortened HTML."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

SCRIPT = (Path(__file__).parent / "page_checks.js").read_text("utf-8")


def outside_the_window(page: Page) -> list[str]:
    """Return the elements that reach out of the window on the right, or make the page scroll sideways."""
    return _call(page, "outsideTheWindow()")


def cut_off(page: Page) -> list[str]:
    """Return the texts that are partly hidden."""
    return _call(page, "cutOff()")


def overlapping(page: Page) -> list[str]:
    """Return the pairs of controls in which one covers a part of the other."""
    return _call(page, "overlapping()")


def too_small(page: Page, least_px: int, besides: str = ":not(*)") -> list[str]:
    """Return the controls that are lower or narrower than this, except links within a sentence and those inside `besides`, a selector."""
    return _call(page, f"tooSmall({least_px}, '{besides}')")


def looks_alike(page: Page) -> list[str]:
    """Return chosen and current elements that look like their neighbours."""
    return _call(page, "looksAlike()")


def moving(page: Page) -> list[str]:
    """Return the elements that move or change their look slowly, on the page and on the map."""
    return _call(page, "moving()")


def _call(page: Page, call: str) -> list[str]:
    found: list[str] = page.evaluate(f"{SCRIPT}\n{call}")
    return found
