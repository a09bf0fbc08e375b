"""The best set of actors to lose, or to reach others."""
