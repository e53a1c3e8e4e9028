"""Pronouns of another gender than the only person they can mean."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from factsheet.model import Flag, Span, flag_id
from factsheet.speakers import lexicon
from factsheet.speakers.clusters import Cluster
from factsheet.speakers.descriptions import SURE
from factsheet.speakers.flags.found import Found
from factsheet.speakers.genders import pronoun_gender
from factsheet.speakers.lexicon import Gender
from factsheet.speakers.names.comparing import folded

_SENTENCES_NEAR = 2
_SENTENCES_FAR = 8
_WORDS: dict[Gender, str] = {"male": "a man", "female": "a woman"}


def pronoun_flags(found: Found) -> Iterator[Flag]:
    """One flag for each "he" or "she" that is quoted for sure, stands for nobody, and follows one person alone, whose
    name or title shows the other gender."""
    sentences = [s for s in found.doc.sents if any(token.is_alpha for token in s)]
    for quotation in found.quotations:
        if quotation.speaker is not None or not quotation.is_sure(SURE):
            continue
        for span in quotation.source:
            tokens = found.doc.char_span(span.start, span.end)
            gender = pronoun_gender(tokens[0]) if tokens is not None and len(tokens) == 1 else None
            if tokens is not None and gender and (only := _only_one(tokens[0], gender, sentences, found)):
                yield _flag(span, gender, only, quotation.id, found)


def _only_one(token: Token, gender: Gender, sentences: list[Tokens], found: Found) -> Cluster | None:
    """The one person named in full just before, of the other gender, with nobody farther back whom the pronoun fits."""
    at = next((i for i, s in enumerate(sentences) if s.start <= token.i < s.end), 0)
    near, far = (sentences[max(0, at - back)].start for back in (_SENTENCES_NEAR, _SENTENCES_FAR))
    before = [c for c in found.persons if any(far <= r.first < token.i for r in c.references)]
    close = [c for c in before if any(near <= r.first < token.i for r in c.references)]
    if len(close) != 1 or not close[0].full_names or any(c.gender in (gender, None) for c in before):
        return None
    if any(_is_unnamed(word, gender, found) for word in found.doc[far : token.i]):
        return None
    subject = any(
        _is_subject(found.doc[r.first : r.last].root) for r in close[0].references if near <= r.first < token.i
    )
    return close[0] if subject else None


def _is_unnamed(word: Token, gender: Gender, found: Found) -> bool:
    """Whether somebody without a name, whom the pronoun may mean, is spoken of ("the employee")."""
    role = (
        word.tag_ in {"NN", "NNP"} and lexicon.is_role(word.text) and lexicon.role_gender(word.text) in (gender, None)
    )
    of_somebody = any(role.start <= word.idx < role.end for c in found.persons for role in c.roles)
    return role and not of_somebody and word.i not in found.bearers


def _is_subject(token: Token) -> bool:
    return token.dep_ in {"nsubj", "nsubjpass"}


def _flag(pronoun: Span, gender: Gender, only: Cluster, quotation: str, found: Found) -> Flag:
    last = max(r.span for r in only.references if r.span.start < pronoun.start)
    shown = _WORDS["male" if gender == "female" else "female"]
    return Flag(
        id=flag_id("pronoun mismatch", folded(pronoun.text), folded(only.name)),
        kind="pronoun mismatch",
        severity="high",
        message=f"“{pronoun.text}” follows {only.name}, whose name or title shows {shown}, and nobody else is named "
        "near. The words are attributed to nobody.",
        evidence=(last, pronoun),
        subjects=(*found.subjects(only), quotation),
        suggestion="Read the place: either the pronoun is wrong, or the name, or somebody else speaks.",
    )
