"""Scripts whose output must not depend on the process: on the order in which Python's sets have their members."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from contextlib import redirect_stdout
from pathlib import Path

ROOT = Path(__file__).parents[1]


def output_in_two_processes(script: str) -> str:
    """Run a script in this process and in one with another order of sets, and return their output; fail where it differs."""
    seed = "2" if os.environ.get("PYTHONHASHSEED") == "1" else "1"
    environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONUTF8": "1"}
    other = subprocess.run([sys.executable, "-c", script], cwd=ROOT, env=environment, check=True, capture_output=True, encoding="utf-8")
    with redirect_stdout(io.StringIO()) as output:
        exec(script, {})  # noqa: S102 - the tests' own
    assert output.getvalue() == other.stdout
    return other.stdout
