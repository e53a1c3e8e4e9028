"""How a sheet puts figures and codes into words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import ROUND_DOWN, Decimal

from factsheet.model import Claim, Date, Quantity, Span

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)\Z")
_CONFIDENCE = ((Decimal("0.9"), "high"), (Decimal("0.7"), "good"), (Decimal("0.5"), "moderate"))
_BASIS = {
    "explicit": "as written",
    "document date": "reckoned from the article’s date",
    "inferred": "inferred",
}


def confidence(value: float) -> str:
    """A confidence as word and figure, cut and not rounded to two places: ``high (0.97)``."""
    figure = Decimal(str(value))
    word = next((word for least, word in _CONFIDENCE if figure >= least), "low")
    return f"{word} ({figure.quantize(Decimal('0.01'), ROUND_DOWN)})"


def day(iso: str) -> str:
    """An ISO day as it is written in prose, ``31 October 2022``; anything else as it is."""
    found = _DAY.match(iso)
    if not found or not 1 <= int(found[2]) <= 12:
        return iso
    return f"{int(found[3])} {_MONTHS[int(found[2]) - 1]} {found[1]}"


def counted(number: int, singular: str, plural: str | None = None) -> str:
    """``1 flag``, ``3 flags``, ``no flags``."""
    return f"{number or 'no'} {singular if number == 1 else plural or singular + 's'}"


def listed(words: Sequence[str]) -> str:
    """``a``; ``a and b``; ``a, b and c``."""
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def ranges(numbers: Sequence[int]) -> str:
    """Rising numbers with runs of three and more drawn together: ``1, 3–6, 9``."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs)


def unclear(word: Span) -> str:
    """How a word is told of that stands for something the article does not say."""
    return f"what “{word.text}” stands for is not said"


def date(date: Date) -> str:
    """A date expression with what it was worked out to be: ``“October 27” = 2022-10-27, as written``."""
    role = "" if date.role == "on" else f"{date.role} "
    vague = ", vague" if date.vague else ""
    if date.value == date.text:
        return f"{role}{date.value}, {_BASIS[date.basis]}{vague}"
    if date.value is not None:
        value = f"{role}{date.value}, {_BASIS[date.basis]}"
    elif date.earliest or date.latest:
        value = f"{role}between {date.earliest or '?'} and {date.latest or '?'}, {_BASIS[date.basis]}"
    else:
        value = "undated"
    return f"“{date.text}” = {value}{vague}"


def quantity(quantity: Quantity) -> str:
    """An amount with what it was worked out to be: ``“$5m a year” = 5,000,000 USD per year``."""
    bounds = [figure(bound) for bound in (quantity.low, quantity.high) if bound is not None]
    comparator = "" if quantity.comparator in ("exactly", "between") else quantity.comparator
    kind = quantity.currency or quantity.unit or ""
    words = (
        comparator,
        "–".join(dict.fromkeys(bounds)),
        kind,
        quantity.per and f"per {quantity.per}",
        quantity.of and f"of {quantity.of}",
    )
    return f"“{quantity.text}” = {' '.join(word for word in words if word)}"


def figure(value: float) -> str:
    """A number with thousands set off and no needless zeros: ``5,000,000``, ``2.5``."""
    return f"{value:,.6f}".rstrip("0").rstrip(".")


def kind_of(claim: Claim) -> str:
    """A claim's type, modality and negation: ``plan, planned``, ``event, asserted, negated``."""
    return ", ".join([claim.type, claim.modality, *(["negated"] if claim.negated else [])])
