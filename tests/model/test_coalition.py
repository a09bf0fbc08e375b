"""A coalition is a value: what it is built from, what it says, and that nothing changes it."""

from dataclasses import FrozenInstanceError
from datetime import date

import numpy as np
import pandas as pd
import pytest

import collabnet as cn
from collabnet.model import Coalition, Period, Settings
from collabnet.model.specs import TABLES
from risk.cases import agreement, coalition, group, log, person, tie

TWO_ROWS = (("court", "O1", "program", "I1", 1), ("court", "", "program", "program", 1))
TABLE_NAMES = ("agencies", "people", "memberships", "agreements", "ties", "referrals")


class TestFromFrames:
    def test_agencies_and_people_are_completed_from_the_log(self):
        found = Coalition.from_frames(referrals=log(*TWO_ROWS))
        assert found.agencies["agency_id"].tolist() == ["court", "program"]
        people = found.people
        pairs = zip(people["person_id"], people["agency_id"], strict=True)
        assert list(pairs) == [("I1", "program"), ("O1", "court")]
        assert people["kind"].tolist() == ["person", "person"]

    def test_a_position_and_a_blank_are_nobody_to_complete(self):
        found = Coalition.from_frames(referrals=log(TWO_ROWS[1]))
        assert found.people.empty

    def test_agencies_come_from_people_memberships_and_agreements_too(self):
        found = Coalition.from_frames(
            people=pd.DataFrame([person("O1", "court")]),
            memberships=pd.DataFrame([{"person_id": "O1", "agency_id": "clinic"}]),
            agreements=pd.DataFrame([agreement("court", "program")]),
        )
        assert found.agencies["agency_id"].tolist() == ["clinic", "court", "program"]

    def test_people_come_from_memberships_where_no_table_of_people_is_given(self):
        members = pd.DataFrame([{"person_id": "O1", "agency_id": "clinic"}])
        assert Coalition.from_frames(memberships=members).people["person_id"].tolist() == ["O1"]

    def test_a_given_table_is_not_completed(self):
        with pytest.raises(cn.CollabnetError) as refused:
            Coalition.from_frames(
                referrals=log(TWO_ROWS[0]), people=pd.DataFrame([person("O1", "court")])
            )
        assert str(refused.value) == (
            "The column to_person of the table referrals needs ids that are in people or "
            "agencies; row 2 has 'I1'. Add it there, or correct it."
        )

    def test_nothing_at_all_is_an_empty_coalition(self):
        empty = Coalition.from_frames()
        assert all(getattr(empty, name).empty for name in TABLE_NAMES)
        assert empty.period is None
        assert repr(empty) == "Coalition('Coalition': )"

    def test_columns_have_the_models_names_whichever_are_given(self):
        ours = log(TWO_ROWS[0]).rename(columns={"date": "on"})
        assert Coalition.from_frames(referrals=ours).referrals["on"].notna().all()
        ends = pd.DataFrame([{"from_id": "a", "to_id": "b"}])
        people = pd.DataFrame([person("a", "x"), person("b", "y")])
        assert Coalition.from_frames(people=people, ties=ends).ties["to_id"].tolist() == ["b"]

    def test_every_row_carries_its_place_in_a_sheet(self):
        assert coalition(*TWO_ROWS).referrals["row"].tolist() == [2, 3]

    def test_a_place_that_is_given_stays(self):
        frame = log(*TWO_ROWS).assign(row=[7, 9])
        assert Coalition.from_frames(referrals=frame).referrals["row"].tolist() == [7, 9]

    def test_unknown_columns_are_kept_at_the_end(self):
        agencies = pd.DataFrame([{"county": 12, "agency_id": "court"}])
        found = Coalition.from_frames(agencies=agencies).agencies
        assert list(found.columns[-2:]) == ["county", "row"]
        assert found["county"].tolist() == ["12"]

    def test_a_table_that_no_coalition_has(self):
        with pytest.raises(cn.CollabnetError) as refused:
            Coalition({"meetings": pd.DataFrame()})
        assert str(refused.value) == (
            "A coalition has the tables agencies, people, memberships, agreements, ties, "
            "referrals, answers, posts; got meetings. Rename the table, or leave it out."
        )


class TestNothingChangesIt:
    @pytest.mark.parametrize("name", TABLE_NAMES)
    def test_editing_a_frame_that_was_read(self, name):
        given = coalition(
            *TWO_ROWS,
            ties=[tie("O1", "I1")],
            agreements=[agreement("court", "program")],
            memberships=[{"person_id": "O1", "agency_id": "clinic"}],
        )
        read = getattr(given, name)
        before = read.copy(deep=True)
        read[read.columns[0]] = "changed"
        read["more"] = 1
        read.loc[len(read)] = read.loc[0]
        pd.testing.assert_frame_equal(getattr(given, name), before)

    def test_editing_a_frame_that_it_was_built_from(self):
        frame = log(*TWO_ROWS)
        given = Coalition.from_frames(referrals=frame)
        frame["from_person"] = "somebody else"
        assert given.referrals["from_person"].tolist() == ["O1", ""]

    def test_editing_the_log_or_the_problems(self):
        given = coalition(*TWO_ROWS)
        read, problems = given.log(), given.problems
        read["from_id"] = "changed"
        problems.loc[0, "code"] = "changed"
        assert given.log()["from_id"].tolist() == ["O1", ""]
        assert given.problems.empty

    def test_its_settings_and_lookups(self):
        given = coalition(*TWO_ROWS)
        with pytest.raises(FrozenInstanceError):
            given.settings.name = "another"
        for lookup in (given.agencies_of, given.names, given.inputs):
            with pytest.raises(TypeError):
                lookup["O1"] = "another"

    def test_another_table_gives_another_coalition(self):
        given = coalition(*TWO_ROWS)
        other = given.with_tables(referrals=given.referrals.head(1))
        assert (len(given.referrals), len(other.referrals)) == (2, 1)
        assert other.settings is given.settings

    def test_other_settings_give_another_coalition(self):
        given = coalition(*TWO_ROWS)
        other = given.with_settings(name="Another")
        assert (given.settings.name, other.settings.name) == ("Small", "Another")
        pd.testing.assert_frame_equal(other.referrals, given.referrals)


