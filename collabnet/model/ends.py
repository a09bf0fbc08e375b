"""Who stands at the end of a row: a person, a group, a position, or nobody named."""

from collections.abc import Collection, Mapping

import pandas as pd

from collabnet.model.errors import CollabnetError
from collabnet.model.frames import conform
from collabnet.model.specs import AGENCIES, PEOPLE

Tables = Mapping[str, pd.DataFrame]


def complete(tables: Tables, given: Collection[str]) -> dict[str, pd.DataFrame]:
    """Add agencies and people that other tables name, where their own table was not given."""
    done = dict(tables)
    log = tables["referrals"]
    if "people" not in given:
        sides = [
            log[[f"{side}_person", f"{side}_agency"]].set_axis(["person_id", "agency_id"], axis=1)
            for side in ("from", "to")
        ]
        found = pd.concat([*sides, tables["memberships"][["person_id", "agency_id"]]])
        found = found[(found["person_id"] != "") & (found["person_id"] != found["agency_id"])]
        found = found.drop_duplicates("person_id").sort_values("person_id")
        done["people"] = conform(PEOPLE, found.reset_index(drop=True))
    if "agencies" not in given:
        columns = [
            log["from_agency"],
            log["to_agency"],
            done["people"]["agency_id"],
            tables["memberships"]["agency_id"],
            tables["agreements"]["from_agency"],
            tables["agreements"]["to_agency"],
        ]
        if "people" not in given:
            # Where answers are all there is, who is in them is taken as an agency.
            answers = pd.concat([tables["answers"]["respondent"], tables["answers"]["alter"]])
            columns.append(answers[~answers.isin(done["people"]["person_id"])])
        ids = sorted(set(pd.concat(columns)) - {""})
        done["agencies"] = conform(AGENCIES, pd.DataFrame({"agency_id": ids}))
    return done


def check_ends(tables: Tables) -> None:
    """Refuse tables in which an id names two things, or an end names nothing.

    Raises
    ------
    CollabnetError
        With the table, the column, the row and the id.
    """
    agencies = set(tables["agencies"]["agency_id"])
    people = set(tables["people"]["person_id"])
    if both := sorted(agencies & people):
        raise CollabnetError(
            f"An id names an agency or a person, not both; {both[0]!r} is in agencies and in "
            "people. Rename one of them wherever it is used."
        )
    actors, blank = agencies | people, {""}
    for table, column, known, where in (
        ("people", "agency_id", agencies, "agencies"),
        ("memberships", "person_id", people, "people"),
        ("memberships", "agency_id", agencies, "agencies"),
        ("agreements", "from_agency", agencies, "agencies"),
        ("agreements", "to_agency", agencies, "agencies"),
        ("ties", "from_id", actors, "people or agencies"),
        ("ties", "to_id", actors, "people or agencies"),
        ("referrals", "from_agency", agencies, "agencies"),
        ("referrals", "to_agency", agencies, "agencies"),
        ("referrals", "from_person", actors | blank, "people or agencies"),
        ("referrals", "to_person", actors | blank, "people or agencies"),
    ):
        ids = tables[table][column]
        if not known.issuperset(ids.tolist()):
            bad = tables[table][~ids.isin(known)]
            raise CollabnetError(
                f"The column {column} of the table {table} needs ids that are in {where}; row "
                f"{bad['row'].iloc[0]} has {bad[column].iloc[0]!r}. Add it there, or correct it."
            )


def with_kinds(tables: Tables) -> pd.DataFrame:
    """Give the referrals with ``from_id``, ``from_kind``, ``to_id`` and ``to_kind``.

    A person who only enters data is unknown: the log says who typed, not who referred. A kind
    that no list knows is a person's, who can leave.
    """
    people = tables["people"].set_index("person_id")
    kinds = people["kind"].where(people["kind"] == "group", "person")
    kind = kinds.where(people["enters_data_only"] != "yes", "unknown").to_dict()
    kind |= dict.fromkeys(tables["agencies"]["agency_id"], "position")
    kind[""] = "unknown"
    log = tables["referrals"].copy()
    for side in ("from", "to"):
        ids = log[f"{side}_person"]
        kinds = ids.map(kind).astype("str")
        log[f"{side}_kind"] = kinds
        log[f"{side}_id"] = ids.where(kinds != "unknown", "")
    return log
