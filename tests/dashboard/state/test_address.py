"""Addresses: they say what is shown, hold no text of anybody else, and never fail."""

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

import collabnet as cn
from collabnet_dashboards.state.address import VALUE, Address
from collabnet_dashboards.state.refs import Refs

WORD = st.from_regex(r"[a-z0-9_.~-]{1,12}", fullmatch=True)


class TestAddress:
    @given(
        WORD, WORD, WORD, st.dictionaries(WORD.filter(lambda w: w not in "cvw"), WORD, max_size=4)
    )
    def test_it_survives_being_written_and_read(self, coalition, stamp, steps, args):
        made = Address("links", coalition, stamp, steps, args)
        parts = urlsplit(made.href)
        assert Address.parse(parts.path, f"?{parts.query}") == made

    @given(st.text(), st.text())
    def test_any_text_is_read_and_only_plain_values_are_kept(self, path, search):
        found = Address.parse(path, search)
        kept = [found.coalition, found.stamp, found.steps, *found.args, *found.args.values()]
        assert all(VALUE.fullmatch(one) for one in kept if one)

    @pytest.mark.parametrize("nothing", [None, 3, [], {}])
    def test_what_is_no_address_is_the_first_page(self, nothing):
        assert Address.parse(nothing, nothing) == Address()

    def test_another_page_keeps_what_is_tried_and_drops_what_was_chosen(self):
        here = Address("links", "site_b", "abc", "leaves.p1", {"from": "a1"})
        assert here.on("map").href == "/map?c=site_b&v=abc&w=leaves.p1"
        assert here.with_args(to="a2").href == "/links?c=site_b&v=abc&w=leaves.p1&from=a1&to=a2"
        assert here.with_args(**{"from": ""}).href == "/links?c=site_b&v=abc&w=leaves.p1"


class TestRefs:
    def test_numbers_are_places_in_the_sorted_ids(self):
        refs = Refs.of(cn.load("sample:programs"))
        assert refs.agencies == tuple(sorted(refs.agencies))
        assert [refs.id(refs.short(one)) for one in refs.agencies] == list(refs.agencies)
        assert refs.services == ("residential care",)

    def test_a_position_goes_by_its_agency_and_people_by_their_own(self):
        refs = Refs.of(cn.load("sample:site_b"))
        assert refs.id(refs.short("officer_b1")) == "officer_b1"
        assert refs.short("court_b")[0] == "a"
