"""The learned weights: named features of the parse, and what each speaks for. ``docs/quotation-model.md`` says what
they were made from; ``factsheet train quotations`` makes them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from factsheet.errors import ModelError

FORMAT = "factsheet-quotations/1"


@dataclass(frozen=True)
class Weights:
    """The weights of a conditional logistic regression over "no quotation" and each content a cue may report.

    ``cue`` weighs features of the cue, ``content`` those of a content; ``bias`` goes to every content. ``cues`` has,
    for each known cue key, in how many tenths of its places it reported something; ``seldom`` has the frequent verbs
    that hardly ever did. A cue whose own score is under ``gate`` is not looked at further. ``made_from`` tells what
    was learned from.
    """

    cues: Mapping[str, int]
    seldom: frozenset[str]
    cue: Mapping[str, float]
    content: Mapping[str, float]
    bias: float
    gate: float
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
            "bias": self.bias,
            "gate": self.gate,
            "cues": dict(self.cues),
            "seldom": sorted(self.seldom),
            "cue": dict(self.cue),
            "content": dict(self.content),
        }
        return json.dumps(plain, ensure_ascii=False, indent=0, sort_keys=True) + "\n"


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
    numbers = {part: {name: float(weight) for name, weight in plain[part].items()} for part in ("cue", "content")}
    return Weights(
        cues={key: int(tenths) for key, tenths in plain["cues"].items()},
        seldom=frozenset(plain["seldom"]),
        cue=numbers["cue"],
        content=numbers["content"],
        bias=float(plain["bias"]),
        gate=float(plain["gate"]),
        made_from=dict(plain["made_from"]),
    )


def _no_number(name: str) -> float:
    raise ValueError(f"{name} is no weight")
