"""``collabnet whatif``: the coalition as it is, beside the coalition with a change."""

from typing import TYPE_CHECKING, Annotated

import typer
from typer.core import TyperCommand

from collabnet.cli.console import deliver, say, width, working
from collabnet.cli.loading import load
from collabnet.cli.options import Output, PathArgument, Reading, Strict, TextFormat, WrongCall

if TYPE_CHECKING:
    from collabnet.planning.changes import Change

EXAMPLE = "Example: collabnet whatif sample:g1 --leaves I1 --formalizes court:residential"
FILE_WIDTH = 100
ARGUMENTS = "collabnet.arguments"
NOTHING = (
    "A what-if needs a change: --leaves ID, --empty-post ID, --closes AGENCY or --formalizes "
    "FROM:TO."
)


class InOrder(TyperCommand):
    """Keeps the arguments as they were written, so that changes apply in their order."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """Note the arguments, then parse them."""
        ctx.meta[ARGUMENTS] = list(args)
        return super().parse_args(ctx, args)


def whatif(
    context: typer.Context,
    path: PathArgument,
    leaves: Annotated[
        list[str] | None,
        typer.Option(
            "--leaves",
            metavar="ID",
            help="A person leaves and a successor is there; ID:empty while the post is empty. "
            "Repeatable, as all changes are; they apply in the order written.",
            show_default=False,
        ),
    ] = None,
    empty_post: Annotated[
        list[str] | None,
        typer.Option(
            "--empty-post",
            metavar="ID",
            help="A person leaves and the post is empty.",
            show_default=False,
        ),
    ] = None,
    closes: Annotated[
        list[str] | None,
        typer.Option("--closes", metavar="AGENCY", help="An agency closes.", show_default=False),
    ] = None,
    formalizes: Annotated[
        list[str] | None,
        typer.Option(
            "--formalizes",
            metavar="FROM:TO",
            help="An agreement in use between two agencies names the position.",
            show_default=False,
        ),
    ] = None,
    format: Annotated[
        TextFormat, typer.Option("--format", help="Words, or JSON for a program.")
    ] = TextFormat.text,
    output: Output = None,
    rates: Annotated[
        str | None,
        typer.Option(
            "--rates",
            metavar="low|middle|high|NUMBER",
            help="Departures a year of each person, for chances.",
            show_default=False,
        ),
    ] = None,
    reading: Reading = None,
    strict: Strict = False,
) -> None:
    """Say what would change if a person leaves, an agency closes, a link is put on paper."""
    given = {
        "--leaves": leaves or [],
        "--empty-post": empty_post or [],
        "--closes": closes or [],
        "--formalizes": formalizes or [],
    }
    written = _in_order(context.meta.get(ARGUMENTS, []), given)
    if not written:
        raise WrongCall(NOTHING)
    for option, value in written:
        _check(option, value)
    coalition = load(path, reading, strict=strict, rates=rates)
    with working("Assessing twice"):
        from collabnet.planning.whatif import what_if

        people = set(coalition.people["person_id"])
        result = what_if(coalition, [_change(*one, people=people) for one in written])
        if format is TextFormat.json:
            from collabnet.reports.as_dict import to_json

            deliver(to_json(result.to_dict()), output)
            return
        from collabnet.reports.text import what_if_text
        from collabnet.sharing import release_what_if

        released = release_what_if(result)
    if output is None:
        say(what_if_text(released, width()))
    else:
        deliver(what_if_text(released, FILE_WIDTH), output)


def _in_order(arguments: list[str], given: dict[str, list[str]]) -> list[tuple[str, str]]:
    """Give option and value of each change in the order in which they were written."""
    left = {option: list(values) for option, values in given.items()}
    found = []
    for argument in arguments:
        option = argument.partition("=")[0]
        if left.get(option):
            found.append((option, left[option].pop(0)))
    return found


def _check(option: str, value: str) -> None:
    """Refuse a link that isn't FROM:TO: the call is wrong, whatever the data holds."""
    if option == "--formalizes" and [bool(end) for end in value.split(":")] != [True, True]:
        raise WrongCall(
            f"--formalizes needs FROM:TO, for example court:residential; got {value!r}."
        )


def _change(option: str, value: str, *, people: "set[str]") -> "Change":
    from collabnet.planning.changes import Closes, Formalizes, Leaves

    if option == "--formalizes":
        from_agency, _, to_agency = value.partition(":")
        return Formalizes(from_agency, to_agency)
    if option == "--closes":
        return Closes(value)
    if option == "--empty-post":
        return Leaves(value, post="empty")
    person = value.removesuffix(":empty")
    if value in people or person == value:
        return Leaves(value)
    return Leaves(person, post="empty")
