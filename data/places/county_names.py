"""Other names of Sweden, its NUTS areas and counties: letters, English and former names, and counties that have ended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

# Letters of the counties, with SE- before them ISO 3166-2. By SCB code. By themselves only AC and BD name one.
LETTERS: Mapping[str, str] = {
    "01": "AB", "03": "C", "04": "D", "05": "E", "06": "F", "07": "G", "08": "H", "09": "I", "10": "K", "12": "M", "13": "N",
    "14": "O", "17": "S", "18": "T", "19": "U", "20": "W", "21": "X", "22": "Y", "23": "Z", "24": "AC", "25": "BD",
}  # fmt: skip
OTHER_NAMES: Mapping[str, str] = {  # by folded name
    "stor stockholm": "01", "storstockholm": "01", "greater stockholm": "01",  # SCB's Stor-Stockholm is the county
    "sthlm": "01", "sthlms": "01", "v a gotaland": "14", "v a gotalands": "14", "vg": "14",
    "scania": "12", "vgr": "14", "vg regionen": "14", "vastra gotalands regionen": "14", "west gotaland": "14", "dalecarlia": "20",
    "v gotaland": "14", "vastragotaland": "14", "vastragotalands": "14", "v gotalands": "14", "ostergotlands": "05",
    "o gotland": "05", "o gotlands": "05", "ac": "24", "bd": "25",
    "north bothnia": "25", "west bothnia": "24", "north bothnian": "25", "norrbothnia": "25",
    "jamtlands och harjedalens": "23", "jamtland och harjedalen": "23", "ostergotland s": "05",
}  # fmt: skip
NUTS1: Mapping[str, tuple[str, ...]] = {  # names by code, the Swedish one first; "South Sweden" is usual for the NUTS 2 area SE22
    "SE1": ("Östra Sverige", "East Sweden", "Eastern Sweden"),
    "SE2": ("Södra Sverige", "Southern Sweden"),
    "SE3": ("Norra Sverige", "North Sweden", "Northern Sweden"),
}
COMPASS: Mapping[str, tuple[str, ...]] = {  # points of the compass as names of NUTS areas, by code: "clusters in the north"
    "SE1": ("öster", "öst", "east"),
    "SE2": ("söder", "syd", "south"),
    "SE3": ("norr", "nord", "north"),
    "SE23": ("väster", "väst", "west"),
}
COMPASS_POINTS = frozenset(name for names in COMPASS.values() for name in names)
NUTS2_IN_ENGLISH: Mapping[str, tuple[str, ...]] = {  # by code, with the names that texts of the EU and of others use
    "SE11": (),  # Stockholm
    "SE12": ("East Middle Sweden", "East Central Sweden"),
    "SE21": ("Småland and the islands", "Småland and islands", "Småland with the islands", "Småland with islands"),
    "SE22": ("South Sweden",),
    "SE23": ("West Sweden", "Western Sweden", "Västra Sverige"),
    "SE31": ("North Middle Sweden", "North Central Sweden"),
    "SE32": ("Middle Norrland", "Central Norrland"),
    "SE33": ("Upper Norrland",),
}
COUNTRY = frozenset({"sverige", "sweden"})  # its names, of one word
WHOLE_COUNTRY = frozenset(  # folded texts that name no single county
    COUNTRY
    | {
        "00", "0", "riket", "hela riket", "landet", "hela landet", "nationell", "nationellt", "national", "nationwide",
        "hela sverige", "all of sweden", "se", "alla", "alla lan", "samtliga lan", "the whole country", "whole country",
        "flera", "flera lan", "flera olika", "flera regioner", "several", "several counties", "various", "multiple", "olika lan",
    }
)  # fmt: skip


@dataclass(frozen=True)
class FormerCounty:
    """A county that has another name now, or has ended.

    Attributes:
        name: Its name.
        code: SCB code of the county to which its area belongs now.
        year: Year of the change.
        has_ended: True if it became part of another county, False if it was only renamed.
    """

    name: str
    code: str
    year: int
    has_ended: bool = True


FORMER_COUNTIES: Mapping[str, FormerCounty] = {  # by folded name without "län"
    "kopparbergs": FormerCounty("Kopparbergs län", "20", 1997, has_ended=False),
    "kopparberg": FormerCounty("Kopparbergs län", "20", 1997, has_ended=False),
    "malmohus": FormerCounty("Malmöhus län", "12", 1997),
    "kristianstads": FormerCounty("Kristianstads län", "12", 1997),
    "kristianstad": FormerCounty("Kristianstads län", "12", 1997),
    "skaraborgs": FormerCounty("Skaraborgs län", "14", 1998),
    "skaraborg": FormerCounty("Skaraborgs län", "14", 1998),
    "alvsborgs": FormerCounty("Älvsborgs län", "14", 1998),
    "alvsborg": FormerCounty("Älvsborgs län", "14", 1998),
    "goteborgs och bohus": FormerCounty("Göteborgs och Bohus län", "14", 1998),
    "goteborg och bohus": FormerCounty("Göteborgs och Bohus län", "14", 1998),
}  # fmt: skip
