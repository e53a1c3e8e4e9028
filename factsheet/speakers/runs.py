"""Runs of capitalised words: the places where names can stand, found without a model's opinion of what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from factsheet.language.paragraphs import paragraphs
from factsheet.model import Span
from factsheet.speakers import lexicon
from factsheet.speakers.covering import Covering
from factsheet.speakers.headlines import in_headlines
from factsheet.speakers.names.comparing import folded
from factsheet.wordlists import words as word_list

Run = tuple[int, int]

_NAME_TAGS = {"NNP", "NNPS"}
_NEVER_AFTER_MODAL = {"VBD", "VBZ", "VBN"}
_NO_NAME_ENTITIES = {"DATE", "TIME", "PERCENT", "MONEY", "CARDINAL", "ORDINAL", "QUANTITY"}
# Tokens that kept a possessive ending in a mark that the tokeniser does not know as one.
_POSSESSIVE = re.compile(r"(?<=\w)['’‘`´]s?\Z")
_HYPHENS = {"-", "‐", "‑"}
_LONGEST_SYLLABLE = 6
_LONGEST_ABBREVIATION = 5
_SUFFIX = re.compile(r"(?:Jr|Sr|II|III|IV)\.?\Z")
_INITIAL = re.compile(r"[A-Z]\.\Z")
_NICKNAME_MARKS = {'"', "“", "”", "''", "``", "'", "‘", "’"}
_LONGEST_NICKNAME = 3
_MOST_PARTICLES = 3
_STARTS_AFTER = set("\"“”‘'(:—–-[…")


def capitalised_runs(doc: Doc) -> tuple[Run, ...]:
    """Runs of name words as half-open token indices, in text order.

    Small particles ("von der") and hyphens stay within a run. In a headline, where every word has a capital,
    only the wordings that are runs elsewhere are runs.
    """
    headlines = in_headlines(doc)
    wraps = _wraps(doc)
    runs: list[Run] = []
    i = 0
    while i < len(doc):
        if headlines[i] or not is_name_word(doc[i]):
            i += 1
            continue
        end = _run_end(doc, i, headlines, wraps)
        runs.append((_with_particle(doc, i), end))
        i = end
    families = _with_particles(doc, runs)
    runs = [(_start_of(doc, run, families), run[1]) for run in runs]
    wordings = {tuple(token.text for token in doc[start:end]) for start, end in runs}
    return tuple(sorted([*runs, *_known_in_headlines(doc, headlines, wordings)]))


def span_of(doc: Doc, first: int, last: int) -> Span:
    """The words from token ``first`` up to token ``last`` (half open) as a place in the article."""
    words = doc[first:last]
    return Span(words.start_char, words.end_char, words.text)


def family_name_runs(doc: Doc, families: frozenset[str], covered: set[int]) -> tuple[Run, ...]:
    """Single capitalised words, with hyphens or not, outside ``covered`` that are the family names of persons named in
    full, whatever the tagger takes them for. ``families`` are folded. A word among other capitals is part of something
    else."""
    small = {folded(token.text) for token in doc if token.text.islower()}
    found = []
    for token in doc:
        end = token.i + 1
        while end + 1 < len(doc) and _is_tied(doc, end) and doc[end + 1].text[:1].isupper():
            end += 2
        if (
            token.text[:1].isupper()
            and covered.isdisjoint(range(token.i, end))
            and folded(doc[token.i : end].text) in families
            and (token.tag_ in _NAME_TAGS or _is_no_modal(token) or not (token.is_stop or folded(token.text) in small))
            and not any(_is_capital(doc, i) for i in (token.i - 1, end))
        ):
            found.append((token.i, end))
    return tuple(found)


def unpossessed(text: str) -> str:
    """The word or words without a possessive ending that was left on them."""
    return _POSSESSIVE.sub("", text)


def is_name_word(token: Token) -> bool:
    """Whether the word can be part of a name: a capital that its place in the sentence does not explain."""
    text = token.text
    if not text[:1].isupper() or text in {"I", "A"} or token.ent_type_ in _NO_NAME_ENTITIES:
        return False
    named = token.tag_ in _NAME_TAGS or (
        token.ent_type_ in {"PERSON", "ORG", "GPE"} and token.pos_ in {"NOUN", "PROPN", "ADJ"}
    )
    if token.is_stop:
        return (named and token.ent_type_ == "PERSON" and not _starts_sentence(token)) or _is_no_modal(token)
    if _starts_sentence(token):
        if token.lower_ in word_list(__package__, "prepositions.txt"):
            return False
        return named or lexicon.is_given_name(text) or lexicon.is_courtesy(text) or lexicon.is_short_title(text)
    return True


def _is_no_modal(token: Token) -> bool:
    """Whether the word is taken for "will" or "may" before a verb that has none before it: "George Will wrote"."""
    return token.tag_ == "MD" and token.i + 1 < len(token.doc) and token.nbor().tag_ in _NEVER_AFTER_MODAL


def _with_particle(doc: Doc, start: int) -> int:
    """Where the run begins, with a small particle that a hyphen ties to its first word: "al-Roe said"."""
    tied = start > 1 and doc[start - 1].text in _HYPHENS and not doc[start - 1].whitespace_
    before = doc[start - 2] if tied else None
    return start - 2 if before is not None and not before.whitespace_ and _is_particle(before) else start


def _with_particles(doc: Doc, runs: list[Run]) -> frozenset[tuple[str, ...]]:
    """The ends of names that begin with a small particle: "von der Leyen" of "Ursula von der Leyen"."""
    return frozenset(
        tuple(token.text for token in doc[i:end])
        for start, end in runs
        for i in range(start + 1, end - 1)
        if _is_particle(doc[i]) and not _is_particle(doc[i - 1])
    )


def _start_of(doc: Doc, run: Run, families: frozenset[tuple[str, ...]]) -> int:
    """Where the run begins, with the particles before it that belong to a name of the article: "von der Leyen said"."""
    first, (start, end) = run[0], run
    while first > 0 and start - first < _MOST_PARTICLES and _is_particle(doc[first - 1]):
        first -= 1
    words = tuple(unpossessed(token.text) for token in doc[first:end])
    return first if first < start and words in families else start


def _is_capital(doc: Doc, i: int) -> bool:
    return 0 <= i < len(doc) and (doc[i].text[:1].isupper() or doc[i].text in _HYPHENS)


def _starts_sentence(token: Token) -> bool:
    if token.is_sent_start or token.i == 0:
        return True
    before = token.nbor(-1)
    return before.is_space or before.text[-1] in _STARTS_AFTER or before.text in {"``", "''"}


def _run_end(doc: Doc, start: int, headlines: list[bool], wraps: set[int]) -> int:
    end = start + 1
    while end < len(doc) and not headlines[end] and not _POSSESSIVE.search(doc[end - 1].text):
        if is_name_word(doc[end]) and not (doc[end].is_sent_start and _ends_sentence(doc[end - 1])):
            end += 1
        elif step := _joined(doc, end):
            end += step
        elif end in wraps and end + 1 < len(doc) and is_name_word(doc[end + 1]) and not _ends_sentence(doc[end - 1]):
            end += 2
        else:
            break
    return end


def _wraps(doc: Doc) -> set[int]:
    """The tokens that are line ends within a paragraph: a name may go on behind them."""
    bounds = Covering((start, end, (start, end)) for start, end in paragraphs(doc.text))
    return {
        token.i
        for token in doc
        if token.is_space
        and any(start < token.idx and token.idx + len(token) < end for start, end in bounds.at(token.idx))
    }


def _ends_sentence(token: Token) -> bool:
    """Whether a sentence can end with the token: with a full stop that is no abbreviation's."""
    return token.text.endswith(".") and len(token.text) > _LONGEST_ABBREVIATION


