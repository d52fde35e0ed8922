"""Benchmarks of the dashboard, on lists of any size; no part of the running app."""
