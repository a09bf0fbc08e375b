"""The vertices of a Pajek file: numbers, labels, and whatever follows them."""

from dataclasses import dataclass, field

from collabnet.data.networks.pajek_lines import attributes, words_of
from collabnet.data.networks.reading import FIRST, SECOND, NetworkDraft


@dataclass
class Vertices:
    """The vertices while they are read; those without a line are called by their numbers.

    Attributes
    ----------
    n : how many the file announces
    n_first : how many are of the first kind, in a network of two kinds; else 0
    line : the line that announces them
    ids : the ids, in the order of the numbers, once they have been declared
    """

    draft: NetworkDraft
    n: int
    n_first: int
    line: int
    ids: list[str] = field(default_factory=list)
    _found: dict[int, tuple[int, str, str, dict[str, str]]] = field(default_factory=dict)

    def take(self, number: int, line: str) -> None:
        """Read the line of one vertex."""
        words = words_of(line)
        text = words[0].text
        is_number = text.isascii() and text.isdigit() and len(text) < 10
        if not is_number or not 1 <= int(text) <= self.n:
            at = self.draft.place(number, [line])
            self.draft.ledger.add("no_such_number", at, value=text, low=1, high=self.n)
            return
        if int(text) in self._found:
            self.draft.ledger.add("duplicate_actor", line=number, value=text)
            return
        label = words[1].text if len(words) > 1 else ""
        values, left = attributes(words[2:], has_places=True)
        if left:
            values["parameter"] = left
        self._found[int(text)] = number, line, label, values

    def declare(self) -> None:
        """Declare every vertex as an actor, once; their ids are their labels."""
        if self.ids or not self.n:
            return
        labels = [self._found[n][2] if n in self._found else "" for n in range(1, self.n + 1)]
        texts = [label if label.strip() else str(n) for n, label in enumerate(labels, 1)]
        taken, seen = set(texts), set()
        repeats = []
        for number, text in enumerate(texts, 1):
            actor_id = text
            if text in seen:
                actor_id = f"{text} #{number}"
                while actor_id in taken:
                    actor_id += "*"
                repeats.append(number)
            taken.add(actor_id)
            seen.add(text)
            self.ids.append(actor_id)
            self._declare(number, actor_id, text)
        if repeats:
            self._note(repeats, texts)

    def _declare(self, number: int, actor_id: str, label: str) -> None:
        line, text, _, values = self._found.get(number, (self.line, str(number), "", {}))
        named = {"name": label} if actor_id != label else {}
        if self.n_first:
            # A file may have said a mode of its own; ours tells the two kinds apart.
            values = {k if k != "mode" else "mode_in_file": v for k, v in values.items()}
            named["mode"] = FIRST if number <= self.n_first else SECOND
        self.draft.actor(self.draft.place(line, [text]), actor_id, {**values, **named})

    def _note(self, repeats: list[int], texts: list[str]) -> None:
        first = repeats[0]
        line = self._found[first][0] if first in self._found else self.line
        told = {"value": texts[first - 1], "read": f"'{self.ids[first - 1]}'"}
        count = len(repeats)
        self.draft.ledger.add("repeated_label", line=line, count=count, **told)  # type: ignore[arg-type]
