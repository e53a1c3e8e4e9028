"""Saying a claim so that it stands alone, without adding anything that the article does not say."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from spacy.tokens import Doc, Token

from factsheet.model import Mention, Span, Speaker
from factsheet.wordlists import table

_FORMS: dict[str, str] = table(__package__, "pronouns.toml")["forms"]
_FIRST_PERSON = frozenset({"i", "me", "my"})
_PERSONAL = frozenset({"he", "him", "his", "she", "her"})
_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})


class Restating:
    """Which pronouns of an article are surely enough a speaker's to be replaced by the name, and the replacing.

    A pronoun is replaced only where nobody else it can mean is named between the last sure mention of its speaker and
    it, and where it stands in no relative clause about something else ("the money he raised").
    """

    def __init__(self, doc: Doc, speakers: tuple[Speaker, ...]) -> None:
        people = [ent for ent in doc.ents if ent.label_ in _NAMED]
        named = {(ent.start_char, ent.end_char): ent.label_ for ent in people}
        for speaker in speakers:
            label = "PERSON" if speaker.kind == "person" else "ORG"
            named.update({(m.start, m.end): label for m in speaker.mentions if m.kind == "name"})
        self._persons = sorted(place for place, label in named.items() if label == "PERSON")
        self._all = sorted(named)
        found = [pair for speaker in speakers for pair in self._sure(doc, speaker)]
        self._pronouns = sorted(found, key=lambda pair: (pair[0].start, pair[1].id))
        self._owners = {token.idx for token in doc if token.tag_ == "PRP$" and token.lower_ == "her"}
        self._names = {s.id: sorted(m.start for m in s.mentions if m.kind == "name") for s in speakers}

    def restate(self, content: tuple[Span, ...]) -> str:
        """The content with white space made plain and pronouns replaced, in square brackets, by the name of the
        speaker they were found to mean. A pronoun of which that is not sure stays; so does one that follows the name
        it means.

        Parts of the article left out between two spans are shown as ``[...]``.
        """
        named: set[str] = set()
        parts = [self._part(span, content[0].start, named) for span in content]
        return re.sub(r"\s+", " ", " [...] ".join(parts)).strip()

    def _part(self, span: Span, claim_start: int, named: set[str]) -> str:
        words, position = [], span.start
        first = bisect_left(self._pronouns, span.start, key=lambda pair: pair[0].start)
        last = bisect_left(self._pronouns, span.end, key=lambda pair: pair[0].start)
        for mention, speaker in self._pronouns[first:last]:
            form = _FORMS.get("his" if mention.start in self._owners else mention.text.lower())
            known = speaker.id in named or self._is_named(speaker, claim_start, mention.start)
            if form is None or known or mention.start < position or mention.end > span.end:
                continue
            words.append(span.text[position - span.start : mention.start - span.start])
            words.append(form.format(name=speaker.name, word=mention.text))
            position = mention.end
            named.add(speaker.id)
        return "".join([*words, span.text[position - span.start :]])

    def _is_named(self, speaker: Speaker, start: int, end: int) -> bool:
        names = self._names[speaker.id]
        return bisect_left(names, start) < bisect_left(names, end)

    def _sure(self, doc: Doc, speaker: Speaker) -> list[tuple[Mention, Speaker]]:
        """The pronouns of a speaker that can be nobody else's, each a mention for those behind it."""
        found: list[tuple[Mention, Speaker]] = []
        last: Mention | None = None
        own = {(m.start, m.end) for m in speaker.mentions}
        for mention in sorted(speaker.mentions):
            if mention.kind != "pronoun":
                last = mention
            elif mention.text.lower() in _FIRST_PERSON or (
                last is not None
                and not self._is_other_named(last, mention, own)
                and not _is_about_something_else(doc, mention, own)
            ):
                found.append((mention, speaker))
                last = mention
        return found

    def _is_other_named(self, last: Mention, pronoun: Mention, own: set[tuple[int, int]]) -> bool:
        places = self._persons if pronoun.text.lower() in _PERSONAL else self._all
        between = places[bisect_left(places, (last.end, 0)) : bisect_right(places, (pronoun.start, 0))]
        return any(not any(start < b and a < end for a, b in own) for start, end in between)


def _is_about_something_else(doc: Doc, pronoun: Mention, own: set[tuple[int, int]]) -> bool:
    """Whether a pronoun stands in a relative clause of a noun that is no mention of its speaker."""
    span = doc.char_span(pronoun.start, pronoun.end, alignment_mode="expand")
    return span is not None and any(
        above.dep_ == "relcl" and not _is_mention(above.head, own) for above in span[0].ancestors
    )


def _is_mention(noun: Token, own: set[tuple[int, int]]) -> bool:
    return any(start <= noun.idx < end for start, end in own)
