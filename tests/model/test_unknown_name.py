"""Names that nobody has: what is offered instead."""

import pytest

import collabnet as cn
from collabnet.data.files import write_atomic
from collabnet.model.errors import CollabnetError, NotFoundError, unknown_name


class TestUnknownName:
    @pytest.mark.parametrize("wished", ["i1", "I1 ", "intake worker i1", " Intake Worker I1"])
    def test_capitals_and_names_are_understood(self, wished):
        found = unknown_name("person", wished, ["I1", "I2"], "Look.", {"I1": "Intake worker I1"})
        assert str(found) == f"There is no person {wished!r}. Did you mean I1? Look."

    def test_of_ids_that_are_not_alike_none_is_offered(self):
        assert str(unknown_name("person", "x", ["I1"], "Look.")) == "There is no person 'x'. Look."

    @pytest.mark.parametrize(
        "call",
        [
            lambda given: cn.what_if(given, cn.Leaves("Intake worker I1")),
            lambda given: cn.plan(given, not_people=["Intake worker I1"]),
        ],
    )
    def test_a_change_and_a_plan_offer_the_id_of_a_name(self, call):
        with pytest.raises(NotFoundError, match=r"Did you mean I1\?"):
            call(cn.load("sample:g1"))


def test_a_folder_in_place_of_a_file_is_named_as_one(tmp_path):
    with pytest.raises(CollabnetError, match=r"it is a folder\. Add the name of a file"):
        write_atomic(tmp_path, b"x")
