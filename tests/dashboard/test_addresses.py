"""Addresses on all pages: where we go and what is chosen, in numbers; never a name or an id."""

import re
from urllib.parse import parse_qsl, urlsplit

import pytest

import collabnet as cn
from collabnet_dashboards.desk import Desk
from collabnet_dashboards.pages import PAGES
from collabnet_dashboards.state.address import VALUE
from pressing import Pressing

OFFICER = "leaves.p{}.empty~closes.a0"
WRONG = ("leaves.p999", "leaves.p0~x", "~", "-", "retains.r0.9", "repairs.a0.a0", "leaves.a0")


OPENED = Desk().open("site_b")[0]
STAMP = OPENED["stamp"][:8]


@pytest.fixture(scope="module")
def pressing():
    return Pressing("sample:site_b")


@pytest.fixture(scope="module")
def ids():
    """Every id, name, role and service of Site B that is no word of our own."""
    found = cn.load("sample:site_b")
    texts = {
        str(one)
        for table, columns in (
            (found.agencies, ("agency_id", "name")),
            (found.people, ("person_id", "name", "role")),
            (found.referrals, ("service",)),
        )
        for column in columns
        for one in table[column]
        if isinstance(one, str) and one
    }
    return {one.casefold() for one in texts} | {one.casefold().replace(" ", "+") for one in texts}


def addresses(pressing, search):
    """Give every address that the pages lay out, told to show this view."""
    opened = {**OPENED, "is_read": True}
    for page in PAGES:
        shown = {"path": f"/{page.name}", "search": search, "opened": opened, "revision": 0}
        key = f"{page.name}-shown.data"
        for name, one in pressing.callbacks.items():
            if any(f"{i['id']}.{i['property']}" == key for i in one["inputs"]):
                answer = pressing.ask(name, {key: shown}, key)
                assert answer.status_code in (200, 204), (name, answer.text)
                for href in re.findall(r'"href": ?"([^"]*)"', answer.text):
                    yield page.name, href.replace("\\u0026", "&")


def test_they_hold_numbers_and_words_of_ours_alone(ids, pressing):
    refs = Desk().look({"path": "", "search": "", "opened": OPENED}).refs
    tried = OFFICER.format(refs.people.index("officer_b1"))
    found = {
        one
        for search in ("?c=site_b", f"?c=site_b&v={STAMP}&w={tried}&agency=a0&from=a0&to=a1")
        for one in addresses(pressing, search)
    }
    assert len(found) > 50
    for page, href in found:
        if href.startswith("#"):
            continue
        parts = urlsplit(href)
        assert (parts.scheme, parts.netloc) == ("", ""), (page, href)
        for name, value in parse_qsl(parts.query):
            assert VALUE.fullmatch(value), (page, href)
            assert value not in ids or name == "c", (page, href)
        assert not [one for one in ids if len(one) > 3 and one in parts.query.casefold()], href


def test_every_page_stands_whatever_an_address_tries(pressing):
    """Steps that are none, or can't be tried, are told in the bar; the pages show what is."""
    for code in WRONG:
        assert [*addresses(pressing, f"?c=site_b&v={STAMP}&w={code}")], code
