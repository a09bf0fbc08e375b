"""``collabnet names``: which names mean the same; what is decided is kept."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from collabnet.cli.console import deliver, say, warn, width
from collabnet.cli.endings import format_of
from collabnet.cli.options import (
    Output,
    PathArgument,
    Reading,
    TextFormat,
    WordsOrJson,
    WrongCall,
    parse_reading,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from collabnet.data.crosswalk.decisions import Decision
    from collabnet.data.crosswalk.review import Review

EXAMPLE = 'Example: collabnet names our_task_force --same "Juv. Court=court_b"'


def names(
    path: PathArgument,
    same: Annotated[
        list[str] | None,
        typer.Option(
            "--same",
            metavar="WRITTEN=ID",
            help="A spelling means this id. Repeatable, as the others are.",
            show_default=False,
        ),
    ] = None,
    different: Annotated[
        list[str] | None,
        typer.Option(
            "--different",
            metavar="WRITTEN[=ID]",
            help="A spelling doesn't mean this id; without an id, nobody in the rosters.",
            show_default=False,
        ),
    ] = None,
    undo: Annotated[
        list[str] | None,
        typer.Option(
            "--undo",
            metavar="WRITTEN",
            help="Take the last decision about a spelling back.",
            show_default=False,
        ),
    ] = None,
    agency: Annotated[
        bool, typer.Option("--agency", help="The spellings are of agencies.")
    ] = False,
    person: Annotated[bool, typer.Option("--person", help="The spellings are of people.")] = False,
    at: Annotated[
        str,
        typer.Option(
            "--at",
            metavar="AGENCY",
            help="The decision holds for people in rows of this agency only.",
            show_default=False,
        ),
    ] = "",
    in_file: Annotated[
        str,
        typer.Option(
            "--in",
            metavar="FILE",
            help="The decision holds in this file of the folder only.",
            show_default=False,
        ),
    ] = "",
    note: Annotated[
        str, typer.Option("--note", metavar="TEXT", help="Why, for others.", show_default=False)
    ] = "",
    format: WordsOrJson = None,
    output: Output = None,
    reading: Reading = None,
) -> None:
    """List names that may mean the same; keep what you decide in crosswalk.csv.

    On a terminal each likely pair is asked about. No other file is changed.
    """
    form = format_of(format, output, TextFormat.text)
    if agency and person:
        raise WrongCall("--agency and --person exclude each other. Say one of them.")
    kind = "agency" if agency else "person" if person else ""
    given = (("same", same), ("different", different), ("undone", undo))
    wanted = [(decision, text) for decision, texts in given for text in texts or []]
    answers = parse_reading(reading)
    if wanted:
        from collabnet.data.crosswalk.decisions import Decision

        lines = [
            Decision(kind, written, means, decision, at, in_file, note=note)
            for decision, written, means in _split(path, wanted, answers)
        ]
        _write(path, lines, answers)
        if is_terminal():
            _say_next(path, answers)
        return
    if at or in_file or note:
        raise WrongCall("--at, --in and --note need a decision: --same, --different or --undo.")
    from collabnet.data.crosswalk.review import review_names

    review = review_names(path, reading=answers)
    if form is TextFormat.json:
        from collabnet.reports.as_dict import to_json

        deliver(to_json(review.to_dict()), output)
        return
    text = _to_text(review, path, None if output else width())
    if output is not None:
        deliver(text, output)
        return
    say(text)
    if is_terminal() and len(review.candidates):
        _write(path, list(_asked(review)), answers)
        _say_next(path, answers)


def is_terminal() -> bool:
    """Tell whether somebody is there to answer."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def _split(
    path: str, wanted: list[tuple[str, str]], answers: dict[str, object]
) -> "Iterator[tuple[str, str, str]]":
    """Split WRITTEN=ID at the last sign with a known id behind it: both may hold the sign."""
    from collabnet.data.crosswalk.review import review_names

    known: set[str] | None = None
    for decision, text in wanted:
        written, sign, means = text.rpartition("=")
        if decision == "undone" or (decision == "different" and not sign):
            yield decision, text, ""
            continue
        if not written.strip() or not means.strip():
            raise WrongCall(
                f"--{decision} needs WRITTEN=ID, for example "
                f'--{decision} "Juv. Court=court_b"; got {text!r}.'
            )
        if text.count("=") > 1:
            if known is None:
                found = review_names(path, reading=answers).names
                known = {one.id for one in found.entries} | {one.written for one in found.left}
            cuts = [at for at, letter in enumerate(text) if letter == "="]
            fits = [cut for cut in cuts if text[cut + 1 :].strip() in known]
            cut = fits[-1] if fits else cuts[-1]
            written, means = text[:cut], text[cut + 1 :]
        yield decision, written.strip(), means.strip()


