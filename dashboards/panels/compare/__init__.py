"""The page Compare: over time, or with another coalition."""
