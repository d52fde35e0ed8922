"""Own columns of a list, which mean nothing to the app: their numbers, units, days and choices; personal data among them."""
