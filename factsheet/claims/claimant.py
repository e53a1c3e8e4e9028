"""Who the article makes responsible for a claim, and who reports whom."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factsheet.model import Article, Claimant, Mention, Quotation, Span, Speaker

AUTHOR = Claimant("author", None, "the article")
UNATTRIBUTED = Claimant("speaker", None, "unattributed")

_CITING = re.compile(r"\b(?:citing|quoting|with reference to|referring to)\s+", re.IGNORECASE)
_NAME_ENDS = re.compile(r"[,;:.!?\n\"“”]|\s+(?:and|that|who|which|as)\s|\Z")
_OUTLET_BEFORE = re.compile(
    r"(?P<outlet>[A-Z][\w.&'’-]*(?:[ \xa0]+(?:of[ \xa0]+)?[A-Z][\w.&'’-]*){0,4})[ \xa0]+"
    r"(?:reports|reported|writes|wrote|informs)\b[\w ,]{0,20}\Z"
)

_QUOTED_AS_SAYING = re.compile(
    r"\b(?:quot(?:es|ed|ing)|cit(?:es|ed|ing))[ \xa0]+(?P<name>[^\n\"“”;:]{2,80}?)[ \xa0]+as[ \xa0]+"
    r"(?:saying|telling|writing|stating|claiming|adding)\b"
)


@dataclass(frozen=True)
class Responsible:
    """Who makes a claim, through whom it is reported (outermost first), and why it is held to be so."""

    claimant: Claimant
    via: tuple[Claimant, ...]
    reason: str


def responsible(
    article: Article,
    quotation: Quotation | None,
    outer: tuple[Quotation, ...],
    speakers: tuple[Speaker, ...],
) -> Responsible:
    """Who is responsible for what is said in a quotation (None: in the article's own words).

    ``outer`` are the quotations it stands in, outermost first. Where a report cites somebody ("Trend reports citing
    the Ministry"), the one cited makes the claim and the one who reports is ``via``. Words of an unknown speaker
    are never given to the author.
    """
    via = tuple(_whose(article, other, speakers) for other in outer)
    if quotation is None:
        return Responsible(AUTHOR, via, "in the article's own words")
    cited = _cited(article, quotation, speakers)
    if cited is not None:
        claimant, reporter = cited
        reason = f"{reporter.text} reports it, citing {claimant.text}"
        return Responsible(claimant, (*via, reporter), reason)
    claimant = _whose(article, quotation, speakers)
    said = " ".join(span.text for span in quotation.cue)
    if claimant == UNATTRIBUTED:
        return Responsible(claimant, via, f"in quotation {quotation.id}, whose speaker is not known")
    return Responsible(claimant, via, f"in quotation {quotation.id}" + (f" (“{said}”)" if said else ""))


def _whose(article: Article, quotation: Quotation, speakers: tuple[Speaker, ...]) -> Claimant:
    speaker = next((s for s in speakers if s.id == quotation.speaker), None)
    if speaker is None:
        return UNATTRIBUTED
    return _claimant(article, speaker)


def _claimant(article: Article, speaker: Speaker) -> Claimant:
    is_outlet = article.outlet is not None and speaker.name.casefold() == article.outlet.casefold()
    return Claimant("outlet" if is_outlet else "speaker", speaker.id, speaker.name)


def _cited(article: Article, quotation: Quotation, speakers: tuple[Speaker, ...]) -> tuple[Claimant, Claimant] | None:
    """The one cited and the one who reports, where the words that report a quotation say that somebody is cited."""
    reporting = sorted((*quotation.cue, *quotation.source))
    if not reporting:
        return None
    start = max(0, min(span.start for span in reporting) - 60)
    line_end = article.text.find("\n", reporting[-1].end)
    end = min(reporting[-1].end + 100, line_end if line_end >= 0 else len(article.text))
    quoted = _QUOTED_AS_SAYING.search(article.text, reporting[0].start, end)
    if quoted is not None and not any(span.overlaps(_span(article, quoted)) for span in quotation.content):
        return _quoted(article, quotation, speakers, quoted)
    citing = _CITING.search(article.text, start, end)
    if citing is None or any(span.start < citing.end() and citing.start() < span.end for span in quotation.content):
        return None
    named = _named(article, speakers, citing.end())
    reporter = _reporter(article, speakers, citing.start(), start)
    return (named, reporter) if named is not None and reporter is not None else None


def _span(article: Article, match: re.Match[str]) -> Span:
    return Span.within(article.text, *match.span())


def _quoted(
    article: Article, quotation: Quotation, speakers: tuple[Speaker, ...], match: re.Match[str]
) -> tuple[Claimant, Claimant] | None:
    """The one quoted and the one who quotes, in "the agency quoted him as saying"; None where only the one quoted is
    known to the quotation."""
    if any(match.start("name") <= source.start < match.end("name") for source in quotation.source):
        return None
    named = _named(article, speakers, match.start("name"), match.end("name"))
    reporter = _whose(article, quotation, speakers)
    if named is None or reporter == UNATTRIBUTED or named == reporter:
        return None
    speaker = next((s for s in speakers if s.id == reporter.speaker), None)
    if speaker is not None and speaker.kind == "organisation":
        reporter = Claimant("outlet", reporter.speaker, reporter.text)
    return named, reporter


def _named(article: Article, speakers: tuple[Speaker, ...], start: int, end: int | None = None) -> Claimant | None:
    """Whoever is named from ``start`` on: a speaker who is mentioned there, or else the bare words (up to ``end``,
    where that is known)."""
    for speaker in speakers:
        if any(start <= m.start <= start + 4 and not _is_owner(article.text, m) for m in speaker.mentions):
            return _claimant(article, speaker)
    if end is None:
        ends = _NAME_ENDS.search(article.text, start)
        end = ends.start() if ends else len(article.text)
    name = article.text[start:end].partition(",")[0].strip()
    return Claimant("speaker", None, name) if name else None


def _is_owner(text: str, mention: Mention) -> bool:
    """Whether the mention only says whose somebody is: "according to his lawyer"."""
    return mention.text.lower() in {"his", "her"} and text[mention.end : mention.end + 2].strip()[:1].isalpha()


def _reporter(article: Article, speakers: tuple[Speaker, ...], end: int, start: int) -> Claimant | None:
    """The outlet that reports, named before ``end``; a person who cites a source speaks for themselves."""
    match = _OUTLET_BEFORE.search(article.text, start, end)
    if match is None:
        return None
    place = Span.within(article.text, *match.span("outlet"))
    for speaker in speakers:
        if any(m.start >= place.start - len("the ") and m.end == place.end for m in speaker.mentions):
            return Claimant("outlet", speaker.id, speaker.name) if speaker.kind == "organisation" else None
    return Claimant("outlet", None, place.text)
