"""Conditions under which a page is read: zoom, text, colours, motion and fingers. Each is set on the page that is open, and undone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from playwright.sync_api import CDPSession, Page

LAPTOP, ZOOMED, PHONE = (1366, 768), (320, 256), (390, 844)  # width and height in CSS pixels; 320 x 256 is 1280 x 1024 at 400 %
FONT_SIZES = {"standard": 16, "fixed": 13}  # pixels, as browsers begin
TEXT_SPACING = """
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }"""  # of WCAG 2.2, 1.4.12
DRAWN = "new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))"

Condition = Callable[[Page, CDPSession], AbstractContextManager[None]]


@contextmanager
def as_it_opens(_page: Page, _session: CDPSession) -> Iterator[None]:
    yield


@contextmanager
def zoom_400(page: Page, _session: CDPSession) -> Iterator[None]:
    """Make the window as small as it is, in CSS pixels, at a zoom of 400 %."""
    _resize(page, ZOOMED)
    yield
    _resize(page, LAPTOP)


@contextmanager
def text_200(page: Page, session: CDPSession) -> Iterator[None]:
    """Double the size of text that the visitor has set in the browser."""
    session.send("Page.enable")
    _set_fonts(page, session, 2)
    yield
    _set_fonts(page, session, 1)


@contextmanager
def text_200_on_a_phone(page: Page, session: CDPSession) -> Iterator[None]:
    """Double the size of text where a line is short already."""
    session.send("Page.enable")
    _set_fonts(page, session, 2)
    _resize(page, PHONE)
    yield
    _set_fonts(page, session, 1)


@contextmanager
def wider_spacing(page: Page, _session: CDPSession) -> Iterator[None]:
    style = page.add_style_tag(content=TEXT_SPACING)
    yield
    style.evaluate("(element) => element.remove()")


@contextmanager
def forced_colours(page: Page, _session: CDPSession) -> Iterator[None]:
    page.emulate_media(forced_colors="active")
    yield
    page.emulate_media(forced_colors="none")


@contextmanager
def reduced_motion(page: Page, _session: CDPSession) -> Iterator[None]:
    page.emulate_media(reduced_motion="reduce")
    yield
    page.emulate_media(reduced_motion="no-preference")


@contextmanager
def fingers(page: Page, session: CDPSession) -> Iterator[None]:
    """Make the window a phone's, whose pointer is coarse."""
    width, height = PHONE
    session.send("Emulation.setTouchEmulationEnabled", {"enabled": True})
    session.send("Emulation.setDeviceMetricsOverride", {"mobile": True, "width": width, "height": height, "deviceScaleFactor": 1})
    page.evaluate(DRAWN)
    assert page.evaluate("matchMedia('(pointer: coarse)').matches")
    yield
    session.send("Emulation.setTouchEmulationEnabled", {"enabled": False})
    session.send("Emulation.clearDeviceMetricsOverride")
    _resize(page, ZOOMED)  # Playwright does not know that the size is another one
    _resize(page, LAPTOP)


def _resize(page: Page, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.evaluate(DRAWN)


def _set_fonts(page: Page, session: CDPSession, factor: int) -> None:
    session.send("Page.setFontSizes", {"fontSizes": {name: size * factor for name, size in FONT_SIZES.items()}})
    _resize(page, (LAPTOP[0] + 1, LAPTOP[1]))  # Chromium reports changes of media queries to scripts with the next resize only
    _resize(page, LAPTOP)
    page.wait_for_function(f"getComputedStyle(document.querySelector('.page')).fontSize === '{factor * FONT_SIZES['standard']}px'")
    page.evaluate(DRAWN)
