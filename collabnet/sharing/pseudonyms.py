"""Names that tell nothing, drawn afresh for each copy that leaves."""

import hashlib
import hmac
import secrets
from collections.abc import Iterable

from collabnet.model.errors import CollabnetError

NONCE_BYTES = 32
_SHORTEST, _LONGEST = 8, 64


def new_nonce() -> str:
    """Draw the secret of a copy: 64 letters and digits from 0 to f, never the same twice.

    Examples
    --------
    >>> len(new_nonce()), new_nonce() == new_nonce()
    (64, False)
    """
    return secrets.token_hex(NONCE_BYTES)


def keyed(nonce: str, text: str) -> str:
    """Give HMAC-SHA-256 of a text under a nonce: without the nonce no guess can be tested.

    Raises
    ------
    CollabnetError
        If the nonce is none.

    Examples
    --------
    >>> keyed("0" * 64, "court")[:12]
    'b286ac774d95'
    """
    try:
        key = bytes.fromhex(nonce)
    except ValueError:
        key = b""
    if len(key) != NONCE_BYTES:
        raise CollabnetError(
            f"A nonce is {2 * NONCE_BYTES} letters and digits from 0 to f; got {len(nonce)} "
            "characters. Take the one that the disclosure log has, or make a new copy."
        )
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()


def pseudonyms(ids: Iterable[str], nonce: str) -> dict[str, str]:
    """Give each id a name that tells nothing: its first letters of HMAC-SHA-256 under the nonce.

    The same nonce gives the same names, another nonce gives others, so that two copies can't be
    laid side by side. The names come sorted: their order tells nothing of the ids'.

    Parameters
    ----------
    ids : str, each once or more
    nonce : of this copy, from `new_nonce` or from the disclosure log

    Returns
    -------
    dict from id to pseudonym, in the order of the pseudonyms
        Each "x" and 8 letters and digits, more for all where two would be the same.

    Raises
    ------
    CollabnetError
        If the nonce is none.

    Notes
    -----
    HMAC: Krawczyk, Bellare and Canetti (1997), RFC 2104.

    Examples
    --------
    >>> pseudonyms(["court", "shelter"], "0" * 64)
    {'shelter': 'x7f78df50', 'court': 'xb286ac77'}
    """
    told = {one: keyed(nonce, one) for one in ids}
    length = next(
        n for n in range(_SHORTEST, _LONGEST + 1)
        if len({code[:n] for code in told.values()}) == len(told)
    )  # fmt: skip
    return dict(sorted(((one, f"x{code[:length]}") for one, code in told.items()),
                       key=lambda pair: pair[1]))  # fmt: skip
