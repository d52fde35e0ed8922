"""Columns of the table, own ones too: their cells, order and sums."""
