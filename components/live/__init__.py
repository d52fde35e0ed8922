"""The live page: its messages to the browser, and its events."""
