"""Tables of counts that may be passed on: small cells hidden, sums withheld, the result audited."""

from collabnet.sharing.withholding.audit import Bound, audit, bound_words
from collabnet.sharing.withholding.cells import What, count_by, what, words
from collabnet.sharing.withholding.hide import withhold
from collabnet.sharing.withholding.table import PublishedTable
from collabnet.sharing.withholding.together import audit_together, audit_with_earlier

__all__ = [
    "Bound",
    "PublishedTable",
    "What",
    "audit",
    "audit_together",
    "audit_with_earlier",
    "bound_words",
    "count_by",
    "what",
    "withhold",
    "words",
]
