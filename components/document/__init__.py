"""Whole pages as HTML: their parts, their head, and what stands in their place."""
