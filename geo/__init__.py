"""The map: boundaries, the join, positions and layers. geopandas and folium, no Streamlit."""
