"""A place in an article, with the words that stand there."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Span:
    """Half-open character offsets ``[start, end)`` into ``article.text``, and the text between them.

    The text is carried so that a saved finding can be read, and checked, without its article.
    """

    start: int
    end: int
    text: str

    @classmethod
    def within(cls, text: str, start: int, end: int) -> Span:
        """The span ``[start, end)`` of ``text``.

        Raises:
            ValueError: the offsets are empty, reversed or outside the text.
        """
        if not 0 <= start < end <= len(text):
            raise ValueError(f"no span [{start}, {end}) in a text of {len(text)} characters")
        return cls(start, end, text[start:end])

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end
