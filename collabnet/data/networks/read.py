"""Read network files: as a network without loss, or as drafts of a coalition's tables."""

from collections.abc import Mapping, Sequence
from os import PathLike
from pathlib import Path

from collabnet.data.folder import SETTINGS_FILE
from collabnet.data.issues import Ledger, Problem, counted, shown
from collabnet.data.networks import gephi
from collabnet.data.networks.dl_labels import match_cut_labels
from collabnet.data.networks.formats import FORMATS, Format, named_format, recognised
from collabnet.data.networks.joined import Joined
from collabnet.data.networks.reading import NetworkReading
from collabnet.data.networks.reading_drafts import network_drafts
from collabnet.data.options import Answers
from collabnet.data.settings import read_answers
from collabnet.data.sources.open import open_source
from collabnet.data.sources.opened import Draft, Ledgers, Opened, Program
from collabnet.model.errors import ChoiceNeededError, CollabnetError, ReadingError
from collabnet.model.network import Network

GEPHI_FILES = ("nodes.csv", "edges.csv")


def read_network(
    path: str | PathLike[str],
    *,
    format: str | None = None,
    reading: Mapping[str, object] | None = None,
) -> Network:
    """Read a network file of any program; actors, ties, direction and attributes as they are.

    The format is recognised by content unless ``format`` names it. A weight becomes the strength
    of a tie. ``reading`` answers questions, as in ``{"directed": "no"}``. A folder is read as
    Gephi's ``nodes.csv`` and ``edges.csv``. Ties that can't be used are left out, which
    ``notices`` says.

    Raises
    ------
    NotFoundError, ReadingError
        If there is no such file, or it can't be read as a network; the text lists why.
    ChoiceNeededError
        If it can be read in more than one way; the text names each option.

    Examples
    --------
    >>> import tempfile
    >>> file = Path(tempfile.mkdtemp()) / "ties.json"
    >>> _ = file.write_text('{"directed": true, "nodes": [{"id": "court"}, {"id": "clinic"}],'
    ...     ' "edges": [{"source": "court", "target": "clinic", "weight": 3}]}')
    >>> read_network(file).ties.to_dict("records")
    [{'from_id': 'court', 'to_id': 'clinic', 'strength': 3}]
    """
    return network_of(read_file(Path(path), format=format, reading=reading))


def read_file(
    path: Path, *, format: str | None = None, reading: Mapping[str, object] | None = None
) -> NetworkReading:
    """Read a network file with everything that is to be said about it.

    Raises
    ------
    ReadingError, ChoiceNeededError
        If it is refused.
    """
    chosen = named_format(format) if format else None
    beside = Ledger("--reading")
    answers = read_answers({}, reading, beside, beside)
    _refuse(beside.problems, path.name)
    if path.is_dir():
        return _read_folder(path, answers)
    opened, ledgers = _open(path, answers)
    if chosen is None:
        found = recognised(opened)
        if not found:
            raise ReadingError(
                f"{shown(path.name)} is in no network format that is known. Known are "
                f"{', '.join(one.title for one in FORMATS.values())}. Check that it is the right "
                "file, or name its format."
            )
        chosen = found[0][1]
    return read_opened(opened, ledgers, answers, chosen)


def read_opened(
    opened: Opened, ledgers: Ledgers, answers: Answers, chosen: Format
) -> NetworkReading:
    """Read an opened file as a network of a format, with everything that is to be said about it.

    Raises
    ------
    ReadingError, ChoiceNeededError
        If it is refused.
    """
    found = chosen.read(opened, ledgers, answers)
    problems = _problems([ledgers])
    _refuse(problems, opened.name)
    found.ledger.problems[:] = problems
    return found


def is_gephi_folder(path: Path) -> bool:
    """Tell whether a folder is a network as Gephi has it, not a coalition."""
    is_coalition = (path / SETTINGS_FILE).exists()
    return not is_coalition and any((path / name).exists() for name in GEPHI_FILES)


def _read_folder(path: Path, answers: Answers) -> NetworkReading:
    if (path / SETTINGS_FILE).exists():
        raise ReadingError(
            f"{shown(path.name)} is a coalition, not a network file. Load it with collabnet.load; "
            "its network() is the network."
        )
    files = [path / name for name in GEPHI_FILES if (path / name).exists()]
    if not files:
        raise ReadingError(
            f"A folder is read as a network where it holds {' and '.join(GEPHI_FILES)}; "
            f"{shown(path.name)} holds neither. Name a network file."
        )
    # Where the cells of such files don't tell what parts them, it is Gephi's comma.
    answers = Answers({"delimiter": ",", **answers.values})
    opened = [_open(file, answers) for file in files]
    found = gephi.read_together(opened, answers)
    problems = _problems([ledgers for _, ledgers in opened])
    _refuse(problems, path.name)
    found.ledger.problems[:] = problems
    return found


