"""What words that describe a speaker without a name say: whether anybody speaks, of what kind, in what role."""

from __future__ import annotations

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from factsheet.model import SpeakerKind
from factsheet.speakers import lexicon

SURE = 0.7
_QUANTITIES = {"DATE", "TIME", "PERCENT", "MONEY", "CARDINAL", "ORDINAL", "QUANTITY"}
_UNCOUNTED = {"some", "many", "most", "several", "few", "others", "everyone", "everybody", "someone", "somebody"}
_NAMED = {"PERSON", "ORG", "GPE"}


def may_speak(tokens: Tokens, root: Token, *, sure: bool) -> bool:
    """Whether the words describe somebody who can have spoken.

    People and organisations can; times, amounts, documents and things never; what is neither known as the one nor
    as the other can where the quotation is ``sure``.
    """
    if tokens[0].lower_ == "no":
        return False
    if _is_people(tokens, root):
        return True
    of_several = root.lower_ == "one" and any(token.lower_ == "of" for token in tokens[1:2])
    if root.lower_ in _UNCOUNTED or of_several:
        return sure or any(_is_people(tokens, token) for token in tokens)
    thing = lexicon.is_thing(root.text) or lexicon.is_document(root.lemma_)
    if thing or root.ent_type_ in _QUANTITIES or root.pos_ in {"DET", "NUM"} or root.tag_ in {"CD", "DT", "PDT"}:
        return False
    return sure or root.ent_type_ in _NAMED


def _is_people(tokens: Tokens, word: Token) -> bool:
    if word.tag_[:2] not in {"NN", "JJ"} or word.ent_type_ in {"DATE", "TIME"}:
        return False
    forms = {word.text, word.lemma_, word.text.removesuffix("s")}
    return (
        any(lexicon.is_role(form) or lexicon.is_organisation_head(form) for form in forms)
        or lexicon.is_people(word.text)
        or lexicon.is_place(tokens.text.removeprefix("the "))
    )


def described_kind(tokens: Tokens, root: Token) -> SpeakerKind:
    """Whether one person, a country or several people are described."""
    if len(tokens) <= 3 and lexicon.is_place(tokens.text.removeprefix("the ")):
        return "organisation"
    if lexicon.is_role(root.lower_) and root.tag_ in {"NN", "NNP"} and not any(t.dep_ == "conj" for t in tokens):
        return "person"
    return "group"
