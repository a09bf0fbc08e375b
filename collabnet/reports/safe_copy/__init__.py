"""Safe copies: what may be passed on of a coalition, with a manifest."""
