"""The tables: reading, validating, selecting and exporting clusters. pandas only, no Streamlit, no geography."""
