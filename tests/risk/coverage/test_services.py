"""Service by population: on five programs counted by hand, and against counting cell by cell."""

from random import Random

import pytest

from collabnet.risk.assessment import assess
from collabnet.risk.coverage import find_providers
from risk.cases import coalition
from samples.shared import coalition_of

PROGRAMS = coalition_of("programs")
A, B, C, D, E = (f"organization_{letter}" for letter in "abcde")


def cover(given, service, dimension, group):
    """One row of the table, as a dict; numbers that are not known are None."""
    table = assess(given, worlds=0).coverage.set_index(["service", "dimension", "group"])
    row = table.loc[(service, dimension, group)]
    return {name: None if cell != cell else cell for name, cell in row.items()}


def agency(agency_id, **cells):
    return {"agency_id": agency_id, **cells}


class TestPrograms:
    """Wachter et al. (2016), table 1: A, B and E are residential; of C and D it isn't known."""

    @pytest.mark.parametrize(
        ("dimension", "group", "known", "possible"),
        [
            ("everybody", "everybody", [A, B, E], [C, D]),
            ("age", "0-10", [E], []),
            ("age", "11", [A, E], []),
            ("age", "12", [A, B, E], [C]),
            ("age", "13-17", [A, B, E], [C, D]),
            ("age", "18", [B, E], [C, D]),
            ("age", "19-24", [B, E], [D]),
            ("age", "25+", [], [D]),
            ("gender", "female", [A, B, E], [C, D]),
            ("gender", "male", [A, E], [D]),
            ("gender", "transgender", [E], [D]),
            ("referral", "court-mandated", [B], [D]),
            ("referral", "voluntary", [A, B, E], [C, D]),
        ],
    )
    def test_who_serves_whom(self, dimension, group, known, possible):
        """Known providers, and those of whom a blank cell leaves it open."""
        row = cover(PROGRAMS, "residential care", dimension, group)
        assert row["providers"] == ";".join(known)
        assert row["possible_providers"] == ";".join(possible)
        assert row["n_providers"] == len(known)
        assert row["n_providers_possible"] == len(known) + len(possible)
        assert row["is_sole_provider"] == (len(known) == 1)
        assert row["is_unserved"] == (not known)

    @pytest.mark.parametrize(
        ("dimension", "group", "capacity", "unknown", "share"),
        [
            ("everybody", "everybody", 48, 1, 1.0),
            ("age", "0-10", 24, 0, 0.5),
            ("gender", "transgender", 24, 0, 0.5),
            ("gender", "male", 48, 0, 1.0),
            ("referral", "court-mandated", None, 1, None),
            ("age", "25+", None, 0, None),
        ],
    )
    def test_places(self, dimension, group, capacity, unknown, share):
        """B has 9 to 12 beds, which is not one number: unknown, never zero."""
        row = cover(PROGRAMS, "residential care", dimension, group)
        assert (row["capacity"], row["n_capacity_unknown"]) == (capacity, unknown)
        assert row["capacity_share"] == share

    def test_the_share_with_possible_providers_needs_their_places(self):
        assert (
            cover(PROGRAMS, "residential care", "gender", "male")["capacity_share_possible"] is None
        )
        assert cover(PROGRAMS, "residential care", "age", "0-10")["capacity_share_possible"] == 0.5

    def test_a_case_is_asked_by_all_of_it_at_once(self):
        """Boys whom a court sends: no residential program on record takes them."""
        given = {"gender": "male", "referral": "court-mandated"}
        assert find_providers(PROGRAMS, "residential care", **given) == ((), (D,))
        assert find_providers(PROGRAMS, "residential care", age=10, gender="female") == ((E,), ())


