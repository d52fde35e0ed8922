"""Checks of a whole page as it is drawn now, by page_checks.js: each returns what is wrong, as shortened HTML."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

SCRIPT = (Path(__file__).parent / "page_checks.js").read_text("utf-8")


def outside_the_window(page: Page) -> list[str]:
    """Return what reaches out of the window on the right, or makes the page scroll sideways."""
    return _call(page, "outsideTheWindow()")


def cut_off(page: Page) -> list[str]:
    """Return the texts of which a part is hidden."""
    return _call(page, "cutOff()")


def overlapping(page: Page) -> list[str]:
    """Return the pairs of controls of which one covers a part of the other."""
    return _call(page, "overlapping()")


def too_small(page: Page, least_px: int, besides: str = ":not(*)") -> list[str]:
    """Return the controls that are lower or narrower than this, except links within a sentence and those inside `besides`, a selector."""
    return _call(page, f"tooSmall({least_px}, '{besides}')")


def looks_alike(page: Page) -> list[str]:
    """Return what is chosen or current and looks like what stands beside it."""
    return _call(page, "looksAlike()")


def moving(page: Page) -> list[str]:
    """Return what moves or changes its look slowly, on the page and on the map."""
    return _call(page, "moving()")


def _call(page: Page, call: str) -> list[str]:
    found: list[str] = page.evaluate(f"{SCRIPT}\n{call}")
    return found
