"""From which agencies a case may start."""

from collections.abc import Sequence

from collabnet.model import Coalition
from collabnet.risk.rows import Row


def identifying_agencies(coalition: Coalition, rows: Sequence[Row]) -> tuple[str, ...]:
    """Give the agencies that may identify a case, by id.

    Those that ``[coverage] identifying`` in coalition.toml states; else the agencies of the
    coalition that send referrals to another one, by the log or by a tie.
    """
    ours = set(coalition.agencies["agency_id"])
    if stated := coalition.settings.coverage.identifying:
        return tuple(sorted(ours.intersection(stated)))
    senders = {row.from_agency for row in rows if not row.is_inside}
    return tuple(sorted((senders & ours) - coalition.outside))
