"""Components of pages: functions from a view to HTML."""
