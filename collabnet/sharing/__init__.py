"""What may be shown to whom: assessments come in, released values go out."""

from collabnet.sharing.agencies import release_agencies
from collabnet.sharing.audiences import AUDIENCES, Audience
from collabnet.sharing.checks import ReleasedChecks, release_checks
from collabnet.sharing.comparison import release_comparison
from collabnet.sharing.links import release_links
from collabnet.sharing.measures import is_releasable, release_measure
from collabnet.sharing.plans import release_plan
from collabnet.sharing.quality import ReleasedQuality, release_quality
from collabnet.sharing.release import release, release_what_if
from collabnet.sharing.released import Released, ReleasedFinding, ReleasedPerson, ReleasedWhatIf
from collabnet.sharing.released_agencies import ReleasedAgencies, ReleasedAgency
from collabnet.sharing.released_comparison import ReleasedComparison
from collabnet.sharing.released_coverage import ReleasedCoverage, ReleasedSeat, ReleasedService
from collabnet.sharing.released_links import ReleasedLink, ReleasedLinks
from collabnet.sharing.released_measure import ReleasedMeasure, Spread
from collabnet.sharing.released_plan import ReleasedPlan, ReleasedStep
from collabnet.sharing.services import release_coverage, release_seats

__all__ = [
    "AUDIENCES",
    "Audience",
    "Released",
    "ReleasedAgencies",
    "ReleasedAgency",
    "ReleasedChecks",
    "ReleasedComparison",
    "ReleasedCoverage",
    "ReleasedFinding",
    "ReleasedLink",
    "ReleasedLinks",
    "ReleasedMeasure",
    "ReleasedPerson",
    "ReleasedPlan",
    "ReleasedQuality",
    "ReleasedSeat",
    "ReleasedService",
    "ReleasedStep",
    "ReleasedWhatIf",
    "Spread",
    "is_releasable",
    "release",
    "release_agencies",
    "release_checks",
    "release_comparison",
    "release_coverage",
    "release_links",
    "release_measure",
    "release_plan",
    "release_quality",
    "release_seats",
    "release_what_if",
]
