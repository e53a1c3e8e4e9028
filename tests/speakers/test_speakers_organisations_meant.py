from __future__ import annotations

from collections.abc import Callable

import pytest

from factsheet.speakers.find import SpeakerFindings

Find = Callable[[str], tuple[SpeakerFindings, list[str]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The only one whose name has the noun, however far back.
        ("The Harbour Ministry opened. It rained. It snowed. [The ministry] said it was late.", "Harbour Ministry"),
        # The only one near whose name shows the kind.
        ("Acme Airways bought Zenith Holdings. [The company] said it was late.", "The company"),
        ("The Ministry of Defence said no. The Foreign Ministry said yes. [The ministry] said maybe.", "The ministry"),
        ("The Harbour Times met the Quay Council. [The newspaper] said it was late.", "Harbour Times"),
        ("The report was by the Harbour Tribune. [The conservative paper] said it was late.", "Harbour Tribune"),
        ("The office of the Harbour Bureau opened. [The agency] said it was late.", "Harbour Bureau"),
        ("The Harbour Times met Ruth Holt. [The conservative-leaning newspaper] said it was late.", "Harbour Times"),
        # Whom it tells something is another.
        ("The Harbour Foundation left, telling NATO why. [The group] said it was late.", "Harbour Foundation"),
        ("NATO told Zenith Holdings that it was late. [The organization] said so.", "The organization"),
        ("Hannah Okoro told the Harbour Times that it was late. [The newspaper] said so.", "Harbour Times"),
        # Two of the kind, one too far back, one of another kind.
        ("The Harbour Times met the Quay Tribune. [The newspaper] said it was late.", "The newspaper"),
        ("The Harbour Times came. It rained all day long. [The newspaper] said it was late.", "The newspaper"),
        ("The Harbour Council came. [The newspaper] said it was late.", "The newspaper"),
        ("The Supreme Court met on Monday. [The agency] said it was late.", "The agency"),
        # A school has to be called one.
        ("NATO met on Monday. [The school] said it was late.", "The school"),
        ("NATO met on Monday. [The organization] said it was late.", "NATO"),
        # More is said, or somebody unnamed is meant.
        ("NATO met on Monday. [The organization of bakers] said it was late.", "The organization of bakers"),
        ("NATO met a group on Monday. [The group] said it was late.", "The group"),
        # A report of what was said tells nothing.
        ('The Harbour Times opened. "It was late," [Hannah Okoro] said. [The newspaper] said so.', "Harbour Times"),
    ],
)
def test_which_organisation_is_meant(voices: Find, text: str, expected: str) -> None:
    assert voices(text)[1][-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Okoro administration came. [The administration] said it was late.", "The Okoro administration"),
        ("The Harbour Times editorial board met. [The editorial board] said so.", "The Harbour Times editorial board"),
        # Any company may be "the company".
        ("The Okoro company came. [The company] said it was late.", "The company"),
        # Two are spoken of before, or none with a name.
        (
            "The Okoro administration met the Reyes administration. [The administration] said so.",
            "The administration",
        ),
        ("The new administration came. [The administration] said it was late.", "The administration"),
    ],
)
def test_what_was_named_in_full_before(voices: Find, text: str, expected: str) -> None:
    assert voices(text)[1][-1] == expected
