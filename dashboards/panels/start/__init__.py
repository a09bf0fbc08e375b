"""The page start."""
