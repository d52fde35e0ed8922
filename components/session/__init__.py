"""State of one visitor's session: the selection, UI events and the upload."""
