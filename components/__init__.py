"""What a visitor gets: the page, one module for each of its parts, the texts, and what is served beside the page."""
