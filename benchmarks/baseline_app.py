"""Baseline for comparison: the usual Streamlit and folium script, which reads, joins and draws everything again on every change.

It has fewer features than the dashboard and reads the boundaries faster than from GeoJSON, so the comparison favours it.
"""

from __future__ import annotations

import os
from pathlib import Path

import folium
import pandas as pd
import streamlit as st
from streamlit_folium import st_folium

from geo.boundaries import read_counties

DATA = Path(__file__).resolve().parents[1] / "data"
SWEDEN = (62.5, 16.5)  # latitude and longitude of the map's centre

st.set_page_config(page_title="Clusters", layout="wide")
st.title("Clusters in Sweden")

clusters = pd.read_csv(os.environ.get("CLUSTERS_SOURCE") or DATA / "clusters.csv", dtype=str)
names = pd.read_csv(DATA / "regions.csv", dtype=str)[["code", "name"]]
areas = pd.read_csv(DATA / "focus_areas.csv", dtype=str).set_index("code")["label_en"]
counties = read_counties().merge(names, on="code")

chosen = st.sidebar.multiselect("Industry focus", list(areas.index), format_func=lambda code: areas[code])
if chosen:
    clusters = clusters[[bool(set(codes.split(";")) & set(chosen)) for codes in clusters["focus"]]]
memberships = clusters.assign(code=clusters["region_codes"].str.split(";")).explode("code")
counties["clusters"] = counties["code"].map(memberships["code"].value_counts()).fillna(0).astype(int)

sweden = folium.Map(location=SWEDEN, zoom_start=5)
folium.Choropleth(
    counties.to_json(), data=counties, columns=["code", "clusters"], key_on="feature.properties.code", fill_color="Blues"
).add_to(sweden)
points = dict(zip(counties["code"], counties.representative_point(), strict=True))
for membership in memberships.itertuples():
    point = points[membership.code]
    folium.Marker((point.y, point.x), tooltip=membership.name, popup=membership.description_sv).add_to(sweden)

st.metric("Clusters", len(clusters))
st_folium(sweden, width=900, height=700)
st.dataframe(clusters[["name", "focus", "website", "members"]])
st.download_button("CSV", clusters.to_csv(index=False), "clusters.csv")
