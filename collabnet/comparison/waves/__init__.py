"""One coalition over time: survey waves, windows of its log, and early warnings."""

from collabnet.comparison.waves.compared import WaveComparison, compare_waves
from collabnet.comparison.waves.fades import Fade, fading
from collabnet.comparison.waves.over_time import OverTime, waves
from collabnet.comparison.waves.quiet_links import Silence, silences

__all__ = [
    "Fade",
    "OverTime",
    "Silence",
    "WaveComparison",
    "compare_waves",
    "fading",
    "silences",
    "waves",
]
