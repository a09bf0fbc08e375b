"""The dashboard on an open page, spoken of as its user would; and folders to open it with."""

from functools import cache

from axe_playwright_python.sync_playwright import Axe
from dash.development.base_component import Component
from playwright.sync_api import expect

from collabnet_dashboards.app import build_app

expect.set_options(timeout=60_000)
SCRIPT = "<script>window.ran = true</script>"
LINK = '<a href="http://elsewhere.invalid/">here</a>'
FIRST = "Three officers carry every referral from Juvenile court to Residential program"
"""How the first finding of Site B begins."""
DRAWN = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
"""What was changed last is drawn when this is answered."""


@cache
def samples_app():
    """Build the dashboard of the samples once for all tests: nothing in it changes."""
    return build_app("sample:site_b", home="/nowhere")


class Screen:
    """What a user does on any page, and what stands there; each page's tests add their own."""

    def __init__(self, page):
        self.page = page
        self.title = page.locator("h1:visible")
        self.spoken = page.locator("#spoken")
        self.refused = page.locator("#said")
        self.bar = page.locator("#tried")

    def ready(self, title=None):
        """Wait until the page of the address is shown, and (given) its title says so."""
        expect(self.title).to_have_count(1)
        if title is not None:
            expect(self.title).to_contain_text(title)
        return self

    def go(self, words, title=None):
        """Go to a page by its words in the navigation."""
        expect(self.title).to_have_count(1)
        way = self.page.locator(".cn-ways").get_by_role("link", name=words, exact=True)
        if not way.is_visible():
            self.page.get_by_role("button", name="Pages").click()
        way.click()
        expect(way).to_have_attribute("aria-current", "page")
        return self.ready(title)

    def choose(self, box, words):
        """Choose in a searchable box by what stands there, with the keyboard."""
        field = self.page.get_by_role("textbox", name=box, exact=True)
        field.click()
        field.fill(words)
        option = self.page.get_by_role("option", name=words, exact=True)
        expect(option).to_be_visible()
        field.press("ArrowDown")
        field.press("Enter")

    def tab_to(self, name, most=400):
        """Press Tab until something of this name is focused."""
        for _ in range(most):
            self.page.keyboard.press("Tab")
            if name in self.focused():
                return
        raise AssertionError(f"Tab doesn't lead to {name!r}; the last is {self.focused()!r}")

    def focused(self):
        """Say what the keyboard is at; "" where it is at nothing of the page."""
        return self.page.evaluate(
            "(e => e === document.body ? ''"
            " : e.getAttribute('aria-label') || (e.labels?.[0] || e).textContent)"
            "(document.activeElement)"
        )

    def is_accessible(self):
        """Check the page as it is now with axe, and that nothing is wider than the screen."""
        self.page.evaluate(DRAWN)
        found = Axe().run(self.page)
        told = [
            (one["id"], [(node["html"][:200], _why(node)) for node in one["nodes"]])
            for one in found.response["violations"]
        ]
        assert not told, "\n".join(map(str, told))
        wide = self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert wide <= 0, f"{wide} pixels wider than the screen"


def _why(node):
    return " ".join(check["message"] for check in (*node["any"], *node["all"], *node["none"]))


def _cell(cell):
    return cell if isinstance(cell, str) else cell["text"]


def leave(page):
    """Leave the dashboard in every tab: what is still asked for is answered first."""
    for tab in page.context.pages:
        tab.wait_for_load_state("networkidle")
        tab.goto("about:blank")


def text_of(part):
    """Give the text of what Dash lays out, in order."""
    if isinstance(part, str | int | float):
        return str(part)
    if isinstance(part, Component):
        plain = part.to_plotly_json()["props"]
        own = [str(plain[name]) for name in ("caption", "lead", "rest", "status") if name in plain]
        own += [" ".join(map(_cell, row)) for row in plain.get("rows", ())]
        return " ".join([*own, text_of(plain.get("children"))]).strip()
    if isinstance(part, list | tuple):
        return " ".join(filter(None, map(text_of, part)))
    return ""


def write_folder(folder, settings="", **tables):
    """Write a coalition folder: tables by name, each a text."""
    folder.mkdir(exist_ok=True)
    (folder / "coalition.toml").write_text(settings, encoding="utf-8")
    for name, text in tables.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


def hostile_folder(folder):
    """Write a coalition whose every name would do harm if it were taken for anything but text."""
    quoted = [text.replace('"', '""') for text in (SCRIPT, LINK)]
    rows = [f"2023-{month:02d}-05,p.1,a:1.x,b{{}},p2" for month in range(1, 13)]
    return write_folder(
        folder,
        settings=f"name = '''{SCRIPT}'''\nlabel = '''{LINK}'''\n",
        agencies=f'agency_id,name,sector\na:1.x,"{quoted[0]}","{quoted[1]}"\nb{{}},"{quoted[1]}",\n',
        people=f'person_id,name,agency_id,role\np.1,"{quoted[0]}",a:1.x,"{quoted[1]}"\n'
        f'p2,"{quoted[1]}",b{{}},\n',
        referrals="\n".join(["date,from_person,from_agency,to_agency,to_person", *rows, ""]),
    )


def unclear_folder(folder):
    """Write a coalition that can't be read before a question is answered."""
    rows = [f"0{day}/0{day + 1}/2023,a,b" for day in range(1, 8)]
    return write_folder(
        folder,
        settings='name = "Unclear"\n',
        referrals="\n".join(["date,from_agency,to_agency", *rows, ""]),
    )
