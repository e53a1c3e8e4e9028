"""References that a claim hinges on and that its own context does not settle: a bare "this" that opens a quotation."""

from __future__ import annotations

from bisect import bisect_left

from spacy.tokens import Token

from factsheet.claims.pieces import Piece

_BARE = frozenset({"this", "that", "these", "those"})
_GOVERNED = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
_CLAUSAL = frozenset({"ccomp", "xcomp", "acomp", "attr", "advcl"})
_NAMING = frozenset({"NOUN", "PROPN", "VERB"})


def unsettled_reference(piece: Piece) -> Token | None:
    """The first bare "this", "that", "these", "those" or "it" of a quoted piece that nothing before it in the same
    quotation can be; None if there is none.

    In the article's own words, and in a paraphrase, the sentence before settles what is meant; a direct quotation is
    cut out of a speech, and what came before there is not in the article.
    """
    if piece.quotation is None or piece.quotation.kind == "indirect":
        return None
    doc = piece.doc
    first = bisect_left(range(len(doc)), piece.quotation.content[0].start, key=lambda i: doc[i].idx)
    return next((t for t in piece.tokens if _is_bare(t) and not _has_antecedent(t, first)), None)


def _is_bare(token: Token) -> bool:
    if token.dep_ not in _GOVERNED or token.tag_ not in ("DT", "PRP"):
        return False
    if any(child.i > token.i for child in token.children):
        return False  # "those who voted" says itself who is meant
    if token.lower_ in _BARE:
        # "This is a plan": what follows says what is meant.
        return token.dep_ in ("pobj", "dobj") or not any(child.dep_ in _CLAUSAL for child in token.head.children)
    if token.lower_ != "it" or token.dep_ == "pobj":
        return False
    return not any(child.dep_ in _CLAUSAL for child in token.head.children)


def _has_antecedent(token: Token, first: int) -> bool:
    above = {ancestor.i for ancestor in token.ancestors}
    return any(
        word.pos_ in _NAMING and word.i not in above and word.head.i != token.i for word in token.doc[first : token.i]
    )
