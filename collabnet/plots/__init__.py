"""Pictures: where things stand and how they are drawn, alike on screen, in print and compared."""
