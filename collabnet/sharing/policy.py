"""The rules of what may leave, by version: every safe copy and every line of the log says it."""

POLICY = "1"
"""Raised with each change of what an audience may see; decision 0021 lists the versions."""
FEWEST_ALIKE = 3
"""A node-level picture leaves only where every actor looks like two others or more."""
