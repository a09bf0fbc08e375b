"""The page agencies."""
