"""Pages: one module for each."""
