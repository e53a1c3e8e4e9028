from __future__ import annotations

from collections.abc import Callable

import pytest

from factsheet.speakers.find import SpeakerFindings

NOBODY = "unattributed"

Find = Callable[[str], tuple[SpeakerFindings, list[str]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Whoever spoke last goes on, over names in what he says and in what is said of him.
        ('"It was late," [Hannah Okoro] said. "It was dark," [she] said.', "Hannah Okoro"),
        (
            'Peter Holt spoke. "It was late," said [Daniel Reyes], an aide to Peter Holt. "It was dark," [he] added.',
            "Daniel Reyes",
        ),
        ("[Daniel Reyes] said that Peter Holt was late. [He] went on to call it a day.", "Daniel Reyes"),
        # Nobody calls himself by his name in his own words.
        (
            '"It was late," [Daniel Reyes] said. {Martin Holt, a baker, fits that}, [he] added.',
            "Daniel Reyes",
        ),
        # Who was asked answers.
        ('Daniel Reyes asked Martin Holt about the quay. "It was late," [he] said.', "Martin Holt"),
        # Whoever the sentence before introduces may be a new voice; somebody who is known already may not.
        (
            '"It was late," [Daniel Reyes] said. Martin Holt, a baker, came at noon. "It was dark," [he] said.',
            "Martin Holt",
        ),
        (
            "Martin Holt came. It rained. It snowed. It froze. "
            '"It was late," [Daniel Reyes] said. Holt closed the quay. "It was dark," [he] said.',
            NOBODY,
        ),
        (
            '"It was late," [Daniel Reyes] said. Martin Holt, a baker, told her no. "It was dark," [he] said.',
            "Martin Holt",
        ),
        # At the head of a paragraph, the subject of the sentence before.
        ("Daniel Reyes left the house of Martin Holt.\n\n[He] said it was late.", "Daniel Reyes"),
        ("Daniel Reyes left the house of Martin Holt. [He] said it was late.", NOBODY),
        # One who is spoken of in the same sentence, as its subject or as whose the subject is.
        ("Daniel Reyes came. Martin Holt left the quay, although [he] thought it was early.", "Martin Holt"),
        ("Martin Holt's voice shook as [he] said it was late.", "Martin Holt"),
        # A pronoun that stands for nobody known hands that on.
        ("Daniel Reyes met Martin Holt. Then [he] said so. [He] said it was late.", NOBODY),
        # The subject of the sentence before goes on where the points decide nothing: somebody else was quoted before.
        (
            'Martin Holt, a baker, sang. "It was late," [Daniel Reyes] said.\n\nHolt was not having it.\n\n'
            '"It was dark," [he] said.',
            "Martin Holt",
        ),
        # At the head of the next sentence also over somebody who is no subject and no object of the main verb ...
        (
            "[Daniel Reyes] said it was late. Reyes opened the quay of a firm that is led by Martin Holt. "
            "[He] said it was dark.",
            "Daniel Reyes",
        ),
        # ... but not where it is not at the head of that sentence, or where he has asked there, ...
        (
            "[Daniel Reyes] said it was late. Reyes opened the quay of a firm that is led by Martin Holt. "
            "When it was over at last, [he] said it was dark.",
            NOBODY,
        ),
        (
            "[Daniel Reyes] said it was late. Reyes opened the quay of a firm that is led by Martin Holt.\n\n"
            "On Monday [he] said it was dark.",
            NOBODY,
        ),
        (
            "[Daniel Reyes] said it was late. Reyes asked the crew of a firm that is led by Martin Holt. "
            "[He] said it was dark.",
            NOBODY,
        ),
        # ... and not over a subject, and not where the sentence before is the first that speaks of him.
        ("Daniel Reyes came. Martin Holt left and Daniel Reyes stayed. [He] said it was late.", NOBODY),
        # Who says what the pronoun stands in, unless somebody else is told.
        (
            "Daniel Reyes came. Peter Holt, who had met Daniel Reyes, said [he] felt it was late.",
            "Peter Holt",
        ),
        ("While Martin Holt slept, Daniel Reyes said [he] thought it was late.", NOBODY),
        # Whose the subject is, where nobody else who fits is named in the sentence.
        ('"It was late," [Daniel Reyes] said. Martin Holt\'s vote came as [he] said it was dark.', "Martin Holt"),
        # Who is asked about somebody is somebody else; so is not who is named behind another's name.
        (
            "Daniel Reyes, an official under Martin Holt and Peter Grove, left. [He] said it was late.",
            "Daniel Reyes",
        ),
        ("Hannah Okoro came. Asked about Ruth Holt, [she] said it was late.", "Hannah Okoro"),
        # What is his, in a report of his own, if nobody else is near.
        ("{The boat is Daniel Reyes's toy}, [he] said.", "Daniel Reyes"),
        ("Martin Holt came. {The boat is Daniel Reyes's toy}, [he] said.", "Martin Holt"),
        # Who is asked may be named as such, and who is said to be somebody named is nobody else.
        ("Martin Holt sang. When Daniel Reyes was asked about the quay, [he] said it was late.", "Daniel Reyes"),
        ("The administrator is Daniel Reyes. [He] said it was late.", "Daniel Reyes"),
        # Two people are meant where both belong to one verb.
        ("Daniel Reyes came. [He] told Martin Holt it was late.", "Daniel Reyes"),
        ("Martin Holt sang for Daniel Reyes. [He] told Reyes it was late.", "Martin Holt"),
        # "The nominee" is somebody named already, and does not stand in the way.
        ('Hannah Okoro came. The nominee waved. "It was late," [she] said.', "Hannah Okoro"),
        # The place and the agency before a report are nobody.
        ("LUNDBY (AFP) - Daniel Reyes came on Monday. [He] said it was late.", "Daniel Reyes"),
        ("Daniel Reyes came to Austin, Texas, on Monday. [He] said it was late.", "Daniel Reyes"),
        # A report may call by name whoever was quoted last before it says who says it ...
        (
            'Ruth Holt came. "It was late," [Hannah Okoro] said.\n\n'
            "{The quay of Okoro's home town was dark}, [she] said.",
            "Hannah Okoro",
        ),
        # ... but not where somebody else has come in since, or in marks.
        (
            "Daniel Reyes [he] said was late. Prosecutor Martin Holt spoke in court. {Reyes had lied}, [he] said.",
            "Martin Holt",
        ),
        (
            'Martin Holt came. "It was late," [Daniel Reyes] said. "They say Reyes should go home," [he] said.',
            "unattributed",
        ),
        # A name before somebody else's is no rival, and no list goes without "and".
        (
            '"It was late," former Peter Holt speechwriter [Chris Reyes] wrote in May. [He] wrote it was dark.',
            "Chris Reyes",
        ),
        # The only one whom the sentence before tells of, if its subject is nobody else.
        (
            '"It was late," [Daniel Reyes] said. Reyes sang.\n\nJust look at Mayor Martin Holt. [He] says it is late.',
            "Martin Holt",
        ),
        ("Daniel Reyes met Peter Holt. He was seen with Martin Grove. [He] said it was late.", NOBODY),
        # Who asked does not go on speaking; what is another's may be what the sentence before was about.
        (
            '[Martin Holt] asked Daniel Reyes about the quay. Reyes smiled. "It was late," [he] said.',
            "Daniel Reyes",
        ),
        ('"It was late," [Daniel Reyes] said. The crowd came for Martin Holt\'s best songs. [He] closed it.', NOBODY),
        # A family name that is also a man's given name says nothing of her.
        ("Elizabeth Warren came. Daniel Reyes met Warren. [He] said it was late.", "Daniel Reyes"),
        # A verb that cannot follow "will" shows that it is a name.
        ("George Will left the quay. [Will] wrote that it was late. [He] said it was dark.", "George Will"),
        # "his" and "her" as the source of an opinion.
        ("Hannah Okoro came on Monday, and it shaped [her] view that it was late.", "Hannah Okoro"),
    ],
)
def test_whom_he_and_she_stand_for(voices: Find, text: str, expected: str) -> None:
    assert voices(text)[1][-1] == expected


