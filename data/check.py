"""Command for editors: `python -m data.check [FILE]` validates a cluster list before it is published."""

from __future__ import annotations

import sys
from pathlib import Path

from data.errors import ClusterDataError
from data.list_files import read_list_file
from data.lists import S3_PILOTEN, to_tables
from data.reference_tables import FOLDER


def main(arguments: list[str]) -> int:
    """Check the file named in `arguments`, or the shipped list. Returns 0 when it can be used, 1 when not, 2 for a wrong call."""
    if len(arguments) > 1 or any(argument.startswith("-") for argument in arguments):
        print("usage: python -m data.check [FILE]", file=sys.stderr)
        return 2
    path = Path(arguments[0]) if arguments else FOLDER / S3_PILOTEN.clusters
    try:
        tables = to_tables(read_list_file(path))
    except ClusterDataError as error:
        print(f"{path.name}: {_counted(len(error.problems), 'problem')}\n{error}")
        return 1
    regions = {code for codes in tables.clusters["region_codes"] for code in codes}
    print(f"{path.name}: {_counted(len(tables.clusters), 'cluster')} in {len(regions)} of {len(tables.regions)} counties, no problems")
    return 0


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
