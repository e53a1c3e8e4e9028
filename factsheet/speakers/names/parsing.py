"""A person's name taken apart, with titles and suffixes set aside."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from factsheet.speakers import lexicon
from factsheet.speakers.lexicon import Gender
from factsheet.speakers.names import known_names
from factsheet.wordlists import words as word_list

_SUFFIX = re.compile(r"(?:jr|jnr|sr|snr|ii|iii|iv)\.?\Z", re.IGNORECASE)
_INITIAL = re.compile(r"[A-ZА-ЯЁІЇЄ]\.?(?:[A-ZА-ЯЁІЇЄ]\.?)?\Z")
_BRACKETED = re.compile(r"[(\[][^)\]]*[)\]]?")
NICKNAME = re.compile(r"(?<=\s)[\"“”„«'‘](\w[^\"“”„»'’]*)[\"“”»'’](?=\s)")
_PATRONYMIC = re.compile(
    r"\w{2,}(?:[oe]v[iy](?:ch|tch|č)|[oe]vna|[іїie]chna|ович|евич|овна|евна|івна|ївна|йович)\Z", re.I
)

_PACKAGE = __package__ or __name__


@dataclass(frozen=True)
class PersonName:
    """The parts of a person's name as they are written, without titles.

    ``given`` is empty where the name is a family name alone, ``family`` where it is a given name alone.
    ``family`` has its particles ("von der Leyen"), ``middle`` holds names and initials between the two.
    ``gender`` is what titles show, or else the given name; ``titled_gender`` what titles alone show.
    ``nickname`` is a name in quotation marks between the others.
    """

    given: str = ""
    middle: tuple[str, ...] = ()
    family: str = ""
    suffix: str = ""
    titles: tuple[str, ...] = ()
    titled_gender: Gender | None = None
    nickname: str = ""

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
    """The parts of a name that stands by itself, such as "Gov. Mike Pence (R-IN)" or "Tleuberdi, Mukhtar".

    Words before the name that are titles or roles are set aside as ``titles``, together with everything before
    them ("Minister of Foreign Affairs of Germany Annalena Baerbock" keeps the last two words), and so are titles,
    degrees and honours behind it. A family name that evidently stands first goes last: before a comma, in capitals
    beside small letters, before a given name and a patronymic, or with its particles at the end.
    """
    nickname = NICKNAME.search(text)
    bare = _BRACKETED.sub(" ", NICKNAME.sub(" ", text))
    words, suffix, behind = _without_commas([part.split() for part in bare.split(",")])
    start = _name_start(words)
    titles, words = words[:start], words[start:]
    while len(words) > 2 and is_post_nominal(words[-1]):
        behind = [words[-1], *behind]
        words = words[:-1]
    name = name_of([*natural_order(words), *suffix], (*titles, *behind))
    return replace(name, nickname=nickname.group(1).strip()) if nickname else name


def _without_commas(parts: list[list[str]]) -> tuple[list[str], list[str], list[str]]:
    """The words of a name in natural order, its suffix, and the titles behind it."""
    parts = [part for part in parts if part]
    suffix = [word for part in parts[1:] for word in part if len(part) == 1 and _SUFFIX.match(word)]
    behind = [word for part in parts[1:] for word in part if len(part) == 1 and is_post_nominal(word)]
    parts = parts[:1] + [
        part for part in parts[1:] if not (len(part) == 1 and (part[0] in suffix or part[0] in behind))
    ]
    if len(parts) < 2:
        return (parts[0] if parts else []), suffix, behind
    before, after = parts[0], parts[1]
    rest = [word for part in parts[2:] for word in part]
    if _are_titles(after, before):
        return before, suffix, [*after, *rest, *behind]
    while len(before) > 1 and _SUFFIX.match(before[-1]):
        suffix, before = [before[-1]], before[:-1]
    return [*after, *before], suffix, [*rest, *behind]


def _are_titles(words: list[str], before: list[str]) -> bool:
    """Whether the words behind a comma say what somebody is, rather than what the given name is."""
    if words[0][:1].islower() and not lexicon.is_particle(words[0]):
        return True
    family_alone = sum(not lexicon.is_particle(word) for word in before) == 1
    return _is_title(words[0]) and (not family_alone or len(words) == 1 or _name_start(words) == len(words))


def natural_order(words: list[str]) -> list[str]:
    """The words of a name with the family name last, where the words themselves show that it stands first."""
    if len(words) > 2 and lexicon.is_particle(words[-1]):
        end = len(words)
        while end > 1 and lexicon.is_particle(words[end - 1]):
            end -= 1
        return [*words[1:end], *words[end:], words[0]]
    if (
        len(words) == 3
        and _PATRONYMIC.search(words[2])
        and known_names.is_known_well(words[1])
        and not known_names.is_known_well(words[0])
    ):
        return [words[1], words[2], words[0]]
    if (
        len(words) > 1
        and _in_capitals(words[0])
        and not any(_in_capitals(word) or _SUFFIX.match(word) for word in words[1:])
    ):
        return [*words[1:], words[0]] if "-" not in words[1] else words
    return words


def is_suffix(word: str) -> bool:
    """Whether the word stands behind a name and tells father from son ("Jr.", "III")."""
    return bool(_SUFFIX.match(word)) and word[:1].isupper()


def is_younger_or_older(word: str) -> bool:
    """Whether it is a suffix that nothing but a person has: "Jr.", "Sr."."""
    return is_suffix(word) and not word.rstrip(".").isupper()


def is_initial(word: str) -> bool:
    """Whether the word is the first letter of a given name, or of several with full stops: "J.", "J.D."."""
    return bool(_INITIAL.match(word)) and (len(word) == 1 or "." in word)


def is_post_nominal(word: str) -> bool:
    """Whether the word is a degree or an honour behind a name ("KC")."""
    return lexicon.plain(word) in word_list(_PACKAGE, "post_nominals.txt") and word[:2] != word[:2].lower()


def _in_capitals(word: str) -> bool:
    return len(word) > 2 and word.isupper() and "." not in word


def name_of(words: list[str], titles: tuple[str, ...] = ()) -> PersonName:
    """The parts of a name whose titles have been set aside already."""
    gender = next((g for word in reversed(titles) if (g := lexicon.role_gender(word))), None)
    name = _parts(words, titles, gender)
    courtesy = any(map(lexicon.is_courtesy, titles))
    if gender == "male" and not courtesy and name.full and lexicon.given_name_gender(name.given) == "female":
        # "Chairman Debbie Roe": many such words are said of women too.
        return replace(name, titled_gender=None)
    return name


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
        addressed = i == last and word[:1].isupper() and lexicon.plain(word) in word_list(_PACKAGE, "addressed.txt")
        if addressed or (_is_title(word) and not any(lexicon.is_given_name(w) for w in words[last:i])):
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
        # "Mr. Bill" is called by a family name, "her husband Bill" by a given one.
        told = titles and not lexicon.is_relative(titles[-1])
        regnal = titles and lexicon.is_regnal(titles[-1])
        alone_given = len(words) == 1 and bool(regnal or (not told and lexicon.is_given_name(words[0])))
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
    if words[-1].endswith(".") and family_at == len(words) - 1 and _INITIAL.match(words[-1]):
        # "Charles G. and David H. Koch": the family name stands elsewhere.
        return PersonName(given, (*rest, words[-1]), "", suffix, titles, gender)
    return PersonName(given, tuple(rest), " ".join(words[family_at:]), suffix, titles, gender)


def _family_index(words: list[str]) -> int:
    for i, word in enumerate(words[:-1]):
        if lexicon.is_particle(word) and (word[0].islower() or i > 0 or not lexicon.is_given_name(word)):
            return i
    return len(words) - 1
