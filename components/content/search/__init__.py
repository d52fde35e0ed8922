"""Answers to a search: marks and notes, what may have been meant, places, priorities, the nearest clusters, suggestions."""
