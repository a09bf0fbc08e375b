"""The fewest actors whose leaving leaves no way, and ways that share nobody."""
