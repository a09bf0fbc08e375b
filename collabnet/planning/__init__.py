"""What would change, and what would help: changes, what-if."""
