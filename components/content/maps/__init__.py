"""What the map shows, drawn or live: extent, classes of counties, symbols, names, its list, their titles."""
