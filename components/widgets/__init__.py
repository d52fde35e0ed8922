"""Components: the parts of a page."""
