"""The claims of an article: pieces that state something checkable, each with all that is known about it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TypeVar

from spacy.tokens import Doc, Token

from factsheet.claims.claimant import Responsible, responsible
from factsheet.claims.dates import find_dates
from factsheet.claims.kinds import kind
from factsheet.claims.modality import Put, modality
from factsheet.claims.negation import is_negated
from factsheet.claims.pieces import Piece, find_pieces
from factsheet.claims.quantities import find_quantities
from factsheet.claims.references import unsettled_reference
from factsheet.claims.reporting import Reported, is_sure, reported
from factsheet.claims.restating import Restating
from factsheet.claims.selection import is_claim, reasons, score
from factsheet.language.paragraphs import paragraphs
from factsheet.model import Article, Claim, Date, Flag, Quantity, Quotation, Span, Speaker, flag_id

_Found = TypeVar("_Found", Date, Quantity)

#: An ambiguous reference is raised as a flag in claims that score at least this much; in others the evidence says it.
HINGES = 0.5


@dataclass(frozen=True)
class ClaimFindings:
    """What the claims room finds: claims in text order, and flags for what a human must look at in them."""

    claims: tuple[Claim, ...]
    flags: tuple[Flag, ...]


def find_claims(doc: Doc, quotations: tuple[Quotation, ...], speakers: tuple[Speaker, ...]) -> ClaimFindings:
    """The claims of a parsed article (``doc._.article`` says when it was published and where its body begins).

    ``quotations`` and ``speakers`` are those of the same article; a claim inside a quotation is its speaker's.
    Claim ids are ``c1``, ``c2``, ... in text order. Questions, commands and fragments are no claims, and neither is
    what a quotation says that is only possibly one.
    """
    article = doc._.article
    text = _with_line_breaks_as_spaces(doc.text)
    dates = find_dates(doc, text, article.published, article.body_start)
    quantities = find_quantities(doc, text, dates, article.body_start)
    sure = {quotation.id for quotation in quotations if is_sure(doc, quotation, speakers)}
    restating = Restating(doc, speakers)
    claims: list[Claim] = []
    flags: dict[str, Flag] = {}
    pieces = [piece for piece in find_pieces(doc, quotations, sure, _behind_title(article)) if is_claim(piece)]
    for piece in sorted(pieces, key=lambda piece: piece.runs):
        how = reported(doc, piece.quotation)
        if how.manner == "not said" or (how.manner == "denied" and is_negated(piece.root)):
            continue
        who = responsible(article, piece.quotation, piece.outer, speakers)
        unclear = unsettled_reference(piece)
        claim = _claim(f"c{len(claims) + 1}", piece, who, how, unclear, dates, quantities, restating)
        claims.append(claim)
        if unclear is not None and claim.score >= HINGES:
            flag = _flag(claim, piece.text, unclear)
            flags.setdefault(flag.id, flag)  # the same words twice in an article are one question
    return ClaimFindings(tuple(claims), tuple(flags.values()))


def _behind_title(article: Article) -> int:
    """Where the text below the title begins: a title says in short what is claimed there in full."""
    ends = [origin.span.end for origin in article.origins if origin.field == "title" and origin.span]
    return max([article.body_start, *ends])


def _with_line_breaks_as_spaces(text: str) -> str:
    """The text, as long as before, with the line breaks inside paragraphs made spaces, so that an expression that
    a line break divides is found, and none is that runs from one paragraph into the next."""
    parts, position = [], 0
    for start, end in paragraphs(text):
        parts += [text[position:start], text[start:end].replace("\n", " ").replace("\r", " ")]
        position = end
    return "".join([*parts, text[position:]])


def _claim(
    claim_id: str,
    piece: Piece,
    who: Responsible,
    how: Reported,
    unclear: Token | None,
    dates: tuple[Date, ...],
    quantities: tuple[Quantity, ...],
    restating: Restating,
) -> Claim:
    content = piece.content
    own_dates = tuple(day for span in content for day in _inside(span, dates))
    own_quantities = tuple(amount for span in content for amount in _inside(span, quantities))
    put = modality(piece.root)
    if how.manner == "imagined" and put.modality == "asserted":
        put = Put("conditional", how.cue)
    words = " ".join(span.text for span in content)
    return Claim(
        id=claim_id,
        content=content,
        restated=restating.restate(content),
        claimant=who.claimant,
        via=who.via,
        type=kind(piece.root, words, put.modality, own_quantities),
        modality=put.modality,
        negated=how.manner == "denied" or is_negated(piece.root),
        dates=own_dates,
        quantities=own_quantities,
        score=round(score(piece), 3),
        evidence=_evidence(piece, who, how, put, unclear, own_dates),
    )


def _inside(span: Span, found: tuple[_Found, ...]) -> tuple[_Found, ...]:
    """Those of some findings, which are in text order, that lie inside a span."""
    first = bisect_left(found, span.start, key=lambda finding: finding.start)
    last = bisect_left(found, span.end, key=lambda finding: finding.start)
    return tuple(finding for finding in found[first:last] if finding.end <= span.end)


def _evidence(
    piece: Piece, who: Responsible, how: Reported, put: Put, unclear: Token | None, dates: tuple[Date, ...]
) -> tuple[str, ...]:
    lines = [f"Claimant: {who.reason}."]
    if why := reasons(piece.tokens, piece.root):
        lines.append(f"Checkable: it {', '.join(why)}.")
    if piece.quotation is None and _speaks_in_first_person(piece):
        lines.append(
            "Unsure: first-person words outside any quotation; they may be somebody else's than the article's."
        )
    if put.cue is not None:
        lines.append(f"Put as {put.modality}: “{put.cue}”.")
    if how.manner == "denied":
        lines.append(f"Negated: “{how.cue}” reports that it is not so.")
    lines.extend(_about_date(day) for day in dates if day.value is None or day.basis == "inferred")
    if unclear is not None:
        lines.append(f"Ambiguous: what “{unclear.text}” refers to is not said in the quotation.")
    return tuple(lines)


def _speaks_in_first_person(piece: Piece) -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass") and child.lower_ in ("i", "we") for child in piece.root.children)


def _about_date(day: Date) -> str:
    if day.value is not None:
        return f"“{day.text}” is taken as {day.value}: the words alone do not say which one is meant."
    if day.basis == "document date" and day.earliest is None:
        return f"“{day.text}” cannot be dated: the day of publication is not known."
    return f"“{day.text}” names no date by itself."


def _flag(claim: Claim, text: str, unclear: Token) -> Flag:
    word = Span.within(text, unclear.idx, unclear.idx + len(unclear))
    return Flag(
        id=flag_id("ambiguous reference", word.text, claim.content[0].text),
        kind="ambiguous reference",
        severity="low",
        message=f"What “{word.text}” refers to is not said in the quotation, and the claim hinges on it.",
        evidence=(word,),
        subjects=(claim.id,),
        suggestion="Look up what was said before, or leave the claim out.",
    )
