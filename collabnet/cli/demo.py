"""``collabnet demo``: both study sites side by side, then the screen."""

from typing import TYPE_CHECKING, Annotated

import typer

from collabnet.cli.console import say, width, working
from collabnet.cli.options import Port

if TYPE_CHECKING:
    from collabnet.sharing import Released

EXAMPLE = "Example: collabnet demo --no-serve"
SITES = ("site_a", "site_b")
WIDE = 100


def demo(
    context: typer.Context,
    no_serve: Annotated[
        bool, typer.Option("--no-serve", help="Stop after printing; don't open the screen.")
    ] = False,
    port: Port = None,
) -> None:
    """Assess both study sites, print what was found, then serve the screen."""
    with working("Assessing both sites"):
        from collabnet.data.load import load
        from collabnet.risk.assessment import assess
        from collabnet.sharing import release

        sites = [release(assess(load(f"sample:{name}"))) for name in SITES]
    say(_side_by_side(sites, width() or WIDE))
    if no_serve:
        say(HINT)
        return
    from collabnet.cli.serve import serve_screen

    serve_screen(f"sample:{SITES[1]}", port=port, verbose=bool(context.obj))


HINT = "One site in full: collabnet assess sample:site_b. On the screen: collabnet demo\n"


def _side_by_side(sites: "list[Released]", columns: int) -> str:
    from collabnet.reports.layout import joined, wrap
    from collabnet.reports.text import finding_blocks, heading, headline_lines, thin_lines

    names = " and ".join(one.name for one in sites)
    intro = f"{names}: two ways of working, from a published article. {sites[0].notice}."
    blocks = [wrap(intro, columns), headline_lines(sites, columns)]
    for one in sites:
        title = heading(one, columns)
        blocks += [[*title, "=" * min(columns, max(len(line) for line in title))]]
        blocks += finding_blocks(one, columns, names_people=False)
        blocks += [thin_lines(one, columns)]
    return joined(blocks) + "\n"
