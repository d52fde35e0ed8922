"""Boundaries, the join, positions, distances, drawing and geodata files. No Streamlit, no folium."""
