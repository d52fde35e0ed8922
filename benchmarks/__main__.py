"""Command that runs every benchmark: `python -m benchmarks` writes docs/performance.md and its plots."""

from __future__ import annotations

from benchmarks import scaling, visitors

scaling.main([])
visitors.main([])
