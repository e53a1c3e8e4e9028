"""What words that describe a speaker without a name say: whether anybody speaks, of what kind, in what role."""

from __future__ import annotations

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from factsheet.model import Span, SpeakerKind
from factsheet.speakers import lexicon
from factsheet.speakers.clusters import Cluster
from factsheet.speakers.names.comparing import folded

SURE = 0.7
_QUANTITIES = {"DATE", "TIME", "PERCENT", "MONEY", "CARDINAL", "ORDINAL", "QUANTITY"}
_UNCOUNTED = {"some", "many", "most", "several", "few", "others", "everyone", "everybody", "someone", "somebody"}
_NAMED = {"PERSON", "ORG", "GPE", "NORP"}


def may_speak(tokens: Tokens, root: Token, confidence: float) -> bool:
    """Whether the words describe somebody who can have spoken.

    People and organisations can; times, amounts, documents and things never; what is neither known as the one nor
    as the other can where the quotation is sure.
    """
    if _is_people(tokens, root):
        return True
    of_several = root.lower_ == "one" and any(token.lower_ == "of" for token in tokens[1:2])
    if root.lower_ in _UNCOUNTED or of_several:
        return confidence >= SURE or any(_is_people(tokens, token) for token in tokens)
    thing = lexicon.is_thing(root.text) or lexicon.is_document(root.lemma_)
    if thing or root.ent_type_ in _QUANTITIES or root.pos_ in {"DET", "NUM"} or root.tag_ in {"CD", "DT", "PDT"}:
        return False
    return confidence >= SURE or root.ent_type_ in _NAMED


def _is_people(tokens: Tokens, word: Token) -> bool:
    if word.tag_[:2] not in {"NN", "JJ"} or word.ent_type_ in {"DATE", "TIME"}:
        return False
    forms = {word.text, word.lemma_, word.text.removesuffix("s")}
    return (
        any(lexicon.is_role(form) or lexicon.is_organisation_head(form) for form in forms)
        or lexicon.is_group(word.text)
        or lexicon.is_place(tokens.text.removeprefix("the "))
    )


def described_kind(tokens: Tokens, root: Token) -> SpeakerKind:
    """Whether one person, a country or several people are described."""
    if len(tokens) <= 3 and lexicon.is_place(tokens.text.removeprefix("the ")):
        return "organisation"
    if lexicon.is_role(root.lower_) and root.tag_ in {"NN", "NNP"} and not any(t.dep_ == "conj" for t in tokens):
        return "person"
    return "group"


def roles_before(cluster: Cluster, tokens: Tokens) -> list[Span]:
    """The roles of the speaker that the article gives before the description."""
    return [role for reference in cluster.references for role in reference.roles if role.start < tokens.start_char]


def has_role(role: Span, root: Token, wanted: set[str]) -> bool:
    """Whether the role's own noun is the description's, and every word of the description is in the role."""
    words = [folded(word.strip(".,")) for word in role.text.split()]
    head = words.index("of") - 1 if "of" in words else len(words) - 1
    if head < 0 or words[head] != folded(root.text):
        return False
    changed = any(lexicon.changes_role(word) for word in words[:head])
    return wanted <= set(words) and (not changed or any(map(lexicon.changes_role, sorted(wanted))))
