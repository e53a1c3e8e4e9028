"""What the pieces of this room hand to one another: candidates, and the frames made of them.

Offsets count characters, half open: a quoted region may begin or end inside a token.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc

from factsheet.language.paragraphs import paragraphs
from factsheet.quotations.columns import Columns
from factsheet.quotations.marks.nicknames import without_nicknames
from factsheet.quotations.marks.pairing import Chain, QuotedRegion, chains, is_single, quoted_regions
from factsheet.quotations.marks.regions import Regions
from factsheet.quotations.marks.works import named_works
from factsheet.quotations.parse import Word, words_of

Chars = tuple[int, int]
# A construction, and the words it proposes as content.
Proposal = tuple[str, list[Chars]]

# Constructions of quotations that no cue reports.
ALONE = "quotation alone"
BESIDE_NAME = "quotation beside a name"
# That of a quotation which goes on from what the sentence before reports.
BEHIND_REPORT = "quotation behind a report"
# How often the name is the right one where the form of a line shows it: behind a dash, before a colon, an agency's.
_BY_FORM = 0.9


@dataclass(frozen=True)
class Reading:
    """A parsed Doc with what every step of this room looks at: its text (which spaCy puts together anew whenever it
    is asked), where its tokens begin, its quoted regions, paragraphs and sentences, in character offsets.

    Nothing before ``start`` is looked at.
    """

    text: str
    words: list[Word]
    columns: Columns
    regions: tuple[QuotedRegion, ...]
    paragraphs: tuple[Chars, ...]
    sentences: tuple[Chars, ...]
    start: int

    @classmethod
    def of(cls, doc: Doc) -> Reading:
        """The reading of a Doc; an article's header and dateline are left out of it."""
        article = doc._.article
        text, start, words = article.text, article.body_start, words_of(doc)
        columns = Columns.of(words)
        sentences = tuple(_characters(columns, *bounds) for bounds in dict.fromkeys(columns.sentences))
        regions = tuple(without_nicknames(quoted_regions(text, start), text, words))
        return cls(text, words, columns, regions, paragraphs(text), sentences, start)

    @property
    def starts(self) -> list[int]:
        """Where each token begins."""
        return self.columns.starts

    @cached_property
    def in_marks(self) -> list[bool]:
        """For each token, whether it begins in quotation marks."""
        inside = [False] * len(self.starts)
        for region in self.regions:
            first, end = (bisect_left(self.starts, offset) for offset in (region.start, region.end))
            inside[first:end] = [True] * (end - first)
        return inside

    @cached_property
    def lowered(self) -> str:
        """The text in small letters; offsets into it may differ."""
        return self.text.lower()

    @cached_property
    def _regions(self) -> Regions:
        return Regions(self.regions)

    @cached_property
    def works(self) -> frozenset[QuotedRegion]:
        """The quoted regions that hold what a work or a programme is called: nobody says them."""
        return frozenset(named_works(self.text, self.regions))

    @cached_property
    def speech(self) -> Regions:
        """The other quoted regions."""
        return Regions(tuple(region for region in self.regions if region not in self.works))

    @cached_property
    def chains(self) -> tuple[Chain, ...]:
        """Those, grouped so that a quotation over several paragraphs is one group."""
        spoken = (tuple(region for region in chain if region not in self.works) for chain in chains(self.regions))
        return tuple(chain for chain in spoken if chain)

    @cached_property
    def headings(self) -> dict[str, bool]:
        """What ``marks.headings`` has found out so far, by the words in small letters."""
        return {}

    @cached_property
    def prefers_double_marks(self) -> bool:
        """Whether most quoted regions stand in double marks."""
        return 2 * sum(is_single(region.mark) for region in self.regions) < len(self.regions)

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [start for start, _ in self.paragraphs]

    def tokens(self, start: int, end: int) -> Chars:
        """The tokens that share a character with ``[start, end)``, as half-open indices into the Doc."""
        return bisect_right(self.starts, start) - 1, bisect_left(self.starts, end)

    def sentence(self, offset: int) -> Chars:
        """The sentence that the character at ``offset`` stands in; nothing before ``start`` belongs to one."""
        i = bisect_right(self.sentences, offset, key=lambda bounds: bounds[0]) - 1
        first, end = self.sentences[max(i, 0)]
        return max(self.start, first), end

    def paragraph(self, offset: int) -> Chars:
        """The paragraph that the character at ``offset`` stands in, or the last one that begins before it."""
        return self.paragraphs[max(0, bisect_right(self._paragraph_starts, offset) - 1)]

    def breaks(self, start: int, end: int) -> bool:
        """Whether ``end`` stands in a later paragraph than ``start``; a line broken off at a column breaks nothing."""
        return self.paragraph(start) != self.paragraph(end)

    def region_at(self, offset: int) -> QuotedRegion | None:
        """The quoted region that the character at ``offset`` stands in, or None."""
        return self._regions.at(offset)

    def regions_within(self, start: int, end: int) -> tuple[QuotedRegion, ...]:
        """The quoted regions that share a character with ``[start, end)``."""
        return self._regions.within(start, end)

    def quoted(self, offset: int) -> bool:
        """Whether the character at ``offset`` stands in quotation marks."""
        return self.region_at(offset) is not None


def _characters(columns: Columns, first: int, end: int) -> Chars:
    return columns.starts[first], columns.ends[end - 1]


@dataclass(frozen=True)
class ContentCandidate:
    """Words a cue may be reporting: character spans, the construction that proposes them (see ``contents``), and the
    ``others`` that propose the same words."""

    spans: tuple[Chars, ...]
    construction: str
    others: tuple[str, ...] = ()

    @property
    def in_marks(self) -> bool:
        """Whether quotation marks propose it, rather than the parse."""
        return self.construction.startswith(("quotation", "term"))


@dataclass(frozen=True)
class SourceCandidate:
    """Words that name who said it: character spans, how they were found, and how likely they are the right ones."""

    spans: tuple[Chars, ...]
    rule: str
    probability: float = _BY_FORM


@dataclass(frozen=True)
class Frame:
    """One quotation in the making.

    ``cue`` are the character spans of the reporting words (none for a quotation that nothing reports),
    ``probability`` the judge's belief that the cue reports this content, ``lemma`` the cue's dictionary form,
    ``hypothetical`` tells that it reports what may be said rather than what was, and ``deed`` that the cue more often
    tells what somebody did ("shared", "ordered") or only what was spoken about, and no clause or speech shows that it
    does not here.
    """

    content: ContentCandidate
    cue: tuple[Chars, ...]
    lemma: str
    source: SourceCandidate | None
    probability: float
    hypothetical: bool = False
    deed: bool = False

    @property
    def start(self) -> int:
        """Offset of the content's first character."""
        return self.content.spans[0][0]
