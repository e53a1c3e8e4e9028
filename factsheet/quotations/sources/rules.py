"""Rules that say whom the words of a cue are put down to: the subject, "according to X", "by X", the possessor ..."""

from __future__ import annotations

from collections.abc import Iterator

from factsheet.language.quote_marks import CLOSING, EITHER
from factsheet.quotations.frames import Chars, Reading
from factsheet.quotations.parse import Word
from factsheet.quotations.sources.name_between import name_between, subject_within
from factsheet.quotations.sources.quoting import QUOTING, quoted, saying
from factsheet.wordlists import words

_SUBJECTS = ("nsubj", "csubj")
RELATIVES = ("who", "which", "that", "whom")
_CLIMB = ("conj", "advcl", "xcomp", "pcomp", "prep", "ccomp", "parataxis", "acomp")
_MAX_CLIMB = 5
_LONGEST_NAME = 15
# What may stand between a closing mark and its verb: “…”, – said Ann Roe.
_BETWEEN, _LOOK_BACK = " \u00a0,–—-", 6
_FINITE = ("VBD", "VBZ", "VBP")
_NOUN_BEGINS = ("DT", "PRP$", "CD", "JJ", "NN", "NNS", "NNP", "NNPS")
_NAME_PARTS = ("PROPN", "PRON")
_NAMES_BEGIN = ("PROPN", "NOUN", "PRON", "DET", "ADJ", "NUM")


def rule_proposals(cue: Word, reading: Reading) -> Iterator[tuple[str, list[Chars]]]:
    """What each rule proposes for ``cue``: the rule's name, and the character spans of the words that name somebody."""
    if cue.lower == "according":
        yield (
            "according to",
            [noun_phrase(word) for prep in cue.children for word in prep.children if word.dep == "pobj"],
        )
    if name := _recorded(cue):
        yield "recorded", [name]
    name = name_between(cue, reading)
    if name and not subject_within(name, cue):
        if cited := _cited(cue):
            yield "citing", [name, *cited]
        yield "subject", [name]
        return
    if source := quoted(cue):
        yield "citing", [*_climb(cue), noun_phrase(source)]
    for subject in _subjects(cue):
        if cited := _cited(cue):
            yield "citing", [subject, *cited]
        yield "subject", [subject]
    if reading.text[max(0, cue.start - _LOOK_BACK) : cue.start].rstrip(_BETWEEN).endswith((*CLOSING, EITHER, "''")):
        yield "subject", _inverted(cue)
    if _is_passive(cue):
        agent = _agent(cue)
        if saying(cue):
            yield ("citing" if agent else "subject"), [*agent, *_passive_subject(cue)]
        else:
            yield "by", agent
        return
    if cue.pos in ("NOUN", "PROPN"):
        yield "possessor", [noun_phrase(child) for child in cue.children if child.dep == "poss"][:1]
        yield "noun and preposition", _after_noun(cue)
    if cue.dep == "acl" and cue.tag == "VBG":
        yield "noun before", [noun_phrase(cue.head, stop=cue.i)]
    yield "governing subject", _climb(cue)


def _recorded(cue: Word) -> Chars | None:
    """Who is seen or heard saying something, whatever the parser hangs the participle on: The ad uses footage of Ann
    Roe asking."""
    if cue.tag != "VBG":
        return None
    names = cue.i
    while names > 1 and cue.words[names - 1].pos in _NAME_PARTS:
        names -= 1
    recording = cue.words[names - 2].lemma.lower() if names < cue.i else ""
    if cue.words[names - 1].lower != "of" or recording not in words(__package__, "recordings.txt"):
        return None
    return cue.words[names].start, cue.words[cue.i - 1].end


def _subjects(cue: Word) -> Iterator[Chars]:
    """The phrases that the parser takes for the verb's subject; beside quoted words it may see more than one."""
    for child in cue.children:
        if child.dep in _SUBJECTS:
            if child.lower in RELATIVES and cue.dep in ("relcl", "acl"):
                start, _ = noun_phrase(cue.head, stop=child.i)
                yield start, child.end
            else:
                yield noun_phrase(child, stop=cue.i if child.i < cue.i else None)


def _inverted(cue: Word) -> list[Chars]:
    """The name right behind a cue that follows a quotation ("…," said Anna Berg; "…", warns its head, Bo Lund),
    whatever the parser makes of it: an object of the cue, or the subject of the next verb."""
    first = cue.i + 1
    names = []
    for word in cue.words[first : first + _LONGEST_NAME]:
        if word.is_punct or word.is_space:
            break
        if word.pos == "PROPN" and word.left_edge == first:
            names.append(word)
    if names:
        return [noun_phrase(names[-1])]
    alone = cue.tag in _FINITE and cue.lemma.lower() in words("factsheet.quotations", "inverted.txt")
    return _described(cue) if alone else []


def _described(cue: Word) -> list[Chars]:
    """The noun right behind a cue, with what belongs to it and the name behind its comma."""
    every, end = cue.words, cue.i + 1
    while end < min(len(every), cue.i + _LONGEST_NAME) and _belongs_to_noun(every[end]):
        end += 1
    found = every[cue.i + 1 : end]
    if not found or found[0].tag not in _NOUN_BEGINS or found[-1].pos not in ("NOUN", "PROPN"):
        return []
    behind = end + 1
    while behind < len(every) and every[behind].pos == "PROPN":
        behind += 1
    named = end < len(every) and every[end].text == "," and behind > end + 1
    return [(found[0].start, every[behind - 1].end if named else found[-1].end)]


