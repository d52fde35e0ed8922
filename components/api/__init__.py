"""Open data API: the selection as files, and the descriptions of it for programs."""
