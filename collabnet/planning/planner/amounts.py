"""How much is at stake, in words: rounded in one way wherever it stands."""


def amount_words(n: float) -> str:
    """Give referrals a year: whole from ten on, with one decimal below.

    Examples
    --------
    >>> amount_words(1234.4), amount_words(99.49), amount_words(4.62)
    ('1,234', '99', '4.6')
    """
    return f"{n:,.0f}" if n >= 10 else f"{n:.1f}"
