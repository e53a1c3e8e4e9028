"""A person's name taken apart, with titles and suffixes set aside."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factsheet.speakers import lexicon
from factsheet.speakers.lexicon import Gender

_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv)\.?\Z", re.IGNORECASE)
_INITIAL = re.compile(r"[A-Z]\.?(?:[A-Z]\.?)?\Z")
_WORD = re.compile(r"[^\s,]+")


@dataclass(frozen=True)
class PersonName:
    """The parts of a person's name as they are written, without titles.

    ``given`` is empty where the name is a family name alone, ``family`` where it is a given name alone.
    ``family`` has its particles ("von der Leyen"), ``middle`` holds names and initials between the two.
    ``gender`` is what titles show, or else the given name; ``titled_gender`` what titles alone show.
    """

    given: str = ""
    middle: tuple[str, ...] = ()
    family: str = ""
    suffix: str = ""
    titles: tuple[str, ...] = ()
    titled_gender: Gender | None = None

    @property
    def gender(self) -> Gender | None:
        """What titles show or, failing that, the first name that has a gender."""
        if self.titled_gender:
            return self.titled_gender
        return next((g for name in (self.given, *self.middle) if (g := lexicon.given_name_gender(name))), None)

    @property
    def words(self) -> str:
        """The name without titles and suffix, in natural order."""
        return " ".join(part for part in (self.given, *self.middle, self.family) if part)

    @property
    def full(self) -> bool:
        """Whether there are both a given and a family name."""
        return bool(self.given and self.family)


def parse_name(text: str) -> PersonName:
    """The parts of a name such as "Gov. Mike Pence", "Ursula von der Leyen" or "Tleuberdi, Mukhtar".

    Words before the name that are titles or roles are set aside as ``titles``, together with everything before
    them ("Minister of Foreign Affairs of Germany Annalena Baerbock" keeps the last two words).
    """
    before, comma, after = text.partition(",")
    words = _WORD.findall(text)
    if comma and not _SUFFIX.match(after.strip()) and before.strip() and after.strip():
        words = _WORD.findall(after) + _WORD.findall(before)
    start = _name_start(words)
    return name_of(words[start:], tuple(words[:start]))


def name_of(words: list[str], titles: tuple[str, ...] = ()) -> PersonName:
    """The parts of a name whose titles have been set aside already."""
    gender = next((g for word in reversed(titles) if (g := lexicon.role_gender(word))), None)
    return _parts(words, titles, gender)


def bare_family(family: str) -> str:
    """The family name without its particles: "Leyen" of "von der Leyen", "Assad" of "al-Assad"."""
    words = family.split()
    while len(words) > 1 and lexicon.is_particle(words[0]):
        words = words[1:]
    first, hyphen, rest = words[0].partition("-") if words else ("", "", "")
    return " ".join([rest, *words[1:]]) if hyphen and rest and lexicon.is_particle(first) else " ".join(words)


def _name_start(words: list[str]) -> int:
    last = 0
    for i, word in enumerate(words[:-1]):
        if _is_title(word) and not any(lexicon.is_given_name(w) for w in words[last:i]):
            last = i + 1
    return _after_office(words, last) if last else 0


def _is_title(word: str) -> bool:
    return lexicon.is_courtesy(word) or lexicon.is_short_title(word) or (lexicon.is_role(word) and word[:1].isupper())


def _after_office(words: list[str], start: int) -> int:
    """Past "of Foreign Affairs of Germany" behind a title, if a name follows it."""
    i = start
    while i < len(words) and words[i] in {"of", "for"}:
        i += 1
        if i < len(words) and words[i] == "the":
            i += 1
        length = office_length(words[i:])
        if not length:
            given = next((k for k in range(i, len(words)) if lexicon.is_given_name(words[k])), None)
            return given if given is not None else len(words)
        i += length
    return i


def office_length(words: list[str]) -> int:
    """How many of the first words name a place or a department: what a title before them is of."""
    length = 0
    while length < len(words):
        step = next((n for n in (3, 2, 1) if lexicon.is_place(" ".join(words[length : length + n]))), 0)
        if not step and lexicon.is_department(words[length]):
            step = 1
        elif not step and words[length] in {"and", "&"} and length and length + 1 < len(words):
            step = 2 if lexicon.is_department(words[length + 1]) else 0
        if not step:
            break
        length += step
    return min(length, len(words))


def _parts(words: list[str], titles: tuple[str, ...], gender: Gender | None) -> PersonName:
    suffix = ""
    while len(words) > 1 and _SUFFIX.match(words[-1]):
        suffix, words = words[-1], words[:-1]
    if not words:
        return PersonName(titles=titles, titled_gender=gender)
    family_at = _family_index(words)
    if family_at == 0:
        alone_given = len(words) == 1 and not titles and lexicon.is_given_name(words[0])
        return PersonName(
            given=words[0] if alone_given else "",
            family="" if alone_given else " ".join(words),
            suffix=suffix,
            titles=titles,
            titled_gender=gender,
        )
    given = next((word for word in words[:family_at] if not _INITIAL.match(word)), words[0])
    rest = list(words[:family_at])
    rest.remove(given)
    return PersonName(given, tuple(rest), " ".join(words[family_at:]), suffix, titles, gender)


def _family_index(words: list[str]) -> int:
    for i, word in enumerate(words[:-1]):
        if lexicon.is_particle(word) and (word[0].islower() or i > 0 or not lexicon.is_given_name(word)):
            return i
    return len(words) - 1
