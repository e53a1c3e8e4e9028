"""Content candidates: what a cue may be reporting.

Every candidate is a quoted region beside the cue, a piece of the parse, or such a piece that ends earlier; which of
them is right, if any, is the judge's business. A candidate that cuts into a quoted region is widened to the whole of
it, so that no quotation is ever given in part.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from factsheet.quotations.contents.beside import Beside, beside_marks
from factsheet.quotations.contents.constructions import of_the_parse
from factsheet.quotations.contents.subordinate import is_unreported
from factsheet.quotations.frames import Chars, ContentCandidate, Reading
from factsheet.quotations.marks.pairing import QuotedRegion, ends_on_comma, last_inside
from factsheet.quotations.marks.terms import begins_sentence, is_term, is_title
from factsheet.quotations.parse import Word
from factsheet.quotations.sources.quoting import quoted, saying

# Constructions whose end the parser often sets too late.
_CUTTABLE = ("ccomp", "xcomp", "dobj", "rest", "preposition", "acl right", "advcl right", "as saying")
_MOST_CUTS = 5
_FIRST_CUTS = 2
# Nobody's words are cut behind so many tokens.
_FARTHEST_CUT = 150

Contents = dict[tuple[Chars, ...], list[str]]


def content_candidates(cue: Word, reading: Reading, beside: Beside | None = None) -> Iterator[ContentCandidate]:
    """Every content candidate of ``cue``, those in marks first; no words are proposed twice.

    ``beside`` is what stands beside the cue, where it is known already.
    """
    beside = beside or Beside.of(cue, reading)
    found: Contents = {}
    for construction, proposed in (*beside_marks(cue, beside, reading), *of_the_parse(cue, reading)):
        _add(found, construction, _left_of(beside.name, proposed), reading)
    whole = set(found)
    for spans in list(found):
        cuttable = next((name for name in found[spans] if name.startswith(_CUTTABLE)), None)
        if cuttable and len(spans) == 1:
            for kind, end in _cuts(reading, *spans[0]):
                _add(found, f"{cuttable} cut {kind}", [(spans[0][0], end)], reading, known=whole)
    speech = beside.before
    for spans, (construction, *others) in found.items():
        if _names_whom_it_quotes(cue, construction, spans, beside):
            continue
        content = ContentCandidate(spans, construction, tuple(others))
        if not content.in_marks and is_unreported(cue, spans, reading):
            continue
        # What ends on a comma right before a cue is what it reports, whatever the parser makes of the rest.
        if speech is None or not _is_reported(speech, reading.text) or _covers(spans, speech):
            yield content


def _add(
    found: Contents,
    construction: str,
    spans: list[Chars],
    reading: Reading,
    known: set[tuple[Chars, ...]] | None = None,
) -> None:
    widened = _widen(_trim_all(reading.text, spans), reading)
    if widened and not (known and widened in known):
        constructions = found.setdefault(widened, [])
        if construction not in constructions:
            constructions.append(construction)


def _names_whom_it_quotes(cue: Word, construction: str, spans: tuple[Chars, ...], beside: Beside) -> bool:
    """Whether a content has words beside the cue that only say whose words it quotes: quoting Ann Roe: "It rains";
    Kyodo quoted Ann Roe as saying that it rains; Ann Roe was quoted as saying that."""
    participle = saying(cue)
    if participle is not None:
        until = participle.end
    elif beside.after is not None and quoted(cue):
        until = beside.after.start
    else:
        return False
    subject = participle is not None and construction.startswith("nsubj")
    return subject or any(start < until and end > cue.start for start, end in spans)


def _left_of(name: Chars | None, spans: list[Chars]) -> list[Chars]:
    """The spans without the name before the cue: whose it is, is not what he says."""
    if name is None:
        return spans
    start, end = name
    return [(a, min(b, start)) if a < start else (max(a, end), b) for a, b in spans if not start <= a < b <= end]


def _is_reported(speech: QuotedRegion, text: str) -> bool:
    """Whether a quoted region right before a cue ends on a comma; behind a term it may be the sentence's own."""
    if last_inside(text, speech.start, speech.end) == ",":
        return True
    is_speech = not is_term(text, speech) or (begins_sentence(text, speech) and not is_title(text, speech))
    return ends_on_comma(text, speech) and is_speech


def _covers(spans: tuple[Chars, ...], region: QuotedRegion) -> bool:
    return any(start <= region.start and region.end <= end for start, end in spans)


def _cuts(reading: Reading, start: int, end: int) -> list[tuple[str, int]]:
    """Where words from ``start`` to ``end`` might end earlier: the kind of place, and its character offset."""
    first, last = reading.tokens(start, end)
    cuts = reading.columns.cuts
    begin = bisect_right(cuts, first, key=lambda cut: cut.at)
    limit = bisect_left(cuts, min(last, first + _FARTHEST_CUT), key=lambda cut: cut.at)
    found = [
        (cut.kind, reading.starts[cut.at])
        for cut in cuts[begin:limit]
        if (cut.reach is None or (cut.reach >= last - 1 and (cut.kind != "prep" or cut.at > first + 1)))
        and not reading.quoted(reading.starts[cut.at])
    ]
    if len(found) > _MOST_CUTS:
        return found[:_FIRST_CUTS] + found[_FIRST_CUTS - _MOST_CUTS :]
    return found


def _trim_all(text: str, spans: list[Chars]) -> list[Chars]:
    trimmed = (_trim(text, *span) for span in spans)
    return [(a, b) for a, b in trimmed if a < b]


def _trim(text: str, start: int, end: int) -> Chars:
    while start < end and (text[start].isspace() or text[start] in ",;:.-–—"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:-–—."):
        end -= 1
    # The parser may end a clause within "Acme(R)".
    if text.startswith(")", end) and text.count("(", start, end) > text.count(")", start, end):
        end += 1
    return start, end


def _widen(spans: list[Chars], reading: Reading) -> tuple[Chars, ...]:
    """The spans with every quoted region that they cut into taken in whole, in order, joined where they touch."""
    out: list[Chars] = []
    for start, end in spans:
        for region in reading.regions_within(start, end):
            start, end = min(start, region.start), max(end, region.end)
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return tuple(out)
