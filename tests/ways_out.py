"""Every way out of a coalition: what it writes for whom, made for the test of leaks."""

import contextlib
import inspect
import io
from itertools import product

from collabnet.cli.main import app
from collabnet.cli.main import run as run_command
from collabnet.reports.made import KINDS, PAGES, report_bytes
from collabnet_dashboards.pages import PAGES as SCREEN

WRITES = {"write_atomic", "write_folder", "write_together", "deliver", "give", "hand_on",
          "hand_on_all", "disclosing", "write_bytes", "write_text"}  # fmt: skip
LEAVES = {
    "cli/assess.py", "cli/compare.py", "cli/console.py", "cli/converted.py",
    "cli/giving.py", "cli/outcomes.py",
    "reports/compared.py", "reports/hand_on.py", "reports/pictures.py",
    "reports/safe_copy/write.py", "reports/write.py", "sharing/disclosures.py",
}  # fmt: skip
"""What writes something for others: made below, for each audience."""
STAYS = {
    "cli/actions.py", "cli/check.py", "cli/count.py", "cli/measure.py", "cli/plan.py",
    "cli/survey.py",
    "cli/whatif.py", "cli/names.py", "cli/scenarios.py", "data/crosswalk/file.py",
    "data/editing/correct.py", "data/files.py", "data/forms/ask.py", "data/forms/book.py",
    "data/forms/questionnaire_book.py", "data/forms/template_book.py", "data/importing/kept.py",
    "data/importing/plan.py", "data/networks/write.py", "data/purging.py", "data/samples.py",
    "data/sources/parquet.py", "data/store.py", "data/templates.py", "data/writers/tables.py",
    "planning/actions/register.py", "planning/scenarios/folder.py",
}  # fmt: skip
"""What writes for whoever holds the data, or into the coalition's own folder."""
FOR_AUDIENCE = {
    "assess": [["ours"]],
    "compare": [["ours", "theirs"], ["ours", "sample:g1"]],
    "outcomes": [["ours"]],
    "waves": [["ours"]],
}
"""Commands that print something for an audience, and what they are called with."""
MADE_APART = {"share", "picture"}
"""Commands for an audience that write a file, made by their functions."""
FILES = {".pdf", ".xlsx", ".zip"}
"""Formats of commands that the functions make."""
INTERNAL = {
    "actions": [], "check": [], "assess": [], "measure": [], "survey": [], "plan": [],
    "whatif": ["--leaves", "zqpersonid0"], "scenarios": [], "names": ["--list"],
}  # fmt: skip
"""Commands for whoever holds the data, and what they are called with."""
ELSEWHERE = {"demo", "samples", "new", "import", "count", "convert", "serve", "purge", "test"}
"""Commands that show no coalition's rows, take files, or are searched by tests of their own."""
COMMANDS = {one.name: one.callback for one in app.registered_commands}
ROUTES = {
    "/brief",
    "/comparison",
    "/uploads",
    "/templates/coalition.xlsx",
    "/templates/coalition.zip",
}


def command(*arguments):
    """Call a command; give what it prints, and what it says of the data."""
    out, err = io.StringIO(), io.StringIO()
    with (
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
        contextlib.suppress(SystemExit),
    ):
        run_command([str(one) for one in arguments])
    return out.getvalue().encode(), err.getvalue().encode()


def reports(assessment, audience, endings):
    """Every report of an audience, by name."""
    made = {}
    for ending in endings:
        for kind in KINDS if ending in PAGES else KINDS[:1]:
            name = f"{kind}{ending}, {audience}"
            made[name] = report_bytes(assessment, ending, audience, kind=kind)
    return made


def printed(audience):
    """What each command prints for an audience: each format for partners, one for the public."""
    for name, calls in FOR_AUDIENCE.items():
        if name not in COMMANDS:
            continue
        for arguments, format in product(calls, formats_of(name)):
            if f".{format}" in FILES or (audience == "public" and format != "json"):
                continue
            out, said = command(name, *arguments, "--format", format, "--audience", audience)
            assert b"Something went wrong" not in said
            if out:
                yield " ".join([name, *arguments, format, audience]), out


def formats_of(name):
    """The formats that a command has."""
    module = inspect.getmodule(COMMANDS[name])
    return [one.value for one in module.Format]


def answers(pressing):
    """Ask every page for what it shows of the coalition, and the ways out for theirs."""
    client = pressing.app.server.test_client()
    opened = next(
        one
        for name in pressing.callbacks
        if "opened.data" in name
        for one in [pressing.ask(name, {"location.search": "?c=given"}, "location.search")]
    )
    yield "opened", opened.data
    state = {**opened.get_json()["response"]["opened"]["data"], "is_read": True}
    for page in SCREEN:
        key = f"{page.name}-shown.data"
        shown = {"path": f"/{page.name}", "search": "?c=given", "opened": state, "revision": 0}
        for name, one in pressing.callbacks.items():
            if any(f"{i['id']}.{i['property']}" == key for i in one["inputs"]):
                answer = pressing.ask(name, {key: shown}, key)
                assert answer.status_code in (200, 204), answer.text
                yield f"{page.name}: {name[:60]}", answer.data
    yield "/_dash-layout", client.get("/_dash-layout").data
    yield "/brief", client.get("/brief?c=given").data
    for other in ("", "&with=g1"):
        yield f"/comparison{other}", client.get(f"/comparison?c=given{other}").data
