"""The live map. The only package that knows folium and streamlit-folium."""
