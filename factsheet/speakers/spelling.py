"""One person's name in two spellings within an article: found, and joined only where the article bears it out.

The conditions come from counting: with each of them, misspellings stay found and clean articles stay unflagged.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from factsheet.model import Span
from factsheet.speakers import lexicon
from factsheet.speakers.candidates import NearWords
from factsheet.speakers.clusters import Cluster
from factsheet.speakers.decisions.contradictions import says_apart, says_same
from factsheet.speakers.decisions.verdicts import ArticleVerdicts
from factsheet.speakers.names.comparing import folded, one_edit, same_word
from factsheet.speakers.names.parsing import PersonName
from factsheet.speakers.names.romanising import in_two_scripts, romanised
from factsheet.speakers.references import Reference

_SHORTEST_TO_FLAG = 3
_SHORTEST_TO_JOIN = 5


@dataclass(frozen=True)
class Misspelling:
    """Two spellings that may be of one name: ``odd`` stands once, ``usual`` is the other.

    ``odd_word`` and ``usual_word`` are the words that differ. ``joined`` says why both were taken for one speaker;
    None: they were not.
    """

    odd: Reference
    usual: Cluster
    odd_word: str
    usual_word: str
    joined: str | None


def misspellings(
    clusters: Iterable[Cluster], doc: Doc, sources: tuple[Span, ...], verdicts: ArticleVerdicts, *, full: bool
) -> tuple[Misspelling, ...]:
    """The misspellings among an article's clusters: among full names, or else of names that are no full names.

    A name that is close to two others is left out: nothing says which of them was meant.
    """
    clusters = tuple(clusters)
    near_words = NearWords(clusters)
    article = _Article(doc, sources, verdicts)
    found = []
    for odd in clusters:
        if len(odd.references) != 1 or bool(odd.full_names) != full or odd.key:
            continue
        close = near_words.near(odd.references[0])
        near = [m for usual in close if (m := _compare(odd.references[0], usual, article))]
        if len(near) == 1:
            found.append(near[0])
        elif len({folded(m.usual_word) for m in near}) == 1:
            # Several bear the usual name: it is a slip, but nothing says whose name was meant.
            found.append(replace(max(near, key=lambda m: len(m.usual.references)), joined=None))
    return tuple(found)


class _Article:
    """What a spelling is held against: the Doc, who is quoted, what was decided, and how often each word stands."""

    def __init__(self, doc: Doc, sources: tuple[Span, ...], verdicts: ArticleVerdicts) -> None:
        self.doc = doc
        self.sources = sources
        self.verdicts = verdicts
        self._words = {token.text for token in doc}
        self._counts = Counter(folded(token.text) for token in doc)

    def count(self, word: str) -> int:
        """How often the word stands there, letter case and accents aside."""
        return self._counts[folded(word)]

    def has(self, word: str) -> bool:
        """Whether the very word stands there."""
        return word in self._words


def _compare(odd: Reference, usual: Cluster, article: _Article) -> Misspelling | None:
    name = odd.person
    if odd in usual.references or usual.kind != "person":
        return None
    for other in usual.full_names if usual.full_names or len(usual.references) < 2 else usual.names:
        pair: tuple[str, str] | None
        if name is None:
            pair = (odd.form, other.family)
        elif name.full:
            pair = _full_pair(name, other)
        else:
            pair = (name.family or name.given, other.family)
        if pair is None or not all(pair):
            continue
        if in_two_scripts(*pair):
            if reason := _read_off(pair):
                joined = _join_reason(odd, usual, pair, article)
                return Misspelling(odd, usual, *pair, f"{reason}, and {joined}" if joined else None)
            continue
        if not one_edit(*pair):
            continue
        if (
            odd.first
            and any(letter.isupper() for letter in article.doc[odd.first - 1].text)
            and not (name and name.titles)
        ):
            # More of the name stands before it than was read, and that may be somebody else's given name.
            continue
        if not _is_odd(odd, *pair, usual, article):
            continue
        return Misspelling(odd, usual, *pair, _join_reason(odd, usual, pair, article))
    return None


def _read_off(pair: tuple[str, str]) -> str | None:
    """What is alike in names of two scripts that are nearly the same read off letter by letter."""
    word, other = map(romanised, pair)
    if min(len(word), len(other)) < _SHORTEST_TO_JOIN or word[0] != other[0] or not one_edit(word, other):
        return None
    return f"“{pair[1]}” read off letter by letter is “{other.capitalize()}”"


def _full_pair(name: PersonName, other: PersonName) -> tuple[str, str] | None:
    if not other.full or name.suffix != other.suffix:
        return None
    if same_word(name.given, other.given):
        return name.family, other.family
    if same_word(name.family, other.family):
        return name.given, other.given
    return None


def _is_odd(odd: Reference, word: str, usual_word: str, usual: Cluster, article: _Article) -> bool:
    """Whether the spelling is likely a slip: it stands once, and is neither a plural nor a word of its own."""
    here, there = article.count(word), article.count(usual_word)
    if not (word[-1].isalpha() and usual_word[-1].isalpha()) or folded(word).replace("-", " ") == folded(usual_word):
        return False
    if min(len(word), len(usual_word)) < _SHORTEST_TO_FLAG or here > 1 or here > there:
        return False
    if here == there and odd.span.start < usual.start:
        return False
    quoted = any(source.contains(odd.span) for source in article.sources)
    if (_plural(word, usual_word) and not (quoted and len(word) < len(usual_word))) or usual.references[
        0
    ].span.overlaps(odd.span):
        return False
    if odd.person and odd.person.full:
        both_known = lexicon.is_given_name(word) and lexicon.is_given_name(usual_word)
        return not both_known or _doubled(word, usual_word)
    if word.isupper() != usual_word.isupper() or folded(word)[0] != folded(usual_word)[0]:
        return False
    known = lexicon.is_given_name(word) or lexicon.is_place(word) or lexicon.is_role(word) or lexicon.is_group(word)
    return not known and not article.has(word.lower())


def _join_reason(odd: Reference, usual: Cluster, pair: tuple[str, str], article: _Article) -> str | None:
    verdicts = article.verdicts
    forms = [(odd.form, other.form, other.span) for other in usual.references]
    found = (
        [verdicts.at(odd.span, place).on(*names) for *names, place in [(*pair, odd.span), *forms]] if verdicts else []
    )
    if any(record and says_apart(record) for record in found):
        return None
    if any(record and says_same(record) for record in found):
        return "a recorded decision says so"
    word, usual_word = pair
    if (
        (odd.person is None and odd.certain)
        or min(len(word), len(usual_word)) < _SHORTEST_TO_JOIN
        or romanised(word)[0] != romanised(usual_word)[0]
    ):
        return None
    if odd.person and odd.person.titled_gender and usual.gender and odd.person.titled_gender != usual.gender:
        return None
    if odd.person and odd.person.full:
        return f"one letter differs between “{word}” and “{usual_word}”, and the other name is the same"
    introduced = bool(usual.full_names) and usual.start < odd.span.start
    if introduced and any(source.contains(odd.span) for source in article.sources):
        return (
            f"one letter differs between “{word}” and “{usual_word}”, it is quoted by family name alone as somebody "
            "introduced before, and no other name in the article comes near"
        )
    return None


def _plural(one: str, other: str) -> bool:
    short, long = sorted((folded(one), folded(other)), key=len)
    return long in {f"{short}s", f"{short}'"}


def _doubled(one: str, other: str) -> bool:
    """Whether the two words differ in a doubled letter alone."""
    short, long = sorted((folded(one), folded(other)), key=len)
    return any(long[:i] + long[i + 1 :] == short and long[i] == long[i - 1] for i in range(1, len(long)))
