"""Headings of a file: which column each means, and what a list must have."""
