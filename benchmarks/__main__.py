"""Command that runs every benchmark: `python -m benchmarks` writes docs/performance.md and its plots."""

from __future__ import annotations

from benchmarks import first_visits, readers, scaling, visitors

first_visits.main([])
scaling.main([])
visitors.main([])
readers.main([])
