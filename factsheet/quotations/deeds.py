"""What is told of as a deed or a topic, rather than reported as words: "she ordered a lift", "he spoke about it"."""

from __future__ import annotations

from factsheet.quotations.frames import ContentCandidate, Reading
from factsheet.quotations.marks.terms import is_term
from factsheet.quotations.parse import NOUN_SUBJECTS
from factsheet.quotations.weights import MOSTLY_REPORTS
from factsheet.wordlists import words as word_list

# Fewer words than these, none a verb, are no words that somebody said.
_FEWEST_WORDS = 4


def is_deed(level: int, content: ContentCandidate, reading: Reading) -> bool:
    """Whether a content may be what somebody did or spoke about: its cue, of this ``level`` (see ``Weights.level``),
    more often tells that, or the content is only a topic or a thing; and no clause and no speech shows otherwise."""
    told = level < MOSTLY_REPORTS or _is_topic(content) or _is_thing(content, reading)
    return told and not _has_clause_or_speech(content, reading)


def _is_topic(content: ContentCandidate) -> bool:
    """Whether a content is only what was spoken about: "she informed the reporters about the initiative"."""
    named = [name.split() for name in (content.construction, *content.others)]
    return any(words[0] == "preposition" and words[1] in word_list(__package__, "topics.txt") for words in named)


def _is_thing(content: ContentCandidate, reading: Reading) -> bool:
    """Whether a content is a few words without a verb or marks, which name a thing rather than say something: "she
    endorsed the mayor", "he mentioned her remarks"."""
    if any(reading.regions_within(*span) for span in content.spans):
        return False
    words = [word for span in content.spans for word in reading.words[slice(*reading.tokens(*span))]]
    verbs = any(word.pos in ("VERB", "AUX") for word in words)
    return not verbs and sum(not word.is_punct for word in words) < _FEWEST_WORDS


def _has_clause_or_speech(content: ContentCandidate, reading: Reading) -> bool:
    """Whether a content has a clause with a subject of its own, or speech in marks that is more than a term."""
    columns = reading.columns
    for start, end in content.spans:
        if not all(is_term(reading.text, region) for region in reading.regions_within(start, end)):
            return True
        first, last = reading.tokens(start, end)
        if any(columns.deps[i] in NOUN_SUBJECTS and first <= columns.heads[i] < last for i in range(first, last)):
            return True
    return False
