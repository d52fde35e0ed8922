"""Basics of all other packages: settings, texts, templates, URLs, event log, garbage collection and Streamlit's internals."""
