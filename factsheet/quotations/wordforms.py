"""What a feature may say of a word. Names and numbers become their kind where the tagger knows them for such; training
drops what is left of names (see ``factsheet.training.names``)."""

from __future__ import annotations

from factsheet.quotations.parse import Word

_LEMMAS = ("NOUN", "ADJ", "VERB", "AUX")
_BOUNDS = (0, 1, 2, 3, 5, 8, 14, 24, 39, 80)
_BUCKETS = [next(most for most in _BOUNDS if number <= most) for number in range(_BOUNDS[-1] + 1)]


def kind(word: Word) -> str:
    """A word by what it is: an entity type, a lemma, or the word itself where it is a pronoun or a particle."""
    pos = word.pos
    if word.ent_type and pos in ("PROPN", "NUM", "ADJ"):
        return word.ent_type
    if pos in ("PROPN", "NUM") or _looks_like_name(word):
        return pos
    return word.lemma.lower() if pos in _LEMMAS else word.lower


def word_form(word: Word) -> str:
    """A word as it stands, in small letters, unless it has a capital though no sentence begins with it."""
    if word.ent_type:
        return word.ent_type
    pos = word.pos
    return pos if pos in ("PROPN", "NUM") or _looks_like_name(word) else word.lower


def cue_key(lemma: str, pos: str, passive: bool) -> str:
    """What a cue is known by: its lemma, its part of speech where it is no verb, and whether it is passive.

    Proper nouns are known by nothing: a name is no cue.
    """
    if pos == "PROPN":
        return "PROPN"
    if pos in ("NOUN", "ADJ"):
        return f"{lemma.lower()}/{pos.lower()}"
    return f"{lemma.lower()}/passive" if passive else lemma.lower()


def coarse(word: Word) -> str:
    """A word by its kind alone: entity type, pronoun, or tag."""
    if word.ent_type:
        return word.ent_type
    return word.lower if word.pos == "PRON" else word.tag


def bucket(number: int) -> int:
    """A count, rounded up so that few values are left."""
    return _BUCKETS[number] if number < len(_BUCKETS) else 99


def _looks_like_name(word: Word) -> bool:
    return word.text[:1].isupper() and not word.begins_sentence and word.pos != "PRON"
