"""Readers of CSV, XLSX and Parquet files: bytes to a table of text, within limits."""
