"""The flags of saved sheets that nobody has decided yet, each with every place it is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from factsheet.errors import SheetError, UsageError
from factsheet.model import Decision, Flag, Sheet, Span, Speaker
from factsheet.model.flag import ArticleRef
from factsheet.rendering.passages import Excerpt, Passages
from factsheet.sheet.json import from_json
from factsheet.sheet.left_over import read_left_over
from factsheet.speakers.decisions.verdicts import Verdicts, name_key, pair_of, state

_SEVERITIES = ("high", "medium", "low")
# What a family name or an abbreviation alone stands for in one article says nothing of what it does in another.
_OF_ITS_ARTICLE = {"ambiguous surname"}
_OF_ITS_ARTICLE_IF_ONE_WORD = {"nickname or acronym", "missing first name", "title conflict"}


@dataclass(frozen=True)
class Place:
    """Where a flag points: the article, the words there (a span of its text), and what stands around them."""

    article: str
    excerpt: Excerpt
    source: ArticleRef
    span: Span


@dataclass(frozen=True)
class OpenFlag:
    """A flag without a decision, and its places in all of the sheets that have it.

    ``split`` is a form that the flag asks about and the speaker it is taken for; None where it is nobody else's.
    ``counts`` are the names that the flag asks about, each with how often its sheets name a speaker so. ``bearers``
    are the speakers of whom one is meant, where the first name is one that several bear.
    """

    flag: Flag
    places: tuple[Place, ...]
    split: tuple[str, str] | None = None
    counts: tuple[tuple[str, int], ...] = ()
    bearers: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, str] | None:
        """The two names it asks about; None where it is no question about two names, and so nothing to decide."""
        match self.flag.names:
            case (left, right) if name_key(left) and name_key(right):
                return left, right
        return None

    @property
    def id(self) -> str:
        """What the question goes by: the flag's id, and behind it the article where the question is of that alone."""
        return f"{self.flag.id}-{self.places[0].source.sha256[:12]}" if self.is_of_its_article else self.flag.id

    @property
    def is_of_its_article(self) -> bool:
        """Whether an answer holds in its article alone unless somebody says otherwise."""
        if not self.places:
            return False
        if len(self.flag.names) == 2 and len(set(map(name_key, self.flag.names))) == 1:
            return True  # whether one name is one person's there
        one_word = any(len(name.split()) == 1 for name in self.flag.names)
        return self.flag.kind in _OF_ITS_ARTICLE or (one_word and self.flag.kind in _OF_ITS_ARTICLE_IF_ONE_WORD)


@dataclass(frozen=True)
class OpenFlags:
    """The open flags of a folder, and one line for each file of it that could not be read as a sheet."""

    flags: tuple[OpenFlag, ...]
    problems: tuple[str, ...]


@dataclass(frozen=True)
class SavedFlags:
    """The flags of a folder's sheets, read once: ``seen`` has one for each sheet that it stands in."""

    seen: tuple[OpenFlag, ...]
    problems: tuple[str, ...]

    def open(self, verdicts: Verdicts) -> tuple[OpenFlag, ...]:
        """The flags that no record in force settles, and no decision in their sheet that was not taken back.

        Flags with one id are one flag, and so are flags about the same two names, whatever their kinds, where one
        answer settles them all. What a family name alone stands for is asked in each article. Two full names wait
        while the one word that differs is asked about in an article of theirs, and until it is made again: the answer
        may leave nothing to ask. Questions about two names come first, then the other flags, each by severity and
        then in the order of the files and of their places.
        """
        found: dict[str | tuple[str, str], OpenFlag] = {}
        for flag in sorted(self.seen, key=_urgency):
            if not _is_settled(flag, verdicts):
                about = pair_of(*flag.names) if flag.names and not flag.is_of_its_article else flag.id
                known = found.get(about)
                found[about] = _merged(known, flag) if known else flag
        words = {(flag.places[0].source.sha256, pair) for flag in self.seen if (pair := _words_asked_about(flag))}
        return tuple(flag for flag in found.values() if not _waits(flag, words))


def open_flags(folder: Path, decisions: Iterable[Decision] = ()) -> OpenFlags:
    """The flags of the sheets ``folder/*.json`` that have no decision, neither in their sheet nor in ``decisions``.

    Raises:
        UsageError: the folder is missing or holds no JSON file.
    """
    saved = saved_flags(folder)
    return OpenFlags(saved.open(state(decisions)), saved.problems)


def saved_flags(folder: Path) -> SavedFlags:
    """Every flag of the sheets ``folder/*.json``, decided or not.

    Raises:
        UsageError: the folder is missing or holds no JSON file.
    """
    return together(flags_of(path) for path in sheet_files(folder))


def together(parts: Iterable[SavedFlags]) -> SavedFlags:
    """The flags and problems of several files as those of one folder."""
    parts = tuple(parts)
    return SavedFlags(tuple(f for part in parts for f in part.seen), tuple(p for part in parts for p in part.problems))


def flags_of(path: Path) -> SavedFlags:
    """The flags of one sheet, or the one problem why its file is none."""
    try:
        return SavedFlags(tuple(_flags(read_sheet(path))), ())
    except SheetError as error:
        return SavedFlags((), (str(error),))


def read_sheet(path: Path) -> Sheet:
    """The sheet saved at ``path``.

    Raises:
        SheetError: the file cannot be read, or is no sheet; the message begins with its path.
    """
    try:
        return from_json(path.read_bytes().decode("utf-8"))
    except SheetError as error:
        raise SheetError(f"{path}: {error}") from None
    except UnicodeDecodeError:
        raise SheetError(
            f"{path}: not a fact sheet: it is not UTF-8; name a folder that factsheet build wrote"
        ) from None
    except OSError as error:
        raise SheetError(f"{path}: cannot be read: {error.strerror}; check its permissions") from None