def _known_in_headlines(doc: Doc, headlines: list[bool], wordings: set[tuple[str, ...]]) -> Iterator[Run]:
    """The longest wordings at each place of a headline that are runs of the text proper."""
    longest = max(map(len, wordings), default=0)
    i = 0
    while i < len(doc):
        sizes = range(min(longest, len(doc) - i), 0, -1) if headlines[i] else ()
        size = next((n for n in sizes if tuple(token.text for token in doc[i : i + n]) in wordings), 0)
        if size:
            yield i, i + size
        i += size or 1


def _joined(doc: Doc, i: int) -> int:
    """How many tokens from ``i`` lead on to the next word of the same name: 0 if none do."""
    token = doc[i]
    following = doc[i + 1] if i + 1 < len(doc) else None
    if following is None:
        return 0
    if token.text in _NICKNAME_MARKS and (step := _nickname(doc, i)):
        return step
    if _is_tied(doc, i):
        return 2 if following.text[:1].isupper() or _is_syllable(doc, i) else 0
    if token.text[:1].isupper() and i + 2 < len(doc) and _is_tied(doc, i + 1) and _is_syllable(doc, i + 1):
        # "Bae Do-gyun": "do" is no word of a name by itself.
        return 3
    if token.text == "," and _SUFFIX.match(following.text):
        return 2
    if token.text == "." and lexicon.is_short_title(doc[i - 1].text) and is_name_word(following):
        return 2
    if token.tag_ == "POS" and lexicon.is_organisation_word(following.text) and is_name_word(following):
        # "Workers' Union", "Prosecutor's Office": part of the name. "Doe's Foundation" is not.
        return 2 if token.text in {"'", "’"} or lexicon.is_role(doc[i - 1].text) else 0
    if token.text == "&" and is_name_word(following):
        return 2
    if _is_particle(token) and following.text in _HYPHENS and i + 2 < len(doc) and doc[i + 2].text[:1].isupper():
        return 3
    step = 0
    while step < 2 and i + step < len(doc) and _is_particle(doc[i + step]):
        step += 1
    return step + 1 if step and i + step < len(doc) and is_name_word(doc[i + step]) else 0


