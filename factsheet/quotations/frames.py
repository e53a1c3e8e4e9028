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
from factsheet.quotations.marks import QuotedRegion, quoted_regions

Chars = tuple[int, int]
# A construction, and the words it proposes as content.
Proposal = tuple[str, list[Chars]]

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")

# Constructions of quotations that no cue reports.
ALONE = "quotation alone"
BESIDE_NAME = "quotation beside a name"


@dataclass(frozen=True)
class Reading:
    """A parsed Doc with what every step of this room looks at: its text (which spaCy puts together anew whenever it
    is asked), where its tokens begin, its quoted regions, paragraphs and sentences, in character offsets.

    Nothing before ``start`` is looked at.
    """

    doc: Doc
    text: str
    starts: tuple[int, ...]
    regions: tuple[QuotedRegion, ...]
    paragraphs: tuple[Chars, ...]
    sentences: tuple[Chars, ...]
    start: int

    @classmethod
    def of(cls, doc: Doc) -> Reading:
        """The reading of a Doc; an article's header and dateline are left out of it."""
        text, start = doc.text, doc._.article.body_start
        sentences = tuple((sentence.start_char, sentence.end_char) for sentence in doc.sents)
        starts = tuple(token.idx for token in doc)
        return cls(doc, text, starts, quoted_regions(text, start), paragraphs(text), sentences, start)

    @cached_property
    def columns(self) -> Columns:
        """What features ask of every token, by columns."""
        return Columns.of(self.doc)

    def tokens(self, start: int, end: int) -> Chars:
        """The tokens that share a character with ``[start, end)``, as half-open indices into the Doc."""
        return bisect_right(self.starts, start) - 1, bisect_left(self.starts, end)

    def sentence(self, offset: int) -> Chars:
        """The sentence that the character at ``offset`` stands in; nothing before ``start`` belongs to one."""
        i = bisect_right(self.sentences, offset, key=lambda bounds: bounds[0]) - 1
        first, end = self.sentences[max(i, 0)]
        return max(self.start, first), end

    def region_at(self, offset: int) -> QuotedRegion | None:
        """The quoted region that the character at ``offset`` stands in, or None."""
        i = bisect_right(self.regions, offset, key=lambda region: region.start) - 1
        return self.regions[i] if i >= 0 and offset < self.regions[i].end else None

    def regions_within(self, start: int, end: int) -> tuple[QuotedRegion, ...]:
        """The quoted regions that share a character with ``[start, end)``."""
        first = bisect_right(self.regions, start, key=lambda region: region.end)
        last = bisect_left(self.regions, end, key=lambda region: region.start)
        return self.regions[first:last]

    def quoted(self, offset: int) -> bool:
        """Whether the character at ``offset`` stands in quotation marks."""
        return self.region_at(offset) is not None


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
    """Words that may name who said it: character spans, and how they were found (see ``sources``)."""

    spans: tuple[Chars, ...]
    rule: str


@dataclass(frozen=True)
class Frame:
    """One quotation in the making.

    ``cue`` are the character spans of the reporting words (none for a quotation that nothing reports),
    ``probability`` the judge's belief that the cue reports this content, ``lemma`` the cue's dictionary form, and
    ``hypothetical`` tells that it reports what may be said rather than what was.
    """

    content: ContentCandidate
    cue: tuple[Chars, ...]
    lemma: str
    source: SourceCandidate | None
    probability: float
    hypothetical: bool = False

    @property
    def start(self) -> int:
        """Offset of the content's first character."""
        return self.content.spans[0][0]
