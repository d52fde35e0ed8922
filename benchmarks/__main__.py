"""All benchmarks in turn: `python -m benchmarks` writes docs/performance.md and its plots."""

from __future__ import annotations

from benchmarks import growth, visitors

growth.main([])
visitors.main([])
