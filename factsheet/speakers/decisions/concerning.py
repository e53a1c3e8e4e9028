"""Which records of the log concern an article: those about names whose words all stand in it, and what hangs on them.
Which entries of the authority file do, likewise.

An article is read under these records alone, so that what is made of it changes with no others.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from factsheet.model import Decision
from factsheet.speakers.authority.authority import Authority, Entry
from factsheet.speakers.decisions.contradictions import says_same
from factsheet.speakers.decisions.verdicts import is_about_names, name_key, pair_of_record, state
from factsheet.speakers.names.comparing import folded

_WORD = re.compile(r"[^\W_]+")


def concerning(records: Iterable[Decision], text: str, sha256: str, authority: Authority) -> tuple[Decision, ...]:
    """The records in force that can count in the article with this text and ``sha256``, in the order of the log.

    A record counts where all words of both its names stand in the text, or in an entry of the authority file that has
    a form standing there; of one name, where it prefers a spelling; where it was made for this very article; where a
    chain of records that make names one leads over it from one name that stands there to another; and where it shares
    a name with a record that counts, because records are held against each other along such chains. A record that a
    flag was looked at changes nothing in how an article is read.
    """
    holding = [record for record in state(records).in_force if _may_hold(record, sha256)]
    if not holding:
        return ()
    words = _words_of(text, authority)
    beside: dict[str, set[str]] = defaultdict(set)
    one_with: dict[str, set[str]] = defaultdict(set)
    standing: set[str] = set()
    reached: set[str] = set()
    for record in holding:
        pair = pair_of_record(record)
        for name, other in (pair, pair[::-1]):
            beside[name].add(other)
            if says_same(record):
                one_with[name].add(other)
        there = [words.issuperset(_WORD.findall(name)) for name in pair]
        enough = any(there) if record.verdict == "preferred spelling" else all(there)
        standing.update(name for name, stands in zip(pair, there, strict=True) if stands)
        if enough or record.scope != "everywhere":
            reached.update(pair)
    linked: set[str] = set()
    for name in sorted(standing - reached):
        if name not in linked:
            linked |= (chained := _spread({name}, one_with))
            if len(chained & standing) > 1:
                reached |= chained
    reached = _spread(reached, beside)
    return tuple(record for record in holding if pair_of_record(record)[0] in reached)


def _spread(names: set[str], beside: Mapping[str, set[str]]) -> set[str]:
    """These names, and all that chains lead to from them."""
    reached, waiting = set(names), list(names)
    while waiting:
        found = beside.get(waiting.pop(), set()) - reached
        reached |= found
        waiting += found
    return reached


def _may_hold(record: Decision, sha256: str) -> bool:
    return is_about_names(record) and (
        record.scope == "everywhere" or any(article.sha256 == sha256 for article in record.articles)
    )


def entries_concerning(authority: Authority, text: str) -> tuple[Entry, ...]:
    """The entries of the authority file that have a form whose words all stand in the text."""
    words = _words(text)
    return tuple(entry for entry in authority.entries if any(map(words.issuperset, _forms(entry))))


def _words_of(text: str, authority: Authority) -> set[str]:
    words = _words(text)
    for entry in entries_concerning(authority, text):
        words.update(word for form in _forms(entry) for word in form)
    return words


def _words(text: str) -> set[str]:
    return {word for piece in set(text.split()) for word in _WORD.findall(folded(piece))}


def _forms(entry: Entry) -> list[list[str]]:
    return [_WORD.findall(name_key(form)) for form in entry.forms]
