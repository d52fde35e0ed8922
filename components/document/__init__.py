"""Whole HTML pages, as the first answer carries them; without Streamlit."""
