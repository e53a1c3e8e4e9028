"""What a human must look at among an article's speakers: each flag quotes its places and makes a suggestion."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from spacy.tokens import Doc

from factsheet.model import Flag, Quotation, Span, flag_id
from factsheet.speakers.clusters import Cluster
from factsheet.speakers.decisions.verdicts import ArticleVerdicts
from factsheet.speakers.descriptions import SURE
from factsheet.speakers.identity import Ambiguity
from factsheet.speakers.names.comparing import folded, same_word
from factsheet.speakers.references import Reference
from factsheet.speakers.sources import Attribution
from factsheet.speakers.spelling import Misspelling, word_count

_TALKERS = {"i", "me", "we", "us", "you"}


def spelling_flags(
    found: Iterable[Misspelling], ids: Mapping[int, str], doc: Doc, verdicts: ArticleVerdicts
) -> tuple[Flag, ...]:
    """One flag for each two spellings. ``ids`` maps the identity of a cluster to the id of its speaker."""
    return tuple(_spelling_flag(m, ids, doc, verdicts) for m in found)


def ambiguity_flags(found: Iterable[Ambiguity], ids: Mapping[int, str], verdicts: ArticleVerdicts) -> tuple[Flag, ...]:
    """One flag for each name that several bear, however often it stands: of its places, the one that needs a
    human most."""
    flags: dict[str, Flag] = {}
    for ambiguity in found:
        flag = _ambiguity_flag(ambiguity, ids, verdicts)
        earlier = flags.get(flag.id)
        if earlier is None or _urgency(flag) > _urgency(earlier):
            flags[flag.id] = flag
    return tuple(flags.values())


def unattributed_flags(quotations: Iterable[Quotation], attributions: Mapping[str, Attribution]) -> tuple[Flag, ...]:
    """A flag for each sure quotation in marks that nobody could be named for; "I" and "you" ask no question."""
    return tuple(
        Flag(
            id=flag_id("unattributed quotation", *(span.text for span in (*q.content, *q.source))),
            kind="unattributed quotation",
            severity="medium",
            message=f"Nobody is named for these words. {attributions[q.id].reason}",
            evidence=(*q.content, *q.source),
            subjects=(q.id,),
            suggestion="Read the place and decide who speaks before using the quotation.",
        )
        for q in quotations
        if q.speaker is None and q.kind != "indirect" and q.confidence >= SURE
        if not (q.source and all(span.text.casefold() in _TALKERS for span in q.source))
    )


def _spelling_flag(found: Misspelling, ids: Mapping[int, str], doc: Doc, verdicts: ArticleVerdicts) -> Flag:
    odd, usual = found.odd_word, found.usual_word
    place = _place_of(found)
    usual_count, odd_count = word_count(doc, usual), word_count(doc, odd)
    # Given names alone ("Jon", "John") would be a question about everybody who bears them.
    names = (found.odd.form, place.form) if _is_full(found.odd) else (odd, usual)
    rulings = verdicts.at(found.odd.span, place.span)
    message = f"“{odd}” and “{usual}” differ in one letter. " + (
        f"Both are taken for {found.usual.name}: {found.joined}." if found.joined else "They are kept apart."
    )
    return Flag(
        id=flag_id("spelling variant", folded(odd), folded(usual)),
        kind="spelling variant",
        severity="high" if found.joined else "medium",
        message=message,
        evidence=(place.span, found.odd.span),
        subjects=tuple(sorted({ids[id(found.usual)]} & set(ids.values()))) if id(found.usual) in ids else (),
        suggestion=_spelling_suggestion(found, usual_count, odd_count),
        names=names,
        decision=next(filter(None, (rulings.on(*pair) for pair in _pairs(names, found))), None),
    )


def _pairs(names: tuple[str, str], found: Misspelling) -> Iterator[tuple[str, str]]:
    """The names that a record may have been made about: those of the flag, the words, a split from the speaker."""
    yield names
    yield found.odd_word, found.usual_word
    for form in (found.usual.name, *found.usual.forms):
        yield found.odd.form, form


def _place_of(found: Misspelling) -> Reference:
    """The first place that has the usual spelling: a full name where the odd one is one."""
    usual = found.usual_word
    places = [
        r
        for r in found.usual.references
        if any(same_word(w, usual) for w in r.form.replace("-", " ").split()) or usual in r.form
    ]
    full = [r for r in places if r.person and r.person.full]
    return (full or places)[0] if _is_full(found.odd) else places[0]


def _is_full(reference: Reference) -> bool:
    return bool(reference.person and reference.person.full)


def _spelling_suggestion(found: Misspelling, usual_count: int, odd_count: int) -> str:
    if usual_count == odd_count and _is_full(found.odd):
        return f"Check which is right, “{found.usual_word}” or “{found.odd_word}”, and use it throughout."
    whole = ", and the full name" if found.usual.full_names else ""
    places = f"{usual_count} of {usual_count + odd_count} places{whole}"
    return f"Use “{found.usual_word}” ({places}) throughout" + ("." if found.joined else ", if both are one person.")


def _urgency(flag: Flag) -> tuple[bool, bool]:
    return flag.decision is None, flag.severity == "high"


def _ambiguity_flag(found: Ambiguity, ids: Mapping[int, str], verdicts: ArticleVerdicts) -> Flag:
    form = found.reference.form
    names = [_called(cluster) for cluster in found.bearers]
    who = " or ".join(f"“{name}”" for name in names)
    if found.reading is not None:
        message = f"“{form}” may be {who}. It is taken for {found.reading.name}, as before the other was named."
    else:
        message = f"“{form}” may be {who}. Nothing in the article decides, so it is taken for neither."
    likely = found.reading or found.bearers[0]
    places = sorted({_first_place(cluster) for cluster in found.bearers} | {found.reference.span})
    return Flag(
        id=flag_id("ambiguous surname", folded(form), *map(folded, names)),
        kind="ambiguous surname",
        severity="low" if found.reading else "high",
        message=message,
        evidence=tuple(places),
        subjects=tuple(ids[id(cluster)] for cluster in found.bearers if id(cluster) in ids),
        suggestion=f"Say which one is meant; if it is {likely.name}, use the full name here.",
        names=(form, likely.name),
        decision=verdicts.at(found.reference.span).on(form, likely.name),
    )


def _called(cluster: Cluster) -> str:
    """The name, with the title where the name alone would not tell bearers apart: "President Roe"."""
    reference = cluster.references[0]
    if cluster.full_names or reference.person is None or not reference.person.titles:
        return cluster.name
    return " ".join((*reference.person.titles, reference.form))


def _first_place(cluster: Cluster) -> Span:
    """The first place that has the cluster's fullest name."""
    return next(
        (r.span for r in cluster.references if r.form == cluster.name),
        min(cluster.places, key=lambda place: place.start),
    )
