"""Command for editors: `python -m data.check [--lang sv|en] [FILE]` reads a cluster list as the dashboard does and reports on it."""

from __future__ import annotations

import locale
import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from data.check_report import list_lines, refusal_lines
from data.errors import ClusterDataError
from data.languages import LANGUAGES, Language
from data.list_files import read_list_file
from data.lists import S3_PILOTEN, to_tables
from data.notes import NoteKind
from data.recognised import recognised_columns
from data.reference_tables import FOLDER
from data.translation import Translator, read_catalogue
from geo.areas import municipalities_near

USAGE = f"usage: python -m data.check [--lang {'|'.join(LANGUAGES)}] [FILE]"
HELP = """
Reads a cluster list as the dashboard does and reports on it; without FILE, the shipped list.
Ends with 0 when everything was taken or interpreted, 1 when something is left out or the list cannot be used,
2 for a wrong call, a file that does not exist, or a report that could not be written."""
TAKEN, LEFT_OUT, WRONG_CALL = 0, 1, 2  # exit codes


def main(arguments: list[str]) -> int:
    """Check the file named in `arguments`, or the shipped list.

    Returns 0 when all of it is taken, as it is or understood, 1 when something is left out or it cannot be used, 2 for a wrong call, for
    a file that does not exist, and where the report could not be written.
    """
    _write_anything()
    if not {"-h", "--help"}.isdisjoint(arguments):
        return _print([USAGE, HELP], TAKEN)
    try:
        language, path = _parse(arguments, os.environ)
    except ValueError:
        print(USAGE, file=sys.stderr)
        return WRONG_CALL
    texts = Translator(language, read_catalogue(language))
    try:
        cells = read_list_file(path)
        tables = to_tables(cells, find_areas=municipalities_near)
    except ClusterDataError as error:
        return _print(refusal_lines(path.name, error, texts), LEFT_OUT if path.exists() else WRONG_CALL)
    _, unused = recognised_columns(cells)
    code = LEFT_OUT if tables.report.counts.get(NoteKind.LEFT_OUT) else TAKEN
    return _print(list_lines(path.name, tables, unused, texts), code)


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
    if len(files) > 1:
        raise ValueError
    return language or _language_of(environ), Path(files[0]) if files else FOLDER / S3_PILOTEN.clusters


def _language_of(environ: Mapping[str, str]) -> Language:
    """Return the language of the environment's locale: Swedish for a Swedish one, else English."""
    names = [environ.get(variable, "") for variable in ("LC_ALL", "LC_MESSAGES", "LANG")]
    name = next(filter(None, names), locale.getlocale()[0] or "")
    return "sv" if name.casefold().startswith(("sv", "swedish")) else "en"


def _write_anything() -> None:
    """Let the console show letters that its encoding lacks as codes, instead of ending with an error."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:  # it is closed
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr] # both are text streams


def _print(lines: Iterable[str], code: int) -> int:
    """Print the lines and return the exit code, also where the reader of a pipe has gone; 2 where they cannot be written."""
    if sys.stdout is None:  # it is closed
        return WRONG_CALL
    try:
        for line in lines:
            print(line)
        sys.stdout.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # so that the end of the process does not write again
        if isinstance(error, BrokenPipeError):
            return code
        print(error.strerror, file=sys.stderr)
        return WRONG_CALL
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
