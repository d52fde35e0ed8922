from __future__ import annotations

import sys
from pathlib import Path

import components


def test_no_module_hides_one_of_the_standard_library() -> None:
    """Streamlit puts the folder of `page.py` first on `sys.path`."""
    folder = Path(components.__file__).parent
    names = {path.stem for path in folder.glob("*.py")} | {path.parent.name for path in folder.glob("*/__init__.py")}
    assert "page" in names
    assert not names & sys.stdlib_module_names