def sheet_files(folder: Path) -> list[Path]:
    """The files of a folder that are to be sheets, in order, without those that earlier runs left over.

    Raises:
        UsageError: the folder is missing, or holds no JSON file but such.
    """
    if not folder.is_dir():
        raise UsageError(f"{folder}: no such folder; name the one that `factsheet build` wrote to")
    files = sorted(folder.glob("*.json"))
    if not files:
        raise UsageError(f"{folder}: no saved sheet (*.json) in it; make some with `factsheet build PATH -f json`")
    left_over = read_left_over(folder)
    current = [path for path in files if path.name not in left_over]
    if not current:
        raise UsageError(f"{folder}: all sheets in it are left over from earlier runs; make them again with -f json")
    return current


def left_over_sheets(folder: Path) -> list[str]:
    """The names of the sheets that earlier runs left over in a folder, which nobody is asked about."""
    return sorted(name for name in read_left_over(folder) if name.endswith(".json"))


def _flags(sheet: Sheet) -> Iterator[OpenFlag]:
    passages = Passages(sheet.article)
    source = ArticleRef(sheet.article.id, sheet.article.sha256)
    for flag in sheet.flags:
        places = tuple(Place(source.id, passages.excerpt(s), source, s) for s in sorted(flag.evidence))
        counts = tuple((name, _count(name, sheet.speakers)) for name in flag.names)
        yield OpenFlag(flag, places, _split(flag, sheet.speakers), counts, _bearers(flag, sheet.speakers))


def _split(flag: Flag, speakers: Iterable[Speaker]) -> tuple[str, str] | None:
    """The form at the flag's place that has its first name, and the speaker it was taken for under another name."""
    if len(flag.names) != 2:
        return None
    wanted = name_key(flag.names[0])
    alone = [span for span in flag.evidence if name_key(span.text) == wanted]
    # "Grace Osei" is no place of "Osei" where "Osei" stands by itself.
    for span in alone or [span for span in flag.evidence if wanted in name_key(span.text).split()]:
        form = " ".join(span.text.split())
        for speaker in speakers:
            if any((m.start, m.end) == (span.start, span.end) and m.kind == "name" for m in speaker.mentions):
                others = [v.form for v in speaker.variants if v.kind == "name" and not _within(v.form, form)]
                if speaker.name in others or (speaker.key and name_key(speaker.name) != name_key(form)):
                    return form, speaker.name
                return (form, max(others, key=len)) if others else None
    return None


def _bearers(flag: Flag, speakers: Iterable[Speaker]) -> tuple[str, ...]:
    """The speakers that a name may mean, called by more than that name."""
    if flag.kind != "ambiguous surname" or not flag.names:
        return ()
    known = (s.name for s in speakers if s.id in flag.subjects and name_key(s.name) != name_key(flag.names[0]))
    return tuple(dict.fromkeys(known))


def _count(name: str, speakers: Iterable[Speaker]) -> int:
    forms = ((v.form, v.count) for speaker in speakers for v in speaker.variants if v.kind == "name")
    return sum(count for form, count in forms if _within(name, form))


def _within(name: str, form: str) -> bool:
    """Whether a name is a form, or one or more whole words of it."""
    return f" {name_key(name)} " in f" {name_key(form)} "


def _is_settled(flag: OpenFlag, verdicts: Verdicts) -> bool:
    """Whether a record settles it. A decision in the sheet counts, also one of another log, until it is undone."""
    spans = [place.span for place in flag.places]
    sha256 = flag.places[0].source.sha256 if flag.places else ""
    rulings = verdicts.at(sha256, *spans)
    if flag.names and rulings.recorded(*flag.names):
        return True
    if flag.names and any(rulings.same(flag.names[0], bearer) for bearer in flag.bearers):
        return True
    if flag.split and rulings.split(*flag.split):
        return True
    if not flag.names and verdicts.seen(flag.flag.id, sha256):
        return True
    return flag.flag.decision is not None and flag.flag.decision.id not in verdicts.undone


def _words_asked_about(flag: OpenFlag) -> tuple[str, str] | None:
    """The two single words that a flag without a decision in its sheet asks about; None where it asks of others."""
    if flag.names is None or not flag.places or flag.flag.decision or any(len(n.split()) > 1 for n in flag.names):
        return None
    return pair_of(*flag.names)


def _waits(flag: OpenFlag, words: Collection[tuple[str, tuple[str, str]]]) -> bool:
    """Whether two full names differ in one word alone, and that is asked about in an article of theirs."""
    one, other = (name_key(name).split() for name in flag.names or ("", ""))
    differing = [pair for pair in zip(one, other, strict=False) if pair[0] != pair[1]]
    if len(one) != len(other) or len(one) < 2 or len(differing) != 1:
        return False
    return any((place.source.sha256, pair_of(*differing[0])) in words for place in flag.places)


def _merged(known: OpenFlag, more: OpenFlag) -> OpenFlag:
    counts = Counter(dict(known.counts))
    counts.update(dict(more.counts))
    places = (*known.places, *more.places)
    return OpenFlag(known.flag, places, known.split or more.split, tuple(counts.items()), known.bearers)


def _urgency(flag: OpenFlag) -> tuple[bool, int]:
    return flag.names is None, _SEVERITIES.index(flag.flag.severity)
