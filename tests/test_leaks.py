"""Nothing leaves that could tell who somebody is: a token in every such cell, every way out.

The coalition of `planted` has a token of its own in each cell, file name, path and variable that
could tell who somebody is. Every writer, format, audience, page and log is searched for each,
unzipped and unescaped. What a way out is, the lists of `ways_out` say; a new one that isn't in
them fails.
"""

import ast
import contextlib
import inspect
import io
import logging
import os
import platform
import re
import socket
from pathlib import Path

import pytest

import collabnet as cn
from collabnet.reports.made import PAGES, TABLES, report_bytes
from collabnet.reports.safe_copy.write import make_copy, zipped
from collabnet.risk.assessment import Assessment
from planted import BESIDE, NEVER, OUTSIDE, PLANTED, found_in, inside, write_planted
from pressing import Pressing
from ways_out import (
    COMMANDS,
    ELSEWHERE,
    FOR_AUDIENCE,
    INTERNAL,
    LEAVES,
    MADE_APART,
    ROUTES,
    STAYS,
    WRITES,
    answers,
    command,
    printed,
    reports,
)

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def ours(tmp_path_factory):
    """The coalition's folder, on a computer whose user, name and home are tokens too."""
    base = tmp_path_factory.mktemp("leaks")
    folder, home = write_planted(base), base / NEVER["home"]
    write_planted(base, "theirs")
    home.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        for name in ("USER", "LOGNAME", "USERNAME"):
            patch.setenv(name, NEVER["user"])
        for name in ("HOSTNAME", "COMPUTERNAME"):
            patch.setenv(name, NEVER["host"])
        patch.setenv("HOME", str(home))
        patch.setattr(platform, "node", lambda: NEVER["host"])
        patch.setattr(socket, "gethostname", lambda: NEVER["host"])
        # Named as "ours", so that the whole path is nowhere unless a writer asks for it.
        patch.chdir(folder.parent)
        yield Path("ours")


@pytest.fixture(scope="module")
def assessment(ours):
    return cn.assess(cn.load(ours))


@pytest.fixture(scope="module")
def outside(ours, assessment):
    """Everything that partners and the public can get."""
    made = {}
    for audience in ("partner", "public"):
        made |= reports(assessment, audience, [".zip"])
        copy = make_copy(assessment, audience)  # brief, report and workbook among its parts
        assert {".html", ".xlsx"} <= {Path(name).suffix for name in copy.files}
        made[f"share, {audience}"] = zipped(copy.files)
        assert copy.disclosure.nonce.encode() not in b"".join(copy.files.values())
        made |= dict(printed(audience))
        for ending in (".svg", ".png"):
            file = Path(f"map_{audience}{ending}")
            cn.picture(assessment, file, audience=audience)
            made[file.name] = file.read_bytes()
    # A PDF is its page on paper: the longest page of one audience will do.
    made["full.pdf"] = report_bytes(assessment, ".pdf", "partner", kind="full")
    return made


@pytest.fixture(scope="module")
def internal(ours, assessment):
    """What whoever holds the data can get."""
    made = reports(assessment, "internal", (".html", ".xlsx", ".zip"))
    for name, more in INTERNAL.items():
        formats = [[]]
        if "format" in inspect.signature(COMMANDS[name]).parameters and name != "scenarios":
            formats = [["--format", "json"], []]
        for format in formats:
            out, said = command(name, ours, *more, *format)
            assert b"Something went wrong" not in said
            made[" ".join([name, *format])] = out + said
    for level in ("people", "agencies"):
        target = Path(f"{level}.graphml")
        command("convert", ours, target, "--level", level)
        made[target.name] = target.read_bytes()
    return made


@pytest.fixture(scope="module")
def screen(ours):
    """Every page's answers, the brief, and the log of the server."""
    log = io.StringIO()
    handler = logging.StreamHandler(log)
    logging.getLogger().addHandler(handler)
    level = logging.getLogger().level
    logging.getLogger().setLevel(logging.DEBUG)
    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
            made = dict(answers(Pressing(ours)))
    finally:
        logging.getLogger().removeHandler(handler)
        logging.getLogger().setLevel(level)
    return made, log.getvalue() + printed.getvalue()


class TestTheListsAreWhole:
    def test_every_module_that_writes_a_file_is_in_a_list(self):
        """Whoever adds a writer says here where what it writes goes, and makes it above."""
        found = set()
        for path in sorted((ROOT / "collabnet").rglob("*.py")):
            calls = [one.func for one in ast.walk(ast.parse(path.read_text("utf-8")))
                     if isinstance(one, ast.Call)]  # fmt: skip
            names = {getattr(one, "id", getattr(one, "attr", "")) for one in calls}
            if names & WRITES:
                found.add(path.relative_to(ROOT / "collabnet").as_posix())
        assert found <= LEAVES | STAYS

    def test_every_command_is_in_a_list(self):
        assert set(COMMANDS) <= {*FOR_AUDIENCE, *MADE_APART, *INTERNAL, *ELSEWHERE}

    def test_every_command_with_an_audience_is_made(self):
        asked = {
            name
            for name, one in COMMANDS.items()
            if "audience" in inspect.signature(one).parameters
        }
        assert asked <= {*FOR_AUDIENCE, *MADE_APART}

    def test_every_ending_of_a_report_is_made(self):
        assert {*PAGES, *TABLES} == {".html", ".htm", ".pdf", ".xlsx", ".zip"}

    def test_every_route_of_the_screen_is_known(self, ours):
        rules = {str(one) for one in Pressing(ours).app.server.url_map.iter_rules()}
        ours_alone = {
            one for one in rules if not one.startswith(("/_", "/assets", "/static", "/<"))
        }
        assert ours_alone - {"/"} <= ROUTES

    def test_every_column_that_could_tell_has_a_token(self):
        some = {"peoplename", "peopleoffice", "peoplenote", "agenciesalternatenames",
                "tiesevidence", "referralsclient", "referralsreason"}  # fmt: skip
        assert {f"zq{one}" for one in some} <= set(PLANTED)


