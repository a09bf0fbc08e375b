"""What the parts that change something share: whether they may, what was done, and undo.

A part that changes files gives `do` its work; it is told in words, or why it can't be, and every
page reads the files anew.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from dash import Dash, Input, Output, State, dcc, html, no_update
from dash.development.base_component import Component

from collabnet.data.editing import steps_in, undo_last
from collabnet.data.place import Place
from collabnet.data.samples import copy_sample
from collabnet.model.errors import CollabnetError

from ... import ids
from ...desk import Desk, Look, StaleError
from ...desk.coalitions import refuse_samples
from ...in_browser import in_browser
from ...state.address import Address
from ..pieces import panel

PAGE = "data"
NOTHING_OPEN = "Choose a coalition on top first, or bring in your own files."
SAMPLE = (
    "This is a sample: it stays as it is. With a copy of your own you can try all of this; the "
    "copy lies in a folder on this computer."
)
ONE_FILE = "What is open is a single file. Bring it into a folder first: under Bring in files."

OTHER_FILES = (
    "The files have just changed, or others were opened, so nothing was written. Look at what "
    "stands here now, and press the button again."
)
UNDO = "Undo the last change"
UNREAD = (
    "These files can't be read as a coalition yet. See under Checks what has to be answered or "
    "corrected first."
)


class Did(NamedTuple):
    """What came of a change: what is told, why it was refused, and the count of changes."""

    told: Any
    refused: str
    revision: Any


def layout(part: str, title: str, hint: str, parts: list[Component]) -> list[Component]:
    """Lay a part out: its title, why nothing can be changed, and what can."""
    copy = html.Button(
        "Make a copy of my own", id=ids.edit(part, "copy"), type="button", className="cn-button"
    )
    undo = html.Button(UNDO, id=ids.edit(part, "undo"), type="button", className="cn-button")
    last = html.Span(id=ids.edit(part, "last"), className="cn-small")
    closed = [html.P(NOTHING_OPEN, id=ids.edit(part, "why")), copy]
    done = [
        html.Div(id=ids.edit(part, "said"), className="cn-done", role="status"),
        html.Div([undo, last], id=ids.edit(part, "undoing"), className="cn-buttons", hidden=True),
    ]
    return [
        panel(
            f"data-{part}",
            title,
            [
                html.P(hint, className="cn-hint"),
                html.Div(closed, id=ids.edit(part, "closed"), className="cn-closed"),
                html.P(id=ids.edit(part, "refused"), className="cn-refused", role="alert"),
                html.P(id=ids.edit(part, "trouble"), className="cn-trouble"),
                html.Div(done, className="cn-told"),
                html.Div(parts, id=ids.edit(part, "open"), hidden=True),
                dcc.Store(id=ids.edit(part, "told")),
                dcc.Store(id=ids.edit(part, "laid")),
            ],
        )
    ]


def why_closed(desk: Desk, shown: Any) -> str:  # noqa: ANN401 - what a page is told to show
    """Say why nothing can be changed in what is open; "" where it can."""
    key = (shown.get("opened") or {}).get("key") if isinstance(shown, dict) else None
    if not key:
        return NOTHING_OPEN
    if desk.coalitions.is_sample(key):
        return SAMPLE
    return "" if desk.coalitions.path(key).is_dir() else ONE_FILE


def undo_words(path: Path) -> str:
    """Say what would be taken back; "" where there is nothing."""
    held, _ = steps_in(Place(path))
    return f"It was: {held[-1].words} ({held[-1].done_on})." if held else ""


def laid(look: Look) -> list[str]:
    """Say of which files, as they were when, a part has been laid out."""
    return [look.key, look.stamp]


def do(
    desk: Desk,
    work: Callable[[Look, Path], str],
    shown: dict[str, Any],
    revision: int,
    was_laid: object,
) -> Did:
    """Change something and tell it in words; or say why it can't be.

    ``was_laid`` is what `laid` said of the part in which a button was pressed: while a part is
    being laid out anew, a fast hand still presses a button about other files.
    """
    look = desk.look(shown)
    try:
        refuse_samples(desk.coalitions, look.key)
        if was_laid != laid(look):
            raise CollabnetError(OTHER_FILES)
        words = work(look, desk.coalitions.path(look.key))
    except StaleError:
        raise
    except CollabnetError as error:
        return Did(no_update, str(error), no_update)
    return Did({"key": look.key, "revision": revision + 1, "words": words}, "", revision + 1)


def outputs(part: str) -> tuple[Output, Output, Output]:
    """Give where `Did` goes."""
    return (
        Output(ids.edit(part, "told"), "data", allow_duplicate=True),
        Output(ids.edit(part, "refused"), "children", allow_duplicate=True),
        Output(ids.REVISION, "data", allow_duplicate=True),
    )


def busy(part: str, button: str, words: str) -> list[tuple[Output, str, str]]:
    """Give what a button says while its change is being written."""
    return [(Output(ids.edit(part, button), "children"), "One moment…", words)]


def told_for(told: Any, shown: dict[str, Any]) -> list[Component]:  # noqa: ANN401
    """Give the words about the last change, until another row is chosen or something changes."""
    if not isinstance(told, dict) or shown["opened"]["key"] != told["key"]:
        return []
    address = Address.parse("", shown["search"])
    is_chosen = "row" in address.args and shown["opened"]["stamp"].startswith(address.stamp)
    behind = told["revision"] - shown["revision"]  # 1: the page hasn't read the files anew yet
    if behind not in (0, 1) or (behind == 0 and is_chosen):
        return []
    return [html.P(line) for line in str(told["words"]).split("\n")]


def copied(desk: Desk, key: str) -> Address:
    """Copy a sample into a new folder of the user, and give the address of it."""
    title = desk.coalitions.title(key)
    new, folder = desk.coalitions.new_folder()
    copy_sample(key, folder, called=f"My copy of {title}")
    return Address(page=PAGE, coalition=new)


def register(app: Dash, desk: Desk, part: str, *, with_undo: bool = True) -> None:
    """Show whether something may be changed and what was; copy a sample; undo."""

    @app.callback(
        Output(ids.edit(part, "why"), "children"),
        Output(ids.edit(part, "closed"), "hidden"),
        Output(ids.edit(part, "copy"), "hidden"),
        Output(ids.edit(part, "open"), "hidden"),
        Output(ids.edit(part, "refused"), "children"),
        Output(ids.edit(part, "said"), "children"),
        Output(ids.edit(part, "last"), "children"),
        Output(ids.edit(part, "undoing"), "hidden"),
        Input(ids.part_shown(PAGE, part), "data"),
        Input(ids.edit(part, "told"), "data"),
    )
    def _(shown: dict[str, Any], told: object) -> tuple[Any, ...]:
        why = why_closed(desk, shown)
        if why:
            return why, False, why != SAMPLE, True, "", [], "", True
        is_behind = isinstance(told, dict) and told["revision"] > shown["revision"]
        try:  # what can be taken back is known when the page has read the files anew
            path = desk.coalitions.path(shown["opened"]["key"])
            undo = undo_words(path) if with_undo and not is_behind else ""
        except CollabnetError as error:
            return str(error), False, True, True, "", [], "", True
        return "", True, True, False, "", told_for(told, shown), undo, not undo

    @app.callback(
        Output(ids.GO, "data", allow_duplicate=True),
        Output(ids.edit(part, "refused"), "children", allow_duplicate=True),
        Input(ids.edit(part, "copy"), "n_clicks"),
        State(ids.part_shown(PAGE, part), "data"),
    )
    def _(_clicks: int, shown: dict[str, Any]) -> tuple[Any, str]:
        try:
            return copied(desk, shown["opened"]["key"]).with_args(part=part).href, ""
        except CollabnetError as error:
            return no_update, str(error)

    in_browser(
        app,
        "keepFocus",
        Output(ids.edit_heading(part), "tabIndex"),
        Input(ids.edit(part, "said"), "children"),
        Input(ids.edit(part, "refused"), "children"),
    )
    if with_undo:
        _register_undo(app, desk, part)


def _register_undo(app: Dash, desk: Desk, part: str) -> None:
    def undo(look: Look, path: Path) -> str:
        return f"Taken back: {undo_last(path, reading=desk.reading(look.key)).words}."

    @app.callback(
        *outputs(part),
        Input(ids.edit(part, "undo"), "n_clicks"),
        State(ids.part_shown(PAGE, part), "data"),
        State(ids.REVISION, "data"),
        State(ids.edit(part, "laid"), "data"),
        running=busy(part, "undo", UNDO),
    )
    def _(_clicks: int, shown: dict[str, Any], revision: int, was_laid: object) -> Did:
        return do(desk, undo, shown, revision, was_laid)
