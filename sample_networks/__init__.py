"""Sample coalitions with known answers: one folder each, described in its README.md."""
