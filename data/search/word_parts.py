"""Parts of Swedish words: stems without their endings, and first parts of compounds."""

from __future__ import annotations

from rapidfuzz.distance import OSA

ENDINGS = ("arna", "erna", "orna", "ena", "ing", "en", "et", "er", "ar", "or", "es", "na", "n", "t", "a", "e", "s")  # of inflected words
MIN_STEM_LENGTH = 4  # letters
# A compound that ends so is about its first part: "fordonsindustri" is about "fordon".
LAST_PARTS = (
    "industri industrin industrier industrierna näring näringen näringar näringarna bransch branschen branscher sektor sektorn sektorer "
    "teknik tekniken tekniker teknologi teknologin kluster klustret klustren märkning märkningen märkt märkta företag företagen "
    "bolag bolagen område området verksamhet verksamheten produktion tillverkning forskning fabrik fabriker "
    "utveckling utvecklingen byrå byrån byråer verk verken ägare bruk trafik handel system test tester"
)
MIN_FIRST_PART_LENGTH = 3  # letters, since the first part has to be a known word
MIN_MISSPELT_LAST_PART_LENGTH = 6  # letters: "bruk" may be one of many words with a wrong letter
LINKS = ("s", "o", "e", "u", "a")  # between the parts of Swedish compounds
LOST_ENDINGS = ("a", "e")  # of a word that loses them as the first part of a compound: "gruvnäring" is about "gruva"


def first_parts(word: str) -> list[str]:
    """Return what the first part of a compound with a general last part may be, the likeliest first; [] for any other word.

    "fordonsindustri" -> ["fordons", "fordon", "fordonsa", "fordonse", "fordona", "fordone"]: only a part that is known by itself is one.
    """
    found: list[str] = []
    forms = (word, word.removesuffix("s"))  # the second one without the ending of a genitive
    for first in (form.removesuffix(last) for form in forms for last in LAST_PARTS.split() if form.endswith(last)):
        stem = first[:-1] if first.endswith(LINKS) else first  # "hälsosektor" is about "hälsa"
        spellings = (first, stem, *(each + ending for each in (first, stem) for ending in LOST_ENDINGS))
        found += [each for each in spellings if len(first) >= MIN_FIRST_PART_LENGTH and len(each) >= MIN_FIRST_PART_LENGTH]
    return list(dict.fromkeys(found))


def first_parts_beside_misspelt(word: str) -> list[str]:
    """Return what the first part of a compound may be whose general last part has one wrong letter: "skogsindusri" is about "skog"."""
    found: list[str] = []
    for last in (each for each in LAST_PARTS.split() if len(each) >= MIN_MISSPELT_LAST_PART_LENGTH):
        starts = (len(word) - len(last) + difference for difference in (-1, 0, 1))
        misspelt = (start for start in starts if start >= MIN_FIRST_PART_LENGTH and OSA.distance(word[start:], last, score_cutoff=1) == 1)
        found += [part for start in misspelt for part in first_parts(word[:start] + last)]
    return list(dict.fromkeys(found))


def stems(word: str) -> list[str]:
    """Return what is left of a word without each ending that it has, the longest first: "gruva" -> ["gruv"]."""
    found = {word.removesuffix(ending) for ending in ENDINGS if word.endswith(ending)}
    return sorted((stem for stem in found if len(stem) >= MIN_STEM_LENGTH), key=len, reverse=True)
