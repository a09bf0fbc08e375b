"""A link is put on paper."""

from dataclasses import dataclass

from collabnet.model import Coalition
from collabnet.planning.changes.editing import MADE_UP, edited, free_id, need_agency, with_rows


@dataclass(frozen=True)
class Formalizes:
    """An agreement in use from one agency to another that names the position."""

    from_agency: str
    to_agency: str

    def apply(self, coalition: Coalition) -> Coalition:
        """Give the coalition with the agreement added."""
        for agency in (self.from_agency, self.to_agency):
            need_agency(coalition, agency)
        agreements = coalition.agreements
        wished = f"what_if_{self.from_agency}_{self.to_agency}"
        made = {
            "agreement_id": free_id(wished, agreements["agreement_id"]),
            "from_agency": self.from_agency,
            "to_agency": self.to_agency,
            "kind": "protocol",
            "names_position": "yes",
            "in_use": "yes",
            "status": MADE_UP,
        }
        return edited(coalition, agreements=with_rows("agreements", agreements, [made]))

    def __str__(self) -> str:
        return f"an agreement from {self.from_agency} to {self.to_agency}"
