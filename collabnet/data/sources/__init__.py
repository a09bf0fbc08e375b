"""Files, sheets and databases to grids of text."""
