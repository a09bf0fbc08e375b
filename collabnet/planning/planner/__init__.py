"""Which few changes help most: candidates, what they bring, the best of them, what to ask first."""
