"""Sources of lists: a file, a web address or a database table."""