def _open(path: Path, answers: Answers) -> tuple[Opened, Ledgers]:
    ledgers = Ledgers(path.name)
    opened = open_source(path, ledgers, answers)
    if opened is None:
        _refuse(_problems([ledgers]), path.name)
        raise ReadingError(f"{shown(path.name)} can't be read. Check that it is the right file.")
    return opened, ledgers


def _problems(every: Sequence[Ledgers]) -> list[Problem]:
    return [problem for ledgers in every for one in ledgers.all for problem in one.problems]


def _refuse(problems: Sequence[Problem], name: str) -> None:
    found = [problem for problem in problems if problem.level in ("ASK", "STOP")]
    if not found:
        return
    only_asks = all(problem.level == "ASK" for problem in found)
    kind: type[CollabnetError] = ChoiceNeededError if only_asks else ReadingError
    things = "1 thing is" if len(found) == 1 else f"{len(found)} things are"
    head = f"{shown(name)} can't be read until {things} answered or corrected."
    raise kind("\n".join([head, *map(str, found)]))


def network_of(found: NetworkReading) -> Network:
    """Give the network of a reading; what was left out is among its notices."""
    network = found.network
    if network is None:
        raise ReadingError(f"{shown(found.ledger.file)} holds no network that can be read.")
    rejected = [one for one in found.ledger.problems if one.level == "ROW"]
    if not rejected:
        return network
    said = f"{counted(len(rejected), 'entry was', 'entries were')} left out; {rejected[0]}"
    return Network(
        network.named_actors,
        network.keyed_ties,
        is_directed=network.is_directed,
        is_multigraph=network.is_multigraph,
        attributes=network.attributes,
        notices=[said],
    )


def recognise_network(opened: Opened) -> float:
    """Tell how likely a file is a network file of any format."""
    return max((sure for sure, _ in recognised(opened)), default=0.0)


def read_network_drafts(opened: Opened, ledgers: Ledgers, answers: Answers) -> list[Draft]:
    """Read a network file, whatever its format, as drafts of agencies, people and ties."""
    found = recognised(opened)
    if not found:
        said = "its content is in none of the formats that are known"
        ledgers.of().add("no_network", format="any program", found=said)
        return []
    return _drafts(found[0][1], opened, ledgers, answers)


def _drafts(one: Format, opened: Opened, ledgers: Ledgers, answers: Answers) -> list[Draft]:
    return drafts_of(one.read(opened, ledgers, answers, merge=True), answers)


def drafts_of(found: NetworkReading, answers: Answers) -> list[Draft]:
    """Give a reading as drafts, each row in the ledger of the sheet that it comes from."""
    drafts = network_drafts(found, answers)
    return found.ledger.parted(drafts) if isinstance(found.ledger, Joined) else drafts


def _program(one: Format) -> Program:
    def read(opened: Opened, ledgers: Ledgers, answers: Answers) -> list[Draft]:
        drafts = _drafts(one, opened, ledgers, answers)
        if one.name == "dl" and ledgers.known:
            _complete_labels(drafts, ledgers, answers)
        return drafts

    return Program(
        one.name, one.title, one.recognise, read, _read_gephi if one.name == "gephi" else None
    )


def _complete_labels(drafts: Sequence[Draft], ledgers: Ledgers, answers: Answers) -> None:
    """Write labels that an old program cut as the coalition's rosters write them."""
    ends = ("agency_id", "person_id", "source", "target")
    places = [(d, [i for i, name in enumerate(d.names) if name in ends]) for d in drafts]
    labels = [cells[i] for draft, ids in places for cells in draft.cells for i in ids]
    matched = match_cut_labels(labels, sorted(ledgers.known), ledgers.of(), answers)
    for draft, ids in places:
        for cells in draft.cells:
            for i in ids:
                cells[i] = matched.get(cells[i], cells[i])


def _read_gephi(files: Sequence[tuple[Opened, Ledgers]], answers: Answers) -> list[Draft]:
    return drafts_of(gephi.read_together(files, answers, merge=True), answers)


NETWORK_PROGRAMS = tuple(map(_program, FORMATS.values()))
"""Every network format as a program whose files can be imported."""
