"""Groups that the ties show."""
