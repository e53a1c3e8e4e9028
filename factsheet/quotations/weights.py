"""The learned weights: named features of the parse, and what each speaks for. ``docs/quotation-model.md`` says what
they were made from; ``factsheet train quotations`` makes them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import repeat
from pathlib import Path

from factsheet.errors import ModelError
from factsheet.model import QuotationKind

# What the log odds of a confidence are a weighted sum of.
TERMS = ("content", "source", "unattributed", "bias")
KINDS: tuple[QuotationKind, ...] = ("direct", "indirect", "mixed")
PARTS = ("cue", "content", "source")
FORMAT = "factsheet-quotations/2"
# Cues of this level report something in half of their places, or more.
MOSTLY_REPORTS = 6
# In a third of them, or more.
OFTEN_REPORTS = 4


@dataclass(frozen=True)
class Weights:
    """The weights of two conditional logistic regressions: over "no quotation" and each content a cue may report, and
    over "nobody" and the words that may name who said it.

    ``cue`` weighs features of the cue, ``content`` those of a content, ``source`` those of a source. ``cues`` has,
    for each known cue key, in how many tenths of its places it reported something; ``seldom`` has the frequent verbs
    that hardly ever did. A cue whose own score is under ``gate`` is not looked at further,
    nor is one for whose word alone it is under ``word_gate``. ``calibration`` has for
    each kind of quotation what makes a confidence of probabilities (see ``confidence``). ``made_from`` tells what was
    learned from.
    """

    cues: Mapping[str, int]
    seldom: frozenset[str]
    cue: Mapping[str, float]
    content: Mapping[str, float]
    source: Mapping[str, float]
    gate: float
    word_gate: float
    calibration: Mapping[QuotationKind, Mapping[str, float]]
    made_from: Mapping[str, int]

    def level(self, key: str) -> int:
        """How often a cue with this key reports something: 0 hardly ever or unknown, 1 to 11 else."""
        tenths = self.cues.get(key)
        return 0 if tenths is None else tenths + 1

    def to_json(self) -> str:
        """The weights as a JSON file: sorted, one weight a line, so that equal weights are equal bytes."""
        plain = {
            "format": FORMAT,
            "made_from": dict(self.made_from),
            "gate": self.gate,
            "word_gate": self.word_gate,
            "calibration": {kind: dict(terms) for kind, terms in self.calibration.items()},
            "cues": dict(self.cues),
            "seldom": sorted(self.seldom),
            "cue": dict(self.cue),
            "content": dict(self.content),
            "source": dict(self.source),
        }
        return json.dumps(plain, ensure_ascii=False, indent=0, sort_keys=True) + "\n"


def total(weights: Mapping[str, float], features: Iterable[str]) -> float:
    """The sum of the weights of features; one that is unknown weighs nothing."""
    return sum(map(weights.get, features, repeat(0.0)))


@cache
def read_weights(path: Path | None = None) -> Weights:
    """The weights of a file; without one, those that come with the program.

    Raises:
        ModelError: the file cannot be read, or holds no such weights.
    """
    if path is None:
        return _weights(files(__package__).joinpath("weights.json").read_text("utf-8"))
    try:
        return _weights(path.read_bytes().decode("utf-8"))
    except OSError as error:
        raise ModelError(f"{path}: the quotation model cannot be read: {error.strerror}; check the path") from None
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError):
        raise ModelError(
            f"{path}: this is no quotation model of this version; make one with `factsheet train quotations`"
        ) from None


def _weights(text: str) -> Weights:
    plain = json.loads(text, parse_constant=_no_number)
    if plain["format"] != FORMAT:
        raise ValueError(plain["format"])
    numbers = {part: {name: float(weight) for name, weight in plain[part].items()} for part in PARTS}
    return Weights(
        cues={key: int(tenths) for key, tenths in plain["cues"].items()},
        seldom=frozenset(plain["seldom"]),
        cue=numbers["cue"],
        content=numbers["content"],
        source=numbers["source"],
        gate=float(plain["gate"]),
        word_gate=float(plain["word_gate"]),
        calibration={kind: _calibration(plain["calibration"][kind]) for kind in KINDS},
        made_from=dict(plain["made_from"]),
    )


def _calibration(terms: Mapping[str, float]) -> dict[str, float]:
    return {name: float(terms[name]) for name in TERMS}


def _no_number(name: str) -> float:
    raise ValueError(f"{name} is no weight")
