"""Basics of every room: settings, texts, templates, URLs, the clock, the event log, and Streamlit's internals."""
