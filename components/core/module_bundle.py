"""Bundle of JavaScript modules: a module and all that it imports as one script, so that a first visit asks once and not for each file.

It takes the modules of `frontend/` as they are written: imports of names on one line, at the top, by relative URL; exports of functions,
constants and classes where they are declared. Anything else raises ValueError. Lines that hold only a comment are left out.
"""

from __future__ import annotations

import re
from graphlib import TopologicalSorter
from pathlib import Path

COMMENT = re.compile(r"^ *(?://.*|/\*\*(?:[^*]|\*(?!/))*\*/)\n", re.MULTILINE)  # on lines of its own
IMPORT = re.compile(r'^import \{ (\w+(?:, \w+)*) \} from "(\.{1,2}/[\w/.]+)";$', re.MULTILINE)
EXPORT = re.compile(r"^export ((?:async )?function|const|class) (\w+)", re.MULTILINE)
OTHER = re.compile(r"^(?:import\b(?!\().*|export .*)", re.MULTILINE)  # imports and exports of any other form


def bundled_module(entry: Path) -> bytes:
    """Return the module with all modules that it imports before it, each inside a function of its own.

    Raises ValueError for an import or export of another form, and CycleError where modules import each other.
    """
    imported: dict[Path, list[Path]] = {}
    _add_imports(entry.resolve(), imported)
    order = list(TopologicalSorter(imported).static_order())
    *others, last = order
    numbers = {path: number for number, path in enumerate(order)}
    parts = [f"const module{numbers[path]} = (() => {{\n{_body(path, numbers)}return {{ {_exported(path)} }};\n}})();\n" for path in others]
    return "".join((*parts, _body(last, numbers, is_entry=True))).encode()


def _add_imports(path: Path, imported: dict[Path, list[Path]]) -> None:
    if path not in imported:
        imported[path] = [(path.parent / url).resolve() for _, url in IMPORT.findall(path.read_text("utf-8"))]
        for each in imported[path]:
            _add_imports(each, imported)


def _body(path: Path, numbers: dict[Path, int], *, is_entry: bool = False) -> str:
    """Return the source with its imports taken from the modules before it; only the entry keeps its exports."""

    def to_constant(match: re.Match[str]) -> str:
        return f"const {{ {match[1]} }} = module{numbers[(path.parent / match[2]).resolve()]};"

    source = IMPORT.sub(to_constant, COMMENT.sub("", path.read_text("utf-8")))
    inner = EXPORT.sub(r"\1 \2", source)
    if other := OTHER.search(inner):
        raise ValueError(f"{path.name}: cannot be bundled: {other[0]}")
    return source if is_entry else inner


def _exported(path: Path) -> str:
    return ", ".join(name for _, name in EXPORT.findall(path.read_text("utf-8")))
