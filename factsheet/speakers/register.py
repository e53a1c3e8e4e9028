"""The register of a run: who is named in its articles, where, and what is still to be decided about the names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from factsheet.language.paragraphs import paragraph_number, paragraphs
from factsheet.model import Decision, Flag, Sheet, Speaker
from factsheet.model.register import Appearance, ProposedLink, Register, RegisterArticle, RegisterEntry
from factsheet.speakers import lexicon
from factsheet.speakers.across import Link, links_across
from factsheet.speakers.authority.authority import Authority
from factsheet.speakers.decisions.verdicts import Verdicts, name_key, state
from factsheet.speakers.grouping import Bearer, grouped
from factsheet.speakers.lexicon import Gender
from factsheet.speakers.names.comparing import folded
from factsheet.speakers.names.parsing import bare_family, parse_name
from factsheet.speakers.names.romanising import romanised

_LONGEST_TITLE = 20
_Group = tuple[Bearer, ...]
_Place = tuple[str, str]


def register_of(
    sheets: Iterable[Sheet], authority: Authority, decisions: tuple[Decision, ...], left_out: Iterable[str] = ()
) -> Register:
    """The register of a run's sheets, which have all of their flags. ``left_out`` are the inputs without a sheet.

    Speakers that no name is known of ("officials", "a spokesman") are counted and have no entry.
    """
    ordered = sorted(sheets, key=lambda sheet: sheet.article.id)
    verdicts = state(decisions)
    named = [bearer for sheet in ordered for bearer in _bearers(sheet) if _is_named(bearer.speaker)]
    groups = sorted(grouped(named, authority, verdicts), key=_order)
    ids = {_place(bearer): f"speaker-{n}" for n, group in enumerate(groups, 1) for bearer in group}
    undecided = _undecided(ordered, {_place(bearer): bearer for bearer in named}, verdicts)
    links = _links(undecided, ids)
    appearances = {
        place: found
        for sheet in ordered
        for place, found in _appearances(sheet, frozenset(undecided.values())).items()
        if place in ids
    }
    return Register(
        entries=_with_bearers([_entry(group, ids, links, appearances) for group in groups]),
        articles=tuple(map(_article, ordered)),
        unnamed=sum(len(sheet.speakers) for sheet in ordered) - len(named),
        left_out=tuple(left_out),
    )


def _article(sheet: Sheet) -> RegisterArticle:
    still_open = sum(flag.decision is None for flag in sheet.flags)
    return RegisterArticle(sheet.article.id, sheet.article.title, sheet.article.published, still_open)


def _bearers(sheet: Sheet) -> Iterable[Bearer]:
    article = sheet.article
    return (Bearer(article.id, article.sha256, s, _gender(article.text, s)) for s in sheet.speakers)


def _gender(text: str, speaker: Speaker) -> Gender | None:
    """The gender that "Mr." or "Mrs." right before the names shows; None where they show none, or two."""
    before = (text[max(0, m.start - _LONGEST_TITLE) : m.start].split() for m in speaker.mentions if m.kind == "name")
    words = [last for *_, last in filter(None, before)]
    found = {lexicon.role_gender(word) for word in words if lexicon.is_courtesy(word)} - {None}
    return found.pop() if len(found) == 1 else None


def _is_named(speaker: Speaker) -> bool:
    return any(mention.kind == "name" for mention in speaker.mentions)


def _place(bearer: Bearer) -> _Place:
    return bearer.article, bearer.speaker.id


def _order(group: _Group) -> tuple[str, ...]:
    """By family name, letters of all scripts among the Latin ones; then by what else tells the entries apart."""
    name = _name(group)
    words = folded(romanised(name))
    family = words.removeprefix("the ")
    if group[0].speaker.kind == "person":
        parts = parse_name(name)
        family = folded(romanised(_family_that_stands_first(group) or bare_family(parts.family or parts.given) or name))
    return family, words, name, group[0].speaker.kind, *_place(group[0])


def _family_that_stands_first(group: _Group) -> str:
    """The first word of the name, where it may be such a family name and somebody is called by it alone ("Xi"), or has
    a given name of two syllables behind it ("Ban Ki-moon"); else nothing."""
    first, *rest = _name(group).split()
    alone = any(variant.form == first for bearer in group for variant in bearer.speaker.variants)
    hyphened = len(rest) == 1 and "-" in rest[0]
    return first if rest and (hyphened or alone) and lexicon.stands_first(first) else ""


def _name(group: _Group) -> str:
    """The authority file's name, or else the one under which most mentions are, of equals the longest."""
    keyed = [bearer.speaker.name for bearer in group if bearer.speaker.key]
    counts: Counter[str] = Counter()
    for bearer in group:
        counts[bearer.speaker.name] += len(bearer.speaker.mentions)
    return keyed[0] if keyed else max(counts, key=lambda name: (counts[name], len(name), name))


