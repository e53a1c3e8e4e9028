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


def main() -> None:
    """Read the folder named on the command line and print both rates."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("folder", type=Path)
    cli.add_argument("--every", type=int, default=1)
    cli.add_argument("--changes", type=int, default=400)
    cli.add_argument("--seed", type=int, default=1)
    cli.add_argument("--list", action="store_true")
    arguments = cli.parse_args()
    nlp = load_pipeline()
    nlp.disable_pipe("factsheet_claims")
    paths = sorted(arguments.folder.glob("*.txt"))[:: arguments.every]
    clean = {path: analyse(nlp, read_article(path)) for path in paths}
    flagged = [(path, flag) for path, doc in clean.items() for flag in doc._.flags if flag.kind in SPELLING]
    print(f"{len(paths)} clean articles: {len(flagged)} flags, one in {len(paths) / max(1, len(flagged)):.1f} articles")
    if arguments.list:
        for path, flag in flagged:
            print(f"    {path.stem}: {flag.message}")
    places = {path: found for path, doc in clean.items() if (found := list(names_of_speakers(doc)))}
    tried: Counter[str] = Counter()
    caught: Counter[str] = Counter()
    for change in drawn(places, arguments.changes, random.Random(arguments.seed)):
        tried[change.kind] += 1
        if is_caught(change, flags_of(nlp, change)):
            caught[change.kind] += 1
        elif arguments.list:
            print(f"    missed: {change.kind}, {change.path.stem}, {change.place.text} to {change.word}", flush=True)
    print(f"{tried.total()} changes in {len(places)} articles with a speaker named twice")
    for kind in KINDS:
        print(f"{caught[kind]:6} of {tried[kind]:4} {caught[kind] / max(1, tried[kind]):6.1%}  {kind}")
    print(f"{caught.total():6} of {tried.total():4} {caught.total() / max(1, tried.total()):6.1%}  all")


def names_of_speakers(doc: Doc) -> Iterator[list[Span]]:
    """For each person quoted for sure whose family name stands in two mentions or more: where it stands in each."""
    quoted = {q.speaker for q in doc._.quotations if q.confidence >= Settings.sure}
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
