"""Which agency gets which letter outside: by a secret, so that a list of members is no key.

Letters in the order of the ids would be the same in every export, and whoever knows the members
could tell who is who. The secret stays in the coalition's folder: one brief agrees with the next.
Partners and the public have letters of their own, and so has each safe copy.
"""

import contextlib
import hashlib
import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from contextvars import ContextVar
from pathlib import Path

from collabnet.data.files import read_bytes
from collabnet.data.issues import Ledger
from collabnet.data.samples import is_sample
from collabnet.model import Coalition
from collabnet.model.errors import CollabnetError
from collabnet.sharing.audiences import Audience
from collabnet.sharing.pseudonyms import keyed, new_nonce

FILE = "letters.key"
_KEY = re.compile(rb"[0-9a-f]{64}\n?")
_DRAWN: ContextVar[str] = ContextVar("drawn", default="")


@contextlib.contextmanager
def letters_drawn(nonce: str) -> Iterator[None]:
    """Within it agencies get the letters of one copy alone.

    Parameters
    ----------
    nonce : of the copy, from `new_nonce` or from the disclosure log
    """
    token = _DRAWN.set(nonce)
    try:
        yield
    finally:
        _DRAWN.reset(token)


def in_letter_order(agencies: Iterable[str], coalition: Coalition, audience: Audience) -> list[str]:
    """Give agencies in the order in which they get letters: by HMAC-SHA-256 under the secret.

    Parameters
    ----------
    agencies : ids, in any order
    audience : each has an order of its own

    Raises
    ------
    CollabnetError
        If the secret in the folder can't be read, or isn't as it was written.

    Notes
    -----
    HMAC: Krawczyk, Bellare and Canetti (1997), RFC 2104. A sample, data without a folder and a
    folder that can't be written have no secret: there the ids of all agencies are the key, which
    hides nothing from those who know them.

    Examples
    --------
    >>> import collabnet as cn
    >>> g1 = cn.load("sample:g1")
    >>> in_letter_order(["police", "court", "hospital"], g1, "partner")
    ['court', 'police', 'hospital']
    """
    key = _DRAWN.get() or _kept(coalition.folder) or _open_key(coalition)
    return sorted(agencies, key=lambda one: keyed(key, f"{audience}:{one}"))


def _open_key(coalition: Coalition) -> str:
    """The same for the same agencies, in whatever order they stand."""
    ids = sorted(coalition.agencies["agency_id"])
    return hashlib.sha256("\n".join(ids).encode("utf-8", "backslashreplace")).hexdigest()


def _kept(folder: Path | None) -> str:
    """The secret in a folder, drawn when it is first asked for; "" where none can be kept."""
    if folder is None or is_sample(folder):
        return ""
    path = folder / FILE
    if not os.path.lexists(path):
        try:
            _draw(path)
        except OSError:
            return ""
    ledger = Ledger(FILE)
    data = read_bytes(path, ledger)
    if data is None or not _KEY.fullmatch(data):
        why = str(ledger.problems[0]) if data is None else f"{FILE} isn't as it was written."
        raise CollabnetError(
            f"Agencies outside get letters by the secret in {FILE} of the coalition's folder. "
            f"{why} Bring the file back from a copy, or remove it: agencies then get new letters, "
            "unlike those of earlier briefs."
        )
    return data.decode().strip()


def _draw(path: Path) -> None:
    """Write a new secret, for its owner's eyes, unless another program was first."""
    number, name = tempfile.mkstemp(prefix=f".{FILE}.", dir=path.parent)  # its mode is 0600
    try:
        with os.fdopen(number, "wb") as file:
            file.write(f"{new_nonce()}\n".encode())
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileExistsError):
            _put(name, path)
    finally:
        Path(name).unlink(missing_ok=True)


def _put(temporary: str, path: Path) -> None:
    """Give a written file its name; whole, and never over another."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:  # a disk without links
        if not os.path.lexists(path):
            Path(temporary).replace(path)
