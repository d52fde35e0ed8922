"""All benchmarks in turn: `python -m benchmarks` writes docs/performance.md and its plots."""

from __future__ import annotations

from benchmarks import scaling as growth
from benchmarks import visitors

growth.main([])
visitors.main([])
