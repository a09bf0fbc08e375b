"""How many draws, and from which seed: what can be asked for."""

from collabnet.model.errors import CollabnetError

FEWEST = 19
"""With fewer draws no chance could be as small as one in twenty."""


def check_draws(seed: object, draws: object = FEWEST) -> None:
    """Refuse a seed or a number of draws that can't be.

    Raises
    ------
    CollabnetError
        If the seed is no whole number from 0 on, or the draws are none from 19 on.

    Examples
    --------
    >>> check_draws(0, 999)
    """
    for name, value, least in (("A seed", seed, 0), ("The number of draws", draws, FEWEST)):
        if isinstance(value, bool) or not isinstance(value, int) or value < least:
            raise CollabnetError(
                f"{name} needs to be a whole number, {least} or more; got {value!r}. Leave it out "
                "to take the usual one."
            )
