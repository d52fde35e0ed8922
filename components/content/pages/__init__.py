"""Texts of whole pages: their list, titles and descriptions, sources, examples of code, the report on an upload."""
