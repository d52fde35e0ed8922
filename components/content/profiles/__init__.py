"""Facts of clusters and counties with their sources; citations."""
