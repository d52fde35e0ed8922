"""Page shown instead of another while there is no dataset or too many pages are being built, in both languages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from components.core.i18n import NAME, Texts, texts_in
from components.core.templating import to_html
from components.widgets.footer import sender_html
from data.errors import ClusterDataError, Problem
from data.languages import LANGUAGES, Language

EMPTY_PARTS = dict.fromkeys(("header", "heading", "filters", "sentence", "legend", "map-note", "summary", "embed"), "")


def unavailable_parts(error: ClusterDataError, language: Language) -> Mapping[str, str]:
    """Return the parts of the page: why there is no dataset, and a link that tries again; the problems themselves are in the log."""
    return _parts(lambda texts: _explanation(error.problems, texts), language)


def busy_parts(language: Language) -> Mapping[str, str]:
    """Return the parts of the page for a visitor who is to come again: too many pages are being built."""
    return _parts(lambda texts: texts.gettext("The website has a lot of visitors at the moment. Please try again shortly."), language)


def _parts(explain: Callable[[Texts], str], language: Language) -> Mapping[str, str]:
    """Return the explanation in both languages, and the footer in the language of the page."""
    explanations = [(each, explain(texts_in(each)), texts_in(each).gettext("Try again")) for each in LANGUAGES]
    results = to_html("unavailable", LANGUAGES[0], name=NAME, explanations=explanations)
    return EMPTY_PARTS | {"results": results, "footer": sender_html(texts_in(language))}


def _explanation(problems: Sequence[Problem], texts: Texts) -> str:
    """Return the reason in a sentence or two: the list is being read, the source cannot be read, or its list has errors."""
    if not problems:
        return texts.gettext("The list of clusters is loading.")
    is_about_source = all(problem.row is None and not problem.column for problem in problems)
    if is_about_source:
        return texts.gettext("The list of clusters cannot be read at the moment. The website keeps trying.")
    reason = texts.ngettext(
        "The list of clusters cannot be shown at the moment: %s error in its file must be corrected first.",
        "The list of clusters cannot be shown at the moment: %s errors in its file must be corrected first.",
        len(problems),
    )
    advice = texts.gettext("The person responsible for the list can run `python -m data.check FILE` to see what is wrong and where.")
    return f"{reason % texts.number(len(problems))} {advice}"
