from __future__ import annotations

from collections.abc import Callable

import pytest

from factsheet.speakers.find import SpeakerFindings

Find = Callable[[str], tuple[SpeakerFindings, list[str]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Foreign Minister Hannah Okoro came. [The foreign minister] said it was late.", "Hannah Okoro"),
        ("Foreign Minister Hannah Okoro came. [The trade minister] said it was late.", "The trade minister"),
        ("Gov. Hannah Okoro came. [The governor] said it was late.", "Hannah Okoro"),
        ("Gen. Hannah Okoro came. [The general] said it was late.", "Hannah Okoro"),
        ("Former Secretary of Trade Hannah Okoro came. [The former secretary of trade] said so.", "Hannah Okoro"),
        ("Former Mayor Hannah Okoro came. [The mayor] said it was late.", "The mayor"),
        ("President Hannah Okoro came. [The two-term president] said it was late.", "Hannah Okoro"),
        ("President Hannah Okoro came. [The Norwegian president] said it was late.", "The Norwegian president"),
        ("Vermont Sen. Hannah Okoro came. [The independent Vermont senator] said so.", "Hannah Okoro"),
        ("Secretary-General Hannah Okoro came. [The secretary-general] said it was late.", "Hannah Okoro"),
        ("President Hannah Okoro came. [The next president] said it was late.", "The next president"),
        ("Republican candidate Hannah Okoro came. [The Democratic candidate] said so.", "The Democratic candidate"),
        # A form of address is no part of the role, and a diplomat is what an ambassador is.
        ("British diplomat Sir Daniel Reyes came. [The diplomat] said it was late.", "Daniel Reyes"),
        ("Ambassador Daniel Reyes came. [The diplomat] said it was late.", "Daniel Reyes"),
        ("Filmmaker Daniel Reyes came. [The documentarian] said it was late.", "Daniel Reyes"),
        # A title before anybody bears it: only an office that one person holds at a time.
        ("[The president] said it was late. President Hannah Okoro came.", "Hannah Okoro"),
        ("[The senator] said it was late. Sen. Hannah Okoro came.", "The senator"),
        # Of several bearers, the one who is named just before.
        (
            "Sen. Daniel Reyes came. It rained. It snowed. It froze. Sen. Hannah Okoro left. [The senator] said so.",
            "Hannah Okoro",
        ),
        ("Sen. Daniel Reyes met Sen. Hannah Okoro. [The senator] said it was late.", "The senator"),
        # Somebody who is described and not named.
        ("[A senior official] said it was late. [The official] said it was dark.", "A senior official"),
        (
            "[A senior official] said it was late. [An official] said no. [The official] said it was dark.",
            "The official",
        ),
        ("[The mayor's lawyer] said it was late. [The lawyer] said it was dark.", "The mayor's lawyer"),
        # What somebody is, is no title of his.
        ("Republican nominee Hannah Okoro came. Ruth Holt left as [the losing candidate].", "the losing candidate"),
        # A role that is joined by "and", and kin.
        ("Popular Christian and corporate speaker Ruth Holt came. [The Christian speaker] said so.", "Ruth Holt"),
        ("Daniel Reyes came with his brother Peter Reyes. It rained. [His brother] said so.", "Peter Reyes"),
        ("Daniel Reyes and his brother, Peter Reyes, came. Tom Holt came. [His brother] said so.", "His brother"),
        (
            "Tom Holt came. It rained. It snowed. It froze. Daniel Reyes came with his brother Peter Reyes. It rained. "
            "[His brother] said so.",
            "Peter Reyes",
        ),
        ("Ruth Holt, a mother of three, spoke. Daniel Reyes's trial began. [His mother] said so.", "His mother"),
        ("[The mayor's spokesman] said no. The governor's spokesman came. [The spokesman] said so.", "The spokesman"),
        ("Daniel Reyes came with his brother Peter Reyes. It rained. [His sister] said so.", "His sister"),
        # What papers call somebody whom they have named just before.
        ("Hannah Okoro came to the quay on Monday. [The candidate] said it was late.", "Hannah Okoro"),
        ("Hannah Okoro met Ruth Holt on Monday. [The candidate] said it was late.", "The candidate"),
    ],
)
def test_whom_a_title_stands_for(voices: Find, text: str, expected: str) -> None:
    assert voices(text)[1][-1] == expected


def test_a_title_is_a_mention_also_where_nobody_is_quoted(voices: Find) -> None:
    found = voices("Mayor Hannah Okoro came. The crowd cheered the mayor.")[0]
    assert [(v.form, v.kind) for v in found.speakers[0].variants] == [("Hannah Okoro", "name"), ("the mayor", "title")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hannah Okoro came. [Her campaign] said it was late.", ["Hannah Okoro’s campaign"]),
        (
            "Hannah Okoro came. [Her campaign] said it was late. [The Okoro campaign] said so. [The campaign] said no.",
            ["Hannah Okoro’s campaign"] * 3,
        ),
        (
            "Hannah Okoro came. [Her campaign] said it was late. Daniel Reyes left. [His campaign] said so.",
            ["Hannah Okoro’s campaign", "Daniel Reyes’s campaign"],
        ),
        # Whose it is, is not known: then each is somebody of its own, and none is anybody else's.
        (
            "Daniel Reyes met Martin Holt. [His campaign] said it was late. [His campaign] said it was early.",
            ["His campaign", "His campaign"],
        ),
        (
            "Hannah Okoro's campaign left. It rained. Daniel Reyes's campaign came. [The campaign] said so.",
            ["Daniel Reyes’s campaign"],
        ),
        ("Hannah Okoro came. [The Okoro camp] said no. [Okoro's camp] said so.", ["Hannah Okoro’s camp"] * 2),
        ("Hannah Okoro's campaign and Daniel Reyes's campaign met. [The campaign] said so.", ["The campaign"]),
    ],
)
def test_whose_campaign_it_is(voices: Find, text: str, expected: list[str]) -> None:
    found, names = voices(text)
    assert names == expected
    if expected[0] == "His campaign":
        assert len({q.speaker for q in found.quotations}) == len(expected)


def test_every_title_and_owner_says_why(voices: Find) -> None:
    text = "Mayor Hannah Okoro came. [The mayor] said so. [She] said it was late."
    assert all(any("Hannah Okoro" in reason for reason in q.evidence) for q in voices(text)[0].quotations)
