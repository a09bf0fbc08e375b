"""Whatever a file holds: no row is lost or made, and nothing but our own errors is raised."""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from collabnet.data.codes import CODES
from collabnet.data.options import OPTIONS
from collabnet.model.errors import CollabnetError
from data.small_site import AGENCIES, LOG, PEOPLE, Site

TIES = "source,target,kind,strength,evidence\no1,o2,contact,2,said\no1,i1,contact,3,\n"
FILES = {"agencies.csv": AGENCIES, "people.csv": PEOPLE, "referrals.csv": LOG, "ties.csv": TIES}
PIECES = (
    *',;\t|"\n\r\\\0',
    "\r\n",
    "\n\n",
    '"x\ny"',
    "Total",
    "sep=;\n",
    "01/02/2024",
    "13/13/24",
    "3,5",
    "0",
    "-1",
    "NaN",
    "45292",
    "\ufeff",
    "\u202e",
    "\u0663",
    "o1",
    "court",
    "client_id",
    "row",
    "123-45-6789",
    "date,from_agency,to_agency\n",
    "é",
    "x" * 2000,
    "",
)
EDITS = st.lists(
    st.tuples(
        st.sampled_from(sorted(FILES)),
        st.integers(0, 200),
        st.integers(0, 30),
        st.sampled_from(PIECES),
    ),
    min_size=1,
    max_size=4,
)
TAKEN = {
    "text": ["cp1252", "utf-16", "latin-1", "nothing"],
    "character": [";", "tab", "x"],
    "number": [1, 2, 3, 40],
    "list": ["date,from_agency,to_agency", "evidence", "o1,court", ""],
    "scale": ["1-5"],
}
SOME = st.fixed_dictionaries(
    {},
    optional={
        key: st.sampled_from(list(TAKEN.get(option.takes, option.takes)))
        for key, option in OPTIONS.items()
    },
)
ANSWERS = st.one_of(st.just({}), SOME)
QUICK = settings(
    max_examples=80, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def spoilt(edits):
    """The files after cutting out letters and putting something in their place."""
    made = dict(FILES)
    for name, at, length, piece in edits:
        text = made[name]
        at = min(at, len(text))
        made[name] = text[:at] + piece + text[at + length :]
    return made


def examine(contents, answers):
    """Check and load a folder; every sum must hold, every problem must be complete."""
    with tempfile.TemporaryDirectory() as made:
        site = Site(Path(made) / "site")
        for name, content in contents.items():
            site.write(name, content)
        found = site.check(**answers)
        for count in found.files:
            assert count.read == count.kept + count.rejected + count.skipped, count
            assert min(count.kept, count.rejected, count.skipped) >= 0
        for problem in found.found:
            assert problem.level == CODES[problem.code].level
            assert problem.message
            assert problem.remedy
        try:
            coalition = site.load(**answers)
        except CollabnetError as error:
            assert found.is_refused
            assert str(error)
        else:
            assert not found.is_refused
            kept = {count.file: count.kept for count in found.files}
            assert len(coalition.referrals) == kept["referrals.csv"]
            assert len(coalition.ties) == kept["ties.csv"]


class TestConservation:
    @QUICK
    @given(EDITS, ANSWERS)
    def test_spoilt_files(self, edits, answers):
        examine(spoilt(edits), answers)

    @QUICK
    @given(st.binary(max_size=300), st.sampled_from(sorted(FILES)), ANSWERS)
    def test_any_bytes(self, data, name, answers):
        examine({**FILES, name: data}, answers)

    @QUICK
    @given(st.binary(max_size=200))
    def test_any_settings(self, data):
        examine({**FILES, "coalition.toml": data}, {})

    @QUICK
    @given(
        st.lists(
            st.lists(
                st.sampled_from(["court", "o1", "program", "2024-01-05", "x", "", "i1"]),
                min_size=4,
                max_size=4,
            ),
            max_size=8,
        )
    )
    def test_any_rows(self, rows):
        text = "date,from_person,from_agency,to_agency\n" + "".join(
            ",".join(r) + "\n" for r in rows
        )
        examine({**FILES, "referrals.csv": text}, {"unknown_actors": "add"})
