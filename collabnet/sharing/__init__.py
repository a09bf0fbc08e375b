"""What may be shown to whom: assessments come in, released values go out."""

from collabnet.sharing.audiences import AUDIENCES, Audience
from collabnet.sharing.release import release, release_what_if
from collabnet.sharing.released import Released, ReleasedFinding, ReleasedPerson, ReleasedWhatIf

__all__ = [
    "AUDIENCES",
    "Audience",
    "Released",
    "ReleasedFinding",
    "ReleasedPerson",
    "ReleasedWhatIf",
    "release",
    "release_what_if",
]
