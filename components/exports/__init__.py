"""Export formats of clusters and counties, with their schema and metadata. No Streamlit, no HTTP."""
