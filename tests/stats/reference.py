"""What R's sna found, by scripts/make_stats_reference.py, and how near a drawn share must come."""

import json
from math import sqrt
from pathlib import Path

REFERENCE = json.loads(Path(__file__).with_name("r_reference.json").read_text("utf-8"))


def is_near(ours, theirs, draws):
    """Whether two drawn shares differ by no more than four standard errors."""
    middle = (ours + theirs) / 2
    error = sqrt(max(middle * (1 - middle), 1 / draws) * (1 / draws + 1 / REFERENCE["reps"]))
    return abs(ours - theirs) <= 4 * error + 1 / draws
