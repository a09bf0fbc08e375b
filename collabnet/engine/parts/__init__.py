"""What a network falls into: components, and what every actor's leaving splits off."""