class TestUnknown:
    def test_a_blank_cell_is_a_possible_provider(self):
        given = coalition(
            agencies=[
                agency("a", services="shelter", serves_genders="girls", capacity="10"),
                agency("b", services="shelter", serves_genders="", capacity="30"),
                agency("c", services="food", serves_genders="boys"),
            ]
        )
        row = cover(given, "shelter", "gender", "male")
        assert (row["n_providers"], row["n_providers_possible"]) == (0, 1)
        assert (row["capacity"], row["capacity_share"]) == (None, None)
        assert row["capacity_share_possible"] == 0.75
        row = cover(given, "shelter", "gender", "female")
        assert (row["capacity_share"], row["capacity_share_possible"]) == (0.25, 1.0)

    def test_an_agency_without_services_may_offer_any(self):
        given = coalition(agencies=[agency("a", services="shelter"), agency("b")])
        row = cover(given, "shelter", "everybody", "everybody")
        assert (row["n_providers"], row["possible_providers"]) == (1, "b")

    def test_nobody_who_may_serve_is_no_place(self):
        given = coalition(
            agencies=[
                agency("a", services="shelter", serves_genders="girls", capacity="10"),
                agency("c", services="food", serves_genders="boys"),
            ]
        )
        row = cover(given, "shelter", "gender", "male")
        assert (row["is_unserved"], row["capacity"], row["capacity_share"]) == (True, 0.0, 0.0)

    def test_a_dimension_that_nobody_speaks_of_has_no_rows(self):
        given = coalition(agencies=[agency("a", services="shelter"), agency("b", services="food")])
        assert set(assess(given, worlds=0).coverage["dimension"]) == {"everybody"}

    def test_agencies_outside_are_left_out(self):
        given = coalition(
            agencies=[
                agency("a", services="shelter", languages="English"),
                agency("b", services="shelter", languages="Spanish", outside="yes"),
            ]
        )
        table = assess(given, worlds=0).coverage
        assert table["group"].tolist() == ["everybody", "english"]
        assert table["providers"].tolist() == ["a", "a"]


GENDERS = ("", "female", "male", "female;male", "all")
WAYS = ("", "voluntary", "court-mandated", "both")


class TestAgainstCounting:
    @pytest.mark.parametrize("seed", range(40))
    def test_every_cell_counted_again(self, seed):
        """For each service and group: who says yes, and who could, cell by cell."""
        random = Random(seed)
        rows = [
            agency(
                f"a{i}",
                services=random.choice(("", "shelter", "food", "shelter;food")),
                serves_genders=random.choice(GENDERS),
                referral=random.choice(WAYS),
                capacity=random.choice(("", "5", "20")),
            )
            for i in range(random.randint(1, 7))
        ]
        table = assess(coalition(agencies=rows), worlds=0).coverage
        for row in table[table["dimension"].isin(["gender", "referral"])].to_dict("records"):
            column = "serves_genders" if row["dimension"] == "gender" else "referral"
            said = {one["agency_id"]: answer(one, row, column) for one in rows}
            known = [name for name, one in said.items() if one == "yes"]
            possible = [name for name, one in said.items() if one == "maybe"]
            assert row["providers"] == ";".join(known)
            assert row["possible_providers"] == ";".join(possible)
            whole = places(rows, [o["agency_id"] for o in rows if row["service"] in o["services"]])
            if known and whole and places(rows, known) is not None:
                assert row["capacity_share"] == places(rows, known) / whole


def answer(one, row, column):
    """Yes, no or maybe: whether an agency offers the service to the group."""
    groups = {"both": "voluntary;court-mandated"}.get(one[column], one[column])
    parts = [
        "maybe" if not one["services"] else row["service"] in one["services"].split(";"),
        "maybe" if not groups else groups == "all" or row["group"] in groups.split(";"),
    ]
    if False in parts:
        return "no"
    return "maybe" if "maybe" in parts else "yes"


def places(rows, agencies):
    stated = [int(o["capacity"]) for o in rows if o["agency_id"] in agencies and o["capacity"]]
    return sum(stated) if stated else None