class TestDigest:
    def test_equal_exactly_when_tables_and_settings_are(self):
        given = coalition(*TWO_ROWS)
        assert given.digest == coalition(*TWO_ROWS).digest
        assert given.digest != given.with_settings(name="Another").digest
        assert given.digest != given.with_tables(referrals=given.referrals.head(1)).digest


class TestLog:
    def test_what_stands_at_each_end(self):
        given = coalition(
            ("court", "O1", "program", "I1", 1),
            ("court", "team", "program", "program", 1),
            ("court", "", "program", "clerk", 1),
            people=[group("team", "court"), person("clerk", "program", enters_data_only="yes")],
        )
        found = given.log()
        ends = zip(found["from_id"], found["from_kind"], strict=True)
        assert list(ends) == [("O1", "person"), ("team", "group"), ("", "unknown")]
        ends = zip(found["to_id"], found["to_kind"], strict=True)
        assert list(ends) == [("I1", "person"), ("program", "position"), ("", "unknown")]

    def test_who_only_enters_data_is_unknown_but_stays_in_the_table(self):
        given = coalition(
            ("court", "clerk", "program", "I1", 1),
            people=[person("clerk", "court", enters_data_only="yes")],
        )
        assert given.referrals["from_person"].tolist() == ["clerk"]
        assert given.log()[["from_id", "from_kind"]].to_numpy().tolist() == [["", "unknown"]]

    def test_a_window_has_both_its_days(self):
        days = [date(2024, 1, 31), date(2024, 2, 1), date(2024, 2, 29), date(2024, 3, 1)]
        given = coalition(("court", "O1", "program", "I1", days))
        found = given.log(Period(date(2024, 2, 1), date(2024, 2, 29)))
        assert found["on"].dt.date.tolist() == days[1:3]


class TestPeriod:
    days = (date(2023, 3, 9), date(2023, 11, 2))
    rows = (("court", "O1", "program", "I1", list(days)),)

    def test_as_stated(self):
        assert coalition(*self.rows).period == Period(date(2024, 1, 1), date(2024, 12, 31))

    def test_else_from_the_first_to_the_last_month_of_the_log(self):
        found = coalition(*self.rows, period_start=None, period_end=None).period
        assert found == Period(date(2023, 3, 1), date(2023, 11, 30))

    def test_one_end_stated(self):
        found = coalition(*self.rows, period_start=date(2023, 1, 1), period_end=None).period
        assert found == Period(date(2023, 1, 1), date(2023, 11, 30))

    def test_neither_stated_nor_a_log(self):
        given = coalition(people=[person("O1", "court")], period_start=None, period_end=None)
        assert given.period is None


class TestAgenciesOf:
    def of(self, **membership):
        member = {"person_id": "O1", "agency_id": "clinic"} | membership
        given = coalition(people=[person("O1", "court")], memberships=[member])
        return given.agencies_of

    def test_home_first_then_the_others(self):
        assert self.of()["O1"] == ("court", "clinic")

    def test_an_agencys_own_id_is_its_position(self):
        assert self.of()["clinic"] == ("clinic",)

    def test_a_membership_that_ended_within_the_period_does_not_count(self):
        assert self.of(to="2024-12-30")["O1"] == ("court",)
        assert self.of(to="2024-12-31")["O1"] == ("court", "clinic")

    def test_nor_one_that_begins_after_it(self):
        assert self.of(**{"from": "2025-01-01"})["O1"] == ("court",)
        assert self.of(**{"from": "2024-12-31"})["O1"] == ("court", "clinic")

    def test_a_membership_in_the_home_agency_adds_nothing(self):
        assert self.of(agency_id="court")["O1"] == ("court",)


class TestOutside:
    def test_people_of_an_agency_outside_are_outside(self):
        given = coalition(
            people=[
                person("A1", "other"),
                person("O1", "court", outside="yes"),
                person("O2", "court"),
            ],
            agencies=[{"agency_id": "other", "outside": "yes"}],
        )
        assert given.outside == {"other", "A1", "O1"}


class TestNames:
    def test_the_id_where_no_name_is_given(self):
        given = coalition(people=[person("O1", "court", name="Officer 1"), person("O2", "court")])
        assert dict(given.names) == {"court": "court", "O1": "Officer 1", "O2": "O2"}


class TestSettings:
    def test_defaults_assume_no_departure(self):
        assumed = Settings().assumptions
        assert (assumed.departure_rate, assumed.weeks_to_fill, assumed.weeks_can_wait) == (
            None,
            12,
            0,
        )


class TestTables:
    def test_every_table_has_its_columns_and_types_when_empty_too(self):
        empty = Coalition.from_frames()
        for name, spec in TABLES.items():
            frame = getattr(empty, name)
            made = ["row", "file"] if spec.keeps_file else ["row"]
            assert list(frame.columns) == [*spec.model_names, *made]
            for column in spec.columns:
                dtype = frame[column.model_name].dtype
                if column.kind == "day":
                    assert dtype == "datetime64[us]"
                elif column.kind in ("number", "count", "share"):
                    assert dtype == np.float64
                else:
                    assert pd.api.types.is_string_dtype(dtype)
