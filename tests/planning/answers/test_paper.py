"""What is said of a link's paper comes to rows, and these to what is known of the link."""

from datetime import date

import pytest

import collabnet as cn
from collabnet.data.editing import correct
from collabnet.data.place import Place
from collabnet.data.samples import copy_sample
from collabnet.model.errors import CollabnetError
from collabnet.planning.answers import PaperAnswer, paper_edits, paper_links

LINK = ("court", "residential")
SENT = ("advocacy", "police")  # six referrals from police, by D1 and D2, to A1
DAY = date(2024, 3, 5)


@pytest.fixture
def folder(tmp_path):
    return copy_sample("g1", tmp_path / "ours")


def standing(folder, pair):
    links = {link.pair: link for link in paper_links(cn.assess(cn.load(folder)))}
    return links[pair].standing, links[pair].names_position


def say(folder, *answers):
    edits = paper_edits(cn.assess(cn.load(folder)), Place(folder), answers)
    correct(folder, edits, today=DAY)
    return [(edit.table, edit.did, edit.row, dict(edit.after)) for edit in edits]


class TestLinks:
    def test_each_two_agencies_with_anything_between_them(self, folder):
        links = paper_links(cn.assess(cn.load(folder)))
        assert [(link.pair, link.referrals, link.ties, link.standing) for link in links] == [
            (("advocacy", "hospital"), (0, 2), 0, "open"),
            (SENT, (0, 6), 0, "open"),
            (("advocacy", "residential"), (3, 0), 0, "open"),
            (("court", "police"), (0, 2), 0, "open"),
            (LINK, (12, 0), 0, "open"),
        ]


class TestAnswers:
    def test_used_paper_is_an_agreement_of_the_direction_in_which_was_sent(self, folder):
        assert say(folder, PaperAnswer(SENT, "used", "yes")) == [
            (
                "agreements",
                "added",
                None,
                {
                    "agreement_id": "police to advocacy (asked)",
                    "from_agency": "police",
                    "to_agency": "advocacy",
                    "names_position": "yes",
                    "in_use": "yes",
                    "evidence": "asked: written down, and in use",
                },
            )
        ]
        assert standing(folder, SENT) == ("in use", "yes")

    def test_nothing_written_says_of_each_two_who_refer_that_it_rests_on_them(self, folder):
        evidence = "asked: nothing is written down"
        said = {"kind": "referral", "basis": "informal", "evidence": evidence}
        assert say(folder, PaperAnswer(SENT, "nothing")) == [
            ("ties", "added", None, {"source": "D1", "target": "A1", **said}),
            ("ties", "added", None, {"source": "D2", "target": "A1", **said}),
        ]
        assert standing(folder, SENT) == ("not written", "unknown")
        rows = [row for row in cn.assess(cn.load(folder)).rows if row.from_agency == "police"]
        assert {row.basis.form for row in rows if row.to_agency == "advocacy"} == {"informal"}

    def test_unused_paper_is_an_agreement_and_rests_on_people(self, folder):
        edits = say(folder, PaperAnswer(SENT, "unused", "yes"))
        assert [(table, cells.get("in_use"), cells.get("basis")) for table, *_, cells in edits] == [
            ("agreements", "no", None),
            ("ties", None, "informal"),
            ("ties", None, "informal"),
        ]
        assert edits[0][-1]["names_position"] == "unknown"
        assert standing(folder, SENT) == ("not in use", "unknown")

    def test_an_agreement_of_which_the_use_is_not_known_is_changed_not_doubled(self, folder):
        text = "agreement_id,from_agency,to_agency,in_use\nx,court,residential,\n"
        (folder / "agreements.csv").write_text(text, encoding="utf-8")
        assert standing(folder, LINK) == ("open", "unknown")
        assert say(folder, PaperAnswer(LINK, "used", "no")) == [
            ("agreements", "changed", 2, {"in_use": "yes", "names_position": "no"})
        ]
        assert (folder / "agreements.csv").read_text() == (
            "agreement_id,from_agency,to_agency,in_use,names_position\nx,court,residential,yes,no\n"
        )
        assert standing(folder, LINK) == ("in use", "no")

    def test_a_tie_of_which_the_basis_is_not_known_is_changed(self, folder):
        text = "source,target,kind,basis\nD1,A1,contact,\nD1,A1,information,formal\n"
        (folder / "ties.csv").write_text(text, encoding="utf-8")
        edits = say(folder, PaperAnswer(SENT, "nothing"))
        assert ("ties", "changed", 2, {"basis": "informal"}) in edits
        assert "D1,A1,information,formal" in (folder / "ties.csv").read_text()

    def test_where_rows_name_nobody_it_is_kept_that_no_agreement_is_in_use(self, folder):
        log = "date,from_agency,to_agency\n" + "2024-01-05,police,hospital\n" * 2
        (folder / "referrals.csv").write_text(log, encoding="utf-8")
        pair = ("hospital", "police")
        assert standing(folder, pair) == ("open", "unknown")
        ((table, _, _, cells),) = say(folder, PaperAnswer(pair, "nothing"))
        assert (table, cells["in_use"]) == ("agreements", "no")
        assert cells["evidence"] == "asked: nothing is written down"
        assert standing(folder, pair) == ("not in use", "unknown")

    def test_an_id_that_is_taken_gets_a_number(self, folder):
        taken = "police to advocacy (asked)"
        text = f"agreement_id,from_agency,to_agency\n{taken},court,police\n"
        (folder / "agreements.csv").write_text(text, encoding="utf-8")
        ((*_, cells),) = say(folder, PaperAnswer(SENT, "used"))
        assert cells["agreement_id"] == f"{taken} 2"

    def test_a_link_that_is_gone_is_refused(self, folder):
        with pytest.raises(CollabnetError) as told:
            say(folder, PaperAnswer(("court", "hospital"), "used"))
        assert str(told.value) == (
            "There is no link between two of the agencies any more. Reload the page."
        )