def _nickname(doc: Doc, i: int) -> int:
    """How many tokens a nickname in quotation marks and the name behind it take: three in "Jane M. "Jo" Roe", and two
    more for a nickname of three words."""
    if not (lexicon.is_given_name(doc[i - 1].text) or _INITIAL.match(doc[i - 1].text)):
        return 0
    close = next(
        (k for k in range(i + 2, min(i + 2 + _LONGEST_NICKNAME, len(doc) - 1)) if doc[k].text in _NICKNAME_MARKS), 0
    )
    inside = doc[i + 1 : close] if close else doc[i:i]
    words = [*inside, doc[close + 1]]
    if not inside or not all(t.text[:1].isupper() and t.is_alpha for t in words):
        return 0
    return close + 2 - i


def _is_tied(doc: Doc, i: int) -> bool:
    """Whether the token is a hyphen within a word."""
    return doc[i].text in _HYPHENS and not doc[i - 1].whitespace_ and not doc[i].whitespace_


def _is_syllable(doc: Doc, i: int) -> bool:
    """Whether a small word behind the hyphen is the end of a given name ("Kim Jong-un") and not "-led", "-era"."""
    word = doc[i + 1]
    return (
        i > 1
        and doc[i - 2].text[:1].isupper()
        and bool(doc[i - 2].whitespace_)
        and word.text.isalpha()
        and word.text.islower()
        and len(word.text) <= _LONGEST_SYLLABLE
        and not lexicon.follows_hyphen(word.text)
        and ((i > 2 and lexicon.is_role(doc[i - 3].text)) or _is_tagged_as_name(doc[i - 1], word))
    )


def _is_tagged_as_name(before: Token, word: Token) -> bool:
    person = word.ent_type_ == before.ent_type_ == "PERSON"
    return word.tag_[0] not in "VJ" and (person or word.tag_ == "NNP")


def _is_particle(token: Token) -> bool:
    return token.text.islower() and lexicon.is_particle(token.text) and token.pos_ not in {"AUX", "VERB", "NUM"}
