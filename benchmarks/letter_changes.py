"""How many one-letter slips in a speaker's name are flagged, and how many flags clean articles raise.

    python benchmarks/letter_changes.py FOLDER [--every N] [--changes N] [--seed N] [--list]

FOLDER holds articles (``.txt``); every N-th by name is analysed as it is. Then letters are changed, one in one article
at a time: in one mention of the family name of somebody who is quoted there with the confidence of a sure quotation and
named at least twice. The changed article is analysed as a whole, like any other (claims aside, which come after the
flags). A change counts as caught where a flag about two spellings quotes the changed word.

The four kinds of change take turns; the article, the speaker, the mention and the place in the word are drawn with a
fixed seed. The first letter is changed as often as any other, and stays a capital. ``--list`` shows every change that
was missed and every flag on a clean article, to be read: the articles' own misspellings are among them.
"""

from __future__ import annotations

import argparse
import random
import string
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from factsheet.language.pipeline import analyse, load_pipeline
from factsheet.model import Flag, Span
from factsheet.reading.articles import read_article
from factsheet.settings import Settings
from factsheet.speakers.names.parsing import parse_name

KINDS = ("substitution", "insertion", "deletion", "swap")
SPELLING = ("spelling variant", "transliteration variant")
SHORTEST = 3


@dataclass(frozen=True)
class Change:
    """One letter changed: in which article, at which place (the family name in a mention), and into what."""

    path: Path
    kind: str
    place: Span
    word: str


@dataclass(frozen=True)
class Rates:
    """What came of a measurement: the flags of the clean articles, the articles in which letters could be changed, how
    many changes of each kind were made and caught, and those that were missed."""

    flagged: tuple[tuple[Path, Flag], ...]
    articles: int
    tried: Counter[str]
    caught: Counter[str]
    missed: tuple[Change, ...]


def main() -> None:
    """Read the folder named on the command line and print both rates."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("folder", type=Path)
    cli.add_argument("--every", type=int, default=1)
    cli.add_argument("--changes", type=int, default=400)
    cli.add_argument("--seed", type=int, default=1)
    cli.add_argument("--list", action="store_true")
    arguments = cli.parse_args()
    paths = sorted(arguments.folder.glob("*.txt"))[:: arguments.every]
    rates = measured(load_pipeline(), paths, arguments.changes, arguments.seed)
    flags = len(rates.flagged)
    print(f"{len(paths)} clean articles: {flags} flags, one in {len(paths) / max(1, flags):.1f} articles")
    print(f"{rates.tried.total()} changes in {rates.articles} articles with a speaker named twice")
    for kind in KINDS:
        print(share(rates.caught[kind], rates.tried[kind], kind))
    print(share(rates.caught.total(), rates.tried.total(), "all"))
    for path, flag in rates.flagged if arguments.list else ():
        print(f"flagged as it is: {path.stem}: {flag.message}")
    for change in rates.missed if arguments.list else ():
        print(f"missed: {change.kind}, {change.path.stem}, {change.place.text} to {change.word}")


def share(caught: int, tried: int, of: str) -> str:
    """A line of the table."""
    return f"{caught:6} of {tried:4} {caught / max(1, tried):6.1%}  {of}"


def measured(nlp: Language, paths: list[Path], changes: int, seed: int) -> Rates:
    """Analyse the articles as they are, and then with so many changes, one at a time."""
    with nlp.select_pipes(disable=["factsheet_claims"]):
        clean = {path: analyse(nlp, read_article(path)) for path in paths}
        places = {path: found for path, doc in clean.items() if (found := list(names_of_speakers(doc)))}
        made = list(drawn(places, changes, random.Random(seed)))
        missed = tuple(change for change in made if not is_caught(change, flags_of(nlp, change)))
    tried = Counter(change.kind for change in made)
    return Rates(
        flagged=tuple((path, flag) for path, doc in clean.items() for flag in doc._.flags if flag.kind in SPELLING),
        articles=len(places),
        tried=tried,
        caught=tried - Counter(change.kind for change in missed),
        missed=missed,
    )


def names_of_speakers(doc: Doc) -> Iterator[list[Span]]:
    """For each person quoted for sure whose family name stands in two mentions or more: where it stands in each."""
    quoted = {q.speaker for q in doc._.quotations if q.is_sure(Settings.sure)}
    for speaker in doc._.speakers:
        family = parse_name(speaker.name).family.split()[-1:]
        if speaker.kind != "person" or speaker.id not in quoted or not family or len(family[0]) < SHORTEST:
            continue
        found = [
            Span.within(doc.text, at, at + len(family[0]))
            for mention in speaker.mentions
            if mention.kind == "name" and (at := mention.start + mention.text.rfind(family[0])) >= mention.start
        ]
        if len(found) > 1:
            yield found


def drawn(places: dict[Path, list[list[Span]]], changes: int, chance: random.Random) -> Iterator[Change]:
    """So many changes, the four kinds in turn; of an article's speakers, and of their mentions, each is as likely."""
    for number in range(changes):
        kind = KINDS[number % len(KINDS)]
        path = chance.choice(sorted(places))
        place = chance.choice(chance.choice(places[path]))
        yield Change(path, kind, place, changed(place.text, kind, chance))


def changed(word: str, kind: str, chance: random.Random) -> str:
    """The word with one letter changed, never into itself. A place that has a capital keeps it."""
    while True:
        at = chance.randrange(len(word))
        letter = chance.choice(string.ascii_lowercase)
        if not word[at : at + 2].isalpha():
            continue
        match kind:
            case "substitution":
                new = word[:at] + _like(letter, word[at]) + word[at + 1 :]
            case "insertion":
                new = word[: at + 1] + (letter.upper() if word.isupper() else letter) + word[at + 1 :]
            case "deletion":
                new = word[:at] + _like(word[at + 1 : at + 2], word[at]) + word[at + 2 :]
            case _:
                pair = word[at : at + 2][::-1]
                new = word[:at] + "".join(map(_like, pair, word[at : at + 2])) + word[at + 2 :]
        if new.casefold() != word.casefold():
            return new


def _like(letter: str, model: str) -> str:
    """The letter as a capital where the model is one."""
    return letter.upper() if model.isupper() else letter.lower() if letter.isalpha() else letter


def flags_of(nlp: Language, change: Change) -> tuple[Flag, ...]:
    """The flags of the changed article, read from a file like any other."""
    text = change.path.read_bytes().decode("utf-8")
    article = read_article(change.path).text
    if article not in text:
        raise SystemExit(f"{change.path}: what is read is not what stands in the file; leave it out")
    at = text.index(article) + change.place.start
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / change.path.name
        path.write_bytes((text[:at] + change.word + text[at + len(change.place.text) :]).encode("utf-8"))
        flags: tuple[Flag, ...] = analyse(nlp, read_article(path))._.flags
    return flags


def is_caught(change: Change, flags: tuple[Flag, ...]) -> bool:
    """Whether a flag about two spellings quotes the changed word."""
    place = Span(change.place.start, change.place.start + len(change.word), change.word)
    return any(flag.kind in SPELLING and any(span.overlaps(place) for span in flag.evidence) for flag in flags)


if __name__ == "__main__":
    main()
