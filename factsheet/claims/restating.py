"""Saying a claim so that it stands alone, without adding anything that the article does not say."""

from __future__ import annotations

import re

from factsheet.model import Mention, Span, Speaker
from factsheet.wordlists import table

_FORMS: dict[str, str] = table(__package__, "pronouns.toml")["forms"]


def restate(content: tuple[Span, ...], speakers: tuple[Speaker, ...]) -> str:
    """The content with white space made plain and pronouns replaced, in square brackets, by the name of the speaker
    they were found to mean. A pronoun that was not resolved stays; so does one that follows the name it means.

    Parts of the article left out between two spans are shown as ``[...]``.
    """
    named: set[str] = set()
    parts = [_part(span, content[0].start, speakers, named) for span in content]
    return re.sub(r"\s+", " ", " [...] ".join(parts)).strip()


def _part(span: Span, claim_start: int, speakers: tuple[Speaker, ...], named: set[str]) -> str:
    words, position = [], span.start
    for mention, speaker in _pronouns(span, speakers):
        form = _FORMS.get(mention.text.lower())
        known = speaker.id in named or _is_named_before(speaker, claim_start, mention)
        if form is None or known or mention.start < position:
            continue
        words.append(span.text[position - span.start : mention.start - span.start])
        words.append(form.format(name=speaker.name, word=mention.text))
        position = mention.end
        named.add(speaker.id)
    return "".join([*words, span.text[position - span.start :]])


def _pronouns(span: Span, speakers: tuple[Speaker, ...]) -> list[tuple[Mention, Speaker]]:
    found = [(m, s) for s in speakers for m in s.mentions if m.kind == "pronoun" and span.contains(m)]
    return sorted(found, key=lambda pair: (pair[0].start, pair[1].id))


def _is_named_before(speaker: Speaker, claim_start: int, pronoun: Mention) -> bool:
    return any(m.kind == "name" and claim_start <= m.start < pronoun.start for m in speaker.mentions)
