"""What a change leaves as it was isn't worked out again, and never changes what is said."""

import pandas as pd
import pytest

import collabnet as cn
from collabnet.risk.assessment import Assessment
from collabnet.risk.cutsets import Reach
from collabnet.risk.near import kept
from collabnet.risk.rows import build_rows


@pytest.fixture(scope="module")
def before():
    """Site B as it is."""
    return cn.assess(cn.load("sample:site_b"))


def renamed(coalition, table, column, value):
    """Give the coalition with one cell of each row another, as in edited files."""
    edited = getattr(coalition, table)
    return coalition.with_tables(**{table: edited.assign(**{column: value(edited[column])})})


def test_what_is_equal_is_the_one_that_was_there():
    old, other = ("court", (1, 2)), ("clinic", (3,))
    found = kept(
        [("court", (1, 2)), ("clinic", (4,)), ("new", ())], [old, other], lambda one: one[0]
    )
    assert found == (("court", (1, 2)), ("clinic", (4,)), ("new", ()))
    assert found[0] is old


def test_rows_that_a_departure_leaves_alone_are_the_same(before):
    """Those of the person are gone or others; none but the very same is shared."""
    after = cn.what_if(before, cn.Leaves("officer_b1")).after
    old = {row.row: row for row in before.rows if row.is_log}
    log = [row for row in after.rows if row.is_log]
    shared = [row for row in log if row is old[row.row]]
    assert 0 < len(shared) < len(old)
    assert all("officer_b1" not in row.people for row in shared)
    assert log == [row for row in build_rows(after.coalition) if row.is_log]


def test_findings_about_other_pathways_are_the_same(before):
    after = cn.what_if(before, cn.Leaves("officer_b1")).after
    shared = {id(one) for one in before.judged} & {id(one) for one in after.judged}
    assert shared
    assert after.judged == cn.assess(after.coalition).judged


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("people", "role", lambda cells: "driver"),
        ("agencies", "name", lambda cells: cells + " North"),
        ("referrals", "evidence_status", lambda cells: "inferred"),
        ("referrals", "on", lambda cells: cells + pd.Timedelta(days=40)),
        ("referrals", "service", lambda cells: "shelter"),
        ("ties", "basis", lambda cells: "formal"),
        ("ties", "quality", lambda cells: "strained"),
    ],
)
def test_whatever_is_edited_is_said_as_if_nothing_had_been_there_before(
    before, table, column, value
):
    """Also where every pathway stays, but is called by another name or rests on something else."""
    made = renamed(before.coalition, table, column, value)
    beside, alone = Assessment(made, near=before), cn.assess(made)
    assert beside.rows == alone.rows
    assert beside.judged == alone.judged
    assert beside.judged != before.judged
    assert beside.all_contacts == alone.all_contacts
    assert dict(beside.figures) == pytest.approx(dict(alone.figures), nan_ok=True)


def test_pairs_of_agencies_are_those_that_a_search_from_each_finds(before):
    """Against a search over the rows, one agency after the other."""
    rows = [row for row in before.rows if row.sender.id and row.receiver.id]
    found = []
    for start in sorted({row.from_agency for row in rows}):
        seen = {row.sender for row in rows if row.from_agency == start}
        while more := {row.receiver for row in rows if row.sender in seen} - seen:
            seen |= more
        ends = {row.to_agency for row in rows if row.receiver in seen} - {start}
        found += [(start, end) for end in sorted(ends)]
    assert Reach(rows).pairs == tuple(found)
