"""What turnover does to a coalition: rates of leaving, chances, shocks, what they hang on."""
