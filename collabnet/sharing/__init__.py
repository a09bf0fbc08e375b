"""What may be shown to whom: assessments come in, released values go out."""

from collabnet.sharing.audiences import AUDIENCES, Audience
from collabnet.sharing.measures import is_releasable, release_measure
from collabnet.sharing.plans import release_plan
from collabnet.sharing.release import release, release_what_if
from collabnet.sharing.released import Released, ReleasedFinding, ReleasedPerson, ReleasedWhatIf
from collabnet.sharing.released_measure import ReleasedMeasure
from collabnet.sharing.released_plan import ReleasedPlan, ReleasedStep

__all__ = [
    "AUDIENCES",
    "Audience",
    "Released",
    "ReleasedFinding",
    "ReleasedMeasure",
    "ReleasedPerson",
    "ReleasedPlan",
    "ReleasedStep",
    "ReleasedWhatIf",
    "is_releasable",
    "release",
    "release_measure",
    "release_plan",
    "release_what_if",
]
