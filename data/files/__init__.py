"""Readers of CSV, XLSX and Parquet files: from bytes to cells of text, within limits."""
