"""An article in pieces that can each be a claim: clauses that make a statement of their own, in one voice each.

A voice is the article's own or that of one quotation. The words that only report (cue and source) belong to no
piece, and neither does the header.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Set
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Token

from factsheet.claims.attribution import Attributions, is_saying
from factsheet.claims.shards import is_shard
from factsheet.claims.voices import AUTHOR, MARKS, REPORTING, UNSURE, enclosing, find_outer_marks, find_voices
from factsheet.model import Quotation, Span
from factsheet.wordlists import words

_FRAMING = words(__package__, "framing_verbs.txt")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_PAIRS = {**dict.fromkeys(MARKS, "mark"), "(": "round", ")": "round", "[": "square", "]": "square"}
_EDGES = frozenset("'‘’`,;:—–- ") | {"--", "...", "…"}
_JOINTS = frozenset({"and", "but", "that", "or", "yet"})
_COMPLEMENTS = _SUBJECTS | {"ccomp", "xcomp", "dobj", "attr", "acomp", "oprd", "agent"}
_NEEDED = _COMPLEMENTS | {"pobj", "pcomp", "prep", "relcl", "acl"}
_DEPENDENT = frozenset({"advcl", "acl", "pcomp", "csubj", "xcomp"})
_SHORTEST = 3

Question = Literal["ends", "inside", "none"]


@dataclass(frozen=True)
class Piece:
    """A clause: the Doc it is in and its text, the clause's tokens (half-open runs of token numbers, in order), its
    main verb, and whose voice it is in.

    ``quotation`` is the innermost quotation it is said in (None: the article's own words), ``outer`` those around
    it, outermost first. ``question`` says whether its sentence ends with a question mark, or has one elsewhere.
    """

    doc: Doc
    text: str
    runs: tuple[tuple[int, int], ...]
    root: Token
    quotation: Quotation | None
    outer: tuple[Quotation, ...]
    question: Question

    @property
    def tokens(self) -> list[Token]:
        """All tokens of the piece, in order."""
        return [self.doc[i] for start, end in self.runs for i in range(start, end)]

    @property
    def content(self) -> tuple[Span, ...]:
        """The verbatim spans of the piece."""
        return tuple(
            Span.within(self.text, self.doc[start].idx, self.doc[end - 1].idx + len(self.doc[end - 1]))
            for start, end in self.runs
        )


def find_pieces(doc: Doc, quotations: tuple[Quotation, ...], sure: Set[str], body_start: int) -> Iterator[Piece]:
    """The pieces of a parsed article, sentence by sentence; of its quotations only those whose id is in ``sure``
    have any."""
    text = doc.text  # spaCy puts it together anew each time it is asked for
    starts = [token.idx for token in doc]
    around = [enclosing(quotation, quotations) for quotation in quotations]
    voices = find_voices(text, starts, quotations, around, sure, body_start)
    outer_marks = find_outer_marks(doc, starts, quotations)
    body = bisect_left(starts, body_start)
    for sentence in doc.sents:
        first, question = max(sentence.start, body), _question(doc, sentence.start, sentence.end)
        by_voice: dict[int, list[int]] = {}
        for i in range(first, sentence.end):
            if i not in outer_marks:
                by_voice.setdefault(voices[i], []).append(i)
        outside = [i for i in range(first, sentence.end) if voices[i] in (AUTHOR, REPORTING)]
        for voice in sorted(by_voice.keys() - {REPORTING, UNSURE}):
            own = voice == AUTHOR
            quotation = None if own else quotations[voice]
            outer = () if own else tuple(other for other in around[voice] if other.id in sure)
            attributed = Attributions(doc, outside) if own else None
            for runs, verb in _clauses(doc, by_voice[voice], quotation):
                if attributed is None or not attributed.covers(verb):
                    yield Piece(doc, text, runs, verb, quotation, outer, question)


def _question(doc: Doc, start: int, end: int) -> Question:
    asking = [i for i in range(start, end) if doc[i].text == "?"]
    if not asking:
        return "none"
    return "ends" if asking[-1] >= end - 2 else "inside"


def _clauses(
    doc: Doc, members: list[int], quotation: Quotation | None
) -> Iterator[tuple[tuple[tuple[int, int], ...], Token]]:
    """The clauses that some tokens of one sentence and one voice make: runs of tokens, and main verbs."""
    inside = set(members)
    found: list[tuple[Token, list[int]]] = []
    for top in _roots(doc, members, inside):
        root = _told(top) if quotation is not None else top
        own = _under(root, members)
        if not own:
            continue
        parts = [(own[0], own[0], root), *_cuts(root, own)]
        ends = [edge for edge, _, _ in parts[1:]] + [own[-1] + 1]
        for (_, left, verb), right in zip(parts, ends, strict=True):
            found.append((verb, own[bisect_left(own, left) : bisect_left(own, right)]))
    _take_in_rest(doc, members, found)
    verbs = {verb.i for verb, _ in found}
    said: set[int] = set()
    for verb, own in found:
        runs = _runs(doc, own)
        if quotation is None:
            # What is left of a sentence beside its quotation stands together, or it is a remnant.
            runs = tuple(run for run in runs if run[0] <= verb.i < run[1])
        kept = {i for start, end in runs for i in range(start, end)}
        if len(kept) < _SHORTEST or verb.i not in kept or verb.i in said:
            continue
        if quotation is None and (_only_reports(verb) or _is_cut_relative(verb, kept)):
            continue
        if is_shard(verb, kept) or _breaks_off(verb, max(kept) + 1, inside):
            continue
        if _stands_alone(verb, kept, (inside,) if quotation is not None else (kept, verbs)):
            said |= kept
            yield runs, verb


def _under(verb: Token, members: list[int]) -> list[int]:
    """The tokens, of some in order, from the first to the last that a verb governs."""
    return members[bisect_left(members, verb.left_edge.i) : bisect_left(members, verb.right_edge.i + 1)]


def _breaks_off(verb: Token, end: int, inside: set[int]) -> bool:
    """Whether a clause goes on, without so much as a comma, in words of another voice."""
    while end < len(verb.doc) and end not in inside and verb.doc[end].text in MARKS:
        end += 1
    if end >= len(verb.doc) or end in inside or verb.doc[end].is_punct:
        return False
    return verb.left_edge.i <= end <= verb.right_edge.i


def _only_reports(verb: Token) -> bool:
    """Whether a clause tells that somebody spoke, perhaps to whom, and not what they said."""
    if verb.lemma_ in _FRAMING or is_saying(verb):
        said = {child.dep_ for child in verb.children if not (verb.lemma_ == "tell" and child.pos_ == "PROPN")}
        return not said & {"dobj", "ccomp", "nsubjpass", "xcomp", "prep", "oprd", "attr"}
    return False


def _is_cut_relative(verb: Token, kept: set[int]) -> bool:
    """Whether a relative clause has lost the noun it is about."""
    return verb.dep_ == "relcl" and verb.head.i not in kept and not _is_under_which(verb)


def _stands_alone(verb: Token, kept: set[int], reach: tuple[Set[int], ...]) -> bool:
    """Whether a clause, the tokens ``kept``, has its subject and its complements in itself, what its other words
    govern within one of ``reach``, and is no condition and no question inside another clause."""
    if verb.dep_ in _DEPENDENT and verb.head.i not in kept and verb.head.i != verb.i:
        return False
    if any(child.dep_ in _COMPLEMENTS and child.i not in kept for child in verb.children):
        return False
    if any(_is_cut_off(verb.doc[i], reach) for i in kept - {verb.i}):
        return False
    first = verb.doc[min(kept)]
    if first.lower_ in ("if", "whether", "unless"):
        return first.head != verb
    return not (first.tag_ in ("WP", "WRB", "WDT", "WP$") and _own_verb(first) == verb)


def _is_cut_off(token: Token, reach: tuple[Set[int], ...]) -> bool:
    """Whether a word below the main verb has lost what it governs."""
    return any(child.dep_ in _NEEDED and not any(child.i in part for part in reach) for child in token.children)


def _own_verb(token: Token) -> Token | None:
    return next((above for above in token.ancestors if above.pos_ in ("VERB", "AUX")), None)


def _take_in_rest(doc: Doc, members: list[int], found: list[tuple[Token, list[int]]]) -> None:
    """Give the words before the first clause and behind the last one to it, where they state nothing themselves.

    The parser leaves a subject whose words it does not know outside its clause.
    """
    if not found:
        return
    before = [i for i in members if i < found[0][1][0]]
    behind = [i for i in members if i > found[-1][1][-1]]
    governs = found[0][0].dep_ not in ("conj", "ROOT") and found[0][0].head.i in before
    named = bool(before) and doc[before[0]].pos_ not in ("ADP", "SCONJ", "CCONJ", "ADV", "PART")
    if named and not governs and not _has_finite_verb(doc, before) and before[-1] + 1 == found[0][1][0]:
        found[0][1][:0] = _unbroken(before[::-1])[::-1]
    if behind and not _has_finite_verb(doc, behind) and behind[0] - 1 == found[-1][1][-1]:
        found[-1][1].extend(_unbroken(behind))


def _has_finite_verb(doc: Doc, tokens: list[int]) -> bool:
    return any(doc[i].tag_ in _FINITE for i in tokens)


def _unbroken(tokens: list[int]) -> list[int]:
    """The first of some token numbers, and those that follow it without a gap."""
    return [i for n, i in enumerate(tokens) if abs(i - tokens[0]) == n]


def _told(root: Token) -> Token:
    """What a speaker tells behind words about the telling ("I am glad to announce that ..."), or else ``root``."""
    subject = next((child for child in root.children if child.dep_ == "nsubj"), None)
    if subject is None or subject.lower_ not in ("i", "we"):
        return root
    verb: Token | None = root
    while verb is not None:
        if verb.lemma_ in _FRAMING:
            told = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i and _is_clause(c)), None)
            return told if told is not None else root
        verb = next((child for child in verb.children if child.dep_ in ("xcomp", "acomp")), None)
    return root


def _roots(doc: Doc, members: list[int], inside: set[int]) -> list[Token]:
    """The main verbs among some tokens: verbs with a subject that nothing else among them governs."""
    tops = [doc[i] for i in members if doc[i].head.i not in inside or doc[i].head.i == i]
    roots = [top for top in tops if _is_clause(top)]
    if not roots:
        # A top that is no verb ("a plan that will ...") can still hold a clause, below it.
        below = (doc[i] for top in tops for i in _under(top, members))
        roots = [token for token in below if token.dep_ == "ccomp" and _is_clause(token)][:1]
        roots = [root for root in roots if root.i < root.head.i or _is_told_by(root.head)]
    return roots


def _is_told_by(governor: Token) -> bool:
    """Whether what governs a clause tells it as so: a noun ("the fact that"), "is that", "to announce that", but
    neither "let us assume that" nor "leaving them thinking that"."""
    return governor.pos_ not in ("VERB", "AUX") or governor.lemma_ == "be" or governor.lemma_ in _FRAMING


def _is_clause(token: Token) -> bool:
    """Whether a token is a verb that states something: finite, by itself or by an auxiliary, and with a subject."""
    if token.pos_ not in ("VERB", "AUX"):
        return False
    if not any(child.dep_ in _SUBJECTS for child in token.children):
        return False
    return token.tag_ in ("VBD", "VBZ", "VBP") or any(
        child.dep_ in ("aux", "auxpass") and child.tag_ in ("VBD", "VBZ", "VBP", "MD") for child in token.children
    )


def _cuts(root: Token, own: list[int]) -> list[tuple[int, int, Token]]:
    """Where further statements stand among the tokens of ``root``'s clause: the end of what is before each, its own
    start, and its verb.

    Coordinated clauses with a subject of their own, and "under which ..." clauses at its end.
    """
    cuts: list[tuple[int, int, Token]] = []
    end = _last_word(root.doc, own[-1])
    joined = {root.i}
    for verb in (root.doc[i] for i in own):
        if verb.dep_ == "conj" and verb.head.i in joined:  # directly or by way of others
            joined.add(verb.i)
        if verb.i <= root.i or verb.right_edge.i < end or not _is_clause(verb):
            continue
        edge = verb.left_edge.i
        if verb.i in joined:
            cuts.append((edge, edge, verb))
        elif verb.dep_ == "relcl" and _is_under_which(verb):
            cuts.append((edge, edge + 2, verb))
    return sorted(cuts, key=lambda cut: cut[0])


def _is_under_which(verb: Token) -> bool:
    """Whether a relative clause begins "under which", "by whom": what follows is a statement in words of its own."""
    first = verb.left_edge
    return first.dep_ == "prep" and first.i + 1 < verb.i and first.nbor(1).lower_ in ("which", "whom")


def _last_word(doc: Doc, end: int) -> int:
    while end > 0 and (doc[end].is_punct or doc[end].is_space):
        end -= 1
    return end


def _runs(doc: Doc, members: list[int]) -> tuple[tuple[int, int], ...]:
    """Runs of tokens that follow one another, without the marks and joining words at their edges."""
    runs: list[tuple[int, int]] = []
    for i in members:
        if runs and runs[-1][1] == i:
            runs[-1] = (runs[-1][0], i + 1)
        else:
            runs.append((i, i + 1))
    trimmed = [_trim(doc, start, end) for start, end in runs]
    return tuple(
        (start, end) for start, end in trimmed if any(doc[i].is_alpha or doc[i].like_num for i in range(start, end))
    )


def _trim(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The run without white space, joining words and unpaired marks and brackets at its edges."""
    left = Counter(_PAIRS.get(doc[i].text, "") for i in range(start, end))
    while start < end and _is_edge(doc[start], left, at_start=True):
        left[_PAIRS.get(doc[start].text, "")] -= 1
        start += 1
    while start < end and _is_edge(doc[end - 1], left, at_start=False):
        left[_PAIRS.get(doc[end - 1].text, "")] -= 1
        end -= 1
    return start, end


def _is_edge(token: Token, left: Counter[str], *, at_start: bool) -> bool:
    """Whether a token at the edge of a run goes, where ``left`` counts the paired signs in the run by their kind."""
    if pair := _PAIRS.get(token.text):
        return left[pair] % 2 == 1
    if token.is_space or token.dep_ == "cc" or (at_start and token.dep_ == "mark" and token.lower_ in _JOINTS):
        return True
    return token.text in _EDGES and token.tag_ != "POS"
