"""What a run of capitalised words names: a person, an organisation, or a place or thing that cannot speak."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import cached_property

from spacy.tokens import Doc

from factsheet.model import SpeakerKind
from factsheet.speakers import lexicon
from factsheet.speakers.firms import is_called_firm
from factsheet.speakers.name_runs import AIMS
from factsheet.speakers.name_starts import NameStarts
from factsheet.speakers.names.comparing import folded
from factsheet.speakers.names.parsing import (
    NICKNAME,
    PersonName,
    bare_family,
    is_initial,
    is_post_nominal,
    is_suffix,
    is_younger_or_older,
    name_of,
    natural_order,
)
from factsheet.speakers.names.romanising import can_be_romanised, is_latin, romanised
from factsheet.speakers.no_persons import (
    is_called_the,
    is_common,
    is_family,
    is_housed,
    is_plural,
    names_nobody,
)
from factsheet.speakers.papers import is_paper
from factsheet.speakers.persons_shown import is_introduced, is_told_as_person
from factsheet.speakers.roles import title_before
from factsheet.speakers.runs import Run, family_name_runs, unpossessed

_LONGEST_PERSON = 6
_SYLLABLES = re.compile(r"[A-Z][a-z]{1,5}[-‐‑][a-z]{1,6}")
_LONGEST_INITIALLED = 4
_FEWEST_WITH_HONOURS = 2


class Kinds:
    """What the runs of one article name, by their words, by what stands beside them, and by what the entity recogniser
    says of each wording across the whole article.

    ``natural`` has for the first token of a name in the other order ("Roe, Jane") the run of the usual order.
    ``families`` are the last words of the ``runs`` that more than the recogniser makes persons, folded; single words
    that are such family names have become runs, too.
    """

    def __init__(self, doc: Doc, starts: NameStarts, runs: list[Run], natural: dict[int, Run]) -> None:
        self._doc = doc
        self._starts = starts
        self._natural = natural
        self._entity_at = {i: entity for entity in doc.ents for i in range(entity.start, entity.end)}
        self.families = self._last_words(runs)
        covered = {i for start, end in runs for i in range(start, end)}
        self.runs = sorted([*runs, *family_name_runs(doc, self.families, covered)])

    def kind(self, start: int, end: int, title: bool) -> tuple[SpeakerKind | None, bool]:
        """What the name is of (None: a place, a people or nothing that can speak), and whether that is certain."""
        if start in self._natural:
            return self.kind(*self._natural[start], title)
        if any(token.text in AIMS for token in self._doc[start + 1 : end]):
            return "organisation", True
        words = [*(t.text for t in self._doc[start : end - 1]), unpossessed(self._doc[end - 1].text)]
        label = self._label(start, end)
        if all(is_suffix(word) or word == "," for word in words):
            return None, False
        if is_suffix(words[-1]):
            # "Roe Jr.": what the name is shows without the suffix.
            bare = [word for word in words if not is_suffix(word) and word != ","]
            if folded(bare[-1]) in self.families or is_younger_or_older(words[-1]):
                return "person", True
        if lexicon.is_side(self._next_word(end)) and lexicon.country(" ".join(words)):
            return None, False
        if not title and self._is_town(end):
            return None, False
        if names_nobody(self._doc, start, end, words, titled=title) or is_family(self._doc, start, end, self.families):
            return None, False
        word = unpossessed(self._doc[start:end].text)
        if " " not in word and folded(word) in self.families:
            # "The company, Ford" beside somebody called Ford
            return ("organisation", True) if is_called_firm(self._doc, start, end) else ("person", True)
        things = all(lexicon.is_thing(word) and not lexicon.is_given_name(word) for word in words)
        if things and not title and not is_paper(self._doc, start, end):
            return None, False
        if lexicon.is_place(" ".join(words)) and not title:
            return None, False
        if not title and is_common(self._doc, start, end, label):
            return None, False
        if len(words) == 1 and folded(words[0]) in (self._before_syllables | self._first_families):
            return "person", True
        if any(map(lexicon.is_organisation_word, words)) and not (title and lexicon.is_given_name(words[0])):
            return "organisation", True
        if self._is_acronym(words):
            return "organisation", True
        if all(lexicon.is_group(word) or lexicon.is_role(word.removesuffix("s")) for word in words):
            return None, False
        if len(words) > 1 and (lexicon.ends_no_person(words[-1]) or _is_title_alone(words)):
            return None, False
        if self._is_no_person(start, end, title):
            return "organisation", False
        if len(words) <= _LONGEST_PERSON:
            if title and self._inside_organisation(start, end):
                return "organisation", False
            if title or (len(words) > 1 and lexicon.is_given_name(words[0])) or _has_initial(words):
                return "person", True
            if len(words) in {2, 3} and any(map(lexicon.ends_as_family_name, words)):
                return "person", True
            initialled = is_initial(words[0]) and 1 < len(words) < _LONGEST_INITIALLED
            if initialled and folded(words[-1]) in self.families:
                return "person", True
            if label in {None, "GPE", "LOC"} and is_introduced(self._doc, start, end):
                return "person", True
            if label in {None, "ORG"} and " ".join(words) in self._told_as_persons:
                return "person", True
            if len(words) > 1 and folded(words[-1]) in self.families and label in {None, "PERSON", "ORG"}:
                return "person", label == "PERSON"
            if len(words) == 1 and folded(words[0]) in self._titled:
                return "person", False
            if len(words) == 1 and folded(words[0]) in (self._housed | self._begin_organisations):
                return "organisation", False
            if folded(" ".join(words)) in self.families or label == "PERSON":
                return "person", folded(" ".join(words)) in self.families
            if len(words) == 1 and lexicon.is_given_name(words[0]) and label not in {"ORG", "GPE", "LOC"}:
                return "person", False
        # A family name that the recogniser has never seen is often called a place.
        return ("organisation", False) if label in {"ORG", None} or len(words) == 1 else (None, False)

    def person(self, start: int, end: int) -> PersonName:
        """The parts of the name that these words are, if a person's."""
        text = unpossessed(self._doc[start:end].text)
        nickname = NICKNAME.search(text)
        family, comma, given = NICKNAME.sub(" ", text).partition(",")
        if comma and not is_suffix(given.strip()):
            # "Tleuberdi, Mukhtar"
            family, given = given, family
        words = f"{family} {given}".replace(",", " ").split()
        while len(words) > _FEWEST_WITH_HONOURS and is_post_nominal(words[-1]):
            words = words[:-1]
        name = name_of(natural_order(words), title_before(self._doc, start))
        return replace(name, nickname=nickname.group(1).strip()) if nickname else name

    def _last_words(self, runs: list[Run]) -> frozenset[str]:
        """Last words of runs that more than the entity recogniser makes persons."""
        families = set()
        for run in runs:
            start, titled = self._starts.name_part(run)
            person = self.person(start, run[1])
            parts = [t.text for t in self._doc[start : run[1]]]
            if not parts or self._is_no_person(start, run[1], titled):
                continue
            if names_nobody(self._doc, start, run[1], parts, titled=titled):
                continue
            if person.full and (
                titled
                or lexicon.is_given_name(person.given)
                or lexicon.ends_as_family_name(person.family)
                or self._label(start, run[1]) == "PERSON"
                or self._votes.get(person.family, Counter())["PERSON"]
            ):
                families.update({folded(person.family), folded(bare_family(person.family))})
                if not is_latin(person.family) and can_be_romanised(person.family):
                    families.add(romanised(person.family))
        return frozenset(families)

    @cached_property
    def _told_as_persons(self) -> frozenset[str]:
        """The wordings that have beside them, at one place of the article, what only a person has."""
        found = (run for run in self.runs if is_told_as_person(self._doc, *run, self._addressed))
        return frozenset(" ".join(token.text for token in self._doc[start:end]) for start, end in found)

    @cached_property
    def _addressed(self) -> frozenset[str]:
        """Names of one word with "Mr." or the like before them, family names by that."""
        single = (start for start, end in self.runs if end - start == 1 and start)
        titled = [self._doc[i].text for i in single if lexicon.is_courtesy(self._doc[i - 1].text)]
        more = (
            self._doc[end - 1].text
            for start, end in self.runs
            if end - start > 1 and lexicon.is_courtesy(self._doc[start].text)
        )
        return frozenset(map(folded, (*titled, *more)))

    def _is_no_person(self, start: int, end: int, title: bool) -> bool:
        """Whether the words are used as no person's name is: "the Coast Observer", "Coast Panthers"."""
        if title:
            return False
        known = lexicon.is_given_name(self._doc[start].text)
        return is_called_the(self._doc, start, end) or (is_plural(self._doc, start, end) and not known)

    def _is_town(self, end: int) -> bool:
        """Whether a comma and a state or a country follow ("Austin, Texas"), and behind them the sentence goes on."""
        if self._next_word(end) != ",":
            return False
        place = next((n for n in (3, 2, 1) if lexicon.is_place(self._doc[end + 1 : end + 1 + n].text)), 0)
        behind = self._next_word(end + 1 + place)
        return place > 0 and not (behind[:1].isupper() or behind == "'s" or behind == "’s")

    def _inside_organisation(self, start: int, end: int) -> bool:
        """Whether the title before the name is part of an organisation's name ("General Motors")."""
        entity = self._entity_at.get(start)
        votes = self._votes.get(self._doc[start:end].text, Counter())
        if entity is None or not entity.start < start or entity.end < end:
            return False
        return bool(entity.label_ == "ORG" and end - start == 1 and not votes["PERSON"])

    def _is_acronym(self, words: list[str]) -> bool:
        place = next((n for n in (3, 2, 1) if n < len(words) and lexicon.is_place(" ".join(words[:n]))), 0)
        rest = words[place:]
        letters = rest[0].replace(".", "") if rest else ""
        return len(rest) == 1 and letters.isupper() and letters.isalpha() and 2 <= len(letters) <= 6

    def _label(self, start: int, end: int) -> str | None:
        """What the entity recogniser most often calls this wording in the article."""
        votes = self._votes.get(unpossessed(self._doc[start:end].text))
        if votes:
            return sorted(votes.items(), key=lambda vote: (-vote[1], vote[0] != "PERSON", vote[0]))[0][0]
        labels = {t.ent_type_ for t in self._doc[start:end]} - {""}
        return labels.pop() if len(labels) == 1 else None

    @cached_property
    def _votes(self) -> dict[str, Counter[str]]:
        votes: dict[str, Counter[str]] = {}
        for entity in self._doc.ents:
            form = unpossessed(entity.text.removeprefix("the ").removeprefix("The "))
            votes.setdefault(form, Counter())[entity.label_] += 1
        return votes

    @cached_property
    def _titled(self) -> frozenset[str]:
        """Names of one word with a title of royalty before them: "Olaf" of "King Olaf"."""
        starts = ((*self._starts.name_part(run), run[1]) for run in self.runs)
        single = (start for start, titled, end in starts if titled and end - start == 1)
        titles = ((start, title_before(self._doc, start)) for start in single)
        return frozenset(folded(self._doc[i].text) for i, title in titles if title and lexicon.is_regnal(title[-1]))

    @cached_property
    def _begin_organisations(self) -> frozenset[str]:
        """First words of names of two words that one of an organisation's ends: "Coast" of "Coast Energy"."""
        pairs = ((self._doc[start].text, self._doc[end - 1].text) for start, end in self.runs if end - start > 1)
        return frozenset(folded(first) for first, last in pairs if lexicon.is_organisation_word(last))

    @cached_property
    def _housed(self) -> frozenset[str]:
        """Names of one word that something is said to be in, on or at."""
        single = (run for run in self.runs if run[1] - run[0] == 1)
        return frozenset(folded(self._doc[start].text) for start, end in single if is_housed(self._doc, start, end))

    @cached_property
    def _first_families(self) -> frozenset[str]:
        """First words of names of several words that are family names of languages that put them first: "Xi"."""
        firsts = (self._doc[start].text for start, end in self.runs if end - start > 1)
        return frozenset(folded(first) for first in firsts if lexicon.stands_first(first))

    @cached_property
    def _before_syllables(self) -> frozenset[str]:
        """The words before given names of two syllables: "Bae" of "Bae Do-gyun"."""
        names = (self._doc[start:end].text.split() for start, end in self.runs)
        return frozenset(folded(words[-2]) for words in names if len(words) > 1 and _SYLLABLES.fullmatch(words[-1]))

    def _next_word(self, end: int) -> str:
        return self._doc[end].text if end < len(self._doc) else ""


def _has_initial(words: list[str]) -> bool:
    """Whether an initial stands within the words, or a suffix behind them: "Roan R. Doe", "Roan Doe Jr."."""
    return len(words) > _FEWEST_WITH_HONOURS and any(is_initial(word) for word in words[1:-1])


def _is_title_alone(words: list[str]) -> bool:
    """Whether the words are a title with what changes it, and no name: "Federal Judge"."""
    return lexicon.is_role(words[-1]) and not any(map(lexicon.is_given_name, words)) and words[-1] != words[-1].upper()
