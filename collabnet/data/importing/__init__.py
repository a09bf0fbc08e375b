"""Other files into a coalition: understand, ask, check, keep; nothing lost."""
