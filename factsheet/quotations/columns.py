"""What features ask of every token again and again, read from the parse once."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from factsheet.quotations.wordforms import word


@dataclass(frozen=True)
class Cut:
    """A place where a content may end: before token ``at``, for a reason of this ``kind``.

    Where ``reach`` is a number, only a content whose last token is ``reach`` or stands before it may be cut there.
    """

    at: int
    kind: str
    reach: int | None = None


@dataclass(frozen=True)
class Columns:
    """A Doc by columns, one entry a token: its word (see ``wordforms.word``), tag, dependency, the index of its head,
    and the half-open token indices of its sentence. ``cuts`` are in the order of the text."""

    words: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    sentences: list[tuple[int, int]]
    cuts: list[Cut]

    @classmethod
    def of(cls, doc: Doc) -> Columns:
        """The columns of a parsed Doc."""
        columns = cls([], [], [], [], [], [])
        for sentence in doc.sents:
            columns.sentences.extend([(sentence.start, sentence.end)] * len(sentence))
        for token in doc:
            columns.words.append(word(token))
            columns.tags.append(token.tag_)
            columns.deps.append(token.dep_)
            columns.heads.append(token.head.i)
            if cut := _cut(token):
                columns.cuts.append(cut)
        return columns


def _cut(token: Token) -> Cut | None:
    if token.is_punct:
        kind = "comma" if token.text == "," else "dash" if token.text in ("—", "–", "--", "-", "(", ";") else None
        return Cut(token.i, kind) if kind else None
    dep = token.dep_
    if dep == "cc" and token.head.pos_ in ("VERB", "AUX"):
        return Cut(token.i, "cc")
    if dep == "mark" and token.head.dep_ == "advcl" and token.i == token.head.left_edge.i:
        return Cut(token.i, "advcl")
    if dep == "prep" and token.head.pos_ in ("VERB", "AUX"):
        return Cut(token.i, "prep", token.right_edge.i)
    if dep in ("npadvmod", "advmod") and token.left_edge.i == token.i:
        return Cut(token.i, "tail adverb", token.right_edge.i)
    return None
