"""Search of clusters: words, areas and codes of a typed text, their synonyms and misspellings, and what is excluded."""
