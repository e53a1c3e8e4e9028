from __future__ import annotations

import pytest

from factsheet.evaluation.denoting import judge
from factsheet.model import Speaker, SpeakerKind, Variant

TEXT = "Jane Roe came. Roe said so. Jane Roe's campaign left."


def speaker(name: str, *others: str, kind: SpeakerKind = "person") -> Speaker:
    variants = tuple(Variant(form, 1, "name") for form in (name, *others))
    return Speaker("s1", name, kind, (), variants, ())


@pytest.mark.parametrize(
    ("meant", "answer", "expected"),
    [
        # The same person, however the name is written.
        ("Jane Roe", speaker("Jane Roe"), "right"),
        ("Sen. Jane Roe", speaker("Jane Roe"), "right"),
        ("Jane M. Roe", speaker("Jane Roe"), "right"),
        ("Roe, Jane", speaker("Jane Roe"), "right"),
        ("Jane Roe", speaker("Janet Roe", "Jane Roe"), "right"),
        ("Roe", speaker("Jane Roe"), "right"),
        # The article has the whole name and the speaker only a part of it: the two were not brought together.
        ("Jane Roe", speaker("Roe"), "unresolved"),
        ("Jane Roe", speaker("Jane"), "unresolved"),
        # The article has no more than that part.
        ("Barbara Doe", speaker("Doe"), "right"),
        ("Jane Roe", None, "unresolved"),
        ("Jane Roe", speaker("she"), "unresolved"),
        ("Jane Roe", speaker("John Roe"), "wrong"),
        ("Jane Roe", speaker("Jane Doe"), "wrong"),
        ("Jane Roe", speaker("Doe"), "wrong"),
        ("Jane Roe Jr.", speaker("Jane Roe Sr."), "wrong"),
        # Organisations and groups.
        ("the Roe campaign", speaker("Jane Roe’s campaign", kind="group"), "right"),
        ("Roe campaign", speaker("campaign", kind="group"), "unresolved"),
        ("Roe campaign", speaker("Doe campaign", kind="group"), "wrong"),
        ("Norwegian MFA", speaker("Ministry of Foreign Affairs of Norway", kind="organisation"), "right"),
        ("Norwegian MFA", speaker("Ministry of Foreign Affairs of Chad", kind="organisation"), "wrong"),
    ],
)
def test_what_an_answer_is_worth(meant: str, answer: Speaker | None, expected: str) -> None:
    assert judge([meant], answer, "she", TEXT, [answer] if answer else []) == expected


def test_any_one_of_several_names_will_do() -> None:
    assert judge(["Ann Doe", "Jane Roe"], speaker("Jane Roe"), "she", TEXT, []) == "right"
    assert judge(["Ann Doe", "Jane Roe"], speaker("Roe"), "she", TEXT, []) == "unresolved"


def test_where_nobody_is_meant_only_nobody_is_right() -> None:
    assert judge([], None, "they", TEXT, []) == "right"
    assert judge([], speaker("they", kind="group"), "they", TEXT, []) == "right"
    assert judge([], speaker("Jane Roe"), "they", TEXT, []) == "wrong"


def test_a_part_of_a_name_that_two_bear_is_nobody_in_particular() -> None:
    one, other = speaker("Jane Roe"), speaker("John Roe")
    assert judge(["Roe"], one, "he", TEXT, [one, other]) == "wrong"
    assert judge(["Roe"], one, "he", TEXT, [one]) == "right"
