"""Scripts whose output must not depend on the process: on the order in which Python's sets have their members."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def output_in_two_processes(script: str) -> bytes:
    """Run a script in two processes with other orders of sets, and return what both print; fail where they print different things."""
    outputs = {
        subprocess.run(
            [sys.executable, "-c", script], cwd=ROOT, env=os.environ | {"PYTHONHASHSEED": seed}, check=True, capture_output=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
    return outputs.pop()
