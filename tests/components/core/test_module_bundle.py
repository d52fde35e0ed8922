"""Bundle of modules: one script does the work of its modules."""

from __future__ import annotations

import re
from graphlib import CycleError
from pathlib import Path

import pytest

from components.core.assets import FRONTEND, MAP_SCRIPT, PAGE_SCRIPT
from components.core.module_bundle import bundled_module

ENTRY = """// Beginning of the work.
import { double, ONE } from "./lib/numbers.js";
import { Sum } from "./sum.js";

/** Return a sum; it has
 * one number. */
export function start() {
  // the first one
  return new Sum(double(ONE));
}
"""
NUMBERS = "export const ONE = 1;\nconst two = 2;\nexport function double(number) {\n  return number * two;\n}\n"
SUM = 'import { ONE } from "./lib/numbers.js";\nexport class Sum {}\nexport async function wait() {}\n'


def write(folder: Path, **files: str) -> Path:
    (folder / "lib").mkdir()
    for name, text in files.items():
        (folder / f"{name.replace('__', '/')}.js").write_text(text, "utf-8")
    return folder / "entry.js"


def test_modules_stand_before_those_that_import_them_each_once(tmp_path: Path) -> None:
    bundle = bundled_module(write(tmp_path, entry=ENTRY, lib__numbers=NUMBERS, sum=SUM)).decode()
    assert bundle == (
        "const module0 = (() => {\nconst ONE = 1;\nconst two = 2;\nfunction double(number) {\n  return number * two;\n}\n"
        "return { ONE, double };\n})();\n"
        "const module1 = (() => {\nconst { ONE } = module0;\nclass Sum {}\nasync function wait() {}\nreturn { Sum, wait };\n})();\n"
        "const { double, ONE } = module0;\nconst { Sum } = module1;\n\nexport function start() {\n  return new Sum(double(ONE));\n}\n"
    )


@pytest.mark.parametrize(
    "line",
    [
        'import * as numbers from "./lib/numbers.js";',
        'import { ONE as one } from "./lib/numbers.js";',
        'import numbers from "./lib/numbers.js";',
        'import "./lib/numbers.js";',
        "export default 1;",
        "export let two = 2;",
        "export { two };",
        'export * from "./lib/numbers.js";',
    ],
)
def test_another_import_or_export_is_an_error(line: str, tmp_path: Path) -> None:
    entry = write(tmp_path, entry='import { Sum } from "./sum.js";\n', lib__numbers=NUMBERS, sum=f"{SUM}{line}\n")
    with pytest.raises(ValueError, match=re.escape(f"sum.js: cannot be bundled: {line}")):
        bundled_module(entry)


def test_modules_that_import_each_other_are_an_error(tmp_path: Path) -> None:
    entry = write(tmp_path, entry='import { a } from "./a.js";\n', a='import { b } from "./entry.js";\n')
    with pytest.raises(CycleError):
        bundled_module(entry)


@pytest.mark.parametrize(("name", "folder"), [(PAGE_SCRIPT, "page"), (MAP_SCRIPT, "map")])
def test_a_bundle_holds_every_module_of_its_folder(name: str, folder: str) -> None:
    bundle = bundled_module(FRONTEND / name).decode()
    entries = {"frame_entry.js"}  # a classic script, which imports the bundle
    for path in (FRONTEND / folder).glob("*.js"):
        longest_line = max(re.findall(r"^ +[^/ *].*$", path.read_text("utf-8"), re.MULTILINE), key=len)
        assert (longest_line in bundle) == (path.name not in entries)
    assert "\nimport {" not in bundle and not re.search(r'from "', bundle)
