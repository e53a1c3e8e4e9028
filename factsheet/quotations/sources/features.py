"""Features of a source candidate: what speaks for its naming who said it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factsheet.quotations.frames import Chars, Reading
from factsheet.quotations.parse import Word
from factsheet.quotations.sources.candidates import Naming
from factsheet.quotations.wordforms import bucket, kind

_LONGEST_PATH = 5
_NEAR = 2


def source_features(
    cue: Word, key: str, content: Sequence[Chars], candidates: Sequence[Naming], reading: Reading
) -> Iterator[list[str]]:
    """For each source candidate of ``cue``, whose key is ``key``, the names of the features that hold of it.

    In a name, ``k`` is the cue's key, ``p`` the path through the parse from the cue to the candidate, and bars join
    parts.
    """
    places = _Places(cue, key, content, reading)
    for candidate in candidates:
        yield places.features(candidate)


class _Places:
    """A cue and its content, as seen from each candidate."""

    def __init__(self, cue: Word, key: str, content: Sequence[Chars], reading: Reading) -> None:
        self.cue, self.key, self.reading = cue, key, reading
        self.start, self.end = content[0][0], content[-1][1]
        self.side = "<" if self.end <= cue.start else ">" if self.start >= cue.start else "="
        line = [cue, *cue.ancestors]
        self.above = {token.i: n for n, token in enumerate(line)}
        self.deps = [token.dep for token in line]
        self.form = f"{cue.dep}|{cue.tag}"
        self.sentence = reading.columns.sentences[cue.i]
        self.always = ["any", f"any k={key}", f"any d={self.form}"]

    def features(self, candidate: Naming) -> list[str]:
        head, (start, end) = candidate.head, candidate.spans[0]
        found = list(self.always)
        what = head.lower if head.pos == "PRON" else head.ent_type or head.pos
        self._by_rules(candidate.rules, what, found)
        self._by_parse(head, what, found)
        words = self.reading.tokens(start, end)
        self._by_words(head, words, what, found)
        self._by_place(head, (start, end), words, found)
        return found

    def _by_rules(self, rules: list[str], what: str, found: list[str]) -> None:
        for rule in rules or ["none"]:
            found += [f"r={rule}", f"rh={rule}|{what}", f"rk={rule}|{self.key}"]

    def _by_parse(self, head: Word, what: str, found: list[str]) -> None:
        path, up, down = self._path(head)
        found += [f"p={path}", f"pk={path}|{self.key}", f"ph={path}|{what}", f"n={up}|{down}"]
        verb = head.head
        place = "cue" if verb == self.cue else "above" if verb.i in self.above else "else"
        found += [
            f"v={place}|{head.dep}",
            f"vp={place}|{head.dep}|{verb.pos}",
            f"vc={place}|{head.dep}|{self.form}",
        ]

    def _path(self, head: Word) -> tuple[str, int, int]:
        """The dependencies up from the cue and down to the candidate, and how many there are of each."""
        down: list[str] = []
        token = head
        while token.i not in self.above:
            down.append(token.dep)
            if token.head == token:
                return "far", 9, 9
            token = token.head
        up = self.above[token.i]
        if up + len(down) > _LONGEST_PATH:
            return "far", min(up, 9), min(len(down), 9)
        return f"{'^'.join(self.deps[:up])}>{'>'.join(reversed(down))}", up, len(down)

    def _by_words(self, head: Word, place: tuple[int, int], what: str, found: list[str]) -> None:
        words = self.reading.columns.words
        first, behind = place
        side = "<" if head.i < self.cue.i else ">"
        found += [f"h={what}", f"ht={head.tag}", f"hd={head.dep}|{what}", f"hl={kind(head)}"]
        found += [f"f={words[first]}", f"b={words[first - 1] if first else '^'}"]
        found.append(f"e={words[behind] if behind < len(words) else '$'}|{side}")
        found.append(f"first={first == self.sentence[0]}|{head.dep}")

    def _by_place(self, head: Word, span: Chars, place: tuple[int, int], found: list[str]) -> None:
        cue, columns = self.cue, self.reading.columns
        (start, end), (first, behind) = span, place
        side = "<" if head.i < cue.i else ">"
        a, b = (behind, cue.i) if side == "<" else (cue.i + 1, first)
        gap = max(b - a, 0)
        b = max(a, b)
        verbs = min(columns.verbs_before[b] - columns.verbs_before[a], 3)
        commas = min(columns.commas_before[b] - columns.commas_before[a], 3)
        found += [f"g={side}|{bucket(gap)}", f"gv={side}|{verbs}", f"gc={side}|{commas}|{verbs}"]
        if gap <= _NEAR:
            found.append(f"gw={side}|{' '.join(columns.words[a:b])}|{cue.tag}")
        here = self.sentence[0] <= head.i < self.sentence[1]
        nearer = min(columns.nouns_before[b] - columns.nouns_before[a], 4)
        found += [f"s={here}", f"nearer={side}|{nearer}|{here}"]
        at = "before" if end <= self.start else "behind" if start >= self.end else "amid"
        where = f"{self.side}|{at}|{side}"
        found += [f"c={where}", f"cg={where}|{min(gap, 3)}", f"cv={where}|{verbs}|{head.dep}"]
        found.append(f"next={at if self._touches(start, end, at) else '-'}|{side}")

    def _touches(self, start: int, end: int, at: str) -> bool:
        """Whether no word stands between the candidate and the content."""
        between = self.reading.text[end : self.start] if at == "before" else self.reading.text[self.end : start]
        return at != "amid" and not any(char.isalnum() for char in between)
