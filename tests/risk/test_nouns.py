"""What one and several people in a role are called."""

import pytest

from collabnet.model.field_terms import ROLE
from collabnet.risk.nouns import group_of, head_of, plural, spoken
from collabnet.risk.wording import amount, count, number, share, span

HEADS = {
    "deputy juvenile officer": ("officer", "officers", "deputy juvenile officers"),
    "truancy officer": ("officer", "officers", "truancy officers"),
    "supervisor": ("supervisor", "supervisors", "supervisors"),
    "court administrator": ("administrator", "administrators", "court administrators"),
    "judge": ("judge", "judges", "judges"),
    "commissioner": ("commissioner", "commissioners", "commissioners"),
    "investigator": ("investigator", "investigators", "investigators"),
    "federal agent": ("agent", "agents", "federal agents"),
    "prosecutor": ("prosecutor", "prosecutors", "prosecutors"),
    "defense attorney": ("attorney", "attorneys", "defense attorneys"),
    "guardian ad litem": ("guardian", "guardians", "guardians ad litem"),
    "caseworker": ("caseworker", "caseworkers", "caseworkers"),
    "social worker": ("worker", "workers", "social workers"),
    "case manager": ("manager", "managers", "case managers"),
    "therapist": ("therapist", "therapists", "therapists"),
    "counselor": ("counselor", "counselors", "counselors"),
    "advocate": ("advocate", "advocates", "advocates"),
    "peer mentor": ("mentor", "mentors", "peer mentors"),
    "intake worker": ("worker", "workers", "intake workers"),
    "coordinator": ("coordinator", "coordinators", "coordinators"),
    "director": ("director", "directors", "directors"),
    "program director": ("director", "directors", "program directors"),
    "executive director": ("director", "directors", "executive directors"),
    "shelter staff": ("staff member", "staff members", "shelter staff"),
    "drop-in center staff": ("staff member", "staff members", "drop-in center staff"),
    "nurse": ("nurse", "nurses", "nurses"),
    "physician": ("physician", "physicians", "physicians"),
    "experienced colleague": ("colleague", "colleagues", "experienced colleagues"),
}
TRAPS = {
    "staff": ("staff member", "staff members", "staff"),
    "liaison": ("liaison", "liaisons", "liaisons"),
    "legal counsel": ("counsel", "counsel", "legal counsel"),
    "advocate and survivor": ("advocate", "advocates", "advocates"),
    "survivor and advocate": ("advocate", "advocates", "advocates"),
    "survivor": ("", "people", "people"),
    "DJO": ("DJO", "DJOs", "DJOs"),
    "OFFICER": ("officer", "officers", "officers"),
    "SANE Nurse": ("nurse", "nurses", "SANE nurses"),
    "Detective II": ("detective", "detectives", "detectives"),
    "Detective 2": ("detective", "detectives", "detectives"),
    "chief of police": ("chief", "chiefs", "chiefs of police"),
    "director, intake": ("director", "directors", "directors"),
    "case manager/advocate": ("manager", "managers", "case managers"),
    "supervisor (acting)": ("supervisor", "supervisors", "supervisors"),
    "Officers": ("officers", "officers", "officers"),
    "policewoman": ("policewoman", "policewomen", "policewomen"),
    "chairperson": ("chairperson", "chairpeople", "chairpeople"),
    "deputy": ("deputy", "deputies", "deputies"),
    "coach": ("coach", "coaches", "coaches"),
    "": ("", "people", "people"),
}


class TestRoles:
    """One person in a role, several of them, and a group recorded as one."""

    def test_every_role_of_the_list_is_here(self):
        assert set(HEADS) == set(ROLE.terms)

    @pytest.mark.parametrize("role", [*HEADS, *TRAPS])
    def test_each_has_a_noun_for_one_and_for_several(self, role):
        one, several, group = (HEADS | TRAPS)[role]
        assert head_of(role) == one
        assert plural(one or "person") == several
        assert group_of(role) == group

    def test_no_role_says_who_is_a_survivor(self):
        for role in ("survivor", "Survivor / mentor", "survivor, peer mentor", "mentor & survivor"):
            assert "survivor" not in spoken(role).lower()


class TestNumbers:
    """Numbers as people say them."""

    def test_words_to_ten_then_digits_with_thousands(self):
        said = [number(n) for n in (0, 1, 2, 10, 11, 999, 1000, 12345)]
        assert said == ["no", "one", "two", "ten", "11", "999", "1,000", "12,345"]

    def test_a_number_with_its_noun(self):
        said = [count(n, "agency") for n in (0, 1, 2, 10, 11, 1200)]
        assert said == [
            "no agencies", "one agency", "two agencies", "ten agencies", "11 agencies",
            "1,200 agencies",
        ]  # fmt: skip

    def test_a_part_is_never_said_to_be_nothing_or_all(self):
        said = [share(part) for part in (0, 0.004, 0.5, 0.994, 0.996, 1)]
        assert said == ["0 %", "under 1 %", "50 %", "99 %", "over 99 %", "100 %"]

    @pytest.mark.parametrize(
        ("low", "high", "said"),
        [
            (11, 21, "11 to 21 referrals"),
            (0, 6, "up to six referrals"),
            (0, 1, "up to one referral"),
            (0.2, 0.4, "fewer than one referral"),
            (1, 1, "one referral"),
            (2, 2, "two referrals"),
            (48, 48, "48 referrals"),
            (900, 1200, "900 to 1,200 referrals"),
        ],
    )
    def test_a_range_of_referrals(self, low, high, said):
        assert amount(low, high, "referral") == said
        assert amount(low, high) == said.rpartition(" ")[0]

    def test_all_there_are(self):
        said = [amount(n, n, "row", is_all=True) for n in (1, 6, 60)]
        assert said == ["the one row", "all six rows", "all 60 rows"]

    def test_a_range_in_a_table_is_in_digits(self):
        assert [span(2, 6), span(6, 6), span(0, 1000)] == ["2 to 6", "6", "0 to 1,000"]
