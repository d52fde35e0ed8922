"""The dataset that is shown: prepared from a list, stored, replaced, saved as a snapshot; and visitors' uploads. No Streamlit, no HTTP."""
