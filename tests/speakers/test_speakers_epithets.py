from __future__ import annotations

from collections.abc import Callable

import pytest

from factsheet.speakers.find import SpeakerFindings

Find = Callable[[str], tuple[SpeakerFindings, list[str]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Somebody of whom nothing else is said, and who alone is near.
        ("Hannah Okoro came on Monday. [The Vermont senator] said it was late.", "Hannah Okoro"),
        ("Hannah Okoro came on Monday. [The presumptive Republican nominee] said it was late.", "Hannah Okoro"),
        ("Hannah Okoro came on Monday. [The former front-runner] said it was late.", "Hannah Okoro"),
        ('"It was late," Daniel Reyes said. {"It was dark,"} [the retired neurosurgeon] said.', "Daniel Reyes"),
        # Nobody whom the article calls something else.
        ("Jane Holt, a spokeswoman, came. [The Vermont senator] said it was late.", "The Vermont senator"),
        ("Democratic Sen. Jane Holt came. [The Republican senator] said it was late.", "The Republican senator"),
        ("Texas Sen. Jane Holt came. [The Vermont senator] said it was late.", "The Vermont senator"),
        # Anybody may be quoted: of whom nothing is said and who comes in as a voice is not surely the one.
        ('"Hello," [Ann Gray] said. [The Ohio senator] said it was late.', "The Ohio senator"),
        ('Ann Gray came. "Hello," [Ann Gray] said. [The Ohio senator] said it was late.', "Ann Gray"),
        ('"Hello," [Sen. Ann Gray] said. [The Ohio senator] said it was late.', "Ann Gray"),
        # Two come into question.
        ("Hannah Okoro met Ruth Holt. [The Vermont senator] said it was late.", "The Vermont senator"),
        # One is said to be a senator and the other something else, or nothing.
        ("Candidate Ruth Holt met Sen. Hannah Okoro. [The Vermont senator] said it was late.", "Hannah Okoro"),
        ("Ruth Holt met Sen. Hannah Okoro. [The Vermont senator] said it was late.", "The Vermont senator"),
        ("Ruth Holt pressed Sen. Hannah Okoro. [The senator] said it was late.", "Hannah Okoro"),
        # Somebody else is meant.
        ("Hannah Okoro came on Monday. [The other candidate] said it was late.", "The other candidate"),
        ("Hannah Okoro came on Monday. [The candidate of the left] said it was late.", "The candidate of the left"),
        ("Hannah Okoro came on Monday. [The candidate and her aides] said no.", "The candidate and her aides"),
        ("Hannah Okoro came on Monday. [The Acme candidate] said it was late.", "The Acme candidate"),
        # One person by two nouns.
        ("Hannah Okoro came on Monday. [The senator and candidate] said it was late.", "Hannah Okoro"),
        # The only one who can be called so, in whatever part of the sentence and of the one before.
        ("The crowd cheered for Hannah Okoro's plan. [The Vermont senator] said it was late.", "The Vermont senator"),
        (
            "Maria Doss, the Green candidate, met Alan Krug, the Labour candidate. “It is late,” [the candidate] said.",
            "the candidate",
        ),
        ("Tom Reyes read a letter in church. [The scholar] said it was late.", "The scholar"),
        (
            "Jane Holt, a baker, sang to Hannah Okoro. [The Vermont senator] said it was late.",
            "Hannah Okoro",
        ),
        # A campaign's name does not stand in the way of who is the subject.
        ("Hannah Okoro opened the Holt campaign office. [The Vermont senator] said it was late.", "Hannah Okoro"),
        # "The Ohio governor" is one, "the governor" is only who is said to be governor.
        ("Hannah Okoro came on Monday. [The Ohio governor] said it was late.", "Hannah Okoro"),
        ("Hannah Okoro came on Monday. [The governor] said it was late.", "The governor"),
        # The bare noun is too little where it is no main subject, and where nobody's deeds are told.
        ("Hannah Okoro came on Monday. [Ruth Holt] said [the candidate] said it was late.", "the candidate"),
        ("Hannah Okoro came on Monday. [The nominee] would say it was late.", "The nominee"),
        ("Hannah Okoro came on Monday. [The candidate best known] said it was late.", "The candidate best known"),
        # Who is named may be the one who has the title, and what somebody is to become is nobody.
        ("Hannah Okoro came. The prime minister praised [the Vermont senator] on Monday.", "the Vermont senator"),
        ("Hannah Okoro came. The crowd chose a baker as [the nominee] on Monday.", "the nominee"),
        ("Hannah Okoro came. [He] praised [the Vermont senator] on Monday.", "the Vermont senator"),
        # Who asks does not answer.
        ('"Is it late?" [Hannah Okoro] asked. "It is dark," [the senator] said.', "the senator"),
        # Somebody unnamed was called so, and somebody who is called what anybody may be stands in the way.
        ("Hannah Okoro met a donor. [The donor] said it was late.", "The donor"),
        ("Ruth Holt, a resident, met Hannah Okoro. [The Vermont senator] said it was late.", "The Vermont senator"),
        # A bare noun is of whoever is near, not of the only one who is called so anywhere.
        (
            "Actor Daniel Reyes left. It rained. It snowed. It froze. Martin Holt told a crowd of it. "
            "[The actor] said it was late.",
            "Martin Holt",
        ),
    ],
)
def test_whom_a_noun_takes_up(voices: Find, text: str, expected: str) -> None:
    assert voices(text)[1][-1] == expected


