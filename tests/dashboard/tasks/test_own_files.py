"""Task 5: our own survey and log, questions, rejected rows, same names, and corrections."""

import pytest
from playwright.sync_api import expect

from collabnet.data.samples import copy_sample
from hands import both_hands
from import_page import Import

ANSWERS = ("Q1", "Agencies", "There is no tie", "They were asked and did not answer")
PERSON = "Court administrator A1, court administrator, Juvenile court"
TIE = "Officer A1 to Residential program: referral, formal, positive"
AGREEMENT = "Juvenile court to Residential program: protocol, protocol_a_program"


@pytest.fixture
def ours(tmp_path):
    """Site B with an agency and a person written as a log would, and somebody nobody knows."""
    folder = copy_sample("site_b", tmp_path / "ours", called="Ours")
    log = folder / "referrals.csv"
    text = log.read_text("utf-8").replace("residential_program", "Resid. Prog.", 3)
    text = text.replace("officer_b1", "Ofc. B-1", 1).replace("officer_b4", "Zed", 1)
    log.write_text(text, encoding="utf-8")
    return folder


@both_hands
def test_a_survey_and_a_log_are_brought_in(bare, files, tmp_path, hand):
    """Ambiguous columns are asked about, a wrong row is corrected, another is kept aside."""
    walk = hand(bare())
    walk.link("Bring in your own files")
    bring = Import(walk.screen)
    page = walk.page
    walk.write(page.get_by_label("Name of the new coalition"), "Three counties")
    drop = page.locator("input[type=file]")
    walk.reach(drop)
    walk.is_done_in_three_steps()
    bring.choose(*files)  # the window for this is the system's own
    bring.stands("6 questions before the files can be read")
    for answer in ANSWERS:
        walk.tick(page.get_by_role("radio", name=answer, exact=True))
    expect(page.get_by_role("textbox", name="What the column Case manager is")).to_have_value(
        "Who made it (from_person)"
    )
    walk.button("Read on with these answers")
    bring.stands("1 question before the files can be read")
    walk.tick(page.get_by_role("radio", name="Add all such names", exact=True))
    walk.button("Read on with these answers")
    bring.stands("2 rows can't be used yet")
    wrong = page.get_by_label("Day, row 3")
    expect(wrong).to_have_attribute("aria-invalid", "true")
    walk.write(wrong, "2024-01-31")
    walk.button("Read these rows again")
    bring.stands("1 row can't be used yet")
    walk.button("Bring in the others, keep these aside")
    bring.stands("15 rows ready to be brought in")
    folder = tmp_path / "home" / "coalition-1"
    assert not folder.parent.exists()
    walk.button("Bring them in")
    bring.stands("survey.csv and log.csv: brought into Three counties")
    walk.link("See what it says")
    expect(page.locator("#overview-title")).to_be_visible()
    assert "c=own-1" in page.url
    expect(page.get_by_role("textbox", name="Coalition")).to_have_value("Three counties")
    assert (folder / "referrals.csv").read_text("utf-8-sig").count("Program,Shelter") == 3
    kept = folder / "rejects" / "log.csv.rejects.csv"
    assert "2024-02-06,Program,,Ann Lee" in kept.read_text("utf-8-sig")
    complete_what_was_kept_aside(walk, bring)
    assert not kept.exists()


def complete_what_was_kept_aside(walk, bring):
    """Later: the coalition that is open offers its rows; they are corrected where they lie."""
    walk.go("Data")
    walk.link("Bring in files", within=walk.page.locator(".cn-parts"))
    walk.button("Correct the rows in log.csv.rejects.csv")
    bring.stands("1 row can't be used yet")
    walk.write(walk.page.get_by_label("Sent to, row 4"), "Shelter")
    walk.button("Read these rows again")
    bring.stands("1 row ready to be brought in")
    walk.button("Bring them in")
    bring.stands("log.csv.rejects.csv: brought into Three counties")


@both_hands
def test_which_names_are_the_same_is_settled(screen, ours, hand):
    """Same, later, different; each is kept in crosswalk.csv, and the last is taken back."""
    walk = hand(screen(ours))
    part = walk.page.locator("#data-names")
    question = part.get_by_role("heading", level=3)
    walk.go("Data")
    walk.link("Names", within=walk.page.locator(".cn-parts"))
    walk.screen.is_accessible()
    expect(question).to_have_text("“Resid. Prog.” and “Residential program”: the same agency?")
    walk.button("The same", within=part)
    expect(part).to_contain_text("Kept: “Resid. Prog.” and “Residential program” are the same.")
    walk.is_done_in_three_steps()
    expect(question).to_have_text("“Ofc. B-1” and “Officer B1”: the same person?")
    walk.button("Decide later", within=part)
    expect(question).to_have_text("“Zed”: which person is this?")
    walk.button("Decide later", within=part)
    expect(question).to_have_text("“Ofc. B-1” and “Officer B1”: the same person?")
    walk.button("Different", within=part)
    expect(part).to_contain_text("Kept: “Ofc. B-1” and “Officer B1” are different.")
    lines = (ours / "crosswalk.csv").read_text("utf-8").splitlines()
    assert [line.split(",")[:5] for line in lines[1:]] == [
        ["agency", "Resid. Prog.", "residential_program", "same", ""],
        ["person", "Ofc. B-1", "officer_b1", "different", "court_b"],
    ]
    walk.press(part.get_by_text("What was decided"))
    walk.button("Undo Ofc. B-1", within=part)
    expect(part).to_contain_text("Taken back: what was decided about “Ofc. B-1”.")
    expect(part.get_by_role("heading", level=2)).to_have_text(
        "One name may mean the same as another"
    )


@both_hands
def test_a_person_a_tie_and_an_agreement_are_corrected(screen, tmp_path, hand):
    """Each is chosen by its words, changed in a form, saved, and stands in its file."""
    folder = copy_sample("site_a", tmp_path / "ours", called="Ours")
    walk = hand(screen(folder))
    page, part = walk.page, walk.page.locator("#data-corrections")
    walk.go("Data")
    walk.link("Corrections", within=page.locator(".cn-parts"))
    walk.choose("Which", PERSON)
    walk.is_done_in_three_steps()
    walk.write(part.get_by_label("Role", exact=True), "chief")
    walk.button("Save", within=part)
    expect(part).to_contain_text("Saved: people.csv, row")

    walk.choose("What", "A working tie")
    walk.choose("Which", TIE)
    walk.choose("Quality", "strained")
    walk.button("Save", within=part)
    expect(part).to_contain_text("Quality “strained” (was “positive”).")

    walk.choose("What", "An agreement")
    walk.choose("Which", AGREEMENT)
    walk.choose("Does it name the post?", "no")
    walk.button("Save", within=part)
    expect(part).to_contain_text("Does it name the post? “no” (was “yes”).")
    walk.button("Undo the last change", within=part)
    expect(part).to_contain_text("Taken back: 1 row of agreements.csv changed.")
    assert ",chief," in (folder / "people.csv").read_text("utf-8")
    assert ",strained," in (folder / "ties.csv").read_text("utf-8")
