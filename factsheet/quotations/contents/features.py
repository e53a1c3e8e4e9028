"""Features of a content candidate: what speaks for its being what the cue reports, edges and all."""

from __future__ import annotations

from itertools import starmap

from factsheet.quotations.contents.beside import Beside
from factsheet.quotations.contents.other_cues import OtherCues
from factsheet.quotations.frames import ContentCandidate, Reading
from factsheet.quotations.marks.pairing import QuotedRegion
from factsheet.quotations.parse import SUBJECTS, Word
from factsheet.quotations.wordforms import bucket, kind

_JOINTS = (",", "—", "–", "-", "--", ";", "and", "but")
# How far into a long content is looked.
_FARTHEST = 150


def content_features(
    cue: Word, key: str, candidate: ContentCandidate, beside: Beside, reading: Reading, others: OtherCues
) -> list[str]:
    """The names of the features that hold of a content candidate of ``cue``, whose key is ``key``.

    ``others`` are the other cues of the reading. In a name, ``k`` is the cue's key, ``C`` the construction (``c``
    without its cut), and bars join parts.
    """
    return _Features(cue, key, candidate, reading).of(beside, others)


class _Features:
    def __init__(self, cue: Word, key: str, candidate: ContentCandidate, reading: Reading) -> None:
        self.cue, self.key, self.candidate, self.reading = cue, key, candidate, reading
        self.columns, self.spans = reading.columns, candidate.spans
        self.start, self.end = self.spans[0][0], self.spans[-1][1]
        self.first, self.last = reading.tokens(self.start, self.end)
        self.side = "<" if self.end <= cue.start else ">" if self.start >= cue.start else "="
        self.construction = candidate.construction.partition(" cut")[0]
        self.found: list[str] = []

    def of(self, beside: Beside, others: OtherCues) -> list[str]:
        self._constructions()
        self._size()
        self._root()
        self._left_edge()
        self._right_edge()
        self._place()
        self._left_out(beside)
        self._other_cues(others)
        return self.found

    def _constructions(self) -> None:
        names = (self.candidate.construction, *self.candidate.others)
        key, dep, tag = self.key, self.columns.deps[self.cue.i], self.columns.tags[self.cue.i]
        for name in names:
            self.found += [f"C={name}", f"Ck={name}|{key}", f"Cd={name}|{dep}", f"Ct={name}|{tag}"]

    def _size(self) -> None:
        number = self.last - self.first
        if len(self.spans) > 1:
            number = sum(last - first for first, last in starmap(self.reading.tokens, self.spans))
        quoted = 0
        for start, end in self.spans:
            for region in self.reading.regions_within(start, end):
                quoted += min(end, region.end) - max(start, region.start)
        size, total = bucket(number), sum(end - start for start, end in self.spans)
        share = 0 if not quoted else 1 if quoted < 0.3 * total else 2 if quoted < 0.9 * total else 3
        self.found += [f"cL={self.construction}|{size}", f"ns={len(self.spans)}|{self.construction}"]
        self.found += [f"Qc={share}|{self.construction}", f"QL={share}|{size}", f"Qk={share}|{self.key}"]

    def _root(self) -> None:
        """The word of the content that its first word hangs on, and that hangs on nothing in it."""
        first, last = self.first, self.last
        if len(self.spans) > 1:
            first, last = self.reading.tokens(*self.spans[-1 if self.side == ">" else 0])
        heads, at = self.columns.heads, first
        while first <= heads[at] < last and heads[at] != at:
            at = heads[at]
        root = self.reading.words[at]
        relation = "cue" if heads[at] == self.cue.i else "self" if heads[at] == at else "other"
        tag, dep, pos = self.columns.tags[at], self.columns.deps[at], root.pos
        self.found.append(f"rr={relation}|{dep}")
        self.found += [f"cr={self.construction}|{tag}", f"kr={self.key}|{tag}"]
        if pos in ("NOUN", "ADJ", "VERB", "PROPN"):
            self.found.append(f"rl={kind(root)}")
        subject, infinitive = at in self.columns.with_subject, at in self.columns.infinitives
        self.found.append(f"cl={pos}|{subject}|{infinitive}|{self.construction}")

    def _left_edge(self) -> None:
        words, tags = self.columns.words, self.columns.tags
        first = self.first
        if first + 1 < self.last and self.reading.words[first].is_punct:
            first += 1
        behind = tags[first + 1] if first + 1 < len(tags) else "$"
        before = words[self.first - 1] if self.first else "^"
        self.found += [f"f={words[first]}", f"kf={self.key}|{words[first]}", f"ft={tags[first]}|{behind}"]
        self.found += [f"b={before}", f"bs={before}|{self.side}", f"bc={before}|{self.construction}"]

    def _right_edge(self) -> None:
        columns, end = self.columns, self.last
        words, tags, deps = columns.words, columns.tags, columns.deps
        last, whole = end - 1, len(words)
        behind = words[end] if end < whole else "$"
        self.found += [f"lw={words[last]}", f"e={behind}", f"ec={behind}|{self.construction}"]
        self.found.append(f"et={tags[last]}|{tags[end] if end < whole else '$'}")
        if end >= whole:
            return
        over = end + 1
        self.found.append(f"eh={self._where(end)}|{deps[end]}")
        self.found.append(f"ee={behind}|{words[over] if over < whole else '$'}")
        if over < whole and behind in _JOINTS:
            self.found.append(f"e2={self._where(over)}|{deps[over]}|{tags[over]}")

    def _where(self, token: int) -> str:
        """Where the head of a word behind the content stands."""
        head = self.columns.heads[token]
        if self.first <= head < self.last:
            return "in"
        return "cue" if head == self.cue.i else "after" if head >= self.last else "before"

    def _place(self) -> None:
        sentence = self.columns.sentences[self.last - 1]
        left = sentence[1] - self.last
        self.found += [f"lo={bucket(max(left, 0))}|{self.side}", f"se={left <= 1}|{self.construction}"]
        if self.side == ">":
            gap = self.first - self.cue.i - 1
            self.found.append(f"gap={min(gap, 6)}")
            if gap > 0:
                self.found.append(f"gw={self.columns.words[self.cue.i + 1]}|{'1' if gap == 1 else '+'}")
        elif self.side == "<":
            self.found += [f"sb={self.first == sentence[0]}", f"gapl={min(self.cue.i - self.last, 8)}"]

    def _left_out(self, beside: Beside) -> None:
        """What is in the content that should not be, and what is left out of it that might be in."""
        if self.cue.i in self.columns.with_subject:
            for child in self.cue.children:
                if child.dep in SUBJECTS and any(start <= child.start < end for start, end in self.spans):
                    self.found.append(f"has subject|{self.construction}|{child.dep}")
        for name, region in (("b", beside.before), ("a", beside.after)):
            if region is not None:
                covered = self._covers(region)
                self.found += [f"cov{name}k={covered}|{self.key}", f"cov{name}c={covered}|{self.construction}"]

    def _other_cues(self, others: OtherCues) -> None:
        nested = max(others.levels[self.first : min(self.last, self.first + _FARTHEST)], default=0)
        self.found.append(f"nest={nested}|{self.side}")
        if self.side == "<":
            return
        end = self.last + (self.last < len(self.columns.words) and self.columns.words[self.last] == ",")
        for joint in others.between(self.first + 1, end + 1):
            place = "in" if joint.at < self.last else "end"
            agrees = joint.tag == self.columns.tags[self.cue.i]
            self.found.append(f"joint={place}|{joint.kind}|{agrees}")

    def _covers(self, region: QuotedRegion) -> bool:
        return any(start <= region.start and region.end <= end for start, end in self.spans)
