"""Many scenarios of who has left, at once, as bits of words."""
