"""How the time of the speakers step grows with the length of an article, on texts that are hard on it.

    python benchmarks/long_articles.py

Each text repeats, for its whole length, what an article has a few times: one name, other names, pronouns, quotations of
one person, titles that many bear, "they". It is made once, twice and four times as long. Times are CPU seconds, without
the parse and the quotations step.
"""

from __future__ import annotations

import time
from itertools import product

from factsheet.language.pipeline import load_pipeline
from factsheet.speakers.authority.authority import Authority
from factsheet.speakers.find import find_speakers

_LENGTHS = (1, 2, 4)
_GIVEN = ("Peter", "Daniel", "Hannah", "Ruth", "Martin", "Maria", "James", "John", "Linda", "Susan")
_FAMILY = [a + b for a, b in product(("Hol", "Rey", "Gro", "Mar", "Van", "Pel", "Wra", "Zel"), ("ten", "dor", "mis"))]


def main() -> None:
    """Print a row of times for each text."""
    nlp = load_pipeline()
    for what in _texts(1):
        times = []
        for length in _LENGTHS:
            with nlp.select_pipes(disable=["factsheet_speakers", "factsheet_claims"]):
                doc = nlp(_texts(length)[what])
            start = time.process_time()
            find_speakers(doc, doc._.quotations, Authority(), ())
            times.append(time.process_time() - start)
        print(f"{what:34}", *(f"{seconds:6.2f}" for seconds in times))


def _texts(length: int) -> dict[str, str]:
    """The texts, so many times as long, by what they repeat."""
    names = [f"{given} {family}{ending}" for family, given, ending in product(_FAMILY, _GIVEN, ("", "a", "o", "u"))]
    paragraphs = {
        "one name, 3,000 times": ["Daniel Reyes came. Reyes left the quay."] * 1500,
        "500 different names": [f"{name} came to the quay on Monday." for name in names[:500]],
        "2,000 pronouns": ["Daniel Reyes met Hannah Okoro.", *["He said it was late. She left the quay."] * 1000],
        "1,000 quotations by one person": ['"It was late," Daniel Reyes said.', '"It was dark," he said.'] * 500,
        "1,000 times they": ["The lawyers waited.", *["They said it was late."] * 1000],
    }
    of_one = {what: lines * length for what, lines in paragraphs.items()}
    offices = {
        "200 mayors": [f"Mayor {name} came. The mayor said it was late." for name in names[: 200 * length]],
        "150 senators": [
            f"Sen. {name} (D-Ohio) met Mayor {other}. The senator said it was late. The Ohio senator left. He said so."
            for name, other in zip(names[: 150 * length], reversed(names), strict=False)
        ],
        "300 times the Vermont senator": [
            "Sen. Daniel Reyes (I-Vt.) met Sen. Ruth Holt (D-Ohio).",
            *["Reyes came to the quay. The Vermont senator said it was late. Holt left it."] * (300 * length),
        ],
    }
    return {what: "\n\n".join(lines) for what, lines in (of_one | offices).items()}


if __name__ == "__main__":
    main()
