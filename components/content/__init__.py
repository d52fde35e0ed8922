"""Facts and sentences that components, pages and exports show. No Streamlit, no HTTP."""
