"""The command line: its commands, and what a user reads when something goes wrong."""

import hashlib
import sys
import traceback
from collections.abc import Sequence
from io import TextIOWrapper
from typing import Annotated, Never, cast

import typer

from collabnet import __version__
from collabnet.cli import (
    actions,
    assess,
    check,
    compare,
    convert,
    count,
    demo,
    import_files,
    measure,
    names,
    new,
    outcomes,
    picture,
    plan,
    purge,
    samples,
    scenarios,
    serve,
    share,
    survey,
    waves,
    whatif,
)

VERBOSE = "--verbose"
INTERRUPTED = 130
UsageError = cast(type[Exception], typer.BadParameter.__mro__[1])
"""The base of what is wrong with a call, wherever Typer keeps it."""

EXTRA = {"collabnet waves": "It takes one folder; two are compared by: collabnet compare OLD NEW"}
"""What to do where more arguments came than a command takes."""
COMMANDS = {"import": "import_files"}
"""Commands whose function needs another name."""

app = typer.Typer(
    name="collabnet",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
for module, name, short in (
    (demo, "demo", "Both study sites: what was found, then the screen."),
    (samples, "samples", "List the samples; copy one to start from."),
    (new, "new", "Make an empty coalition folder."),
    (import_files, "import", "Other programs' files into a coalition."),
    (names, "names", "Which names mean the same; what you decide is kept."),
    (check, "check", "What is there, what is wrong, row by row."),
    (count, "count", "Pathways of a log of millions of rows."),
    (assess, "assess", "What breaks when somebody leaves."),
    (picture, "picture", "The map, the flow or the coverage as a picture."),
    (measure, "measure", "Measures of people, agencies or sectors, as a table."),
    (outcomes, "outcomes", "What became of referrals, and how soon."),
    (survey, "survey", "Who answered, both sides of ties, survey against log."),
    (whatif, "whatif", "What would change, before it happens."),
    (scenarios, "scenarios", "What-ifs that are kept: list, rename, delete."),
    (actions, "actions", "What was decided, and what came of it."),
    (plan, "plan", "The few changes that help most, and what to ask first."),
    (waves, "waves", "What changed over time, and early warnings."),
    (compare, "compare", "Two sites side by side, or one coalition at two times."),
    (convert, "convert", "Network files and coalitions into other programs' formats."),
    (share, "share", "A safe copy that may be passed on."),
    (purge, "purge", "Remove rejects, originals and client ids for good."),
    (serve, "serve", "Show a coalition on the screen."),
):
    kind = whatif.InOrder if module is whatif else None
    command = getattr(module, COMMANDS.get(name, name))
    app.command(name, epilog=module.EXAMPLE, short_help=short, cls=kind)(command)


def _print_version(asked: bool) -> None:
    if asked:
        sys.stdout.write(f"collabnet {__version__}\n")
        raise typer.Exit()


@app.callback(invoke_without_command=True, epilog="Example: collabnet demo --no-serve")
def collabnet(
    context: typer.Context,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Say the version."),
    ] = False,
    verbose: Annotated[
        bool, typer.Option(VERBOSE, help="Show the details of an unexpected error.")
    ] = False,
) -> None:
    """Find what breaks in a coalition of agencies when somebody leaves, in plain sentences."""
    if context.invoked_subcommand is None:
        sys.stdout.write(f"{context.get_help()}\n")


def run(arguments: Sequence[str] | None = None) -> Never:
    """Run a command and end with its exit code: 0 answered, 1 refused, 2 the call is wrong."""
    _speak_utf8()
    given = list(sys.argv[1:] if arguments is None else arguments)
    verbose = VERBOSE in given
    try:
        code = _answer([one for one in given if one != VERBOSE], verbose=verbose)
        sys.stdout.flush()
    except BrokenPipeError:
        from collabnet.cli.console import write_to_nowhere

        write_to_nowhere()
        code = 0
    sys.exit(code)


def _answer(arguments: list[str], *, verbose: bool) -> int:
    try:
        code = app(arguments, prog_name="collabnet", standalone_mode=False, obj=verbose)
        if code == INTERRUPTED:  # newer versions of Typer give a code instead of raising
            raise KeyboardInterrupt
        return code if isinstance(code, int) else 0
    except BrokenPipeError:
        raise
    except typer.Exit as end:
        return end.exit_code
    except (KeyboardInterrupt, typer.Abort):
        return _refuse("Interrupted: nothing was written.", INTERRUPTED)
    except UsageError as error:
        return _refuse(_usage(error), 2)
    except Exception as error:  # noqa: BLE001 - no traceback reaches a user
        return _refuse(_details(error, verbose) + _reason(error), 1)


def _usage(error: Exception) -> str:
    """What is wrong with a call, and where to read how it is meant."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "collabnet"
    message = str(getattr(error, "format_message", lambda: error)())
    message = message.replace("Value error, ", "")
    if "extra argument" in message and command in EXTRA:
        message = f"{message.removesuffix('.')}. {EXTRA[command]}"
    end = "" if message.endswith((".", "?")) else "."
    return f"{command}: {message}{end} Read: {command} --help"


def _details(error: Exception, verbose: bool) -> str:
    """Where it broke, of what nobody expected and if it was asked for."""
    from collabnet.model.errors import CollabnetError  # loads frames: not for --help

    expected = isinstance(error, CollabnetError)
    return "".join(traceback.format_exception(error)) if verbose and not expected else ""


def _reason(error: Exception) -> str:
    """An error's own words where they are meant for users; else an id, the same each time."""
    from collabnet.model.errors import CollabnetError  # loads frames: not for --help

    if isinstance(error, CollabnetError):
        return _in_lines(str(error))
    frames = traceback.extract_tb(error.__traceback__)
    where = "|".join(f"{frame.name}:{frame.lineno}" for frame in frames)
    error_id = hashlib.sha256(f"{type(error).__name__}|{where}".encode()).hexdigest()[:8]
    return (
        f"Something went wrong inside collabnet (id {error_id}). Your data is unchanged. "
        f"collabnet {VERBOSE} followed by the rest of the command shows the details; keep them "
        "with this id when you ask for help."
    )


def _in_lines(message: str) -> str:
    """A message that lists several things: each with a dash, wrapped; others as they are."""
    from collabnet.cli.console import error_width
    from collabnet.reports.layout import wrapped_lines

    first, *others = message.split("\n")
    if not others:
        return message
    listed = "\n".join([first, *(f"- {one}" for one in others)])
    return wrapped_lines(listed, error_width()).rstrip("\n")


def _refuse(message: str, code: int) -> int:
    from collabnet.cli.console import warn

    sys.stdout.flush()
    warn(message)
    return code


def _speak_utf8() -> None:
    """Write UTF-8 and plain line ends wherever the output goes, also on Windows."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            ends = None if stream.isatty() else "\n"
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline=ends)
