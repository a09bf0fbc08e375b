"""The first screen on an open page, spoken of as its user would; and folders to open it with."""

from functools import cache

from axe_playwright_python.sync_playwright import Axe
from dash.development.base_component import Component
from playwright.sync_api import expect

from collabnet_dashboards.app import build_app

expect.set_options(timeout=60_000)
SCRIPT = "<script>window.ran = true</script>"
LINK = '<a href="http://elsewhere.invalid/">here</a>'
FIRST = "Three officers carry every referral from Juvenile court to Residential program"


@cache
def samples_app():
    """Build the dashboard of the samples once for all tests: nothing in it changes."""
    return build_app()


class Screen:
    """What a user does on the screen, and what stands there."""

    def __init__(self, page):
        self.page = page
        self.aside = page.locator("#what-if")
        self.chips = page.locator(".cn-chip")
        self.spoken = page.locator("#spoken")

    def ready(self):
        """Wait until the coalition stands there."""
        expect(self.page.locator(".cn-finding").first).to_be_visible()
        expect(self.page.locator(".cn-map-canvas canvas").first).to_be_visible()
        return self

    def finding(self, words):
        """Give the card of a finding."""
        return self.page.locator(".cn-finding").filter(has_text=words).first

    def open(self, words):
        """Open a finding."""
        card = self.finding(words)
        card.locator("summary").first.click()
        return card

    def ask(self, card, button):
        """Press a button of an opened finding."""
        card.get_by_role("button", name=button, exact=True).click()

    def choose(self, box, words):
        """Choose in a box by what stands there."""
        self.page.get_by_label(box, exact=True).select_option(label=words)

    def press(self, button):
        """Press a button of the form or of the result."""
        self.aside.get_by_role("button", name=button, exact=True).click()

    def tried(self, *words):
        """Check what is tried, in order, and that it has been worked out."""
        expect(self.chips).to_have_count(len(words))
        for place, text in enumerate(words):
            expect(self.chips.nth(place)).to_contain_text(text)

    def figure(self, words):
        """Give one of the two large figures."""
        return self.page.locator(".cn-figure").filter(has_text=words)

    def tab_to(self, name, most=400):
        """Press Tab until something of this name is focused."""
        for _ in range(most):
            self.page.keyboard.press("Tab")
            if name in self.focused():
                return
        raise AssertionError(f"Tab doesn't lead to {name!r}; the last is {self.focused()!r}")

    def focused(self):
        """Say what the keyboard is at."""
        return self.page.evaluate(
            "(document.activeElement.labels?.[0] || document.activeElement).textContent"
        )

    def is_accessible(self):
        """Check the page as it is now with axe."""
        found = Axe().run(self.page)
        told = [
            (one["id"], [node["html"][:200] for node in one["nodes"]])
            for one in found.response["violations"]
        ]
        assert told == []


def text_of(part):
    """Give the text of what Dash lays out, in order."""
    if isinstance(part, str | int | float):
        return str(part)
    if isinstance(part, Component):
        plain = part.to_plotly_json()["props"]
        own = [str(plain[name]) for name in ("caption", "lead", "rest", "status") if name in plain]
        own += [" ".join(row) for row in plain.get("rows", ())]
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
