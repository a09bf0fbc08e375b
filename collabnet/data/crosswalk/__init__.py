"""Who is who: spellings to ids, by rule where it is certain, else by what people decided."""
