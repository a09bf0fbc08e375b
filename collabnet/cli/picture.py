"""``collabnet picture``: the map, the flow or the coverage as a file."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from collabnet.cli.console import warn, working
from collabnet.cli.loading import load
from collabnet.cli.options import AudienceName, PathArgument, Reading, Strict

EXAMPLE = "Example: collabnet picture sample:site_b map.svg"


class Which(StrEnum):
    """What is drawn."""

    map = "map"
    flow = "flow"
    coverage = "coverage"


def picture(
    path: PathArgument,
    output: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help="The picture; it ends in .svg or .png.", show_default=False
        ),
    ],
    which: Annotated[
        Which,
        typer.Option(
            "--which",
            help="map: who works with whom; flow: where referrals go; coverage: how many agencies "
            "offer each service. The last two are internal.",
        ),
    ] = Which.map,
    audience: Annotated[
        AudienceName,
        typer.Option("--audience", help="For whom: internal names agencies and is marked so."),
    ] = AudienceName.partner,
    reading: Reading = None,
    strict: Strict = False,
) -> None:
    """Save a picture with its title, n and period in it, for a report or slides."""
    coalition = load(path, reading, strict=strict)
    with working("Drawing"):
        from collabnet.reports.pictures import picture as save
        from collabnet.risk.assessment import assess

        save(assess(coalition), output, which.value, audience.value)
    warn(f"Written: {output}")