class TestOutside:
    @pytest.mark.parametrize("token", OUTSIDE)
    def test_partners_and_the_public_never_get(self, outside, token):
        assert found_in([token], outside) == {}

    def test_no_folder_is_named_where_the_coalition_is_not(self, ours, tmp_path):
        folder = write_planted(tmp_path, "zqnameless", is_named=False)
        nameless = Assessment(cn.load(folder), worlds=0)
        made = reports(nameless, "partner", [".html", ".zip"])
        made["share"] = zipped(make_copy(nameless, "public").files)
        cn.picture(nameless, tmp_path / "map.svg", audience="partner")
        made["map.svg"] = (tmp_path / "map.svg").read_bytes()
        for name, more in (("outcomes", []), ("waves", []), ("compare", ["sample:g1"])):
            made[name], said = command(name, folder, *more,
                                       "--audience", "public", "--format", "json")  # fmt: skip
            assert made[name], said
        assert found_in(["zqnameless"], made) == {}

    def test_what_they_get_is_not_empty(self, outside):
        assert len(outside) > 20
        for name, data in outside.items():
            text = "\n".join(inside(data))
            # Of a PNG the search sees what it says of itself alone, which is nothing.
            assert re.search("made for|partner|public", text) or name.endswith(".png"), name


class TestInternal:
    @pytest.mark.parametrize("token", NEVER.values(), ids=NEVER)
    def test_whoever_holds_the_data_never_gets(self, internal, token):
        assert found_in([token], internal) == {}

    def test_names_of_staff_are_where_they_belong(self, internal):
        """The search finds what is there: else it could find nothing anywhere."""
        told = found_in(["zqpeoplename"], internal)["zqpeoplename"]
        assert {"full.html, internal", "brief.xlsx, internal", "brief.zip, internal",
                "people.graphml", "assess"} <= set(told)  # fmt: skip


class TestScreen:
    @pytest.mark.parametrize("token", NEVER.values(), ids=NEVER)
    def test_no_page_holds(self, screen, token):
        assert found_in([token], screen[0]) == {}

    def test_pages_hold_names_where_they_belong(self, screen):
        assert len(found_in(["zqpeoplename"], screen[0])["zqpeoplename"]) > 1

    def test_the_brief_is_for_partners(self, screen):
        assert found_in(OUTSIDE, {"/brief": screen[0]["/brief"]}) == {}

    def test_no_address_holds_a_token(self, screen):
        for name, data in screen[0].items():
            for address in re.findall(r'"(?:href|src|search)": ?"([^"]*)"', data.decode()):
                assert not [one for one in OUTSIDE if one in address.casefold()], (name, address)

    def test_the_log_holds_none(self, screen):
        assert not [one for one in OUTSIDE if one in screen[1].casefold()]


class TestWhatIsSaid:
    @pytest.mark.parametrize("name", sorted(COMMANDS))
    def test_help_tells_nothing_of_the_computer(self, ours, name):
        out, err = command(name, "--help")
        assert found_in(NEVER.values(), {"help": out + err}) == {}

    def test_errors_tell_nothing_of_clients_or_of_the_computer(self, ours):
        bad = Path("bad")
        bad.mkdir()
        for path in ours.iterdir():
            if path.is_file():
                (bad / path.name).write_bytes(path.read_bytes())
        rows = (ours / "referrals.csv").read_text("utf-8").replace("2024-03-05", "the 5th")
        (bad / "referrals.csv").write_text(rows, "utf-8")
        said = {name: b"".join(command(name, bad)) for name in ("check", "assess", "measure")}
        said["share"] = b"".join(command("share", bad, "--to", "copy"))
        assert all(said.values())
        assert found_in(NEVER.values(), said) == {}

    @pytest.mark.parametrize("column", ["client", "Client ID", "Client name", "ssn"])
    def test_an_import_keeps_and_tells_nothing_of_clients(self, ours, column):
        """Ids are dropped; a name or a number stops the import, and isn't repeated."""
        log, into = Path(f"log {column}.csv"), Path(f"into {column}")
        rows = [f"2024-03-0{n},court,shelter,{NEVER['client']}{n}" for n in range(1, 6)]
        head = f"date,from_agency,to_agency,{column}"
        log.write_text("\n".join([head, *rows, f"nonsense,,,{NEVER['client']}"]) + "\n", "utf-8")
        answer = ["--reading", "accept_rejects=yes"]
        said = b"".join(command("import", log, "--into", into, *answer))
        assert b"Something went wrong" not in said
        held = {str(one): one.read_bytes() for one in into.rglob("*") if one.is_file()}
        assert bool(held) is (column in ("client", "Client ID")), said
        assert found_in(NEVER.values(), {"said": said, **held}) == {}

    def test_the_log_of_what_left_names_nobody(self, ours, assessment):
        cn.share(assessment, Path("zqpeoplename.zip"), what=["map", "network"])
        told = (ours / "disclosures.jsonl").read_bytes()
        names = {*NEVER.values(), "zqpeoplename", "zqagenciesname"}
        assert found_in(names, {"log": told}) == {}


def test_no_token_is_a_word_of_ours():
    assert not [one for one in (*OUTSIDE, *BESIDE.values()) if not one.startswith("zq")]
    assert os.sep not in "".join(OUTSIDE)
