"""Files to a coalition: reading, checking, samples and templates."""
