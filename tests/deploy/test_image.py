"""Files of the container image: they are sent to the builder, and the dashboard starts with them alone."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import components

ROOT = Path(components.__file__).parent.parent
COPIED = re.compile(r"^COPY (?!--from)(.+) \S+$", re.MULTILINE)


def test_the_dashboard_starts_with_the_files_of_the_image(tmp_path: Path) -> None:
    copied = " ".join(COPIED.findall((ROOT / "deploy" / "Dockerfile").read_text("utf-8"))).split()
    sent = (ROOT / "deploy" / "Dockerfile.dockerignore").read_text("utf-8").splitlines()
    assert {f"!{name}" for name in copied} == {line for line in sent if line.startswith("!")}
    for name in copied:
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copyfile)(ROOT / name, tmp_path / name)
    subprocess.run([sys.executable, "-c", "import dashboard, components.page"], cwd=tmp_path, check=True)
