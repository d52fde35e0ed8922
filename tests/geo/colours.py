"""Differences between colours, with and without colour vision. A colour is a hexadecimal text such as `#12608f`."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Rgb = NDArray[np.float64]

# Machado, Oliveira and Fernandes (2009), "A physiologically-based model for simulation of color vision deficiency", severity 1.0,
# for linear RGB.
EYES: dict[str, Rgb] = {
    "full": np.eye(3),
    "protanopia": np.array([[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]),
    "deuteranopia": np.array([[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]),
    "tritanopia": np.array([[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]),
}
WEIGHTS = np.array([0.2126, 0.7152, 0.0722])


def luminance(colour: str, eyes: str = "full") -> float:
    """Return the relative luminance (WCAG 2), 0 to 1, for eyes of one kind."""
    return float(np.clip(EYES[eyes] @ _linear(colour), 0, 1) @ WEIGHTS)


def contrast(one: str, other: str, eyes: str = "full") -> float:
    """Return the contrast ratio (WCAG 2), 1 to 21."""
    low, high = sorted((luminance(one, eyes), luminance(other, eyes)))
    return (high + 0.05) / (low + 0.05)


def lightness(colour: str, eyes: str = "full") -> float:
    """Return the lightness CIE L*, 0 to 100."""
    light = luminance(colour, eyes)
    return 116 * light ** (1 / 3) - 16 if light > 216 / 24389 else light * 24389 / 27


def mixed(one: str, other: str, share: float) -> str:
    """Return the colour of CSS's color-mix in srgb: `share` (0 to 1) of `one`, the rest of `other`."""
    parts = share * _srgb(one) + (1 - share) * _srgb(other)
    return "#" + "".join(f"{round(255 * part):02x}" for part in parts)


def _srgb(colour: str) -> Rgb:
    return np.array([int(colour[start : start + 2], 16) for start in (1, 3, 5)]) / 255


def _linear(colour: str) -> Rgb:
    parts = _srgb(colour)
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