def _appearances(sheet: Sheet, linked: frozenset[frozenset[str]]) -> dict[_Place, Appearance]:
    """The speakers of a sheet. Flags about two names that are ``linked`` are left out: the link says it."""
    bounds = paragraphs(sheet.article.text)
    quoted = Counter(quotation.speaker for quotation in sheet.quotations)
    about: dict[str, list[Flag]] = defaultdict(list)
    for flag in sheet.flags:
        if flag.decision is None and frozenset(map(name_key, flag.names)) not in linked:
            for subject in dict.fromkeys(flag.subjects):
                about[subject].append(flag)
    return {
        (sheet.article.id, speaker.id): Appearance(
            article=sheet.article.id,
            speaker=speaker,
            paragraphs=tuple(sorted({paragraph_number(bounds, mention.start) for mention in speaker.mentions})),
            quotations=quoted[speaker.id],
            flags=tuple(about[speaker.id]),
        )
        for speaker in sheet.speakers
    }


def _undecided(
    sheets: Sequence[Sheet], bearers: dict[_Place, Bearer], verdicts: Verdicts
) -> dict[Link, frozenset[str]]:
    """The links that nobody has decided on, each with its two names."""
    found = {}
    for link in links_across(sheets):
        names = [bearers[place].speaker.name for place in (link.left, link.right)]
        if not any(verdicts.at(bearers[place].sha256).recorded(*names) for place in (link.left, link.right)):
            found[link] = frozenset(map(name_key, names))
    return found


def _links(undecided: Iterable[Link], ids: dict[_Place, str]) -> dict[str, dict[str, ProposedLink]]:
    """For each entry the links to others."""
    links: dict[str, dict[str, ProposedLink]] = defaultdict(dict)
    for link in undecided:
        one, other = ids[link.left], ids[link.right]
        for here, there in ((one, other), (other, one)):
            if here != there:
                links[here].setdefault(there, ProposedLink(there, link.proposed, link.reason, link.shared))
    return links


def _entry(
    group: _Group,
    ids: dict[_Place, str],
    links: dict[str, dict[str, ProposedLink]],
    appearances: dict[_Place, Appearance],
) -> RegisterEntry:
    entry = ids[_place(group[0])]
    found = links.get(entry, {}).values()
    return RegisterEntry(
        id=entry,
        name=_name(group),
        kind=group[0].speaker.kind,
        key=next((bearer.speaker.key for bearer in group if bearer.speaker.key), None),
        appearances=tuple(appearances[_place(bearer)] for bearer in group),
        ground=_ground(group),
        links=tuple(sorted(found, key=lambda link: (not link.proposed, int(link.entry.rpartition("-")[2])))),
        alone=len(group) == 1 and not group[0].speaker.key and group[0].is_person_by_one_name,
    )


def _with_bearers(entries: Sequence[RegisterEntry]) -> tuple[RegisterEntry, ...]:
    """The entries, those of persons by one name alone with the entries of persons who have this name in full."""
    having: dict[str, dict[str, None]] = defaultdict(dict)
    for entry in entries:
        if entry.kind == "person" and not entry.alone:
            parts = parse_name(entry.name)
            for name in filter(None, (parts.given, parts.family, bare_family(parts.family))):
                having[name_key(name)][entry.id] = None
    return tuple(
        replace(entry, bearers=tuple(having[name_key(entry.name)])) if entry.alone else entry for entry in entries
    )


def _ground(group: _Group) -> str:
    """Why a group is shown as one speaker, in words; empty for a group of one."""
    if len(group) == 1:
        return ""
    keys = [bearer.speaker.key for bearer in group]
    names = {name_key(bearer.speaker.name): bearer.speaker.name for bearer in group}
    plain = {bearer.plain for bearer in group}
    grounds = [f"the authority file has “{key}”" for key in dict.fromkeys(filter(None, keys))]
    if None in keys and (len(plain) > 1 or grounds):
        grounds.append(f"recorded decisions make one of {', '.join(f'“{name}”' for name in sorted(names.values()))}")
    return "; ".join(grounds) or "the same name and nothing against it, which is no proof"
