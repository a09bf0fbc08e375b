"""A safe copy: what may be passed on of a coalition, in one folder or one zip file."""

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from os import PathLike
from pathlib import Path

from collabnet.data.files import encoded, write_atomic, write_folder
from collabnet.data.issues import listed
from collabnet.model.errors import CollabnetError
from collabnet.reports.safe_copy.parts import (
    COUNTS,
    NETWORK,
    PARTS,
    WHAT,
    Files,
    network_files,
    readme,
)
from collabnet.risk.assessment import Assessment
from collabnet.sharing import release
from collabnet.sharing.audiences import Audience, check_audience
from collabnet.sharing.disclosures import Disclosure, disclosing, read_disclosures
from collabnet.sharing.letter_key import letters_drawn
from collabnet.sharing.manifest import FILE as MANIFEST
from collabnet.sharing.manifest import manifest
from collabnet.sharing.policy import POLICY
from collabnet.sharing.pseudonyms import new_nonce
from collabnet.sharing.published import published_counts
from collabnet.sharing.released_network import ReleasedNetwork, release_network

README = "readme.txt"
_FILE_END = re.compile(r"\.(?=.*[A-Za-z])[A-Za-z0-9]{1,5}")
"""How names of files end; a folder may end in a year, as in copies.2027."""


@dataclass(frozen=True)
class SafeCopy:
    """A copy before it is written.

    Attributes
    ----------
    disclosure : what the log will say of it; files are still to be added
    files : bytes by name; the manifest and the readme among them
    network : what was found of the network, where it is in the copy
    """

    disclosure: Disclosure
    files: Mapping[str, bytes]
    network: ReleasedNetwork | None


def share(
    assessment: Assessment,
    path: str | PathLike[str],
    audience: str = "partner",
    *,
    what: Sequence[str] = WHAT,
    made_on: date | None = None,
    again: int | None = None,
) -> Path:
    """Write a safe copy that may be passed on, and a line in the coalition's disclosure log.

    It holds what the audience may have, a readme and a manifest: no names of staff, agencies by
    name only with their consent, small counts hidden, pseudonyms drawn afresh. The network goes
    out person by person only where each looks like two others or more, else by sector.

    Parameters
    ----------
    assessment : Assessment
    path : a new or empty folder, or a file ending in .zip; whole or not at all
    audience : "partner" or "public"
    what : some of "brief", "report", "tables", "map", "network"
    made_on : the day that the copy says; else today
    again : the number of a copy in the disclosure log, to make the very same once more; its
        audience, day and parts count then

    Returns
    -------
    Path
        The folder or file.

    Raises
    ------
    CollabnetError
        If there is no such audience or part, nothing of that number was made or the data has
        changed since, or something can't be written.

    Examples
    --------
    >>> import collabnet as cn, tempfile
    >>> copy = cn.share(cn.assess(cn.load("sample:g1")), tempfile.mkdtemp(), what=["map"])
    >>> sorted(file.name for file in copy.iterdir())
    ['manifest.json', 'map.svg', 'readme.txt']
    """
    made = make_copy(assessment, audience, what=what, made_on=made_on, again=again)
    write_copy(assessment, made, Path(path))
    return Path(path)


def make_copy(
    assessment: Assessment,
    audience: str = "partner",
    *,
    what: Sequence[str] = WHAT,
    made_on: date | None = None,
    again: int | None = None,
) -> SafeCopy:
    """Make a copy; see `share`. Nothing is written."""
    if again is not None:
        return _again(assessment, again)
    wanted = [one for one in WHAT if one in _known(what)]
    return _made(assessment, _outside(audience), wanted, made_on or date.today(), new_nonce())


def write_copy(assessment: Assessment, copy: SafeCopy, path: Path) -> str:
    """Write a copy to a folder or a zip file, and its line in the log; give what users are told.

    Raises
    ------
    CollabnetError
        If the folder holds something or is the coalition's own, its name ends as that of a file,
        or something can't be written; nothing is then.
    """
    said = copy.disclosure
    _check_place(path, assessment.coalition.folder)
    with disclosing(
        assessment.coalition,
        audience=said.audience,
        what=said.what,
        files=copy.files,
        published=said.published,
        nonce=said.nonce,
        made_on=date.fromisoformat(said.made_on),
    ) as told:
        if path.suffix.lower() == ".zip":
            write_atomic(path, zipped(copy.files))
        else:
            write_folder(path, copy.files)
    return told


