"""Places of rows: counties, municipalities, towns, addresses and coordinates in any usual form."""
