"""Whom the sentence before was about: a pronoun goes on with its subject where nothing comes between."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Doc, Token

from factsheet.speakers import lexicon
from factsheet.speakers.clauses import is_beside, is_topic, turn
from factsheet.speakers.clusters import Cluster
from factsheet.speakers.places import SUBJECTS, Place, in_main_clause, is_subject, sentence_around
from factsheet.wordlists import words

# "Roe's plan", "a Roe aide": the sentence is about something else.
MODIFIERS = {"poss", "compound", "nmod", "amod", "npadvmod"}
_AT_THE_HEAD = 4
_MAY_BE_ONE = {"NN", "NNP", "CD", "JJ"}


def goes_on_with(
    doc: Doc, fitting: list[Place], token: Token, back: Callable[[Place], int], *, quoted: bool
) -> Cluster | None:
    """Whom the pronoun, a subject, goes on with, None where that is open.

    ``fitting`` are the places before it of whoever may be meant, ``back`` says how many sentences before it each is,
    ``quoted`` that the pronoun is the source of words before it. In its own sentence that is whoever says, thinks or
    tells what it belongs to ("Roe said that he ..."), if nobody else who fits is named there; or who alone is
    named there, if the subject is theirs. Else it is the only subject of the sentence before, if nobody else who fits
    stands there. Somebody may stand there, though not as a subject, where the pronoun follows quoted words, or is at
    the head of the next sentence of a paragraph about somebody who was quoted there or of whom the sentences before
    spoke as well; here he is no object of the main verb either.
    """
    if token.dep_ not in SUBJECTS:
        return None
    own = [place for place in fitting if back(place) == 0]
    if own:
        return _who_reports(own, token) or _whose_subject(doc, own)
    before = [place for place in fitting if back(place) == 1]
    subjects = [place for place in before if is_subject(doc[place.token])]
    leading = [p for p in subjects if in_main_clause(doc[p.token]) and not p.aside]
    if not leading:
        only = _only_one_told_of(doc, before, token)
        return only.cluster if only is not None and not _follows_voice(doc, fitting, only) else None
    if len({id(place.cluster) for place in leading}) > 1:
        return None
    leader = leading[0]
    if quoted and _follows_voice(doc, fitting, leader):
        return None
    if not leader.known or leader.cluster.kind != "person" or turn(doc[leader.token]) < 0:
        return None
    others = [p for p in before if p.cluster is not leader.cluster and _is_rival(doc, p)]
    if all(place.aside for place in others):
        return leader.cluster
    if quoted:
        rivals = [place for place in others if place in leading]
    else:
        verbs = {subject.head.i for subject in (doc[place.token] for place in leading)}
        rivals = [p for p in others if p in subjects or doc[p.token].head.i in verbs]
        known = leader.quoted or any(p.cluster is leader.cluster and back(p) > 1 for p in fitting)
        if not known or not _heads_next_sentence(doc, leader, token):
            return None
    return leader.cluster if not rivals else None


def _only_one_told_of(doc: Doc, before: list[Place], token: Token) -> Place | None:
    """The only person named in the sentence before, where its main subject is nobody else ("it is said that Roe ...",
    "look at Roe"), for a main subject at the head of the next sentence."""
    first = before[0] if before else None
    alone = len({id(place.cluster) for place in before}) == 1
    if first is None or not alone or not first.known or first.direct or first.cluster.kind != "person":
        return None
    near = [place for place in before if not place.aside and doc[place.token].dep_ not in MODIFIERS]
    if not near or not _heads_next_sentence(doc, near[-1], token):
        return None
    return first if first.quoted or not _has_human_subject(doc, first.token) else None


def _has_human_subject(doc: Doc, i: int) -> bool:
    """Whether a main subject of the sentence may be one person who is not named: a pronoun, or a noun in the singular
    for no thing."""
    subjects = [t for t in sentence_around(doc, i) if t.dep_ in SUBJECTS and in_main_clause(t)]
    return any(
        t.lower_ in {"he", "she"} or (t.tag_ in _MAY_BE_ONE and not lexicon.is_thing(t.lemma_)) for t in subjects
    )


def only_one_named(
    doc: Doc, places: list[Place], token: Token, back: Callable[[Place], int], others: set[int]
) -> Cluster | None:
    """Whom "the Republican candidate" takes up: the only person named in its sentence and in the one before, in
    whatever part of them, but for the ``others`` (ids of those who cannot be called so) and who belongs to the same
    verb. Modifiers ("the Roe campaign") do not count if the person is the subject of the sentence before and the words
    are the subject of theirs. Not where a name stands beside the words."""
    if _has_name_beside(token, {place.token for place in places}):
        return None
    near = [p for p in places if back(p) <= 1 and not p.direct and id(p.cluster) not in others]
    beside = {id(p.cluster) for p in near if is_beside(doc[p.token], token)}
    near = [p for p in near if id(p.cluster) not in beside and not _tells_of(doc[p.token], token)]
    if len({id(place.cluster) for place in near}) != 1:
        near = [place for place in near if _is_rival(doc, place)]
        subjects = (doc[p.token] for p in near if back(p) == 1 and not p.aside)
        if not any(is_subject(t) and in_main_clause(t) for t in subjects) or not heads_sentence(doc, token):
            return None
    if len({id(place.cluster) for place in near}) != 1 or near[0].cluster.kind != "person":
        return None
    return near[0].cluster if near[0].cluster.full_names else None


def _tells_of(named: Token, token: Token) -> bool:
    """Whether the word stands in a clause about the person named: "Roe, who asked the candidate"."""
    return any(t.dep_ == "relcl" and t.head.i == named.i for t in token.ancestors)


def tells_what_one_is(token: Token) -> bool:
    """Whether the noun says what somebody is or becomes: "she is the candidate", "as the nominee"."""
    first = token.left_edge
    behind_as = first.i > 0 and first.nbor(-1).lower_ == "as"
    # "As the candidate left" tells of her, "as the candidate best suited" of what one is.
    return token.dep_ in {"attr", "oprd"} or (behind_as and (not is_subject(token) or token.head.tag_ == "VBN"))


def has_open_subject(token: Token, named: set[int]) -> bool:
    """Whether the verb of the word has as its subject somebody who is called by a title or a pronoun ("the prime
    minister praised the candidate") and is at none of these places: that may be the one who is named near."""
    subjects = (t for t in token.head.children if t.dep_ in SUBJECTS and t.i < token.i and t.i not in named)
    titled = (lexicon.is_role(t.text) and any(c.lower_ == "the" for c in t.children) for t in subjects)
    return any(titled) or any(_is_open_pronoun(t, named) for t in token.head.children if t.i < token.i)


def _is_open_pronoun(word: Token, named: set[int]) -> bool:
    return word.lower_ in {"he", "she"} and word.i not in named


def _has_name_beside(token: Token, named: set[int]) -> bool:
    """Whether the noun is in apposition to a name, or a name to it: "Jane Roe, the candidate"."""
    return token.dep_ == "appos" or any(t.dep_ == "appos" or (t.i in named and t.i > token.i) for t in token.children)


def is_indefinite(noun: Token) -> bool:
    """Whether the noun brings somebody in ("a candidate")."""
    return any(t.lower_ in {"a", "an", "another", "one"} for t in noun.children)


def _follows_voice(doc: Doc, fitting: list[Place], leader: Place) -> bool:
    """Whether the paragraph quoted somebody else, who did not ask, before the leader, who was never quoted."""
    if any(place.quoted and place.cluster is leader.cluster for place in fitting):
        return False
    voices = (p.token for p in fitting if p.quoted and p.token < leader.token and turn(doc[p.token]) >= 0)
    return any("\n" not in doc[voice : leader.token].text for voice in voices)


def _who_reports(own: list[Place], token: Token) -> Cluster | None:
    verb = token.head
    while verb.dep_ == "conj" and verb.head.i < verb.i:
        verb = verb.head
    if verb.dep_ != "ccomp" or verb.head.lemma_ not in words(__package__, "speaking.txt"):
        return None
    if any(between.text == "," for between in token.doc[verb.head.i : verb.left_edge.i]):
        # "because of the mood, Roe said, that he is in": the report is put into another sentence.
        return None
    reporting = [place for place in own if place.known and token.doc[place.token].head.i == verb.head.i]
    subject = next((p for p in reporting if token.doc[p.token].dep_ == "nsubj" and not p.aside), None)
    if subject is None or subject.cluster.kind != "person":
        return None
    leader = token.doc[subject.token]
    others = [token.doc[p.token] for p in own if p.cluster is not subject.cluster and not p.aside]
    rival = any(named.dep_ not in MODIFIERS and not _tells_of(leader, named) for named in others)
    return None if rival else subject.cluster


def _whose_subject(doc: Doc, own: list[Place]) -> Cluster | None:
    """The only person named in the sentence so far, if its subject is theirs: "Roe's decision comes after he ..."."""
    first = own[0]
    alone = len({id(place.cluster) for place in own}) == 1 and first.known and first.cluster.kind == "person"
    return first.cluster if alone and any(is_topic(doc[place.token]) for place in own) else None


def _is_rival(doc: Doc, place: Place) -> bool:
    """Whether the place is no modifier, and no pronoun in a clause that itself stands for nobody known."""
    open_pronoun = not place.known and doc[place.token].tag_ == "PRP" and not in_main_clause(doc[place.token])
    return doc[place.token].dep_ not in MODIFIERS and not open_pronoun


def _heads_next_sentence(doc: Doc, leader: Place, token: Token) -> bool:
    return "\n" not in doc[leader.token : token.i].text and heads_sentence(doc, token)


def heads_sentence(doc: Doc, token: Token) -> bool:
    """Whether the word is the main subject, with hardly anything before it."""
    opening = doc[sentence_around(doc, token.i).start : token.left_edge.i]
    short = len(opening) <= _AT_THE_HEAD and not any(t.pos_ == "VERB" for t in opening)
    return short and token.dep_ in SUBJECTS and _is_told(token)


def acts(token: Token) -> bool:
    """Whether the word is the subject of a main clause that tells what is, not what would or should be."""
    return token.dep_ in SUBJECTS and _is_told(token) and not any(t.tag_ == "MD" for t in token.head.children)


def _is_told(token: Token) -> bool:
    """Whether the word is the subject of the main clause, or of what would be one but for a report behind it ("he left,
    she said")."""
    verb = token.head
    fronted = verb.dep_ == "ccomp" and verb.head.i > verb.i and verb.head.dep_ == "ROOT"
    return in_main_clause(token) or fronted
