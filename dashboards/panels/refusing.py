"""Say why something can't be tried, with names where the reason has ids."""

import re

from collabnet.model.errors import CollabnetError

from ..desk import Look

# An apostrophe, as in "can't", opens nothing.
QUOTED = re.compile(r"(?<!\w)'([^']+)'|\"([^\"]+)\"")


def refusal(look: Look, error: CollabnetError) -> str:
    """Say that a change can't be tried, and why."""
    return f"This can't be tried. {named(look, str(error))}"


def named(look: Look, text: str) -> str:
    """Put names in the place of ids."""
    actors = [*look.released.map["agencies"], *look.released.map["people"]]
    names = {str(one["id"]): str(one["label"]) for one in actors}
    return QUOTED.sub(lambda found: names.get(found[1] or found[2], found[0]), text)
