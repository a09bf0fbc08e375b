"""What has left a coalition: disclosures.jsonl in its folder, one line for each export."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import date
from pathlib import Path
from typing import Any

from collabnet.data.files import read_bytes, write_atomic
from collabnet.data.folder_lock import PATIENCE, locked
from collabnet.data.issues import Ledger, counted, listed
from collabnet.data.samples import is_sample
from collabnet.model import Coalition
from collabnet.model.errors import CollabnetError
from collabnet.sharing.audiences import Audience, check_audience
from collabnet.sharing.policy import POLICY
from collabnet.sharing.withholding import audit_with_earlier

FILE = "disclosures.jsonl"
WHOM: dict[Audience, str] = {"internal": "internal", "partner": "partners", "public": "the public"}


@dataclass(frozen=True)
class Disclosure:
    """One export: what left, for whom, made from what.

    Attributes
    ----------
    number : counts the exports of a coalition from 1; 0 before it is written down
    made_on : the day, as YYYY-MM-DD
    audience : "internal", "partner" or "public"
    what : the kinds of things in it, such as "brief" and "map"
    files : SHA-256 of each file by a name of ours; a name that a user gave is never written
    policy, version : of the rules, and of this program
    inputs : SHA-256 of each of the coalition's files it was made from
    nonce : the secret of its pseudonyms; "" where it has none
    published : the tables of counts in it, as an audit takes them
    """

    made_on: str
    audience: Audience
    what: tuple[str, ...]
    files: Mapping[str, str]
    inputs: Mapping[str, str] = field(default_factory=dict)
    nonce: str = ""
    published: tuple[Mapping[str, Any], ...] = ()
    policy: str = POLICY
    version: str = ""
    number: int = 0

    @property
    def words(self) -> str:
        """Say it in a sentence.

        Examples
        --------
        >>> Disclosure("2024-03-05", "partner", ("brief", "map"), {"map.svg": "0"}, number=2).words
        '2. 2024-03-05, for partners: brief and map (1 file).'
        """
        files = counted(len(self.files), "file")
        whom = WHOM[self.audience]
        return f"{self.number}. {self.made_on}, for {whom}: {listed(self.what)} ({files})."

    def line(self) -> bytes:
        """Write it as one line of JSON, the number and the day first."""
        first = {"number": self.number, "made_on": self.made_on}
        told = json.dumps(first | asdict(self), ensure_ascii=False, allow_nan=False)
        return f"{told}\n".encode()


def read_disclosures(folder: Path) -> tuple[Disclosure, ...]:
    """Give what has left a coalition, oldest first; nothing where no log is.

    Parameters
    ----------
    folder : the coalition's folder

    Raises
    ------
    CollabnetError
        If the log isn't as it was written.

    Examples
    --------
    >>> read_disclosures(Path("no such folder"))
    ()
    """
    return _disclosures(_bytes(folder))


@contextmanager
def disclosing(
    coalition: Coalition,
    *,
    audience: str,
    what: Sequence[str],
    files: Mapping[str, bytes],
    published: Sequence[Mapping[str, Any]] = (),
    nonce: str = "",
    made_on: date | None = None,
) -> Iterator[str]:
    """Write an export down in the coalition's folder, then let its files be written.

    The line comes first: a file that left is in the log at whatever moment the machine stops.
    If writing the files fails, the line is taken back. The folder's lock is held until the
    files are written, so nothing that asks for it may stand inside. What was written down for
    the same audience on the same day with the same bytes isn't written twice.

    The counts in it are audited together with all that left before: where a reader of both could
    work a small count out, nothing is written.

    A sample, or data without a folder, has no log. A log that can't be written refuses what is
    made for others; what is internal goes on, and the text says so.

    Parameters
    ----------
    coalition : where it comes from
    audience, what, published, nonce : as in `Disclosure`
    files : the bytes by names of ours, such as "brief.html": never the user's own file name
    made_on : the day; else today

    Yields
    ------
    str
        What a user is told; "" where all is as always.

    Raises
    ------
    CollabnetError
        If there is no such audience, the log is damaged or can't be written, or the counts tell
        a small count beside those that left before.

    Examples
    --------
    >>> import collabnet as cn
    >>> with disclosing(cn.load("sample:g1"), audience="partner", what=["map"], files={}) as said:
    ...     print(said)
    This is a sample: no disclosure log is kept of it.
    """
    chosen, folder = check_audience(audience), coalition.folder
    if folder is None or is_sample(folder):
        yield "" if folder is None else "This is a sample: no disclosure log is kept of it."
        return
    from collabnet import __version__

    made = Disclosure(
        made_on=(made_on or date.today()).isoformat(),
        audience=chosen,
        what=tuple(what),
        files={name: hashlib.sha256(data).hexdigest() for name, data in sorted(files.items())},
        inputs=dict(sorted(coalition.inputs.items())),
        nonce=nonce,
        published=tuple(published),
        version=__version__,
    )
    refusal: CollabnetError | None = None
    with ExitStack() as held:
        try:
            held.enter_context(locked(folder, wait=PATIENCE))
            before = _bytes(folder)
            known = _disclosures(before)
            if chosen != "internal":
                refusal = _refusal(made, known)
            is_new = refusal is None and _add(folder, known, before, made)
        except CollabnetError as error:
            if chosen != "internal":
                raise CollabnetError(
                    f"What leaves has to be written down in {FILE} of the coalition's folder, and "
                    f"that failed, so nothing was written. {error}"
                ) from error
            yield f"It was not written down in {FILE}: {error}"
            return
        if refusal is not None:
            raise refusal
        try:
            yield ""
        except BaseException:
            if is_new:
                _put_back(folder, before)
            raise


def _refusal(made: Disclosure, known: Sequence[Disclosure]) -> CollabnetError | None:
    """Say why an export can't go out beside those before: whoever gets one may have them all."""
    earlier = [table for one in known if one.audience != "internal" for table in one.published]
    said = audit_with_earlier(made.published, earlier) if made.published and earlier else []
    if not said:
        return None
    end = (
        "The file that left before can be sent once more, and collabnet share --what map,network "
        "passes on what shows no counts."
    )
    first = "This can't be passed on beside what left before, so nothing was written."
    return CollabnetError("\n".join([first, *said, end]))


