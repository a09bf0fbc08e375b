"""Files that a browser hands over: kept in a private folder for it alone, until they are read.

What was uploaded is known to the browser that sent it, by a token that nobody can guess. Nothing
of it lies outside of a temporary folder that only this user may open; it is deleted when the
files have been brought in, when nobody asked for them for an hour, and when the dashboard ends:
where it was killed, when the next one starts.
"""

import re
import secrets
import shutil
import threading
import time
import weakref
from collections.abc import Callable
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from flask import Flask, Response, jsonify, request
from werkzeug.datastructures import FileStorage

from collabnet.model.errors import CollabnetError

from .scratch import Scratch, sweep

ROUTE = "/uploads"
KEPT = 3600.0  # seconds without being asked for
DONE = 60.0  # seconds for which it is known that files were brought in: a second click asks again
MOST_BROWSERS = 20
MOST_FILES = 20
MOST_BYTES = 100 * 1024 * 1024
LONGEST_NAME = 120
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)")


class Intake(Protocol):
    """What is made of the files of one browser."""

    files: dict[str, Path]

    def forget(self, name: str) -> None:
        """Hear that a file is gone, or another one now."""


Made = TypeVar("Made", bound=Intake)


class _Held(Generic[Made]):
    """The folder of one browser, and what is made of its files."""

    def __init__(self, made: Made, path: Path) -> None:
        self.made = made
        self.path = path
        self.asked = time.monotonic()
        # Called when this goes, and at the latest when Python ends.
        self.delete = weakref.finalize(self, shutil.rmtree, self.path, ignore_errors=True)


class Uploads(Generic[Made]):
    """The uploads of all browsers of one dashboard; a token is needed to ask for any of them.

    Parameters
    ----------
    make : makes an empty intake for a browser
    """

    def __init__(self, make: Callable[[], Made]) -> None:
        self._make = make
        self._lock = threading.Lock()
        self._held: dict[str, _Held[Made]] = {}
        self._scratch = Scratch()

    def serve(self, server: Flask) -> None:
        """Take files at `ROUTE`: one a request, as the field ``file``, beside the token.

        What a dashboard that was killed had left behind is deleted first.
        """
        sweep()
        server.add_url_rule(ROUTE, "uploads", self._receive, methods=["POST"])

    def of(self, token: object) -> Made:
        """Give what is made of the files of a browser.

        Raises
        ------
        CollabnetError
            If there is nothing of this token, or no longer.
        """
        with self._lock:
            held = self._held.get(token) if isinstance(token, str) else None
        if held is None:
            raise CollabnetError(
                "The files that were chosen aren't here any more: the dashboard was started anew, "
                "or an hour has passed. Nothing was written. Choose them again."
            )
        if held.delete.alive:  # else it is done with, and known for a moment only
            held.asked = time.monotonic()
        return held.made

    def add(self, token: str, given: FileStorage) -> str:
        """Keep a file; one of the same name takes its place. Gives the token.

        Raises
        ------
        CollabnetError
            If it is too much.
        """
        held, token = self._begin(token)
        name = safe_name(given.filename or "")
        files = held.made.files
        if name not in files and len(files) >= MOST_FILES:
            raise CollabnetError(f"At most {MOST_FILES} files can be brought in at once.")
        others = sum(path.stat().st_size for one, path in files.items() if one != name)
        path, part = held.path / name, held.path / f"{secrets.token_hex(8)}.part"
        given.save(part)
        if others + part.stat().st_size > MOST_BYTES:
            part.unlink()
            raise CollabnetError("These files are too large together: at most 100 MB at once.")
        part.replace(path)  # a reading that is under way never meets half a file
        files[name] = path
        held.made.forget(name)
        return token

    def lay(self, token: str, path: Path) -> str:
        """Lay a file of this computer beside those that were sent; it is never deleted here."""
        held, token = self._begin(token)
        held.made.files[path.name] = path
        held.made.forget(path.name)
        return token

    def remove(self, token: object, name: str) -> None:
        """Take one file back."""
        made = self.of(token)
        path = made.files.pop(name, None)
        made.forget(name)
        with self._lock:
            held = self._held.get(str(token))
        if path is not None and held is not None and path.parent == held.path:
            path.unlink(missing_ok=True)

    def end(self, token: object) -> None:
        """Delete everything of a browser."""
        with self._lock:
            held = self._held.pop(token, None) if isinstance(token, str) else None
        if held is not None:
            held.delete()

    def finish(self, token: object) -> None:
        """Delete the files of a browser; what was made of them is known for a moment longer."""
        with self._lock:
            held = self._held.get(token) if isinstance(token, str) else None
            if held is not None:
                held.delete()
                held.asked = time.monotonic() - KEPT + DONE

    def _begin(self, token: str) -> tuple[_Held[Made], str]:
        self._clear()
        with self._lock:
            if token not in self._held or not self._held[token].delete.alive:
                if len(self._held) >= MOST_BROWSERS:
                    raise CollabnetError(
                        "Too many others are bringing in files. Wait a while and try again."
                    )
                token = secrets.token_urlsafe(16)
                self._held[token] = _Held(self._make(), self._scratch.folder())
            held = self._held[token]
        held.asked = time.monotonic()
        return held, token

    def _clear(self) -> None:
        old = time.monotonic() - KEPT
        with self._lock:
            ended = [token for token, held in self._held.items() if held.asked < old]
        for token in ended:
            self.end(token)

    def _receive(self) -> Response:
        given = request.files.get("file")
        if given is None:
            raise CollabnetError("No file came. Choose one and try again.")
        return jsonify(token=self.add(request.form.get("token", ""), given))


def safe_name(name: str) -> str:
    r"""Give a name that every system can have, as close to the user's as it can be.

    Examples
    --------
    >>> safe_name("../../etc/passwd"), safe_name("C:\\Log: May?.xlsx"), safe_name("con.csv")
    ('passwd', 'Log_ May_.xlsx', '_con.csv')
    """
    last = re.split(r"[/\\]", name)[-1]
    visible = "".join(c if c.isprintable() and c not in '<>:"|?*' else "_" for c in last)
    plain = visible.strip().strip(".").strip() or "file"
    if _RESERVED.match(plain) or plain.startswith("~$"):
        plain = f"_{plain}"
    stem, dot, suffix = plain.rpartition(".")
    if len(plain) > LONGEST_NAME and dot and len(suffix) < 10:
        return f"{stem[: LONGEST_NAME - len(suffix) - 1]}.{suffix}"
    return plain[:LONGEST_NAME]
