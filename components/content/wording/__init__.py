"""Words that all other texts are made of: rows, counties, labels, status, ecosystems, lists of names."""