def test_a_pronoun_behind_it_stands_for_the_same(voices: Find) -> None:
    found, names = voices("Daniel Reyes came. [The Vermont senator] said so. [He] said it was late.")
    assert names == ["Daniel Reyes", "Daniel Reyes"]
    kinds = [(variant.form, variant.kind) for variant in found.speakers[0].variants]
    assert ("The Vermont senator", "description") in kinds


def test_nobody_calls_himself_so_in_what_he_says(voices: Find) -> None:
    found, names = voices("Hannah Okoro came on Monday. [Hannah Okoro] said the Ohio senator was late.")
    assert names == ["Hannah Okoro"]
    assert [variant.form for variant in found.speakers[0].variants] == ["Hannah Okoro"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The only senator from there, however far back: by a tag, by "of" behind a title, by words behind the noun.
        (
            "Sen. Hannah Okoro (I-Vt.) met Sen. Ruth Holt (D-Ohio). It rained. It snowed. It froze. "
            "[The Vermont senator] said it was late.",
            "Hannah Okoro",
        ),
        (
            "Sen. Hannah Okoro of Vermont met Sen. Ruth Holt of Ohio. It rained. [The Vermont senator] said so.",
            "Hannah Okoro",
        ),
        (
            "Sen. Hannah Okoro, D-N.J., met Sen. Ruth Holt, D-Ohio. [The senator from New Jersey] said so.",
            "Hannah Okoro",
        ),
        ("Mexican President Tom Holt came. Ruth Holt left. [The president of Mexico] said so.", "Tom Holt"),
        # Two are from there; nobody is; or the title is of whoever is named before it.
        (
            "Sen. Hannah Okoro (I-Vt.) met Sen. Ruth Holt (D-Vt.). [The Vermont senator] said so.",
            "The Vermont senator",
        ),
        ("Sen. Hannah Okoro (D-Ohio) came. [The Vermont senator] said so.", "The Vermont senator"),
        (
            "Sen. Tom Reyes (D-Mass.) left. One of them is Holt, [the senator from Massachusetts], who said so.",
            "the senator from Massachusetts",
        ),
        # A tag of another state, or a state of two words, keeps somebody from it.
        ("New Jersey Gov. Ruth Holt met Hannah Okoro. [The Vermont senator] said so.", "Hannah Okoro"),
        ("Ruth Holt (D-Ohio) met Hannah Okoro. [The Vermont senator] said it was late.", "Hannah Okoro"),
        # Georgia is a country and a state: "Georgian" is not of the state, nor taken up by whoever is near.
        ("Sen. Hannah Okoro (D-Ga.) came. [The Georgia senator] said it was late.", "Hannah Okoro"),
        ("Sen. Hannah Okoro (D-Ga.) came. [The Georgian senator] said it was late.", "The Georgian senator"),
        ("Sen. Hannah Okoro came. [The Georgian senator] said it was late.", "The Georgian senator"),
        (
            "Georgian President Daniel Reyes came. It rained. It snowed. [The Georgian president] said it was late.",
            "Daniel Reyes",
        ),
        (
            "Georgian Sen. Daniel Reyes met Sen. Hannah Okoro (D-Ga.). Then [the senator from Georgia] said so.",
            "the senator from Georgia",
        ),
        # A place of two words in a tag.
        (
            "Sen. Hannah Okoro (D-New Hampshire) met Sen. Ruth Holt (D-Ohio). [The New Hampshire senator] said so.",
            "Hannah Okoro",
        ),
        # Of one it is not said where from, or the words say more than the tag, or show another gender.
        ("Sen. Hannah Okoro voted no. Then [the senator from Ohio] said it was late.", "the senator from Ohio"),
        (
            "Sen. Hannah Okoro (D-Ohio) met Sen. Ruth Holt. Then [the senator from Ohio] said it was late.",
            "the senator from Ohio",
        ),
        (
            "Sen. Hannah Okoro (D-Ohio) spoke. Then [the junior senator from Ohio] said it was late.",
            "the junior senator from Ohio",
        ),
        # The sentence before is about one person alone, or whoever else is named there is blamed by the words' subject.
        (
            "It rained on Ruth Holt. It snowed. Hannah Okoro rejected the plan. [The retired neurosurgeon] said so.",
            "Hannah Okoro",
        ),
        ("Hannah Okoro lost to Ruth Holt. [The Vermont senator] opened a rally blasting Holt.", "Hannah Okoro"),
        ("Hannah Okoro lost to Ruth Holt. [The Vermont senator] opened a rally on the quay.", "The Vermont senator"),
        # The name behind "and", or as whose something is, may be the same person's.
        ("Daniel Reyes won. [The Ohio governor] said no in a vote that keeps Reyes's hopes alive.", "Daniel Reyes"),
        ("Daniel Reyes won. [The magnate] said so, and if it rains, Reyes will stay.", "Daniel Reyes"),
    ],
)
def test_where_somebody_is_from(voices: Find, text: str, expected: str) -> None:
    assert voices(text)[1][-1] == expected


def test_a_sentence_that_ends_with_a_country_gives_nobody_an_office(voices: Find) -> None:
    found, _ = voices("[Ruth Holt] met the president of Mexico. Daniel Reyes left on Monday.")
    assert all(not speaker.roles for speaker in found.speakers if speaker.name == "Daniel Reyes")
