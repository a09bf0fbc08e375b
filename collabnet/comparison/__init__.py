"""Two networks side by side: two sites, or one coalition at two times."""
