"""The page coverage."""
