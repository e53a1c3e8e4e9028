"""What the register of a run says, in the order it says it, for every format: plain strings, nothing escaped."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import factsheet
from factsheet.model import Flag, SpeakerKind
from factsheet.model.register import Appearance, ProposedLink, Register, RegisterEntry
from factsheet.rendering import wording
from factsheet.rendering.passages import shortened

_LONGEST_NAME = 120
_LONGEST_NOTE = 500
_MOST_ROLES = 6
_KINDS: tuple[tuple[SpeakerKind, str], ...] = (
    ("person", "Persons"),
    ("organisation", "Organisations"),
    ("group", "Groups"),
)
_ALONE = (
    "A name that stands alone shows in no other article who is meant. These are put together neither with each other "
    "nor with anybody who has the name in full."
)


@dataclass(frozen=True)
class PlaceView:
    """Where a speaker occurs: the article with its anchor, paragraphs, and counts in words."""

    article: str
    anchor: str
    paragraphs: str
    counts: str


@dataclass(frozen=True)
class LinkView:
    """Another entry that may be the same speaker: what is said of it, its name and anchor, and why."""

    says: str
    name: str
    anchor: str
    reason: str


@dataclass(frozen=True)
class BearerView:
    """Another entry, by its name and anchor."""

    name: str
    anchor: str


@dataclass(frozen=True)
class OpenFlagView:
    """An open flag about a speaker."""

    kind: str
    severity: str
    article: str
    message: str


@dataclass(frozen=True)
class EntryView:
    """A speaker of the run. ``ground`` says why several articles' speakers are shown as one; empty for one article.
    ``bearers`` are, for a name that stands alone, the persons who have it in full."""

    name: str
    anchor: str
    articles: str
    key: str
    written: str
    roles: tuple[str, ...]
    more_roles: str
    places: tuple[PlaceView, ...]
    ground: str
    links: tuple[LinkView, ...]
    flags: tuple[OpenFlagView, ...]
    bearers: tuple[BearerView, ...] = ()


@dataclass(frozen=True)
class LinkedPair:
    """Two entries that may be one speaker, for the list at the head."""

    left: EntryView
    link: LinkView


@dataclass(frozen=True)
class Section:
    """The entries of one kind, by family name, and what must be said of them all."""

    title: str
    anchor: str
    note: str
    entries: tuple[EntryView, ...]


@dataclass(frozen=True)
class ArticleView:
    """An article of the run."""

    id: str
    anchor: str
    title: str
    published: str
    flags: str


@dataclass(frozen=True)
class RegisterView:
    """The whole register."""

    title: str
    summary: str
    pairs: tuple[LinkedPair, ...]
    sections: tuple[Section, ...]
    unnamed: str
    articles: tuple[ArticleView, ...]
    left_out: tuple[str, ...]
    program: str


def register_view(register: Register) -> RegisterView:
    """What the register says."""
    names = {entry.id: shortened(entry.name, _LONGEST_NAME) for entry in register.entries}
    anchors = {article.id: f"article-{number}" for number, article in enumerate(register.articles, 1)}
    entries = {entry.id: _entry(entry, names, anchors) for entry in register.entries}
    order = list(names)
    return RegisterView(
        title="Register of speakers",
        summary=_summary(register),
        pairs=tuple(
            LinkedPair(entries[entry.id], _link(link, names))
            for proposed in (True, False)
            for entry in register.entries
            for link in entry.links
            if link.proposed == proposed and order.index(link.entry) > order.index(entry.id)
        ),
        sections=tuple(section for section in _sections(register, entries, names) if section.entries),
        unnamed=_unnamed(register.unnamed),
        articles=tuple(
            ArticleView(
                id=article.id,
                anchor=anchors[article.id],
                title=shortened(article.title or ""),
                published=wording.day(article.published) if article.published else "",
                flags=wording.counted(article.open_flags, "flag"),
            )
            for article in register.articles
        ),
        left_out=register.left_out,
        program=f"factsheet {factsheet.__version__}",
    )


def _sections(register: Register, entries: dict[str, EntryView], names: dict[str, str]) -> Iterator[Section]:
    for kind, title in _KINDS:
        own = [entry for entry in register.entries if entry.kind == kind and not entry.alone]
        yield Section(title, kind, "", tuple(entries[entry.id] for entry in own))
        if kind == "person":
            yield Section("Persons by one name alone", "one-name", _ALONE, tuple(_alone(register, entries, names)))


def _alone(register: Register, entries: dict[str, EntryView], names: dict[str, str]) -> Iterator[EntryView]:
    """The persons who are called by one name, a name each with all its places: they may be one person or several."""
    by_name: dict[str, list[RegisterEntry]] = defaultdict(list)
    for entry in register.entries:
        if entry.alone:
            by_name[entry.name.casefold()].append(entry)
    for found in by_name.values():
        views = [entries[entry.id] for entry in found]
        roles = tuple(dict.fromkeys(role for view in views for role in view.roles))
        yield replace(
            views[0],
            articles=wording.counted(len(views), "article"),
            written="",
            roles=roles[:_MOST_ROLES],
            more_roles=_more(roles),
            places=tuple(place for view in views for place in view.places),
            flags=tuple(flag for view in views for flag in view.flags),
            bearers=tuple(BearerView(names[bearer], bearer) for bearer in found[0].bearers),
        )


def _more(roles: Sequence[str]) -> str:
    return f"{len(roles) - _MOST_ROLES} more on the sheets" if len(roles) > _MOST_ROLES else ""


def _summary(register: Register) -> str:
    kinds = Counter(entry.kind for entry in register.entries)
    open_flags = sum(article.open_flags for article in register.articles)
    return " · ".join(
        [
            wording.counted(len(register.articles), "article"),
            *(wording.counted(kinds[kind], title[:-1].lower()) for kind, title in _KINDS if kinds[kind]),
            f"{wording.counted(open_flags, 'flag')} to review",
        ]
    )


def _unnamed(number: int) -> str:
    if not number:
        return ""
    return f"{wording.counted(number, 'speaker')} without a name, such as officials, on the sheets alone."


def _entry(entry: RegisterEntry, names: dict[str, str], anchors: dict[str, str]) -> EntryView:
    forms: Counter[str] = Counter()
    for appearance in entry.appearances:
        for variant in appearance.speaker.variants:
            if variant.kind == "name":
                forms[variant.form] += variant.count
    roles = list(
        dict.fromkeys(
            shortened(" ".join(role.text.split()), _LONGEST_NAME)
            for appearance in entry.appearances
            for role in appearance.speaker.roles
        )
    )
    number = len(entry.appearances)
    return EntryView(
        name=names[entry.id],
        anchor=entry.id,
        articles=wording.counted(number, "article"),
        key=entry.key or "",
        written=_written(entry.name, forms),
        roles=tuple(roles[:_MOST_ROLES]),
        more_roles=_more(roles),
        places=tuple(_where(appearance, anchors) for appearance in entry.appearances),
        ground=shortened(entry.ground, _LONGEST_NOTE),
        links=tuple(_link(link, names) for link in entry.links),
        flags=tuple(_flags(entry)),
    )


def _written(name: str, forms: Counter[str]) -> str:
    """The forms with their counts, the most frequent first; nothing where there is the name alone."""
    if list(forms) == [name]:
        return ""
    return ", ".join(
        f"{shortened(form, _LONGEST_NAME)} ({count}×)" for form, count in sorted(forms.items(), key=_most_first)
    )


def _most_first(form: tuple[str, int]) -> tuple[int, str]:
    return -form[1], form[0]


def _where(appearance: Appearance, anchors: dict[str, str]) -> PlaceView:
    mentions = wording.counted(len(appearance.speaker.mentions), "mention")
    quoted = f", {wording.counted(appearance.quotations, 'quotation')}" if appearance.quotations else ""
    return PlaceView(
        article=appearance.article,
        anchor=anchors[appearance.article],
        paragraphs=wording.ranges(appearance.paragraphs),
        counts=f"{mentions}{quoted}",
    )


def _link(link: ProposedLink, names: dict[str, str]) -> LinkView:
    says = "proposed as one person with" if link.proposed else "may be one person with"
    shared = f"; said of both: {', '.join(link.shared)}" if link.shared else ""
    return LinkView(says, names[link.entry], link.entry, shortened(f"{link.reason}{shared}", _LONGEST_NOTE))


def _flags(entry: RegisterEntry) -> list[OpenFlagView]:
    """The open flags about the entry, each once, in the order of its articles."""
    seen: dict[str, tuple[str, Flag]] = {}
    for appearance in entry.appearances:
        for flag in appearance.flags:
            seen.setdefault(flag.id, (appearance.article, flag))
    return [
        OpenFlagView(flag.kind, flag.severity, article, shortened(flag.message, _LONGEST_NOTE))
        for article, flag in seen.values()
    ]