def _add(folder: Path, known: Sequence[Disclosure], before: bytes, made: Disclosure) -> bool:
    """Add a line unless the very same is there; tell whether it was added."""
    if any(replace(one, number=0) == made for one in known):
        return False
    number = max((one.number for one in known), default=0) + 1
    write_atomic(folder / FILE, before + replace(made, number=number).line())
    return True


def _put_back(folder: Path, before: bytes) -> None:
    if before:
        write_atomic(folder / FILE, before)
    else:
        (folder / FILE).unlink(missing_ok=True)


def _bytes(folder: Path) -> bytes:
    path = folder / FILE
    if not path.exists():
        return b""
    if path.is_dir():
        raise CollabnetError(
            f"{FILE} in the coalition's folder is a folder, where the disclosure log is a file of "
            "that name. Give the folder another name."
        )
    ledger = Ledger(FILE)
    data = read_bytes(path, ledger)
    if data is None:
        raise CollabnetError(str(ledger.problems[0]))
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _damaged() from error
    return data if not data or data.endswith(b"\n") else data + b"\n"


def _disclosures(data: bytes) -> tuple[Disclosure, ...]:
    # An id may hold one of the other signs that end a line elsewhere.
    return tuple(_disclosure(line) for line in data.decode("utf-8").split("\n") if line)


def _disclosure(line: str) -> Disclosure:
    try:
        told = json.loads(line)
        known = {one.name for one in fields(Disclosure)}
        values = {name: value for name, value in told.items() if name in known}
        for name in ("what", "published"):
            values[name] = tuple(values[name])
        made = Disclosure(**values)
        if made.number < 1:
            raise ValueError("no number")
        check_audience(made.audience)
        date.fromisoformat(made.made_on)
    except (ValueError, TypeError, KeyError, AttributeError, CollabnetError) as error:
        raise _damaged() from error
    return made


def _damaged() -> CollabnetError:
    return CollabnetError(
        f"{FILE} isn't as it was written, so nothing can be added to it. Bring the file back from "
        "a copy, or move it to another folder to begin a new log."
    )
