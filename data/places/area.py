"""One area of Sweden, by the codes of the filters that choose it, and its relations to others: larger ones, and several as one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

COUNTY_LENGTH = 2  # characters of a county's code, with which those of its municipalities begin

Codes = tuple[str, ...]


@dataclass(frozen=True)
class Area:
    """An area by the codes of the filters that choose it.

    Attributes:
        name: Name as visitors read it, the same in both languages: "Norrland", "Övre Norrland", "Skåne" or "Malmö".
        regions: SCB codes of its counties; () for a municipality.
        municipality: SCB code of the municipality; "" for any other area.
        is_joined: True for several areas that a text names, which are one area only here.
    """

    name: str
    regions: Codes = ()
    municipality: str = ""
    is_joined: bool = field(default=False, compare=False)


def without_larger(areas: Iterable[Area]) -> tuple[Area, ...]:
    """Return the areas, each once, without those that hold another of them."""
    named = tuple(dict.fromkeys(areas))
    return tuple(area for area in named if not any(_holds(area, other) for other in named if other != area))


def joined(areas: Sequence[Area]) -> Area | None:
    """Return the only area, or several counties and larger areas as one; None for several areas with a municipality, and for none."""
    if len(areas) <= 1 or not all(area.regions for area in areas):
        return areas[0] if len(areas) == 1 else None
    regions = tuple(dict.fromkeys(code for area in areas for code in area.regions))
    return Area(", ".join(area.name for area in areas), regions, is_joined=True)


def _holds(area: Area, other: Area) -> bool:
    inside = other.regions or (other.municipality[:COUNTY_LENGTH],)
    return bool(area.regions) and set(inside) <= set(area.regions) and area.regions != other.regions
