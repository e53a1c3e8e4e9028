"""The cue of a quotation in marks that the judge has given none, found by what stands beside it."""

from __future__ import annotations

from factsheet.quotations.contents.beside import participle_before
from factsheet.quotations.contents.candidates import content_candidates
from factsheet.quotations.frames import Reading, SourceCandidate
from factsheet.quotations.marks.pairing import Chain, ends_on_comma, sentence_goes_on
from factsheet.quotations.parse import NOUN_SUBJECTS, Word, root
from factsheet.quotations.weights import MOSTLY_REPORTS, OFTEN_REPORTS, Weights

# How likely the cue is the right one, by where it was found.
_INTRODUCES = 0.8
_BESIDE = 0.6
_GOVERNS = 0.55
_LONGEST_SOURCE = 15
_SHORT_NAME = 3
_NAMES = ("PRON", "PROPN", "DET", "NOUN", "ADJ")
_NOT_IN_NAMES = ("VERB", "AUX", "SCONJ", "CCONJ", "PART", "SPACE")


def cue_of_chain(reading: Reading, chain: Chain, weights: Weights) -> tuple[Word, float] | None:
    """The cue that most likely reports a chain of quoted regions, and how likely it does; ``weights`` know the cues."""
    for cue, probability in (
        (introducing_cue(reading, chain, weights), _INTRODUCES),
        (_adjacent_cue(reading, chain, weights), _BESIDE),
        (_following_cue(reading, chain, weights), _BESIDE),
        (_governor(reading, chain, weights), _GOVERNS),
    ):
        if cue is not None:
            return cue, probability
    return None


def introducing_cue(reading: Reading, chain: Chain, weights: Weights) -> Word | None:
    """The participle right before a quotation, if it is one that reports."""
    before = participle_before(chain[0], reading)
    return before if before is not None and _mostly_reports(before, weights) else None


def source_before(cue: Word, chain: Chain, reading: Reading) -> SourceCandidate | None:
    """The words between a quotation and a cue behind it that is no verb to the tagger, so that the parse does not know
    whose cue it is."""
    _, first = reading.tokens(chain[-1].start, chain[-1].end)
    between = [word for word in reading.words[first : cue.i] if word.i > first or word.text != ","]
    if cue.pos == "VERB" or not between or any(word.pos in _NOT_IN_NAMES or word.is_punct for word in between):
        return None
    return SourceCandidate(((between[0].start, between[-1].end),), "before", _BESIDE)


def _adjacent_cue(reading: Reading, chain: Chain, weights: Weights) -> Word | None:
    """A verb with a subject whose own clause touches the quotation, though the judge knows it as no cue."""
    words, sentences = reading.words, reading.columns.sentences
    first, end = reading.tokens(chain[0].start, chain[-1].end)
    around = {sentences[i] for i in (max(0, first - 1), first, min(end, len(words) - 1))}
    for sentence in sorted(around):
        for word in words[slice(*sentence)]:
            if _can_report(word, reading, weights) and _proposes(word, reading, chain):
                return word
    return None


def _following_cue(reading: Reading, chain: Chain, weights: Weights) -> Word | None:
    """The reporting word behind a quotation that its sentence goes on from, be it a noun to the tagger ("A," the two
    state in a letter), or any verb behind nothing but a short name or before one ("A," smiles Berg)."""
    region = chain[-1]
    comma = ends_on_comma(reading.text, region)
    if not sentence_goes_on(reading.text, region):
        return None
    _, end = reading.tokens(region.start, region.end)
    begin = end + (reading.words[end].text == "," if end < len(reading.words) else 0)
    short = True
    for word in reading.words[begin : begin + _LONGEST_SOURCE]:
        if reading.in_marks[word.i] or word.text in (".", ";", ":") or reading.breaks(region.end, word.start):
            return None
        if _mostly_reports(word, weights) and (word.pos == "VERB" or _has_name_before(word, begin)):
            return word
        if comma and short and _is_tag_verb(word, begin, weights):
            return word
        short = short and word.pos in _NAMES and word.i - begin < _SHORT_NAME
    return None


def _is_tag_verb(word: Word, begin: int, weights: Weights) -> bool:
    """Whether a word behind a quotation and a short name is a verb, whatever the tagger makes of it: "A," Roe barked
    and left; "B," the email read."""
    if word.pos == "VERB" and word.tag in ("VBZ", "VBD"):
        return True
    if word.i == begin:
        return False
    before = word.words[word.i - 1]
    if word.tag == "VBN":
        return before.pos in ("PROPN", "PRON") or word.words[begin].pos == "DET"
    ends = word.i + 1 < len(word.words) and word.words[word.i + 1].text == "."
    return ends and word.pos == "NOUN" and weights.level(word.lemma.lower()) >= OFTEN_REPORTS


def _governor(reading: Reading, chain: Chain, weights: Weights) -> Word | None:
    """The cue that often reports whose sentence a phrase in marks is part of, however far up the parse."""
    words = reading.words[slice(*reading.tokens(chain[0].start, chain[0].end))]
    for word in root(words).ancestors:
        if _can_report(word, reading, weights) and weights.level(reading.columns.keys[word.i]) >= OFTEN_REPORTS:
            return word
    return None


def _has_name_before(word: Word, begin: int) -> bool:
    """Whether the word right before a noun can be who does what the noun says ("the two state"), rather than an article
    or an owner ("the state of the road", "Berg's note")."""
    return word.i > begin and word.words[word.i - 1].pos in ("PROPN", "NOUN", "PRON", "NUM")


def _mostly_reports(word: Word, weights: Weights) -> bool:
    """Whether the verb that a word may be a form of mostly reports something."""
    return word.pos in ("VERB", "NOUN") and weights.level(word.lemma.lower()) >= MOSTLY_REPORTS


def _can_report(word: Word, reading: Reading, weights: Weights) -> bool:
    """Whether a word is a verb with a subject that may report: known to, or rare and not passive."""
    if word.pos != "VERB" or reading.in_marks[word.i]:
        return False
    key = reading.columns.keys[word.i]
    if key not in weights.cues and (key in weights.seldom or key != word.lemma.lower()):
        return False
    return any(child.dep in NOUN_SUBJECTS for child in word.children)


def _proposes(cue: Word, reading: Reading, chain: Chain) -> bool:
    return any(
        candidate.in_marks and "(" not in candidate.construction and (chain[0].start, chain[0].end) in candidate.spans
        for candidate in content_candidates(cue, reading)
    )
