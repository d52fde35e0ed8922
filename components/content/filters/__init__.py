"""Texts of filters and their options; what the selection is called and how much it has."""
