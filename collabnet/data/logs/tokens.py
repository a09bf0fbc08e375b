"""Link the rows of one client by keyed tokens that exist only while a log is counted."""

import hashlib
import hmac
import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from collabnet.data.files import why
from collabnet.model.errors import CollabnetError

KEY_BYTES = 32
LENGTH = 32
"""Letters of a token: 128 bits, so that two clients never share one by chance."""
SETTINGS_FILE = "coalition.toml"
_BLOCK = 64


class KeyFileError(CollabnetError):
    """The key file can't be used; the text says why and what to do."""


@dataclass(frozen=True, repr=False)
class Tokens:
    """How clients become tokens: HMAC-SHA-256 under a key; without a key there are none.

    The database computes them too, from ``values``, so that no id is gathered anywhere.

    Examples
    --------
    >>> Tokens(bytes(32)).of(" c1 ") == Tokens(bytes(32)).of("c1")
    True
    >>> Tokens().of("c1"), Tokens(bytes(32)).of("")
    ('', '')
    """

    key: bytes = b""

    def of(self, client: str) -> str:
        """Give the token of a client; empty where the cell is."""
        text = client.strip(" ")
        if not self.key or not text:
            return ""
        return hmac.new(self.key, text.encode(), hashlib.sha256).hexdigest()[:LENGTH]

    def sql(self, cell: str) -> str:
        """Write the token of a cell as SQL; :attr:`values` go with it."""
        if not self.key or not cell:
            return "''"
        inner = f"unhex(sha256($inner || encode(trim({cell}, ' '))))"
        return (
            f"CASE WHEN trim({cell}, ' ') = '' THEN '' ELSE "
            f"substr(sha256($outer || {inner}), 1, {LENGTH}) END"
        )

    @property
    def values(self) -> dict[str, Any]:
        """The two halves of the key that HMAC needs."""
        if not self.key:
            return {}
        block = self.key.ljust(_BLOCK, b"\0")
        return {
            "inner": bytes(byte ^ 0x36 for byte in block),
            "outer": bytes(byte ^ 0x5C for byte in block),
        }


def read_key(path: Path) -> bytes:
    """Read a key file.

    Raises
    ------
    KeyFileError
        If it isn't there, lies in a coalition folder, may be read by others, or holds no key.
    """
    _refuse_inside(path)
    try:
        status = path.stat()
        data = path.read_bytes() if path.is_file() and status.st_size <= 4 * KEY_BYTES else b""
    except (OSError, ValueError) as error:
        raise KeyFileError(
            f"The key file {path} can't be read: {why(path, error)}. Make one with: collabnet "
            "count --new-key FILE"
        ) from error
    if os.name == "posix" and status.st_mode & 0o077:
        raise KeyFileError(
            f"The key file {path} can be read by others on this computer. Make it yours alone: "
            f"chmod 600 {path}"
        )
    try:
        key = bytes.fromhex(data.decode("ascii").strip())
    except ValueError:
        key = b""
    if len(key) != KEY_BYTES:
        raise KeyFileError(
            f"The key file {path} holds no key: it needs {2 * KEY_BYTES} letters and digits from 0 "
            "to f. Make one with: collabnet count --new-key FILE"
        )
    return key


def write_new_key(path: Path) -> None:
    """Write a new random key that only its owner can read.

    Raises
    ------
    KeyFileError
        If the file is there already, lies in a coalition folder, or can't be written.
    """
    _refuse_inside(path)
    try:
        number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as error:
        raise KeyFileError(
            f"{path} is there already and was left as it is: without an old key, old and new "
            "counts can't be compared. Name another file."
        ) from error
    except (OSError, ValueError) as error:
        raise KeyFileError(
            f"{path} can't be written: {why(path, error)}. Choose a folder that you may write to."
        ) from error
    with os.fdopen(number, "w", encoding="ascii") as file:
        file.write(f"{secrets.token_hex(KEY_BYTES)}\n")


def _refuse_inside(path: Path) -> None:
    """Refuse a key that would be copied along with the data that it unlocks."""
    for folder in path.absolute().resolve().parents:
        if (folder / SETTINGS_FILE).exists():
            raise KeyFileError(
                f"The key file {path} lies inside the coalition folder {folder}. Keep it "
                "elsewhere: who has the folder must not have the key."
            )
