"""Parts of HTTP that open data, pages and static files share."""
