"""Open data: the selection as files at addresses of their own, and the descriptions that programs read."""
