"""What the map shows: everybody, or agencies alone."""

from collabnet_dashboards.panels.map_view import MANY, elements, first_view, lines, marked

AGENCIES = [{"id": "court", "label": "Court"}, {"id": "shelter", "label": "Shelter"}]
PEOPLE = [
    {"id": "ann", "label": "Ann", "agency": "court"},
    {"id": "bea", "label": "Bea", "agency": "court"},
    {"id": "cal", "label": "Cal", "agency": "shelter"},
]


def tie(name, one, other, *, basis="informal", quality="usable", directed=False, strength=1.0):
    return {
        "id": name, "from": one, "to": other, "kind": "contact", "basis": basis,
        "quality": quality, "directed": directed, "strength": strength,
    }  # fmt: skip


def drawn(*ties):
    return {"agencies": AGENCIES, "people": PEOPLE, "ties": list(ties)}


class TestAgenciesAlone:
    def test_ties_alike_of_two_agencies_are_one_line(self):
        found = elements(
            drawn(tie("1", "ann", "cal", strength=3), tie("2", "cal", "bea")), "agencies"
        )
        assert found["people"] == []
        assert [(one["from"], one["to"], one["strength"]) for one in found["ties"]] == [
            ("court", "shelter", 4.0)
        ]

    def test_basis_quality_and_direction_are_kept_apart(self):
        ties = [
            tie("1", "ann", "cal"),
            tie("2", "ann", "cal", basis="formal"),
            tie("3", "ann", "cal", quality="strained"),
            tie("4", "ann", "cal", directed=True),
            tie("5", "cal", "ann", directed=True),
        ]
        assert len(elements(drawn(*ties), "agencies")["ties"]) == 5

    def test_ties_inside_an_agency_are_left_out(self):
        assert lines(drawn(tie("1", "ann", "bea"))) == {}

    def test_with_everybody_nothing_is_changed(self):
        assert elements(drawn(tie("1", "ann", "cal")), "people") == drawn(tie("1", "ann", "cal"))

    def test_the_map_begins_with_agencies_where_the_ties_are_many(self):
        ties = [tie(str(i), "ann", "cal") for i in range(MANY + 1)]
        assert first_view(drawn(*ties[:-1])) == "people"
        assert first_view(drawn(*ties)) == "agencies"


class TestMarked:
    ties = drawn(tie("1", "ann", "cal"), tie("2", "bea", "cal"))

    def mark(self, **highlight):
        whole = {"gone": [], "lost": [], "interrupted": []} | highlight
        return marked(self.ties, whole, "agencies")

    def test_a_line_is_lost_when_every_tie_in_it_is(self):
        assert self.mark(lost=["1"])["lost"] == []
        assert self.mark(lost=["1", "2"])["lost"] == list(lines(self.ties))

    def test_a_line_waits_when_its_last_tie_does(self):
        found = self.mark(lost=["1"], interrupted=["2"])
        assert (found["lost"], found["interrupted"]) == ([], list(lines(self.ties)))

    def test_with_everybody_the_ties_themselves_are_marked(self):
        highlight = {"gone": ["ann"], "lost": ["1"], "interrupted": []}
        assert marked(self.ties, highlight, "people") == highlight
