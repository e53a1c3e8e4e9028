"""Every place where a person, an organisation or a side is named, with the titles and roles around the name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc

from factsheet.model import Span, SpeakerKind
from factsheet.speakers import lexicon
from factsheet.speakers.kinds import Kinds
from factsheet.speakers.name_runs import name_runs
from factsheet.speakers.name_starts import NameStarts
from factsheet.speakers.names.comparing import folded
from factsheet.speakers.names.parsing import PersonName, is_suffix
from factsheet.speakers.roles import role_after, role_before
from factsheet.speakers.runs import Run, span_of, unpossessed
from factsheet.wordlists import table


@dataclass(frozen=True)
class Reference:
    """A name in the article. ``first`` and ``last`` are token indices (half open), ``person`` its parts where it is
    a person's, ``roles`` the places that say what the person is, ``certain`` whether more than the entity
    recogniser says what kind it is."""

    first: int
    last: int
    span: Span
    kind: SpeakerKind
    person: PersonName | None = None
    roles: tuple[Span, ...] = ()
    certain: bool = False

    @property
    def form(self) -> str:
        """The name as written, white space made single."""
        return " ".join(self.span.text.split())


def find_references(doc: Doc, sources: tuple[Span, ...] = ()) -> tuple[Reference, ...]:
    """The references of the article in text order. Names of places are left out.

    ``sources`` name who is quoted: a single word with a capital there is a name, whatever the tagger takes it for, and
    so is a known given name with such words behind it.
    """
    return tuple(_References(doc, sources).all())


class _References:
    """One article's names, read."""

    def __init__(self, doc: Doc, sources: tuple[Span, ...]) -> None:
        self.doc = doc
        runs, natural = name_runs(doc, sources)
        self._starts = NameStarts(doc, runs)
        self._kinds = Kinds(doc, self._starts, runs, natural)

    def all(self) -> Iterator[Reference]:
        for run in self._kinds.runs:
            reference = self._reference(run)
            if reference is not None:
                yield reference

    def _reference(self, run: Run) -> Reference | None:
        start, title = self._starts.name_part(run)
        end = run[1]
        if start >= end or _is_party_tag(self.doc, start):
            return None
        kind, certain = self._kinds.kind(start, end, title)
        if kind is None:
            return None
        span = _name_span(self.doc, start, end)
        if kind != "person":
            return Reference(start, end, span, kind, certain=certain)
        before = role_before(self.doc, start)
        if before is None and start > 1 and self.doc[start - 1].text == "," and self._starts.has_title(start):
            # "The foreign minister of Norway, Jane Roe"
            before = role_before(self.doc, start - 1)
        after = role_after(self.doc, end + (span.end > self.doc[start:end].end_char))
        person = self._kinds.person(start, end)
        known = title or lexicon.is_given_name(self.doc[start].text) or bool(person.middle)
        certain = certain and (known or self._is_spoken_of(start, end))
        roles = tuple(role for role in (before, after) if role)
        return Reference(start, end, span, kind, person, roles, certain)

    def _is_spoken_of(self, start: int, end: int) -> bool:
        """Whether what the recogniser alone calls a person is named by its last word alone elsewhere, is one of several
        persons that are joined, or has "who" or an age behind it."""
        last, head = folded(self.doc[end - 1].text), self.doc[start:end].root
        if last in self._alone:
            return True
        joined = [head.head] if head.dep_ == "conj" else [t for t in head.children if t.dep_ == "conj"]
        if any(t.ent_type_ == "PERSON" and lexicon.is_given_name(self.doc[t.left_edge.i].text) for t in joined):
            return True
        return self._next_word(end) == "," and (self._next_word(end + 1) == "who" or self._next_word(end + 1).isdigit())

    @cached_property
    def _alone(self) -> frozenset[str]:
        """Names of one word, places left out."""
        single = (self.doc[start].text for start, end in self._kinds.runs if end - start == 1)
        return frozenset(folded(unpossessed(word)) for word in single if not lexicon.is_place(word))

    def _next_word(self, end: int) -> str:
        return self.doc[end].text if end < len(self.doc) else ""


def _is_party_tag(doc: Doc, start: int) -> bool:
    """Whether what begins at a token is the party and the place of the name before it: Jane Roe (D-Newport News)."""
    text = doc[start : start + 2].text
    opened = start > 0 and doc[start - 1].text in ("(", ",")
    return opened and text[1:2] == "-" and text[0] in table(__package__, "parties.toml")["letters"]


def _name_span(doc: Doc, start: int, end: int) -> Span:
    name = span_of(doc, start, end)
    text = unpossessed(name.text)
    if is_suffix(text.rpartition(" ")[2]) and _has_own_stop(doc, end):
        text += "."
    return Span(name.start, name.start + len(text), text)


def _has_own_stop(doc: Doc, end: int) -> bool:
    """Whether a full stop follows that the tokeniser took off "Sr.", and that does not end the sentence."""
    goes_on = end + 1 < len(doc) and not doc[end + 1].is_sent_start and not doc[end + 1].is_space
    return goes_on and doc[end].text == "." and not doc[end - 1].whitespace_
