"""Words that do not count in a search: everywhere, beside any other word, or beside the name of a branch."""

from __future__ import annotations

from rapidfuzz.distance import OSA

from data.places.county_names import COUNTRY
from data.search.option_words import FILTER_WORDS
from data.search.place_relations import BETWEEN_WORDS, DIRECTIONS, NEAR_WORDS

# Every row is a cluster in a county of Sweden, so that these words tell no row from another; the small ones stand between other words.
SMALL_WORDS = "a an and at av bland den det eller en ett for from för i in inom med of och om on or på som the till to with"
VERBS = "bygga bygger byggs byggde byggt byggd byggda uppbyggd uppbyggt"  # of descriptions, where the beginning "bygg" is a branch
ROW_WORDS = (
    "län county kommun municipality kluster klustret klustren klusterorganisation klusterorganisationer klusterorganisationen "
    "klusterorganisationerna cluster clusters svensk svenskt svenska swedish"
)
IGNORED = frozenset({*ROW_WORDS.split(), *SMALL_WORDS.split(), *VERBS.split(), *COUNTRY, *(f"{name}s" for name in COUNTRY)})
CLUSTER_WORDS, MIN_CLUSTER_LENGTH = ("kluster", "clusters"), 4  # letters; their beginnings are not searched for either
CLUSTER_NAMES = frozenset({*ROW_WORDS.split(), *COUNTRY})  # they stand in many names: "Aerospace Cluster Sweden"
CLUSTER_BEGINNINGS = ("klust", "clust")  # of all their forms

# Words of questions, of organisations and of labels: fillers, which count only by themselves and in names, such as "Business Sweden".
QUESTION_WORDS = (
    "vilka vilken vilket var vart hur många flest allt allting finns är har jobbar arbetar alla några "
    "något någon andra annat lista karta visa hitta saknar saknas prioriterar "
    "prioriteras fokus inriktning inriktade största störst which what where who how many most is there have has do does work works "
    "working all any some everything other list map find lacking missing "
    "prioritise counties show about focus focused biggest largest greater no inga inget ingen länen länets "
    "kommuner kommunerna municipalities antal number vem driver run runs vill want wants investera invest investing"
)
ORGANISATION_WORDS = (
    "företag företagen bolag bolagen organisation organisationer company companies firm firms business businesses organisations "
    "organization organizations hub hubs network networks nätverk nätverket"
)
FACT_WORDS = "medlemmar members kontakt contact hemsida webbplats website"  # of what a profile says
FILTERS = " ".join(FILTER_WORDS.values())
FILLERS = (
    NEAR_WORDS | BETWEEN_WORDS | frozenset(f"{QUESTION_WORDS} {ORGANISATION_WORDS} {FACT_WORDS} {FILTERS} nuts nuts1 nuts2 nuts3 e".split())
)  # "e" of "e-hälsa"
ONLY_WORDS = ("bara", "endast", "enbart", "only", "just", "least", "minst")  # behind "inte" or "not", which leaves nothing out then
IGNORED_PHRASES = frozenset(  # "are" by itself is Åre, "organisations" is what some clusters write of themselves
    DIRECTIONS
    | {f"{word} {only}" for word in ("inte", "ej", "not") for only in ONLY_WORDS}
    | {"are there", "nuts 1", "nuts 2", "nuts 3", "management excellence"}  # "Cluster Management Excellence" is what each label is for
    | {f"smart {word}" for word in ("specialisering", "specialisation", "specialization")}  # is what the whole list is about
    | {f"{word} are" for word in ("where", "what", "which", "who", "how", "there", "clusters")}
    | {f"cluster {word}" for word in ("organisation", "organisations", "organization", "organizations")}
)

INDUSTRY_NAMES = (
    "industri industrin industrier industrierna industrins näring näringen näringar näringarna bransch branschen branscher sektor sektorn "
    "sektorer fabrik fabriken fabriker industry industries sector sectors factory factories"
)
INDUSTRY_WORDS = frozenset(INDUSTRY_NAMES.split())  # beside the name of a branch: "steel industry", but not "smart industry"


def is_ignored(word: str) -> bool:
    """Return whether a word, in lower case, never counts in a search: also the beginning of "kluster", and "klusster"."""
    if word in IGNORED:
        return True
    is_beginning = len(word) >= MIN_CLUSTER_LENGTH and any(each.startswith(word) for each in CLUSTER_WORDS)
    return is_beginning or any(OSA.distance(word, each, score_cutoff=1) <= 1 for each in CLUSTER_WORDS)
