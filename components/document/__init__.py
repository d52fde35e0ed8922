"""Whole pages as HTML: their parts, their head, and the pages shown instead where one is not available."""
