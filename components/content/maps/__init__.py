"""Content of the map, drawn or live: its extent, the classes of counties, symbols, names, titles and its list."""
