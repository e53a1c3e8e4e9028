"""Words that the tokenizer takes apart at the double quotation marks inside them (`the vote,"Berg said`), and titles
whose full stop it leaves on ("Sens. Berg and Holm")."""

from __future__ import annotations

import re
from typing import Any

from spacy import attrs
from spacy.language import Language

from factsheet.language.quote_marks import CLOSING, EITHER, OPENING
from factsheet.wordlists import words

_MARK = f"[{OPENING}{CLOSING}{EITHER}]"
# The mark itself, and the punctuation that a word has on the side of it.
_INFIXES = "|".join(
    (
        _MARK,
        r"(?<=\w)''(?=\w)|(?<=[.,!?])''(?=\w)",
        rf"(?<=\w)[.,!?;:…]+(?={_MARK}|''\w)",
        rf"[—–-]+(?={_MARK})|(?<={_MARK})[—–-]+",
        rf"(?<={_MARK})[(\[]",
    )
)


def split_at_marks(nlp: Language) -> None:
    """Have the pipeline's tokenizer, where it is spaCy's own, make tokens of the double marks inside words.

    Doing so twice changes nothing more. The text that the tokens spell stays the same.
    """
    tokenizer: Any = nlp.tokenizer
    # A tokenizer of another kind has no infixes; where a user has set any function for them, it stays.
    infixes = getattr(getattr(tokenizer, "infix_finditer", None), "__self__", None)
    if isinstance(infixes, re.Pattern) and not infixes.pattern.endswith(_INFIXES):
        tokenizer.infix_finditer = re.compile(f"{infixes.pattern}|{_INFIXES}").finditer


def keep_abbreviations(nlp: Language) -> None:
    """Have the pipeline's tokenizer make one token of each abbreviation of ``abbreviations.txt``."""
    tokenizer: Any = nlp.tokenizer
    if hasattr(tokenizer, "add_special_case"):
        for abbreviation in sorted(words(__package__, "abbreviations.txt")):
            tokenizer.add_special_case(abbreviation, [{attrs.ORTH: abbreviation}])
