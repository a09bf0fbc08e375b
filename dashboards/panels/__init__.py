"""The panels of the first screen: `layout` places, plain functions decide, `register` connects."""
