"""What an address of open data asks for: the selection, read as strictly as a program wants it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from starlette.requests import Request

from components.api.answers import ProblemError
from components.catalogue import Catalogue
from components.keeper import catalogue
from components.settings import public_address
from components.texts import Texts, texts_in
from data.errors import ClusterDataError
from data.filters import Match
from data.selection import LONGEST_SEARCH, PARAMETERS, Selection

TEXT = f"at most {LONGEST_SEARCH} characters"
MOST_VALUES = 50  # of one parameter
MANY = f"at most {MOST_VALUES} values"
MOST_TOLD = 50  # of the values that are allowed


@dataclass(frozen=True)
class Asked:
    """The list, what of it is asked for, in which language, and the app's own address with a slash at its end."""

    catalogue: Catalogue
    match: Match
    texts: Texts
    base: str

    @property
    def selection(self) -> Selection:
        """What is asked for."""
        return self.match.selection


def usable_catalogue() -> Catalogue:
    """Return the list. Raises ProblemError (503) while it cannot be used."""
    try:
        return catalogue()
    except ClusterDataError as error:
        raise ProblemError(503, "No usable list", "The list of clusters cannot be used right now.", problems=error.report) from None


def read_request(request: Request, base_path: str) -> Asked:
    """Return what the request asks for. Raises ProblemError: 400 with every unknown parameter and value, 503 as `usable_catalogue`."""
    shown = usable_catalogue()
    query = {name: request.query_params.getlist(name) for name in request.query_params}
    selection, unknown = Selection.from_query(query, shown.known)
    errors = [
        *({"parameter": name, "allowed": list(PARAMETERS)} for name in query if name not in PARAMETERS),
        *({"parameter": name, "value": value, "allowed": list(islice(allowed, MOST_TOLD))} for name, value, allowed in unknown),
        *({"parameter": name, "allowed": "once"} for name in ("q", "cluster", "lang") if len(query.get(name, ())) > 1),
        *({"parameter": name, "allowed": MANY} for name, values in query.items() if len(values) > MOST_VALUES),
        *({"parameter": "q", "allowed": TEXT} for words in query.get("q", ()) if len(words) > LONGEST_SEARCH),
    ]
    if errors:
        raise ProblemError(400, "Not known", "The address asks for what is not known here; see errors.", errors=errors)
    return Asked(shown, shown.index.match(selection), texts_in(selection.language), base_address(request, base_path))


def base_address(request: Request, base_path: str) -> str:
    """Return where the app is found from outside: PUBLIC_ADDRESS, or as the request says."""
    return public_address() or f"{request.base_url.scheme}://{request.base_url.netloc}{base_path}/"
