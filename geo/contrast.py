"""Contrast of colours (WCAG 2), and the nearest colour that can be read on some backgrounds. A colour is a text such as `#12608f`."""

from __future__ import annotations

from collections.abc import Sequence

MIN_TEXT_CONTRAST = 4.5  # of text, by WCAG 2 level AA
STEPS = 100
DARKEST_LINEAR = 0.04045  # below, sRGB is linear


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def legible(colour: str, backgrounds: Sequence[str], towards: str) -> str:
    """Return the colour, mixed with as little of `towards` (black or white) as makes it legible as text on each background."""
    mixtures = (_mixed(towards, colour, step / STEPS) for step in range(STEPS + 1))
    return next(each for each in mixtures if all(contrast(each, background) >= MIN_TEXT_CONTRAST for background in backgrounds))


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= DARKEST_LINEAR else float(((part + 0.055) / 1.055) ** 2.4)


def _mixed(one: str, other: str, share: float) -> str:
    """Return the mixture with a share (0 to 1) of `one`."""
    pairs = zip(_parts(one), _parts(other), strict=True)
    return "#" + "".join(f"{round(share * first + (1 - share) * second):02x}" for first, second in pairs)


def _parts(colour: str) -> Sequence[int]:
    return [int(colour[start : start + 2], 16) for start in (1, 3, 5)]
