"""Cluster lists and their reference tables: sources, file readers, validation, selection, search and export; no Streamlit, no geography."""
