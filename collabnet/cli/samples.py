"""``collabnet samples``: the sample networks, to look at and to start from."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from collabnet.cli.console import say, width
from collabnet.cli.options import WrongCall

if TYPE_CHECKING:
    from collabnet.data.samples import Sample

EXAMPLE = "Example: collabnet samples site_b --to my_copy"


def samples(
    name: Annotated[
        str | None,
        typer.Argument(metavar="NAME", help="The sample to copy.", show_default=False),
    ] = None,
    to: Annotated[
        Path | None,
        typer.Option("--to", metavar="DIR", help="A new or an empty folder.", show_default=False),
    ] = None,
) -> None:
    """List the samples; copy one to start from."""
    from collabnet.data.samples import copy_sample, list_samples, sample_path

    if name is None:
        if to is not None:
            raise WrongCall(
                "--to needs the name of a sample to copy: collabnet samples NAME --to DIR."
            )
        say(_listing(list_samples()))
    elif to is None:
        sample_path(name)
        raise WrongCall(f"Say where to copy the sample: collabnet samples {name} --to DIR.")
    else:
        folder = copy_sample(name, to)
        say(f"Copied to {folder}. Look at it with: collabnet assess {folder}\n")


def _listing(found: "tuple[Sample, ...]") -> str:
    from collabnet.reports.layout import joined, wrap

    columns = width()
    blocks = [
        [
            *wrap(f"{one.name}: {one.title} [{one.label}]", columns),
            *wrap(one.about, columns, "  "),
        ]
        for one in found
    ]
    return joined(blocks)
