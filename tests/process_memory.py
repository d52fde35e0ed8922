"""Resident memory of a process, from Linux' /proc."""

from __future__ import annotations

from pathlib import Path


class ProcessMemory:
    """The memory of one process, in bytes."""

    def __init__(self, process: int) -> None:
        self._folder = Path(f"/proc/{process}")

    @property
    def current(self) -> int:
        """The resident memory now."""
        return self._bytes("VmRSS")

    @property
    def peak(self) -> int:
        """The largest resident memory of the process so far, or since `forget_peak`."""
        return self._bytes("VmHWM")

    def forget_peak(self) -> None:
        """Begin anew with the largest resident memory."""
        (self._folder / "clear_refs").write_text("5")

    def _bytes(self, name: str) -> int:
        return 1024 * int((self._folder / "status").read_text("utf-8").split(f"{name}:")[1].split()[0])
