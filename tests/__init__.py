"""A package, so that no package of this name that another project installed is taken for it."""
