"""Whether the speaker that the program names is the one who is meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from factsheet.model import Speaker
from factsheet.speakers.names.comparing import folded, given_names_agree, same_word
from factsheet.speakers.names.parsing import bare_family, parse_name
from factsheet.speakers.organisations import parse_organisation, same_organisation

Outcome = Literal["right", "wrong", "unresolved"]

_ARTICLES = {"the", "a", "an"}
_POSSESSIVE = re.compile(r"'s?\Z")


def judge(names: Sequence[str], answer: Speaker | None, words: str, text: str, others: Iterable[Speaker]) -> Outcome:
    """What an answer is worth where any one of ``names`` is meant; none of them: nobody is.

    ``words`` are those that were asked about, ``text`` is the article's, ``others`` are its speakers.

    * right: the speaker's name, or another name that it goes by in the article, is one of ``names``;
    * unresolved: there is no speaker, or one of whom no more is known than the words themselves or than a part of the
      name ("Roe" of "Jane Roe"), although the article has the whole of it;
    * wrong: everything else.
    """
    if answer is None:
        return "unresolved" if names else "right"
    known_as = [answer.name, *(v.form for v in answer.variants if v.kind != "pronoun" and v.form != answer.name)]
    outcomes = [_one(name, known_as, answer, text, others) for name in names]
    if "right" in outcomes:
        return "right"
    if "unresolved" in outcomes:
        return "unresolved"
    if _words(answer.name) == _words(words):
        # The words are all there is to the answer: it claims nothing.
        return "unresolved" if names else "right"
    return "wrong"


def _one(name: str, known_as: Sequence[str], answer: Speaker, text: str, others: Iterable[Speaker]) -> Outcome:
    wanted = _words(name)
    if any(_words(form) == wanted for form in known_as):
        return "right"
    if answer.kind == "person" and any(_same_person(name, form) for form in known_as):
        return "right"
    if answer.kind != "person" and same_organisation(parse_organisation(name), parse_organisation(answer.name)):
        return "right"
    given = _words(answer.name)
    if _is_part(wanted, given):
        bearers = [speaker for speaker in others if _is_part(wanted, _words(speaker.name))]
        return "right" if len(bearers) <= 1 else "wrong"
    if _is_part(given, wanted):
        whole = " ".join(name.split()) in " ".join(text.split())
        return "unresolved" if whole or answer.kind != "person" else "right"
    return "wrong"


def _same_person(name: str, form: str) -> bool:
    """Whether two full names are one person's by the rules that hold within an article."""
    left, right = parse_name(name), parse_name(form)
    if not (left.full and right.full and same_word(bare_family(left.family), bare_family(right.family))):
        return False
    return given_names_agree(left, right) is not None


def _words(name: str) -> tuple[str, ...]:
    """The words of a name without titles, articles, possessive endings, commas and full stops."""
    person = parse_name(name)
    whole = " ".join(filter(None, (person.words, person.suffix))) or name
    plain = (_POSSESSIVE.sub("", folded(word).strip(".,")) for word in whole.split())
    return tuple(word for word in plain if word and word not in _ARTICLES)


def _is_part(less: tuple[str, ...], more: tuple[str, ...]) -> bool:
    """Whether a name has some of the words of another and no others: "Roe" or "Jane" of "Jane Roe", "Roe campaign" of
    "Jane Roe's campaign"."""
    return bool(less) and set(less) < set(more) and (less[-1] == more[-1] or len(less) == 1)
