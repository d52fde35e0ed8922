"""Sources of cluster lists: a file, a file on the web, or a database table."""
