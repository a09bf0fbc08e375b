"""The page measures."""
