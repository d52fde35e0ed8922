"""Benchmarks: speed and memory of the dashboard with lists of any size. Nothing here runs in the dashboard."""
