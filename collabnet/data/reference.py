"""Write the reference page of problems and of the settings that answer them."""

import sys

from collabnet.data.codes import SECTIONS, Code
from collabnet.data.options import OPTIONS, Option

_HEAD = """# Problems that a reading can find

Every problem has a file, the row as a sheet shows it (the header is row 1), the line in the file, \
the column, the value (never of columns about clients or of free text), a code, a level, what is \
wrong and what to do. In the last column "…" stands for what the problem fills in.

| Level | What it means |
|---|---|
| NOTE | read; worth knowing |
| ASK | nothing is read until the question is answered |
| ROW | this row is left out; the others are read |
| STOP | nothing is read until the file is corrected |
"""
_SETTINGS = """
## Settings that answer questions

They stand under `[reading]` in coalition.toml, or follow `--reading` on the command line as \
`KEY=VALUE`. A name with a table in front, `referrals.date_order` (in coalition.toml a table \
`[reading.referrals]`), is for that file alone. A list takes several values with commas, \
`--reading "drop=client name,reason"`, and `--reading` given again adds to it; in coalition.toml \
it is `drop = ["client name", "reason"]`.

| Setting | Says | Takes |
|---|---|---|
"""


def reference_page() -> str:
    """Give the page in Markdown: docs/reference/problems.md is this text."""
    parts = [_HEAD]
    for title, codes in SECTIONS.items():
        rows = [_row(code) for code in codes]
        parts.append(
            f"\n## {title}\n\n| Code | Level | Meaning | What to do |\n|---|---|---|---|\n"
        )
        parts += rows
    parts.append(_SETTINGS)
    parts += [_setting(option) for option in OPTIONS.values()]
    return "".join(parts)


def _row(code: Code) -> str:
    advice = code.remedy.format_map(_Dots())
    answers = f" Answer: `{code.key}`." if code.key else ""
    meaning = code.meaning.replace("|", "\\|")
    return f"| `{code.name}` | {code.level} | {meaning} | {advice}{answers} |\n"


def _setting(option: Option) -> str:
    return f"| `{option.key}` | {option.meaning} | {option.needed} |\n"


class _Dots(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "…"


if __name__ == "__main__":
    sys.stdout.write(reference_page())