def _belongs_to_noun(word: Word) -> bool:
    return word.pos in ("DET", "ADJ", "NUM", "NOUN", "PROPN", "PART") or word.tag == "PRP$" or word.lower == "of"


def _cited(cue: Word) -> list[Chars]:
    """Who the subject reports on: "X said, citing Y"; "X quoted Y as saying"."""
    if participle := saying(cue):
        return _between(cue, participle.head)
    for child in cue.children:
        if child.lower in QUOTING and child.dep in ("advcl", "xcomp", "acl", "prep", "conj"):
            return [noun_phrase(word) for word in child.children if word.dep in ("dobj", "pobj") and _speaks(word)][:1]
    return []


def _between(cue: Word, preposition: Word) -> list[Chars]:
    """The words between "quoted" and "as": whatever the parser makes of them, they are whom somebody quotes."""
    between = cue.words[cue.i + 1 : preposition.i]
    return [(between[0].start, between[-1].end)] if between and between[0].pos in _NAMES_BEGIN else []


def _speaks(word: Word) -> bool:
    """Whether a word names somebody ("Kyodo", "officials") rather than a thing ("precedent", "fears")."""
    return word.pos == "PROPN" or bool(word.ent_type) or word.lemma.lower() in words(__package__, "cited.txt")


def _is_passive(cue: Word) -> bool:
    return any(child.dep in ("auxpass", "nsubjpass") for child in cue.children) or (
        cue.tag == "VBN" and cue.dep in ("acl", "relcl") and not any(c.dep in ("aux", "nsubj") for c in cue.children)
    )


def _agent(cue: Word) -> list[Chars]:
    for child in cue.children:
        if child.lower == "by":
            return [noun_phrase(word) for word in child.children if word.dep == "pobj"][:1]
        if child.dep == "xcomp":
            return _agent(child)
    return []


def _after_noun(cue: Word) -> list[Chars]:
    for child in cue.rights:
        if child.lower in ("by", "from"):
            return [noun_phrase(word) for word in child.children if word.dep == "pobj"][:1]
    return []


def _climb(cue: Word) -> list[Chars]:
    """The subject of the verb that governs the cue: "Hours later she left, saying ..."."""
    token = cue
    for _ in range(_MAX_CLIMB):
        if (token.dep not in _CLIMB and not (token is cue and token.pos == "NOUN")) or token.head == token:
            return []
        if token.dep == "ccomp" and token is not cue:
            return []
        token = token.head
        if token.dep == "acl" and token.tag == "VBG" and not any(_subjects(token)):
            return [noun_phrase(token.head, stop=token.i)]
        if token.pos in ("VERB", "AUX"):
            subject = [*_subjects(token), *_passive_subject(token)][:1]
            if subject and not _within(cue, subject):
                return subject
    return []


def _passive_subject(token: Word) -> list[Chars]:
    return [noun_phrase(child) for child in token.children if child.dep == "nsubjpass"][:1]


def _within(cue: Word, spans: list[Chars]) -> bool:
    return any(start <= cue.start < end for start, end in spans)


def noun_phrase(head: Word, stop: int | None = None) -> Chars:
    """The noun phrase around ``head`` with title and apposition, without clauses hung on it; nothing from token
    ``stop`` on."""
    doc = head.words
    first = head.left_edge
    last = head.i
    for child in head.rights:
        if stop is not None and child.i >= stop:
            break
        if child.dep in ("acl", "parataxis") or _is_clause(child):
            break
        if child.dep == "punct" and child.text not in (",", "(", ")", "-", "'", "’"):
            break
        last = max(last, _last_of(child, stop))
    while last > head.i and _is_loose(doc[last]):
        last -= 1
    if doc[first].pos == "ADP":
        # Of Berg, Ann Roe said:
        comma = next((i for i in range(head.i - 1, first, -1) if doc[i].text == ","), first)
        named = all(doc[i].pos in _NAMES_BEGIN for i in range(comma + 1, head.i))
        first = comma + 1 if comma > first and named else first
    while first < head.i and (doc[first].is_punct or doc[first].is_space or doc[first].dep in ("cc", "mark")):
        first += 1
    return doc[first].start, doc[last].end


def _is_loose(token: Word) -> bool:
    return token.is_space or token.dep == "cc" or (token.is_punct and token.text not in (")", "."))


def _is_clause(word: Word) -> bool:
    """Whether a word is that of a clause about what somebody does, not about who he is: "who knows", "when meeting"."""
    asked = word.tag.startswith("VB") and any(child.tag == "WRB" for child in word.lefts)
    return asked or word.dep in ("relcl", "advcl")


def _last_of(child: Word, stop: int | None) -> int:
    last = child.right_edge
    clause = next((word for word in child.subtree if _is_clause(word) and word.left_edge > child.i), None)
    if clause is not None:
        last = clause.left_edge - 1
    if stop is not None:
        last = min(last, stop - 1)
    return int(last)
