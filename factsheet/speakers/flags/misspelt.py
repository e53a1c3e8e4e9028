"""Two spellings that were found, and perhaps joined, when the article's names were put together."""

from __future__ import annotations

from collections.abc import Iterator

from factsheet.model import Flag, flag_id
from factsheet.model.flag import FlagKind
from factsheet.speakers.flags.found import Found
from factsheet.speakers.names.comparing import folded, same_word
from factsheet.speakers.names.romanising import in_two_scripts
from factsheet.speakers.references import Reference
from factsheet.speakers.spelling import Misspelling


def misspelling_flags(found: Found) -> Iterator[Flag]:
    """One flag for each two spellings."""
    return (_flag(m, found) for m in found.identity.misspellings)


def _flag(slip: Misspelling, found: Found) -> Flag:
    odd, usual = slip.odd_word, slip.usual_word
    place = _place_of(slip)
    # Given names alone ("Jon", "John") would be a question about everybody who bears them.
    names = (slip.odd.form, place.form) if _is_full(slip.odd) else (odd, usual)
    letters = " once both are in Latin letters" if in_two_scripts(odd, usual) else ""
    message = f"“{odd}” and “{usual}” differ in one letter{letters}. " + (
        f"Both are taken for {slip.usual.name}: {slip.joined}." if slip.joined else "They are kept apart."
    )
    kind: FlagKind = "transliteration variant" if letters else "spelling variant"
    return Flag(
        id=flag_id(kind, folded(odd), folded(usual)),
        kind=kind,
        severity="high" if slip.joined else "medium",
        message=message,
        evidence=(place.span, slip.odd.span),
        subjects=found.subjects(slip.usual),
        suggestion=_suggestion(slip, found),
        names=names,
        decision=found.decision(names, *_pairs(slip), at=(slip.odd.span, place.span)),
    )


def _pairs(slip: Misspelling) -> Iterator[tuple[str, str]]:
    """What else a record may have been made about: the words, a split from the speaker."""
    yield slip.odd_word, slip.usual_word
    for form in (slip.usual.name, *slip.usual.forms):
        yield slip.odd.form, form


def _place_of(slip: Misspelling) -> Reference:
    """The first place that has the usual spelling: a full name where the odd one is one."""
    usual = slip.usual_word
    places = [
        r
        for r in slip.usual.references
        if any(same_word(w, usual) for w in r.form.replace("-", " ").split()) or usual in r.form
    ]
    full = [r for r in places if r.person and r.person.full]
    return (full or places)[0] if _is_full(slip.odd) else places[0]


def _is_full(reference: Reference) -> bool:
    return bool(reference.person and reference.person.full)


def _suggestion(slip: Misspelling, found: Found) -> str:
    usual_count, odd_count = found.count(slip.usual_word), found.count(slip.odd_word)
    if usual_count == odd_count and _is_full(slip.odd):
        return f"Check which is right, “{slip.usual_word}” or “{slip.odd_word}”, and use it throughout."
    whole = ", and the full name" if slip.usual.full_names else ""
    places = f"{usual_count} of {usual_count + odd_count} places{whole}"
    return f"Use “{slip.usual_word}” ({places}) throughout" + ("." if slip.joined else ", if both are one person.")
