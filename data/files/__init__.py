"""Readers of files of many formats: bytes to a table of text with notes, within limits."""
