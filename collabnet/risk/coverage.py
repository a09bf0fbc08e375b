"""Which services the coalition reaches, and through how many providers."""

from collections import defaultdict

import pandas as pd

from collabnet.model import Coalition
from collabnet.model.records import records


def coverage_table(coalition: Coalition) -> pd.DataFrame:
    """List each service that an agency says it provides, with its providers.

    Agencies outside the coalition are left out.

    Returns
    -------
    DataFrame, one row per service, by name
        n_providers : int; providers : str, agency ids joined by ";"; is_sole_provider : bool
    """
    providers: defaultdict[str, list[str]] = defaultdict(list)
    for agency, services in records(coalition.agencies, "agency_id", "services"):
        if agency not in coalition.outside:
            for service in sorted({one.strip() for one in services.split(";")} - {""}):
                providers[service].append(agency)
    rows = [
        (service, len(found), ";".join(sorted(found)), len(found) == 1)
        for service, found in sorted(providers.items())
    ]
    return pd.DataFrame(rows, columns=["service", "n_providers", "providers", "is_sole_provider"])
