"""Tables and networks to files of other programs."""
