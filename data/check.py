"""Command for editors: `python -m data.check [--lang sv|en] [FILE]` reads a cluster list as the dashboard does and reports on it."""

from __future__ import annotations

import locale
import os
import re
import sys
from collections.abc import Iterable, Mapping
from itertools import chain
from pathlib import Path

from data.check_report import heading_lines, list_lines, refusal_lines
from data.console import NOT_WRITTEN, let_write_anything, print_lines
from data.errors import ClusterDataError, unreadable
from data.headings.heading_report import recognised_columns
from data.languages import LANGUAGES, Language
from data.list_files import read_list_file
from data.lists import S3_PILOTEN, to_tables
from data.messages import message
from data.notes import NoteKind
from data.reference_tables import FOLDER
from data.translation import Translator, read_catalogue
from geo.municipalities_near import municipalities_near

USAGE = f"usage: python -m data.check [--lang {'|'.join(LANGUAGES)}] [FILE]"
HELP = """
Reads a cluster list as the dashboard does and reports on it; without FILE, the shipped list.
Ends with 0 when everything was taken or interpreted, 1 when something is left out or the list cannot be used,
2 for a wrong call, a file that does not exist or may not be read, or a report that could not be written.
Columns that are kept as they are show in a list that a visitor opens on the page, and not in the operator's."""
TAKEN, LEFT_OUT, WRONG_CALL = 0, 1, NOT_WRITTEN  # exit codes
WEB_ADDRESS = re.compile("[a-z]{3,10}:/", re.IGNORECASE)  # a path has one slash of the two


def main(arguments: list[str]) -> int:
    """Check the file named in `arguments`, or the shipped list.

    Returns the status of the process:
        0: Every value is used, as it is written or as it was understood.
        1: Something is left out, or the list cannot be used.
        2: The call is wrong, the file does not exist or may not be read, or the report could not be written.
    """
    let_write_anything()
    if not {"-h", "--help"}.isdisjoint(arguments):
        return print_lines([USAGE, *HELP.split("\n")], TAKEN, sys.stdout)
    try:
        language, path = _parse(arguments, os.environ)
    except ValueError:
        return print_lines([USAGE], WRONG_CALL, sys.stderr)
    texts = Translator(language, read_catalogue(language))
    if refusal := _why_unreadable(path):
        return print_lines(refusal_lines(path.name, refusal, texts), WRONG_CALL, sys.stdout)
    return print_lines(*_check(path, texts), sys.stdout)


def _check(path: Path, texts: Translator) -> tuple[Iterable[str], int]:
    """Return the lines of the report on a file, and the exit code."""
    headings: Iterable[str] = ()
    try:
        cells = read_list_file(path)
        headings = heading_lines(*recognised_columns(cells), texts)
        tables = to_tables(cells, find_areas=municipalities_near, keeps_columns=True)  # as the upload of a visitor, with its notes
    except ClusterDataError as error:
        return chain(refusal_lines(path.name, error, texts), headings), LEFT_OUT
    code = LEFT_OUT if tables.report.counts.get(NoteKind.LEFT_OUT) else TAKEN
    return chain(list_lines(path.name, tables, texts), headings), code


def _why_unreadable(path: Path) -> ClusterDataError | None:
    """Return why there is no file to read at this path; None where there is one."""
    needed = message("a file that exists and can be read")
    if WEB_ADDRESS.match(str(path)):
        return unreadable(path.name, message("an address on the web"), message("a file: save the list and give the name of its file"))
    if not os.path.exists(path):  # noqa: PTH110 - Path.exists raises an error for a long name, and in a folder that may not be read
        return unreadable(path.name, message("the file does not exist"), needed)
    if not path.is_file():
        return unreadable(path.name, message("a folder") if path.is_dir() else message("not an ordinary file"), needed)
    return None if os.access(path, os.R_OK) else unreadable(path.name, message("the file may not be read"), needed)


def _parse(arguments: list[str], environ: Mapping[str, str]) -> tuple[Language, Path]:
    """Return language and file; the option may stand before or behind the file. Raises ValueError for a wrong call."""
    language: Language | None = None
    files = list[str]()
    rest = [part for argument in arguments for part in (argument.split("=", 1) if argument.startswith("--lang=") else [argument])]
    while rest:
        argument = rest.pop(0)
        if argument == "--lang":
            named = rest.pop(0) if rest else ""
            language = next((each for each in LANGUAGES if each == named), None)
            if language is None:
                raise ValueError
        elif argument.startswith("-"):
            raise ValueError
        else:
            files.append(argument)
    if len(files) > 1 or "" in files:
        raise ValueError
    return language or _language_of(environ), Path(files[0]) if files else FOLDER / S3_PILOTEN.clusters


def _language_of(environ: Mapping[str, str]) -> Language:
    """Return the language of the environment's locale: Swedish for a Swedish one, else English."""
    names = [environ.get(variable, "") for variable in ("LC_ALL", "LC_MESSAGES", "LANG")]
    name = next(filter(None, names), locale.getlocale()[0] or "")
    return "sv" if name.casefold().startswith(("sv", "swedish")) else "en"


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(WRONG_CALL)
