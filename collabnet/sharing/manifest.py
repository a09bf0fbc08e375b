"""What a safe copy says of itself: for whom, under which rules, of which data; nothing else."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import date

from collabnet.data.listing import OURS
from collabnet.sharing.audiences import NOTICES, Audience
from collabnet.sharing.policy import POLICY
from collabnet.sharing.pseudonyms import keyed

FILE = "manifest.json"


def manifest(
    *,
    audience: Audience,
    label: str,
    what: Sequence[str],
    files: Mapping[str, bytes],
    inputs: Mapping[str, str],
    nonce: str,
    made_on: date,
) -> bytes:
    """Write the manifest of a copy as JSON.

    The inputs' digests are keyed by the copy's nonce: who holds the coalition's disclosure log
    can check them, and nobody else can test a guess of what stood in a file. Names of files that
    a user chose are left out.

    Parameters
    ----------
    audience, what, nonce, made_on : as in `collabnet.sharing.disclosures.Disclosure`
    label : the coalition's label, such as that it is made up
    files : the copy's other files, by name
    inputs : SHA-256 of each of the coalition's files, by name

    Examples
    --------
    >>> told = manifest(audience="partner", label="", what=["map"], files={"map.svg": b""},
    ...                 inputs={"people.csv": "00"}, nonce="0" * 64, made_on=date(2024, 3, 5))
    >>> json.loads(told)["files"]["map.svg"][:8]
    'e3b0c442'
    """
    from collabnet import __version__

    told = {
        "schema_version": 1,
        "audience": audience,
        "notice": NOTICES[audience],
        "label": label,
        "policy": POLICY,
        "version": __version__,
        "made_on": made_on.isoformat(),
        "what": list(what),
        "files": {name: hashlib.sha256(files[name]).hexdigest() for name in sorted(files)},
        "inputs": keyed_inputs(inputs, nonce),
    }
    return f"{json.dumps(told, ensure_ascii=False, indent=2)}\n".encode()


def keyed_inputs(inputs: Mapping[str, str], nonce: str) -> dict[str, str]:
    """Give each input's digest under the nonce, by a name that no user chose.

    Examples
    --------
    >>> list(keyed_inputs({"survey_anna.csv": "1", "people.csv": "2"}, "0" * 64))
    ['people.csv', 'other file 1']
    """
    own = [name for name in sorted(inputs) if name not in OURS]
    named = {name: name for name in sorted(inputs) if name in OURS}
    # In the order of their digests, since the order of the names would tell of these.
    own.sort(key=lambda name: inputs[name])
    named |= {name: f"other file {place}" for place, name in enumerate(own, 1)}
    return {shown: keyed(nonce, inputs[name]) for name, shown in named.items()}
