"""Features of a cue: what speaks for its reporting something at all."""

from __future__ import annotations

from factsheet.quotations.contents.beside import Beside
from factsheet.quotations.frames import Reading
from factsheet.quotations.marks.pairing import last_inside
from factsheet.quotations.parse import SUBJECTS, Word
from factsheet.quotations.weights import Weights
from factsheet.quotations.wordforms import bucket, coarse, kind

_WORDS = ("prep", "agent", "prt", "mark", "aux", "neg", "advmod", "auxpass")
_COMPLEMENTS = ("dobj", "attr", "acomp", "oprd", "dative")
_CLIMB = ("conj", "advcl", "xcomp", "pcomp", "prep", "ccomp", "parataxis", "acomp", "relcl", "acl")
_MODIFIERS = ("det", "poss", "amod", "compound", "nummod")
_MAX_CLIMB = 4
# What stands before "=" in the names of those that are of the word itself.
WORD_FEATURES = ("any", "k", "d", "t", "kd", "kt", "unknown", "unknown d", "unknown t")


def cue_features(cue: Word, key: str, beside: Beside, reading: Reading, weights: Weights) -> list[str]:
    """The names of the features that hold of ``cue``, whose key is ``key``. In a name, ``k`` is the cue's key, and bars
    join parts."""
    return [*word_features(cue.i, key, reading, weights), *context_features(cue, key, beside, reading, weights)]


def word_features(cue: int, key: str, reading: Reading, weights: Weights) -> list[str]:
    """Those that are of the word itself; ``cue`` is the token's index."""
    dep, tag = reading.columns.deps[cue], reading.columns.tags[cue]
    found = ["any", f"k={key}", f"d={dep}", f"t={tag}", f"kd={key}|{dep}", f"kt={key}|{tag}"]
    if key not in weights.cues:
        # A rare verb has no weight of its own that could speak against it.
        found += ["unknown", f"unknown d={dep}", f"unknown t={tag}"]
    return found


def context_features(cue: Word, key: str, beside: Beside, reading: Reading, weights: Weights) -> list[str]:
    """Those that are of the words around it."""
    found: list[str] = []
    _children(cue, key, found)
    _subject(cue, key, found)
    _neighbours(cue, key, reading, found)
    _head(cue, reading, weights, found)
    _marks(cue, key, beside, reading, found)
    return found


def _children(cue: Word, key: str, found: list[str]) -> None:
    # In order: the sums that training makes depend on it, if only in the last digit.
    deps: dict[str, None] = {}
    for child in cue.children:
        dep = child.dep
        if dep == "punct":
            continue
        side = "<" if child.i < cue.i else ">"
        deps[side + dep] = None
        if dep in _WORDS:
            found.append(f"c{side}{dep}={child.lower}")
            if dep in ("prep", "prt", "agent"):
                found.append(f"kp={key}|{child.lower}")
                found += [f"po={child.lower}|{kind(inner)}" for inner in child.children if inner.dep == "pobj"]
        elif dep in _COMPLEMENTS:
            what = kind(child)
            found += [f"ko={key}|{what}", f"o={dep}|{what}"]
        elif dep in ("ccomp", "xcomp"):
            found += [f"cc={dep}|{child.tag}", f"kcc={key}|{dep}|{child.tag}"]
            opener = next((w for w in child.children if w.dep == "mark" or w.tag in ("WDT", "WP", "WRB")), None)
            if opener is not None:
                found.append(f"ccm={opener.lower}")
    for dep in deps:
        found += [f"c={dep}", f"kc={key}|{dep}"]
    found.append("cs=" + ",".join(sorted(deps)))


def _subject(cue: Word, key: str, found: list[str]) -> None:
    subject, how = _find_subject(cue)
    if subject is None:
        found += ["s=none", f"ks={key}|none"]
        return
    rough = coarse(subject)
    found += [f"s={how}{kind(subject)}", f"sc={how}{rough}", f"ks={key}|{rough}"]
    if subject.pos in ("NOUN", "PROPN"):
        for child in subject.children:
            if child.dep in _MODIFIERS:
                found.append(f"sm={child.dep}|{kind(child)}")
            elif child.dep == "appos":
                found.append("sm=appos")
            elif child.dep == "prep":
                found.append(f"sm=prep|{child.lower}")


def _find_subject(cue: Word) -> tuple[Word | None, str]:
    """The cue's subject, or that of the verb that governs it, and how it was come by."""
    for child in cue.children:
        if child.dep in SUBJECTS:
            return child, ""
    token = cue
    for _ in range(_MAX_CLIMB):
        if token.dep not in _CLIMB or token.head == token:
            return None, ""
        if token.dep in ("relcl", "acl"):
            return token.head, "noun:"
        token = token.head
        for child in token.children:
            if child.dep in SUBJECTS and child != cue:
                return child, "up:"
    return None, ""


def _neighbours(cue: Word, key: str, reading: Reading, found: list[str]) -> None:
    words, tags, i = reading.columns.words, reading.columns.tags, cue.i
    second, first = (words[j] if j >= 0 else "^" for j in (i - 2, i - 1))
    behind, over = (words[j] if j < len(words) else "$" for j in (i + 1, i + 2))
    found += [f"p={first}", f"n={behind}", f"kp1={key}|{first}", f"kn1={key}|{behind}", f"pp={second}|{first}"]
    found += [f"nn={behind}|{over}", f"kn2={key}|{behind}|{over}"]
    found.append(f"pt={tags[i - 1] if i else '^'}")
    found.append(f"nt={tags[i + 1] if i + 1 < len(tags) else '$'}")


def _head(cue: Word, reading: Reading, weights: Weights, found: list[str]) -> None:
    head, dep = cue.head, cue.dep
    if head == cue:
        return
    key = reading.columns.keys[head.i] if head.pos in ("VERB", "AUX", "NOUN", "ADJ") else head.pos
    found += [f"h={dep}|{key}", f"hp={dep}|{head.pos}"]
    found += [f"hl={dep}|{weights.level(key)}", f"hside={dep}|{head.i < cue.i}"]
    found += [f"hm={child.lower}" for child in head.children if child.dep == "mark"]


def _marks(cue: Word, key: str, beside: Beside, reading: Reading, found: list[str]) -> None:
    text = reading.text
    before = "-"
    if beside.before is not None:
        last = last_inside(text, beside.before.start, beside.before.end)
        before = "w" if last.isalnum() else last
    after = "-"
    if beside.after is not None:
        between = text[beside.end : beside.after.start]
        after = "colon" if ":" in between else "comma" if "," in between else "bare"
    found += [f"kqb={key}|{before}", f"kqa={key}|{after}", f"q={before}|{after}"]
    first, _ = reading.columns.sentences[cue.i]
    start = reading.columns.starts[first]
    found.append(f"first={first == 0 or chr(10) in text[reading.columns.ends[first - 1] : start]}")
    found += [f"pos={bucket(cue.i - first)}", f"title={start < reading.start + 5}"]
