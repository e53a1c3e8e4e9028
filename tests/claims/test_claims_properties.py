"""What must hold of the claims of any text at all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from factsheet.claims.find import find_claims
from factsheet.claims.periods import bounds
from factsheet.model import Article, Quotation, Span

_WORDS = st.sampled_from(
    ["Germany", "signed", "will", "sign", "a", "treaty", "in", "2012", "on", "Friday", "last", "week", "$5", "billion",
     "two", "of", "the", "three", "and", "from", "to", "-", "—", "(", ")", "[", '"', "“", "”", "'", ",", ".", "?", "\n",
     "\n\n", "May", "march", "1990s", "5/6/2015", "29", "February", "Feb.", "30,", "9999", "the 99th century", "Q3",
     "50", "percent", "years", "ago", "next", "this", "it", "<b>", "{{ 7*7 }}", "\x1b[31m", "１２", "٣", "½", "9" * 40]
)  # fmt: skip
_TEXTS = st.lists(_WORDS, max_size=25).map(" ".join) | st.text(max_size=60)
_DAYS = st.none() | st.dates().map(date.isoformat) | st.sampled_from(["", "soon", "2022-13-45"])


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=_TEXTS, published=_DAYS, cut=st.tuples(st.integers(0, 60), st.integers(0, 60)))
def test_every_finding_is_verbatim_and_consistent(
    parse: Callable[[str], Doc], text: str, published: str | None, cut: tuple[int, int]
) -> None:
    doc = parse(text)
    doc._.article = Article("a", "a.txt", text, "", published=published)
    found = find_claims(doc, _quotations(text, *sorted(cut)), ())
    for claim in found.claims:
        for span in (*claim.content, *claim.dates, *claim.quantities):
            assert text[span.start : span.end] == span.text
            assert span.text
        assert 0 <= claim.score <= 1
        assert all(any(part.contains(day) for part in claim.content) for day in (*claim.dates, *claim.quantities))
        for day in claim.dates:
            assert (day.earliest is None) == (day.latest is None)
            if day.earliest and day.latest:
                assert date.fromisoformat(day.earliest) <= date.fromisoformat(day.latest)
            if day.value is not None:
                assert (day.earliest, day.latest) == tuple(bound.isoformat() for bound in bounds(day.value))
        for amount in claim.quantities:
            assert amount.low is not None or amount.high is not None
            if amount.low is not None and amount.high is not None:
                assert amount.low <= amount.high
    assert [claim.id for claim in found.claims] == [f"c{n}" for n in range(1, len(found.claims) + 1)]


def _quotations(text: str, start: int, end: int) -> tuple[Quotation, ...]:
    if not 0 <= start < end <= len(text):
        return ()
    return (Quotation("q1", "direct", (Span.within(text, start, end),), (), (), None, 0.5, 1, ()),)
