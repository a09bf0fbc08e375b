"""Shortest paths: distances, betweenness, costs."""