def test_a_gender_that_no_name_shows_is_taken_from_possessives(voices: Find) -> None:
    text = (
        "Okwe raised her hand. Okwe took her coat. Daniel Reyes met Mr. Okwe Tann. Okwe left. [She] said it was late."
    )
    assert voices(text)[1] == [NOBODY]
    text = "Minister Tann raised her hand. Tann took her coat. Minister Tann left. [He] said it was late."
    assert voices(text)[1] == [NOBODY]
    assert voices(text.replace("[He]", "[She]"))[1] == ["Tann"]
    # One "her" may be somebody else's.
    assert voices("Minister Tann raised her hand. Minister Tann left. [He] said it was late.")[1] == ["Tann"]


def test_i_outside_quotations_is_the_author_whom_the_last_paragraph_introduces(voices: Find) -> None:
    text = "The quay is too narrow.\n\nI walk there, and [I] think it is late.\n\nHannah Okoro is a baker in Lund."
    assert voices(text)[1] == ["Hannah Okoro"]
    interview = "Q: Is it late?\n\nA: [I] think it is.\n\nHannah Okoro is a baker in Lund."
    assert voices(interview)[1] == [NOBODY]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Hannah Okoro, who] said it was late, came.", "Hannah Okoro"),
        ("The crowd cheered the young voters [who] said it was late.", "the young voters"),
        ("Daniel Reyes and Martin Holt came. It was [Daniel Reyes and Martin Holt, who] has said so.", "Martin Holt"),
    ],
)
def test_who_takes_up_the_name_before_it(voices: Find, text: str, expected: str) -> None:
    assert voices(text)[1] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The lawyers waited. [They] said it was late.", "The lawyers"),
        ("The lawyers met the judges. [They] said it was late.", "The lawyers"),
        ("Lawyers and judges came and the nurses left. [They] said it was late.", NOBODY),
        ("Daniel Reyes and Martin Holt met. [They] said it was late.", "Daniel Reyes and Martin Holt"),
        ("[Prosecutors] said investigators felt the pressure. [They] said it was late.", "Prosecutors"),
        ("[Friends of the Reyes family] said so. [They] said it was late.", "Friends of the Reyes family"),
        ("Hannah Okoro left. Her campaign opened a shop. [They] said it was late.", "Hannah Okoro’s campaign"),
        ("The lawyers came. They waited, and [onlookers] said it was late. [They] said no.", "The lawyers"),
        ("[Endorsements] said the shop was late. [They] said so.", NOBODY),
        ("There are people who think so. [They] say it was late.", "people"),
        ("The Harbour Commission closed the quay; [it] said it was late.", "Harbour Commission"),
        ("The quay was closed; [it] said it was late.", NOBODY),
        ("The Harbour Commission met. The Quay Council met. The sun shone. [It] said it was late.", NOBODY),
    ],
)
def test_whom_they_and_it_take_up(voices: Find, text: str, expected: str) -> None:
    assert voices(text)[1][-1] == expected
