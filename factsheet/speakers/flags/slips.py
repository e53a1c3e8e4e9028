"""Words one letter from the family name of somebody in the article, wherever they stand.

Names that were misread as something else are found as well, since every word with a capital is looked at. Nothing is
joined because of it. The conditions come from counting: with each of them slips stay found, and clean articles stay
unflagged.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from factsheet.model import Flag, Span, flag_id
from factsheet.speakers import lexicon
from factsheet.speakers.clusters import Cluster
from factsheet.speakers.covering import Stretches
from factsheet.speakers.flags.found import Found
from factsheet.speakers.names import known_names
from factsheet.speakers.names.comparing import folded, one_edit
from factsheet.speakers.names.differences import difference
from factsheet.speakers.runs import span_of

_SHORTEST = 3
# Up to here, a word one letter from a name is a word of its own as often ("Late", "Lane").
_SHORT = 4
_SUFFIXES = {"jr", "sr", "ii", "iii", "iv"}


@dataclass(frozen=True)
class _Slip:
    """Two words one letter apart: ``odd`` stands once, ``usual`` is the family name of ``bearers`` or the other way
    round."""

    odd: Token
    usual: Token
    bearers: tuple[Cluster, ...]


@dataclass(frozen=True)
class _Names:
    """Where each word of the article stands, who bears each word of a family name, the first names in it (all folded),
    and the tokens that by themselves say who is quoted."""

    words: Mapping[str, list[Token]]
    families: Mapping[str, tuple[Cluster, ...]]
    givens: frozenset[str]
    quoted: frozenset[int]


def slip_flags(found: Found) -> Iterator[Flag]:
    """One flag for each two spellings, of which one stands once."""
    givens = frozenset(folded(name.given) for cluster in found.persons for name in cluster.full_names)
    alone = (found.doc.char_span(span.start, span.end) for q in found.quotations for span in q.source)
    quoted = frozenset(tokens.start for tokens in alone if tokens is not None and len(tokens) == 1)
    names = _Names(_words(found.doc), _families(found), givens, quoted)
    near = _neighbours(names.words)
    for family in names.families:
        for other in near(family):
            if (slip := _slip(other, family, names)) and not _is_between_full_names(slip, found):
                yield _flag(slip, found)


def _is_between_full_names(slip: _Slip, found: Found) -> bool:
    """Whether both words stand in full names of one speaker that differ in more: that is asked of the full names."""
    one, other = (found.bearers.get(token.i) for token in (slip.odd, slip.usual))
    if one is None or other is None or one[1] is not other[1]:
        return False
    left, right = one[0].person, other[0].person
    return bool(left and right and left.full and right.full) and difference(one[0].form, other[0].form) != "spelling"


def _words(doc: Doc) -> Mapping[str, list[Token]]:
    """Where each word stands, by its folded form."""
    words: dict[str, list[Token]] = defaultdict(list)
    for token in doc:
        if len(token.text) >= _SHORTEST - 1 and token.text.replace("’", "").replace("'", "").isalpha():
            words[folded(token.text)].append(token)
    return words


def _families(found: Found) -> Mapping[str, tuple[Cluster, ...]]:
    """The words of family names that are borne in full, named twice, titled or quoted, and who bears them."""
    sources = Stretches((span.start, span.end) for q in found.quotations for span in q.source)
    families: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in found.identity.clusters:
        quoted = any(sources.reach_into(place.start, place.end) for place in cluster.places)
        for word in sorted({folded(word) for name in _family_names(cluster, quoted) for word in _parts(name)}):
            if len(word) >= _SHORTEST and not (lexicon.is_place(word) and not cluster.full_names):
                families[word].append(cluster)
    return {word: tuple(clusters) for word, clusters in families.items()}


def _family_names(cluster: Cluster, quoted: bool) -> list[str]:
    titled = any(name.titles for name in cluster.names)
    if cluster.kind == "person" and (cluster.full_names or len(cluster.references) > 1 or titled or quoted):
        return [name.family for name in cluster.full_names or cluster.names]
    if cluster.kind == "organisation" and quoted and not any(r.certain for r in cluster.references):
        # A name that nothing but the recogniser makes an organisation's is a person's as often.
        return [word for r in cluster.references if not (word := r.form.split()[-1]).isupper()]
    return []


def _parts(family: str) -> list[str]:
    return [word for word in family.replace("-", " ").split() if word[:1].isupper()]


def _neighbours(words: Iterable[str]) -> Callable[[str], list[str]]:
    """What finds the words one edit from a word. Such words are alike with one letter or none left out of each: with
    thousands of words, comparing all with all would take long."""
    shortened: dict[str, list[str]] = defaultdict(list)
    for word in words:
        for part in _shortened(word):
            shortened[part].append(word)

    def near(word: str) -> list[str]:
        found = dict.fromkeys(other for part in sorted(_shortened(word)) for other in shortened.get(part, ()))
        return sorted(other for other in found if one_edit(other, word))

    return near


def _shortened(word: str) -> set[str]:
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


def _slip(other: str, family: str, names: _Names) -> _Slip | None:
    here, bearers = names.words[other], names.families[family]
    there = [token for token in names.words.get(family, []) if token.text[:1].isupper()]
    if not there or min(len(here), len(there)) > 1 or not all(token.text[:1].isupper() for token in here):
        return None
    if other in names.families and (len(here), -here[0].i) > (len(there), -there[0].i):
        # Both are family names: the rarer is the odd one, of equals the later.
        return None
    odd, usual = (here[0], there[0]) if len(here) <= len(there) else (there[0], here[0])
    if _is_longer_by("s", odd, usual) or lexicon.is_particle(other):
        # "the Roes". A family name loses its last letter by a slip alone.
        return None
    if not any(map(_has_first_name, bearers)):
        if any(_is_longer_by(ending, *pair) for ending in "sn" for pair in ((odd, usual), (usual, odd))):
            # "the Catholics", "Catholic"; "Korea", "Korean"
            return None
    elif _is_longer_by("s", usual, odd) and len(here) == len(there):
        return None
    if 2 * sum(_may_be_the_family_name(token, there, bearers, names) for token in here) <= len(here):
        return None
    return _Slip(odd, usual, bearers)


def _may_be_the_family_name(token: Token, there: list[Token], bearers: tuple[Cluster, ...], names: _Names) -> bool:
    """Whether the word, one letter from the family name that stands at ``there``, may be meant for it."""
    before = token.nbor(-1) if token.i else None
    given = folded(before.text) if before is not None and before.text[:1].isupper() else ""
    if given and any(folded(name.given) == given for cluster in bearers for name in cluster.names):
        return True
    if before is not None and before.text == "-" and token.i > 1:
        first = folded(token.nbor(-2).text)
        return any(first in folded(name.family).split("-") for cluster in bearers for name in cluster.names)
    if before is not None and lexicon.is_place(f"{before.text} {token.text}"):
        return False
    if _goes_on(token):
        return False
    if _is_titled(token):
        return True
    if known_names.is_frequent_family_name(token.text) and known_names.is_frequent_family_name(there[0].text):
        return False
    if lexicon.is_given_name(given) and not lexicon.is_particle(given):
        # "Ana Roes" is another person, unless somebody is called "Roe" alone later on, or nowhere else, and may be she.
        alone_only = not any(cluster.full_names for cluster in bearers)
        return alone_only or any(t.i > token.i and _is_alone(t) for t in there)
    if token.i not in names.quoted and (
        len(token.text) < _SHORTEST or (len(token.text) <= _SHORT and not token.tag_.startswith("NNP"))
    ):
        return False
    if lexicon.is_given_name(token.text):
        # "Joyce said": a family name as well, where nobody in the article is called so by first name.
        return _is_alone(token) and folded(token.text) not in names.givens
    return not (lexicon.is_place(token.text) or lexicon.is_role(token.text))


def _goes_on(token: Token) -> bool:
    """Whether the next word makes this one part of another name ("Fox News", "Peace Corps")."""
    if token.i + 1 == len(token.doc):
        return False
    after = token.nbor()
    name = after.text[:1].isupper() and after.tag_.startswith("NNP") and not after.is_sent_start
    return name and lexicon.plain(after.text) not in _SUFFIXES


def _is_titled(token: Token) -> bool:
    if token.i == 0:
        return False
    before = token.nbor(-1)
    if before.text == "." and token.i > 1:
        before = token.nbor(-2)
    return lexicon.is_courtesy(before.text) or lexicon.is_short_title(before.text) or lexicon.is_role(before.text)


def _is_alone(token: Token) -> bool:
    return _is_titled(token) or token.i == 0 or not token.nbor(-1).text[:1].isupper() or token.nbor(-1).is_stop


def _has_first_name(cluster: Cluster) -> bool:
    return any(lexicon.is_given_name(name.given) for name in cluster.full_names)


def _is_longer_by(ending: str, token: Token, other: Token) -> bool:
    return folded(token.text) == folded(other.text) + ending


def _flag(slip: _Slip, found: Found) -> Flag:
    odd, usual = slip.odd.text, slip.usual.text
    (odd_form, odd_place), (usual_form, usual_place) = _named(slip.odd, found), _named(slip.usual, found)
    holder, usual_holder = (found.bearers.get(token.i) for token in (slip.odd, slip.usual))
    one = holder is not None and usual_holder is not None and holder[1] is usual_holder[1]
    counts = found.count(usual), found.count(odd)
    names = odd_form, usual_form
    return Flag(
        id=flag_id("spelling variant", folded(odd), folded(usual)),
        kind="spelling variant",
        severity="medium",
        message=f"“{odd}” and “{usual}” differ in one letter. "
        + (f"Both are taken for {slip.bearers[0].name}." if one else "They are kept apart."),
        evidence=(usual_place, odd_place),
        subjects=found.subjects(*slip.bearers),
        suggestion=f"Check which is right, “{usual}” or “{odd}”, and use it throughout."
        if counts[0] == counts[1]
        else f"Use “{usual}” ({counts[0]} of {sum(counts)} places) throughout, if both are one person.",
        names=names,
        decision=found.decision(names, (odd, usual), at=(odd_place, usual_place)),
    )


def _named(token: Token, found: Found) -> tuple[str, Span]:
    """The name that the word stands in, if it is one, and its place: what a decision about it is about."""
    holder = found.bearers.get(token.i)
    if holder is None or holder[0].person is None:
        return token.text, span_of(found.doc, token.i, token.i + 1)
    return holder[0].form, holder[0].span
