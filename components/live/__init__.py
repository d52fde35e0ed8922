"""The live page: what Streamlit sends to the browser and takes from it."""
