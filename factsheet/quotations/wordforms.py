"""What a feature may say of a word. Names and numbers become their kind where the tagger knows them for such; training
drops what is left of names (see ``factsheet.training.names``)."""

from __future__ import annotations

from spacy.tokens import Token

_LEMMAS = ("NOUN", "ADJ", "VERB", "AUX")


def kind(token: Token) -> str:
    """A word by what it is: an entity type, a lemma, or the word itself where it is a pronoun or a particle."""
    pos = token.pos_
    if token.ent_type_ and pos in ("PROPN", "NUM", "ADJ"):
        return token.ent_type_
    if pos in ("PROPN", "NUM") or _looks_like_name(token):
        return pos
    return token.lemma_.lower() if pos in _LEMMAS else token.lower_


def word(lower: str, pos: str, entity: str, capital: bool) -> str:
    """A word as it stands, in small letters; ``capital`` tells that it has one though no sentence begins with it."""
    if entity:
        return entity
    return pos if pos in ("PROPN", "NUM") or (capital and pos != "PRON") else lower


def cue_key(lemma: str, pos: str, passive: bool) -> str:
    """What a cue is known by: its lemma, its part of speech where it is no verb, and whether it is passive.

    Proper nouns are known by nothing: a name is no cue.
    """
    if pos == "PROPN":
        return "PROPN"
    if pos in ("NOUN", "ADJ"):
        return f"{lemma.lower()}/{pos.lower()}"
    return f"{lemma.lower()}/passive" if passive else lemma.lower()


def coarse(token: Token) -> str:
    """A word by its kind alone: entity type, pronoun, or tag."""
    if token.ent_type_:
        return token.ent_type_
    return token.lower_ if token.pos_ == "PRON" else token.tag_


def bucket(number: int) -> int:
    """A count, rounded up so that few values are left."""
    return next((most for most in (0, 1, 2, 3, 5, 8, 14, 24, 39, 80) if number <= most), 99)


def _looks_like_name(token: Token) -> bool:
    return token.text[:1].isupper() and not token.is_sent_start and token.pos_ != "PRON"