def _check_place(path: Path, own: Path | None) -> None:
    """Refuse a place that would mix the copy with the data, or be taken for another file."""
    if own is not None and path.resolve().is_relative_to(own.resolve()):
        raise CollabnetError(
            f"A safe copy lies outside the coalition's folder, which holds what must not be passed "
            f"on; got {path}. Name a place beside it."
        )
    if _FILE_END.fullmatch(path.suffix) and path.suffix.lower() != ".zip" and not path.is_dir():
        raise CollabnetError(
            f"A safe copy is a folder or a file ending in .zip; got {path.name}, which ends as "
            "another kind of file does. Name it so."
        )


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Pack files as a zip file that says nothing of the computer: no times, no rights.

    Examples
    --------
    >>> zipped({"a": b"1"}) == zipped({"a": b"1"})
    True
    """
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as pack:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name)  # says 1 January 1980, the earliest day there is
            entry.create_system, entry.compress_type = 0, zipfile.ZIP_DEFLATED
            pack.writestr(entry, files[name])
    return made.getvalue()


def _made(
    assessment: Assessment, audience: Audience, what: Sequence[str], made_on: date, nonce: str
) -> SafeCopy:
    coalition = assessment.coalition
    files: Files = {}
    with letters_drawn(nonce):
        released = release(assessment, audience)
        for name, write in PARTS.items():
            if name in what:
                files |= write(assessment, audience)
    network = release_network(assessment, audience, nonce) if NETWORK in what else None
    if network is not None:
        files |= network_files(network)
    files[README] = encoded(readme(released, what, network))
    files[MANIFEST] = manifest(
        audience=audience,
        label=released.label,
        what=what,
        files=files,
        inputs=coalition.inputs,
        nonce=nonce,
        made_on=made_on,
    )
    disclosure = Disclosure(
        made_on=made_on.isoformat(),
        audience=audience,
        what=tuple(what),
        files={},
        inputs=dict(coalition.inputs),
        nonce=nonce,
        published=tuple(one.to_dict() for one in published_counts(assessment))
        if COUNTS & set(what)
        else (),
    )
    return SafeCopy(disclosure, dict(sorted(files.items())), network)


def _again(assessment: Assessment, number: int) -> SafeCopy:
    """Make the copy of the log's line once more; refuse where it would be another one."""
    from collabnet import __version__

    coalition = assessment.coalition
    told = read_disclosures(coalition.folder) if coalition.folder else ()
    one = next((line for line in told if line.number == number), None)
    if one is None or not one.nonce:
        copies = [str(line.number) for line in told if line.nonce]
        known = f"copies are {listed(copies)}" if copies else "it has no copies yet"
        raise CollabnetError(
            f"The disclosure log has no safe copy with the number {number}; {known}. Make a new "
            "one, without a number."
        )
    changed = sorted(
        name for name in {*one.inputs, *coalition.inputs}
        if one.inputs.get(name) != coalition.inputs.get(name)
    )  # fmt: skip
    if changed or (one.version, one.policy) != (__version__, POLICY):
        why = f"{listed(changed)} changed" if changed else f"it was made by version {one.version}"
        raise CollabnetError(
            f"Copy {number} can't be made again: {why} since. Bring back what was then, or make a "
            "new copy, without a number."
        )
    day = date.fromisoformat(one.made_on)
    made = _made(assessment, one.audience, one.what, day, one.nonce)
    if {name: sha256(data).hexdigest() for name, data in made.files.items()} != dict(one.files):
        raise CollabnetError(
            f"Copy {number} can't be made again: its files come out otherwise. Give the same "
            "answers (--reading) as then, or make a new copy, without a number."
        )
    return made


def _known(what: Sequence[str]) -> set[str]:
    given = [what] if isinstance(what, str) else list(what)
    wrong = [one for one in given if one not in WHAT]
    if wrong or not given:
        raise CollabnetError(
            f"A safe copy holds some of {', '.join(WHAT)}; got {', '.join(wrong) or 'nothing'}. "
            "Name at least one of these."
        )
    return set(given)


def _outside(audience: str) -> Audience:
    chosen = check_audience(audience)
    if chosen == "internal":
        raise CollabnetError(
            "A safe copy is for partners or for the public; got internal, which names staff. "
            "Choose partner or public; what is internal stays in the coalition's folder."
        )
    return chosen