def _write(path: str, lines: "list[Decision]", answers: dict[str, object]) -> None:
    from collabnet.data.crosswalk.command import as_argument, as_path
    from collabnet.data.crosswalk.review import decide
    from collabnet.data.issues import shown

    if not lines:
        warn("Nothing was decided; nothing was written.")
        return
    file, kept = decide(path, lines, reading=answers)
    for line in kept:
        where = f" at {shown(line.at_agency)}" if line.at_agency else ""
        where += f" in {shown(line.in_file)}" if line.in_file else ""
        means = f" '{shown(line.means)}'" if line.means else " anybody in the rosters"
        said = {
            "same": f"means{means}",
            "different": f"does not mean{means}",
            "undone": "is as before the last decision",
        }[line.decision]
        say(f"'{shown(line.written)}'{where} {said}.\n")
    say(f"Kept in {file}.\n")
    held = [line for line in kept if line.decision != "undone"]
    if held:
        last = held[-1]
        places = [("--at", last.at_agency), ("--in", last.in_file)]
        where = "".join(f" {option} {as_argument(one)}" for option, one in places if one)
        undo = f"collabnet names {as_path(path)} --undo {as_argument(last.written)}{where}"
        say(f"To take {'it' if len(held) == 1 else 'the last one'} back: {undo}\n")


def _say_next(path: str, answers: dict[str, object]) -> None:
    """Say what to do now: look again while a name has a likely meaning, else go on."""
    from collabnet.data.crosswalk.command import as_path
    from collabnet.data.crosswalk.likely import likely_keys
    from collabnet.data.crosswalk.review import review_names
    from collabnet.data.issues import counted

    left = likely_keys(review_names(path, reading=answers).candidates)
    named = as_path(path)
    say("\n")
    if left:
        open_ones = counted(len(left), "name still has", "names still have")
        say(f"{open_ones} a likely meaning. Look again: collabnet names {named}\n")
    say(f"Next: collabnet check {named}\nThen: collabnet assess {named}\n")


def _to_text(review: "Review", path: str, columns: int | None) -> str:
    from collabnet.data.crosswalk.wording import review_lines
    from collabnet.reports.layout import wrap

    lines: list[str] = []
    for depth, line in review_lines(review, path):
        first = ("", "- ", "    ", "  ")[depth]
        # A command is to be pasted: it stays one line.
        lines += wrap(line, None if depth == 3 else columns, first) if line else [""]
    return "\n".join(lines) + "\n"


def _asked(review: "Review") -> "Iterator[Decision]":
    """Ask about each likely pair: yes, no, skip it, or quit; what was answered is kept."""
    from collabnet.data.crosswalk.decisions import Decision
    from collabnet.data.crosswalk.evidence import SUGGESTED
    from collabnet.data.issues import shown

    likely = review.candidates[review.candidates["score"] >= SUGGESTED]
    done: set[tuple[str, str]] = set()
    meant: dict[tuple[str, str], str] = {}
    for row in likely.to_dict("records"):
        one = (str(row["written"]), str(row["at_agency"]))
        kind, name = str(row["kind"]), str(row["id"])
        # What was said to be the same as another is no name to be called by any more.
        if one in done or (kind, name) in meant:
            continue
        where = f" at {shown(one[1])}" if one[1] else ""
        say(f"\n'{shown(one[0])}'{where}: {shown(str(row['name']))}? {row['evidence']}\n")
        answer = _answer()
        if answer == "q":
            return
        if answer != "n":
            done.add(one)
        if answer in ("y", "n"):
            decision = "same" if answer == "y" else "different"
            if answer == "y":
                meant[kind, one[0]] = name
            yield Decision(kind, one[0], name, decision, one[1], evidence=str(row["evidence"]))


def _answer() -> str:
    while True:
        text = str(typer.prompt("The same? y, n, s (skip) or q (keep the answers and quit)"))
        if (first := text.strip().lower()[:1]) in ("y", "n", "s", "q"):
            return first
        say("That needs y, n, s or q.\n")
