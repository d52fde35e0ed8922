"""Measuring: lists of any size, and how the time of a filter grows with them. Nothing here runs in the dashboard."""
