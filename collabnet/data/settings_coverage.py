"""Read what coalition.toml says of coverage: who identifies a case, and who the team is."""

from collections.abc import Mapping
from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from collabnet.model.field_terms import ROLE, SECTOR
from collabnet.model.settings import DEFAULT_TEAM, CoverageSettings
from collabnet.model.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collabnet.data.settings import Reader

_LISTS: Mapping[str, Vocabulary] = {"role": ROLE, "sector": SECTOR}
_MOST_HAND_OFFS = 10
_NEEDED = 'a list of roles and sectors such as ["role:judge", "sector:health care"]'


def read_coverage_settings(reader: "Reader") -> CoverageSettings:
    """Read the tables ``[coverage]`` and ``[team]``; what is wrong is said."""
    coverage, team = reader.table("coverage"), reader.table("team")
    reader.note_unknown("coverage.", coverage, ("identifying",))
    reader.note_unknown("team.", team, ("members", "hand_offs"))
    made = CoverageSettings(identifying=reader.texts("coverage.identifying", coverage))
    if "members" in team:
        made = replace(made, team=_members(reader, team["members"]), is_own_team=True)
    return replace(made, hand_offs=_hand_offs(reader, team.get("hand_offs", made.hand_offs)))


def _members(reader: "Reader", found: Any) -> tuple[str, ...]:  # noqa: ANN401 - from TOML
    """Each member once, in the words of the field's lists; another word stays and is noted."""
    if not isinstance(found, list) or not all(_is_member(one) for one in found):
        reader.wrong("team.members", _NEEDED, found)
        return DEFAULT_TEAM
    return tuple(dict.fromkeys(_member(reader, one) for one in found))


def _is_member(found: object) -> bool:
    if not isinstance(found, str):
        return False
    kind, _, word = found.partition(":")
    return kind.strip().lower() in _LISTS and bool(word.strip())


def _member(reader: "Reader", written: str) -> str:
    kind, _, word = written.partition(":")
    kind = kind.strip().lower()
    term, is_known = _LISTS[kind].normalise(word.strip())
    if not is_known:
        close = get_close_matches(term.lower()[:100], _LISTS[kind].terms, n=1, cutoff=0.6)
        near = f" It may be {close[0]}." if close else ""
        reader.ledger.add(
            "unlisted_in_settings",
            column="team.members", value=term, name="team.members", found=kind, near=near,
        )  # fmt: skip
    return f"{kind}:{term}"


def _hand_offs(reader: "Reader", found: object) -> int:
    if isinstance(found, int) and not isinstance(found, bool) and 0 <= found <= _MOST_HAND_OFFS:
        return found
    reader.wrong("team.hand_offs", f"a whole number from 0 to {_MOST_HAND_OFFS}", found)
    return CoverageSettings().hand_offs
