"""Where in a run of capitalised words a name begins, and what stands before it: titles, offices, other words."""

from __future__ import annotations

from functools import cached_property

from spacy.tokens import Doc

from factsheet.speakers import lexicon
from factsheet.speakers.name_runs import AIMS
from factsheet.speakers.names.comparing import folded
from factsheet.speakers.names.parsing import is_initial, is_suffix, office_length
from factsheet.speakers.roles import title_before
from factsheet.speakers.runs import Run

_LONGEST_RANK = 5
_DOING = "ing"
_LONG_TITLE = 3
_FEWEST_WITH_HONOURS = 2


class NameStarts:
    """The runs of one article, and where in each the name begins."""

    def __init__(self, doc: Doc, runs: list[Run]) -> None:
        self._doc = doc
        self._runs = runs

    def name_part(self, run: Run) -> tuple[int, bool]:
        """Where in the run the name begins, and whether a title or role stands right before it."""
        start, end = run
        words = [t.text for t in self._doc[start:end]]
        if any(map(lexicon.is_organisation_word, words[-2:])) and not lexicon.is_given_name(words[0]):
            return start, False
        if not AIMS.isdisjoint(words):
            return start, False
        if behind := _past_organisation(words):
            return start + behind, True
        at = self._after_title(words, self._opens_list(end)) or int(_begins_with_rank(words))
        at += self._is_led((start + at, end))
        if at == len(words) or (at and words[at] in {"of", "for", "at"}):
            return end, True
        if at and words[at] != "&":
            return start + at + (words[at] == "."), True
        if behind := self._past_what_it_is_of(start, words):
            return start + behind, True
        if self._is_of_office(start):
            length = office_length(words)
            if length == len(words):
                return end, True
            if length:
                return start + length, True
        place = next((n for n in (3, 2, 1) if len(words) - n >= 2 and lexicon.is_place(" ".join(words[:n]))), 0)
        if place and not any(map(lexicon.is_organisation_word, words)) and not words[-1].isupper():
            return start + place, False
        return start, self.has_title(start)

    def _past_what_it_is_of(self, start: int, words: list[str]) -> int:
        """How many words say what somebody is in charge of, or are a longer title, before a known given name and one or
        two words more: one of "(Supervisor of) Elections Jane Roe", three of "Coast County Recorder Jane Roe"."""
        given = next((i for i in (len(words) - 2, len(words) - 3) if i > 0 and lexicon.is_given_name(words[i])), 0)
        if not given or any(map(lexicon.is_given_name, words[:given])) or is_initial(words[0]):
            return 0
        of_office = (
            start > 1 and self._doc[start - 1].lower_ in {"of", "for"} and lexicon.is_role(self._doc[start - 2].text)
        )
        return given if of_office or given >= _LONG_TITLE else 0

    def _is_led(self, run: Run) -> bool:
        """Whether the first word is no part of the name behind it: "Crooked Jane Roe" where Jane Roe is named so
        elsewhere, or "Absent Roe" at the head of a sentence where Roe is a name, and "absent" a word."""
        start, end = run
        if start + 1 >= end:
            return False
        first, rest = self._doc[start], tuple(t.text for t in self._doc[start + 1 : end])
        if lexicon.is_given_name(first.text) or is_initial(first.text) or lexicon.is_particle(first.text):
            return False
        if len(rest) > 1:
            return lexicon.is_given_name(rest[0]) and rest in self._wordings
        head_of_sentence = first.is_sent_start or start == 0 or self._doc[start - 1].is_space
        word = folded(first.text) in self._small or first.text.endswith(_DOING)
        return head_of_sentence and word and folded(rest[0]) in self._families

    @cached_property
    def _wordings(self) -> frozenset[tuple[str, ...]]:
        return frozenset(tuple(t.text for t in self._doc[start:end]) for start, end in self._runs)

    @cached_property
    def _small(self) -> frozenset[str]:
        return frozenset(folded(token.text) for token in self._doc if token.text.islower())

    def _opens_list(self, end: int) -> bool:
        """Whether another name follows in a list ("Presidents Doe and Roe")."""
        return self._next_word(end) in {"and", "&", ","} and self._next_word(end + 1)[:1].isupper()

    def _after_title(self, words: list[str], plural_too: bool) -> int:
        last = 0
        for i, word in enumerate(words):
            in_name = any(map(lexicon.is_given_name, words[last:i])) and not lexicon.is_place(words[last])
            if in_name and not any(map(lexicon.is_given_name, words[i + 1 : i + 2])):
                break
            if self._is_name_after_all(words, i):
                break
            listed = plural_too or any(map(lexicon.is_given_name, words[i + 1 : i + 2]))
            plural = listed and i + 1 < len(words) and lexicon.plural_role(word)
            if lexicon.is_courtesy(word) or lexicon.is_short_title(word) or lexicon.is_role(word) or plural:
                last = i + 1
        return last

    def _is_name_after_all(self, words: list[str], i: int) -> bool:
        """Whether a word that can be a title is the family name of somebody named in full ("Ms. Baker"), or a given
        name before a single other word ("Dean Roe")."""
        if i == len(words) - 1:
            return folded(words[i]) in self._families
        return i == 0 and len(words) == 2 and lexicon.is_given_name(words[i]) and not lexicon.is_short_title(words[i])

    @cached_property
    def _families(self) -> frozenset[str]:
        """Last words of runs that have a given name before them."""
        runs = ([t.text for t in self._doc[start:end] if not is_suffix(t.text)] for start, end in self._runs)
        return frozenset(folded(words[-1]) for words in runs if words and any(map(lexicon.is_given_name, words[:-1])))

    def has_title(self, start: int) -> bool:
        """Whether a title or a role stands right before the token, or before the comma there."""
        before = self._doc[start - 1] if start else None
        if before is not None and before.text == "," and start > 1 and self._doc[start].dep_ in {"appos", "compound"}:
            # "the last keeper, Jane Roe"
            if self._is_of_office(start - 1):
                return True
            before, name = self._doc[start - 2], self._doc[start]
            full = self._next_word(start + 1)[:1].isupper()
            # "The last keeper, Roe, said"; "the keeper, Roe and Doe" is a list. A relative is named by the first name.
            alone = name.dep_ == "appos" and name.head.i == before.i and self._next_word(start + 1) != "and"
            return lexicon.is_role(before.text) and (full or (alone and not lexicon.is_relative(before.text)))
        return bool(title_before(self._doc, start))

    def _is_of_office(self, start: int) -> bool:
        """Whether "Minister of", "Secretary of Health and" or the like leads up to the run."""
        i = start - 1
        while i > 0 and (
            self._doc[i].lower_ in {"of", "for", "the", "and"}
            or (self._doc[i].text == "," and lexicon.is_department(self._doc[i - 1].text))
            or lexicon.is_department(self._doc[i].text)
            or lexicon.is_place(self._doc[i].text)
        ):
            i -= 1
        return i >= 0 and i < start - 1 and lexicon.is_role(self._doc[i].text)

    def _next_word(self, end: int) -> str:
        return self._doc[end].text if end < len(self._doc) else ""


def _begins_with_rank(words: list[str]) -> bool:
    """Whether an abbreviation in capitals stands before a full name: "DSP Grace Roe"."""
    rank = words[0]
    return (
        len(words) > _FEWEST_WITH_HONOURS
        and rank.isupper()
        and rank.isalpha()
        and 1 < len(rank) <= _LONGEST_RANK
        and not words[-1].isupper()
        and (lexicon.is_given_name(words[1]) or words[1].rstrip(".").isupper())
    )


def _past_organisation(words: list[str]) -> int:
    """How many words name somebody's house before a full name: two of "Coast News Jane Roe", as a rule 0."""
    last = max((i for i, word in enumerate(words) if lexicon.is_organisation_word(word)), default=-1)
    rest = words[last + 1 :]
    return last + 1 if last > 0 and len(rest) in {2, 3} and lexicon.is_given_name(rest[0]) else 0
