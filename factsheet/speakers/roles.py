"""What somebody is said to be, right before or right after the name."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from factsheet.model import Span
from factsheet.speakers import lexicon
from factsheet.speakers.runs import is_name_word, span_of

_WITHIN = {"NOUN", "PROPN", "ADJ", "NUM"}
_OPENING = {"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "ADV"}
_PREPOSITIONS = {"of", "for", "from", "at", "to", "in", "with", "on"}
_FARTHEST = 12
_LONGEST = 20


def title_before(doc: Doc, start: int) -> tuple[str, ...]:
    """The words of the title or role that ends right before the token ``start``, or none."""
    first, last = _title(doc, start)
    return tuple(lexicon.plural_role(token.text) or token.text for token in doc[first:last])


def role_before(doc: Doc, start: int) -> Span | None:
    """The role right before the name that begins at token ``start``: "former Secretary of State", "Gov."."""
    first, last = _title(doc, start)
    while first < last and (lexicon.is_courtesy(doc[first].text) or not doc[first].text[0].isalnum()):
        first += 1
    while first < last and doc[last - 1].text == ",":
        last -= 1
    return span_of(doc, first, last) if first < last else None


def role_after(doc: Doc, end: int) -> Span | None:
    """The role in apposition behind the name that ends before token ``end``: ", the interim chair of the X". An age
    may stand between (", 45, a baker")."""
    if end + 3 < len(doc) and doc[end].text == doc[end + 2].text == "," and doc[end + 1].text.isdigit():
        end += 2
    if end + 1 >= len(doc) or doc[end].text != ",":
        return None
    head = _apposed_role(doc, end + 1)
    if head is None:
        return None
    last = _role_end(doc, head)
    return span_of(doc, end + 1, last + 1)


def _title(doc: Doc, start: int) -> tuple[int, int]:
    """Where the title of the name at token ``start`` stands (half open): before it, or before a list of names that
    it ends ("Presidents Doe and Roe")."""
    first = _title_start(doc, start)
    if first < start or start == 0 or doc[start - 1].lower_ not in {"and", "&", ","}:
        return first, start
    i = start - 1
    while i >= max(0, start - _FARTHEST) and (doc[i].text[:1].isupper() or doc[i].lower_ in {"and", "&", ","}):
        if lexicon.plural_role(doc[i].text):
            return (i, i + 1) if doc[i + 1].text[:1].isupper() else (start, start)
        i -= 1
    return start, start


def _title_start(doc: Doc, start: int) -> int:
    """The first token of the title that ends right before ``start``; ``start`` itself where there is none."""
    i = _past_office(doc, start)
    if i < start and lexicon.plural_role(doc[i - 1].text):
        # "Residents of the district Roe" are not called so.
        return start
    if i > 0 and _ends_short_title(doc, i - 1):
        i -= 1
    if i == 0 or not _is_title(doc[i - 1]):
        return start
    i -= 1
    if i > 1 and doc[i].lower_ == "chief" and doc[i - 1].lower_ == "in" and _is_title(doc[i - 2]):
        # "the editor in chief, Jane Roe"
        i -= 2
    while i > 0 and (_modifies(doc, i - 1, start) or _joins_adjectives(doc, i - 1) or _ends_short_title(doc, i - 1)):
        i -= 1
    while i < start and (doc[i].is_punct or doc[i].text == "-"):
        i += 1
    return i


def _past_office(doc: Doc, start: int) -> int:
    """Back over "of Foreign Affairs of Germany", if a title leads up to it."""
    if start == 0 or doc[start - 1].lower_ in {"of", "for", "the", "and"}:
        return start
    i = start
    while i > 0 and (
        lexicon.is_department(doc[i - 1].text)
        or lexicon.is_place(doc[i - 1].text)
        or (i > 1 and doc[i - 1].text != "." and lexicon.is_place(doc[i - 2 : i].text))
        or doc[i - 1].lower_ in {"of", "for", "the", "and"}
        or (doc[i - 1].text.islower() and lexicon.is_organisation_head(doc[i - 1].text))
        or (doc[i - 1].text.islower() and lexicon.is_area(doc[i - 1].text))
        or (doc[i - 1].text[:1].isupper() and i < start and lexicon.is_area(doc[i].text))
        or (doc[i - 1].text == "," and i > 1 and lexicon.is_department(doc[i - 2].text))
    ):
        if lexicon.is_role(doc[i - 1].text):
            break
        i -= 1
    return i if i < start and i > 0 and doc[i].lower_ in {"of", "for"} and _is_title(doc[i - 1]) else start


def _ends_short_title(doc: Doc, i: int) -> bool:
    """Whether the token is the full stop of a title that the tokeniser took apart: "Capt." in two tokens."""
    return i > 0 and doc[i].text == "." and lexicon.is_short_title(doc[i - 1].text)


def _is_title(token: Token) -> bool:
    return (
        lexicon.is_role(token.text)
        or (lexicon.is_trade(token.text) and token.pos_ == "NOUN")
        or lexicon.is_courtesy(token.text)
        or lexicon.is_short_title(token.text)
        or bool(lexicon.plural_role(token.text))
    )


def _modifies(doc: Doc, i: int, start: int) -> bool:
    token = doc[i]
    if token.is_space or token.ent_type_ in {"DATE", "TIME"}:
        return False
    if token.text in {"-", "‐", "‑"}:
        # "co-chair", not "for president - Mrs. Roe"
        return not token.whitespace_
    if token.is_punct or token.tag_ in {"POS", "DT", "PRP", "PRP$", "IN", "CC"}:
        return False
    if lexicon.changes_role(token.text) or _is_title(token):
        return True
    # The parser's word for it: the token modifies something between itself and the name.
    return (
        token.pos_ in _WITHIN
        and i < token.head.i <= start + 4
        and token.dep_ in {"compound", "amod", "nmod", "poss", "nummod"}
    )


def _joins_adjectives(doc: Doc, i: int) -> bool:
    """Whether the word is the "and" of "a popular Christian and corporate speaker"."""
    if doc[i].lower_ != "and" or i == 0:
        return False
    return doc[i - 1].pos_ == doc[i + 1].pos_ == "ADJ" and doc[i - 1].dep_ in {"amod", "nmod", "compound"}


def _apposed_role(doc: Doc, first: int) -> int | None:
    """The index of the role noun that heads the noun phrase beginning at ``first``, or None."""
    found: int | None = None
    if doc[first].tag_ == "CC" or (doc[first].tag_ == "VBG" and doc[first + 1].tag_ in {"DT", "PRP$"}):
        # "Jane, and her father, Dan", "Jane, questioning the governor's ...": who comes next is somebody else.
        return None
    for i in range(first, min(first + _FARTHEST, len(doc))):
        token = doc[i]
        if token.tag_ == "POS":
            # "the nominee's daughter": what came before is somebody else's.
            found = None
        elif (lexicon.is_role(token.text) or lexicon.is_trade(token.text)) and not (
            i + 1 < len(doc) and doc[i + 1].tag_ == "POS"
        ):
            found = i
        elif found is not None:
            if token.pos_ not in {"NOUN", "ADJ"}:
                break
        elif (
            (token.pos_ not in _OPENING and token.tag_ not in {"POS", "HYPH", "VBN", "VBG", "CC"})
            or token.tag_ in {"WP", "WDT", "WRB", "PRP"}
            or token.is_space
        ):
            break
    if found is None or not _is_singular(doc[found]):
        return None
    # ", host Jane Doe said": the role of the next name.
    return None if found + 1 < len(doc) and is_name_word(doc[found + 1]) else found


def _is_singular(token: Token) -> bool:
    return token.tag_ not in {"NNS", "NNPS"}


def _role_end(doc: Doc, head: int) -> int:
    """The last token of the role: through "of" and "for" phrases, up to a comma, a verb or a clause."""
    last = head
    i = head + 1
    while i < len(doc) and i - head <= _LONGEST:
        token = doc[i]
        hyphened = not doc[i - 1].whitespace_ and doc[i - 1].text == "-"
        if (
            token.is_space
            or (token.pos_ in {"VERB", "AUX"} and not hyphened)
            or token.tag_ in {"WP", "WDT", "WRB", "PRP", "MD"}
        ):
            break
        if token.is_punct and token.text not in {"-", "’", "'", "&"}:
            break
        if i == head + 1 and token.lower_ not in _PREPOSITIONS:
            break
        if token.lower_ == "and" and not (i + 1 < len(doc) and _goes_on_in_name(doc, i)):
            break
        if token.lower_ not in {*_PREPOSITIONS, "and", "the", "a"} and not token.is_punct and token.tag_ != "POS":
            last = i
        i += 1
    return last


def _goes_on_in_name(doc: Doc, i: int) -> bool:
    """Whether the name goes on behind the "and": "Center for Strategic and International Studies"."""
    before, behind = doc[i - 1], doc[i + 1]
    within = before.text[:1].isupper() and behind.text[:1].isupper() and before.head.i > i
    return within or lexicon.is_department(behind.text)
