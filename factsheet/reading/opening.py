"""The opening of an article: header lines, title, byline and dateline, in the order in which they stand."""

from __future__ import annotations

import re
from dataclasses import replace

from factsheet.reading.datelines import Dateline, find_dateline
from factsheet.reading.facts import Document, Fact
from factsheet.reading.headers import NO_HEADERS, Headers, read_headers
from factsheet.reading.lines import Line, next_line
from factsheet.reading.outlets import find_outlet
from factsheet.reading.titles import is_title, with_deck

_HEADING_MARK = re.compile(r"#{1,2}[ \t]+(?=\S)")


def read_opening(text: str, above: Headers = NO_HEADERS, *, headings: bool = False) -> Document:
    """The document that ``text`` is, with the facts of its opening.

    The reading matter begins behind header lines and dateline; a title is part of it, and then a byline or dateline
    below it is too. ``above`` is what was already read at the top, ``headings`` says that ``# `` marks a heading.
    """
    headers = read_headers(text, above.end)
    facts = [*above.facts, *headers.facts]
    body = lead = headers.end
    dateline = find_dateline(text, body)
    if dateline:
        body = dateline.body_start
    elif first := next_line(text, body):
        line = with_deck(text, first)
        below = read_headers(text, line.end, titled=True)
        dateline = find_dateline(text, below.end)
        title = (_heading(first) if headings else None) or _title(text, line, bool(dateline or below.facts))
        if title:
            words = " ".join(title.text.split())
            facts += [Fact("title", words, title.start, title.end, "the first line is a heading"), *below.facts]
            body, lead = title.start, below.end
    if dateline:
        facts = [_confirmed(fact, dateline) for fact in facts] + _dateline_facts(text, dateline)
        lead = dateline.body_start
    if outlet := find_outlet(text, lead):
        facts.append(outlet)
    return Document(text, body, tuple(facts))


def _heading(line: Line) -> Line | None:
    """The words of a Markdown heading."""
    mark = _HEADING_MARK.match(line.text)
    if mark is None:
        return None
    start = line.start + mark.end()
    words = line.text[mark.end() :].rstrip("#").rstrip()
    return Line(start, start + len(words), words) if words else None


def _title(text: str, line: Line, above_byline: bool) -> Line | None:
    """The first line, where it is a title. What says who reports it is the lead, however short it is."""
    if find_outlet(text, line.start) or not is_title(text, line, above_byline=above_byline):
        return None
    return line


def _confirmed(fact: Fact, dateline: Dateline) -> Fact:
    """A day of publication that the dateline gives too says so. A dateline's day without its year does no more."""
    if fact.field != "published" or dateline.day is None or not dateline.day.agrees_with(fact.value):
        return fact
    return replace(fact, reason=f"{fact.reason}, and the dateline gives the same day")


def _dateline_facts(text: str, dateline: Dateline) -> list[Fact]:
    """The facts of a dateline. Its day is the day of publication only when it has a year."""
    facts = [Fact("dateline", dateline.place, dateline.start, dateline.end, "the report opens with a dateline")]
    if dateline.agency:
        end = dateline.agency_start + len(dateline.agency)
        facts.append(Fact("outlet", dateline.agency, dateline.agency_start, end, "the dateline names it"))
    if dateline.day and dateline.day.iso:
        reason = "the dateline gives the day and the year"
        facts.append(Fact("published", dateline.day.iso, dateline.day_start, dateline.day.end, reason))
    return facts
