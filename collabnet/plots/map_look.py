"""How the network map looks in print: the light colours of the screen, its signs and strokes."""

from typing import Literal

Kind = Literal["person", "group", "position", "unknown"]

INK, SOFT, PAPER = "#1c2733", "#4d5763", "#ffffff"
LINES = {
    "formal": "#0072b2",
    "informal": "#d55e00",
    "unknown": "#5a6572",
    "strained": "#a8437f",
}
# Edge of a box and its people; ground of the box. Sectors take them in the order of the alphabet.
SECTORS = (
    ("#006b50", "#e8f4ef"),
    ("#8f3f71", "#f9eef5"),
    ("#665c00", "#f6f4df"),
    ("#005b96", "#eaf2fa"),
    ("#94400a", "#fbf0e9"),
    ("#1f6a88", "#e8f4f8"),
    ("#825000", "#fcf2e0"),
    ("#46505c", "#f0f2f5"),
)
WIDTHS = (1.6, 2.6, 3.8, 5.4)
DASHES: dict[str, tuple[float, ...]] = {"formal": (), "informal": (9, 6), "unknown": (0.1, 6)}
# Long enough for the zigzag to be seen: dots alone would not show it.
STRAINED_DASHES = DASHES | {"informal": (14, 5), "unknown": (14, 5, 0.1, 5)}
WORDS = {
    "formal": "formal",
    "informal": "informal",
    "unknown": "basis unknown",
}

Look = tuple[bool, str]  # whether strained, and the basis


def look_words(look: Look) -> str:
    """Say in the legend what a look of a line means."""
    is_strained, basis = look
    return f"{WORDS[basis]}, strained" if is_strained else WORDS[basis]


def sample_width(look: Look) -> float:
    """Give the width of its sample: a zigzag needs some teeth."""
    return 60.0 if look[0] else 38.0


def look_width(look: Look) -> float:
    """Give the width of its entry with the room after it."""
    return sample_width(look) + 8 + 8 * len(look_words(look)) + 16


# Circles (x, y, radius) and filled paths in a square of 24; the last paths are drawn as lines.
Sign = tuple[tuple[tuple[float, float, float], ...], tuple[str, ...], tuple[str, ...]]
SIGNS: dict[Kind, Sign] = {
    "person": (((12, 8.2, 4),), ("M4 20.5c0-4.6 3.6-7.3 8-7.3s8 2.7 8 7.3z",), ()),
    "group": (
        ((5.6, 9.6, 2.7), (18.4, 9.6, 2.7), (12, 7.8, 3.4)),
        (
            "M.6 18.6c0-3.4 2.1-5.2 5-5.2 1 0 1.8.2 2.6.6-1.6 1.2-2.4 2.7-2.6 4.6z",
            "M23.4 18.6c0-3.4-2.1-5.2-5-5.2-1 0-1.8.2-2.6.6 1.6 1.2 2.4 2.7 2.6 4.6z",
            "M6.2 19.6c0-4.2 2.5-6.4 5.8-6.4s5.8 2.2 5.8 6.4z",
        ),
        (),
    ),
    "position": (
        (),
        (
            "M9 3.5h6a1.6 1.6 0 0 1 1.6 1.6V7H20a1.6 1.6 0 0 1 1.6 1.6v3.2H2.4V8.6A1.6 1.6 0 0 1 "
            "4 7h3.4V5.1A1.6 1.6 0 0 1 9 3.5zm.6 2.2V7h4.8V5.7z",
            "M2.4 13.6h7.2v1.8h4.8v-1.8h7.2V18a1.6 1.6 0 0 1-1.6 1.6H4A1.6 1.6 0 0 1 2.4 18z",
        ),
        (),
    ),
    "unknown": (
        ((12.7, 18.7, 1.5),),
        (),
        ("M8 9.2c0-2.4 1.7-4 4.1-4s4.1 1.5 4.1 3.7c0 1.8-1 2.7-2.1 3.6-.9.7-1.3 1.2-1.3 2.4",),
    ),
}
