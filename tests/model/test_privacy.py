"""Nothing that tells who a client is gets into a coalition, whichever way it comes."""

import pandas as pd
import pytest

from collabnet.model import Coalition
from collabnet.model.errors import CollabnetError

LOG = {
    "date": ["2024-01-05"],
    "from_person": ["O1"],
    "from_agency": ["court"],
    "to_agency": ["program"],
    "to_person": ["I1"],
}


class TestFromFrames:
    @pytest.mark.parametrize("column", ["client", "client_id", "Youth", "PersonalID"])
    def test_ids_of_clients_are_dropped_and_it_says_so(self, column):
        coalition = Coalition.from_frames(referrals=pd.DataFrame({**LOG, column: ["78"]}))
        assert not coalition.referrals.isin(["78"]).any(axis=None)
        problem = coalition.problems.iloc[0]
        assert (problem["code"], problem["column"]) == ("client_ids_dropped", column)

    def test_a_column_that_tells_who_a_client_is_is_refused(self):
        with pytest.raises(CollabnetError) as caught:
            Coalition.from_frames(referrals=pd.DataFrame({**LOG, "Client name": ["x"]}))
        assert str(caught.value) == (
            "The table referrals may not tell who a client is; the column 'Client name' seems to "
            "hold names of clients. Drop it, or rename it if it holds something else."
        )

    def test_names_of_staff_and_other_columns_stay(self):
        people = pd.DataFrame({"person_id": ["O1", "I1"], "agency_id": ["court", "program"]})
        people["name"] = ["Officer O1", "Intake I1"]
        log = pd.DataFrame({**LOG, "urgency": ["high"]})
        coalition = Coalition.from_frames(people=people, referrals=log)
        assert list(coalition.people["name"]) == ["Officer O1", "Intake I1"]
        assert list(coalition.referrals["urgency"]) == ["high"]
        assert coalition.problems.empty
