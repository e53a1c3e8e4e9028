"""Where the names of an article stand: runs of capitalised words, what names who is quoted, and longer names of bodies
put together."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from factsheet.language.datelines import dateline_spans
from factsheet.model import Span
from factsheet.speakers import lexicon
from factsheet.speakers.covering import Covering
from factsheet.speakers.names.comparing import folded
from factsheet.speakers.runs import Run, capitalised_runs

# Small words that only a body's name has within it, before what it is for.
AIMS = frozenset({"against", "for", "to"})
# What the recogniser calls words that may be the first of a body's name: "Central and East European Bank".
_NO_NAMES = {"", "LOC", "NORP"}
_LONGEST_SOURCE_NAME = 3


def name_runs(doc: Doc, sources: tuple[Span, ...]) -> tuple[list[Run], dict[int, Run]]:
    """The runs where names can stand, in text order; and for the first token of each name in the other order ("Roe,
    Jane") the run that has it in the usual one.

    ``sources`` name who is quoted: a single word with a capital there is a name, whatever the tagger takes it for, and
    so is a known given name with such words behind it.
    """
    datelines = Covering((start, end, True) for start, end in dateline_spans(doc.text))
    runs = [run for run in capitalised_runs(doc) if not datelines.at(doc[run[0]].idx)]
    names = [run for run in _source_names(doc, sources) if run[1] - run[0] > 1]
    ends = Covering((first, last, last) for first, last in names)
    runs = [run for run in runs if not any(run[1] <= last for last in ends.at(run[0]))]
    covered = {i for start, end in runs for i in range(start, end)}
    quoted = [run for run in _source_names(doc, sources) if covered.isdisjoint(range(*run))]
    return _with_listed_names(doc, list(_joined(doc, sorted({*runs, *quoted}))))


def _with_listed_names(doc: Doc, runs: list[Run]) -> tuple[list[Run], dict[int, Run]]:
    """The runs, two of them put together where they are a name that the article has in the other order as well
    ("Tleuberdi, Mukhtar", "Mukhtar Tleuberdi"); and for the first token of each such run, the other order's run."""
    wordings = {tuple(token.text for token in doc[start:end]): (start, end) for start, end in runs}
    joined: list[Run] = []
    natural: dict[int, Run] = {}
    for start, end in runs:
        if joined and joined[-1][1] == start - 1 and doc[start - 1].text == ",":
            before = joined[-1]
            words = *(t.text for t in doc[start:end]), *(t.text for t in doc[slice(*before)])
            listed = end < len(doc) and doc[end].lower_ in {"and", "&"}
            if words in wordings and not listed:
                joined[-1] = before[0], end
                natural[before[0]] = wordings[words]
                continue
        joined.append((start, end))
    return joined, natural


def _joined(doc: Doc, runs: list[Run]) -> Iterator[Run]:
    """Runs put together where small words join an organisation's name: "Ministry of Foreign Affairs of X"."""
    bodies = {i: e.end for e in doc.ents if e.label_ == "ORG" for i in range(e.start, e.end)}
    i = 0
    while i < len(runs):
        start, end = runs[i]
        i += 1
        while i < len(runs) and (
            _is_one_body(doc, (start, end), runs[i], bodies.get(start, 0)) or _goes_on(doc, start, end, runs[i])
        ):
            end = runs[i][1]
            i += 1
        yield start, end


def _goes_on(doc: Doc, start: int, end: int, following: Run) -> bool:
    between = [t.lower_ for t in doc[end : following[0]]]
    if not between or len(between) > 2 or (len(between) == 2 and between[1] != "the"):
        return False
    if not any(lexicon.is_organisation_word(t.text) for t in doc[start:end]):
        return False
    words = [t.text for t in doc[following[0] : following[1]]]
    if between[0] == "and":
        return any(t.lower_ == "of" for t in doc[start:end]) and all(map(lexicon.is_department, words))
    if any(t.lower_ == "of" for t in doc[start:end]):
        return between[0] == "of" and lexicon.is_place(" ".join(words))
    if any(map(lexicon.is_given_name, words)):
        return False
    return lexicon.joins_organisation(between[0]) and between[0] != "in"


def _is_one_body(doc: Doc, run: Run, following: Run, body: int) -> bool:
    """Whether the recogniser and the parser agree that small words join the two runs to the name of one body: "Citizens
    for Fair Pay", "Alliance to Mend Our Roads", "Health and Pensions Committee". ``body``: where it ends there.
    """
    start, end = run
    if end == following[0]:
        return False
    small, head = doc[end].lower_, doc[start : following[1]].root.i
    if small == "and" and following[0] == end + 1:
        whole = body >= following[1] or {token.ent_type_ for token in doc[start:end]} <= _NO_NAMES
        return whole and head == following[1] - 1 and lexicon.is_organisation_word(doc[head].text)
    if body < following[1]:
        return False
    if any(token.text in AIMS for token in doc[start:end]) and all(t.is_title for t in doc[end : following[0]]):
        # "Our"
        return True
    words = [token.text for token in doc[following[0] : following[1]]]
    people = end - start == 1 and doc[start].tag_ in {"NNS", "NNPS"}
    return (
        small in AIMS
        and head < end
        and (people or any(lexicon.is_organisation_word(token.text) for token in doc[start:end]))
        and not lexicon.is_given_name(words[0])
        and not lexicon.is_place(" ".join(words))
    )


def _source_names(doc: Doc, sources: tuple[Span, ...]) -> Iterator[Run]:
    """The sources that are a single word with a capital, or a given name or a particle with such words behind it, also
    where they stand in headlines."""
    for source in sources:
        tokens = doc.char_span(source.start, source.end)
        if tokens is None or not all(t.text[:1].isupper() and _is_word(t.text) for t in tokens):
            continue
        token = tokens[0]
        if len(tokens) > 1:
            named = lexicon.is_given_name(token.text) or lexicon.is_particle(token.text)
            if named and len(tokens) <= _LONGEST_SOURCE_NAME:
                yield tokens.start, tokens.end
            continue
        common = lexicon.is_group(token.text) or lexicon.is_role(token.text) or lexicon.is_place(token.text)
        if not (token.is_stop or common or token.tag_ in {"NNS", "PRP", "CD"}):
            yield token.i, token.i + 1


def _is_word(text: str) -> bool:
    """Whether there is nothing but letters, hyphens and apostrophes: "Roe", "O'Roe"."""
    return folded(text).replace("'", "").replace("-", "").isalpha()
