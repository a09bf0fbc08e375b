"""What may be shown to whom: assessments come in, released values go out."""

from collabnet.sharing.audiences import AUDIENCES, Audience
from collabnet.sharing.plans import release_plan
from collabnet.sharing.release import release, release_what_if
from collabnet.sharing.released import Released, ReleasedFinding, ReleasedPerson, ReleasedWhatIf
from collabnet.sharing.released_plan import ReleasedPlan, ReleasedStep

__all__ = [
    "AUDIENCES",
    "Audience",
    "Released",
    "ReleasedFinding",
    "ReleasedPerson",
    "ReleasedPlan",
    "ReleasedStep",
    "ReleasedWhatIf",
    "release",
    "release_plan",
    "release_what_if",
]
