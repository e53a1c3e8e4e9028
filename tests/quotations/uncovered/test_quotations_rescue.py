from __future__ import annotations

import pytest
from spacy.language import Language

from factsheet.model import Quotation


def speech(quotation: Quotation) -> tuple[list[str], list[str]]:
    return [span.text for span in quotation.content], [span.text for span in quotation.source]


def in_marks(nlp: Language, text: str) -> list[tuple[list[str], list[str]]]:
    return [speech(quotation) for quotation in nlp(text)._.quotations if quotation.kind == "direct"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # The participle has a quotation of its own.
        (
            '"We have every respect for the builders of this bridge," Karin Holm said, adding: "They knew their work."',
            [
                (['"We have every respect for the builders of this bridge,"'], ["Karin Holm"]),
                (['"They knew their work."'], ["Karin Holm"]),
            ],
        ),
        # The tagger takes the verb for a noun.
        (
            '"Today the harbour is one of the safest in the north, and has been for years," the two state in a letter.',
            [(['"Today the harbour is one of the safest in the north, and has been for years,"'], ["the two"])],
        ),
        # Whose words a dash and a name sign does not say what comes next.
        (
            "“The worst year that this harbour has ever seen.” ― Ann Roe\n\n“Nobody told us that the bridge would be"
            " closed for good.”",
            [
                (["“The worst year that this harbour has ever seen.”"], ["Ann Roe"]),
                (["“Nobody told us that the bridge would be closed for good.”"], []),
            ],
        ),
        # What a mark opens that is never closed may be the author's words.
        (
            '"The bridge will be closed for all the winter," Karin Holm said.\n\n"The works are late again this June',
            [
                (['"The bridge will be closed for all the winter,"'], ["Karin Holm"]),
                (['"The works are late again this June'], []),
            ],
        ),
        # A heading in marks of its own is nobody's words, unless all marks are single ones.
        (
            '"The bridge will be closed for a year," Karin Holm said.\n\n\'A long way home.\'\n\nThe "lane" is new.',
            [(['"The bridge will be closed for a year,"'], ["Karin Holm"])],
        ),
        (
            "'The bridge will be closed for all the winter,' Karin Holm said.\n\n'It is a long way home.'\n\nShe left.",
            [(["'The bridge will be closed for all the winter,'", "'It is a long way home.'"], ["Karin Holm"])],
        ),
        # An extract in other marks goes on with the speech if somebody speaks of himself in it.
        (
            '“The bridge will be closed for all the winter,” Karin Holm said.\n\n"I told the board so in May, and we'
            ' were right."\n\nIt was built in May.',
            [
                (
                    [
                        "“The bridge will be closed for all the winter,”",
                        '"I told the board so in May, and we were right."',
                    ],
                    ["Karin Holm"],
                )
            ],
        ),
        (
            '“The bridge will be closed for all the winter,” Karin Holm said.\n\n"On Monday the board of the harbour'
            ' had told Holm so."\n\nIt was built in May.',
            [
                (["“The bridge will be closed for all the winter,”"], ["Karin Holm"]),
                (['"On Monday the board of the harbour had told Holm so."'], []),
            ],
        ),
        # A pull quote has the name within its marks.
        (
            'The works are late.\n\n"Nobody told us that the bridge would be closed for good.\nAnn Roe, harbour board."'
            "\n\nIt was built in May.",
            [(['"Nobody told us that the bridge would be closed for good.'], ["Ann Roe, harbour board"])],
        ),
        # What a report is called that is listed with its author is nobody's words; what it says is the author's.
        (
            "LATE AGAIN - “Ferry sinks at the pier in Lund,” by the Gazette’s Ann Roe: “The ferry went down at noon,"
            " and all were saved.”",
            [(["“The ferry went down at noon, and all were saved.”"], ["Gazette’s Ann Roe"])],
        ),
        # The pieces of a list are one speaker's, whoever the sentence goes on with.
        (
            "As Holm went on about “how the harbour is closed,” and “the old ships of the town” and “our own sailors,”"
            " Roe said yes, and yes again.",
            [
                (
                    ["“how the harbour is closed,”", "“the old ships of the town”", "“our own sailors,”"],
                    ["Holm"],
                )
            ],
        ),
        # Paragraphs of one speech that have a cue each share no words.
        (
            'Holm said: "The bridge will be closed for all the winter.\n\n"It was built in May," he said.',
            [
                (['"The bridge will be closed for all the winter.'], ["Holm"]),
                (['"It was built in May,"'], ["he"]),
            ],
        ),
        # Any verb will do where nothing else is behind the comma.
        (
            '"Each day of the strike costs the town a million", calculates Ann Roe. Nobody answered her.',
            [(['"Each day of the strike costs the town a million"'], ["Ann Roe"])],
        ),
        # A sentence behind a question is somebody's report, note or promise, and no cue.
        (
            '"Who pays for this bridge in the end?" Mayor Hill\'s promise of a new one was forgotten.',
            [(['"Who pays for this bridge in the end?"'], [])],
        ),
        # The tagger takes the verb for a participle, or for a noun.
        (
            "“Go back to Berlin,” Roe barked and a guard led her out.",
            [(["“Go back to Berlin,”"], ["Roe"])],
        ),
        (
            "“If she wants to be mayor, she should act like one,” the editorial read.",
            [(["“If she wants to be mayor, she should act like one,”"], ["the editorial"])],
        ),
        # One cue reports both, though the parser has lost the first.
        (
            "“I will make this promise to you: We will achieve justice in this case,” Tulsa police Chief Ole Berg said"
            " Monday. “I want to assure our community: We will achieve justice.”",
            [
                (
                    [
                        "“I will make this promise to you: We will achieve justice in this case,”",
                        "“I want to assure our community: We will achieve justice.”",
                    ],
                    ["Tulsa police Chief Ole Berg"],
                )
            ],
        ),
        # Others come between.
        (
            '"We will stay here for the night," Ann Roe said. Bo Lund stood up. His face was red.'
            ' "You will not stay here."',
            [(['"We will stay here for the night,"'], ["Ann Roe"]), (['"You will not stay here."'], [])],
        ),
        # The sentence before has ended.
        (
            'The harbour refused to pay. "Six pounds of brass", Ann Roe explains, pouring tea.',
            [(['"Six pounds of brass"'], ["Ann Roe"])],
        ),
        # Another verb governs the cue, or nobody does what it says.
        (
            "The board admits that a man lost his way when he went back. “They feel like strangers in the town.”",
            [(["“They feel like strangers in the town.”"], ["The board"])],
        ),
        (
            "The bridge was closed in May. And it threw Roe off her feet. “She has done a lot of changing.”",
            [(["“She has done a lot of changing.”"], [])],
        ),
        # A verb that hardly ever reports anything gives the words to nobody.
        (
            'He was deported to the islands at the age of ten. "That year I slept in the street for a month."',
            [(['"That year I slept in the street for a month."'], [])],
        ),
    ],
)
def test_a_quotation_that_the_judge_leaves(nlp: Language, text: str, found: list[tuple[list[str], list[str]]]) -> None:
    assert in_marks(nlp, text) == found


def test_no_list_goes_on_into_another_clause(nlp: Language) -> None:
    text = "Ann Roe called it “a ruin,” and “a jewel” is what Bo Lund called it."
    assert not any("jewel" in span.text for q in nlp(text)._.quotations if q.source for span in q.content)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The board met. Ove Holm: “We are not for sale to anybody.”", ["Ove Holm"]),
        # Once alone, a word may be anything.
        ("The board met. Verdict: “The works may go on for a year.”", []),
        ("The board met. Conclusion: “The works may go on for a year.”", []),
    ],
)
def test_a_label_within_a_paragraph_is_a_known_name(nlp: Language, text: str, source: list[str]) -> None:
    assert in_marks(nlp, text)[0][1] == source
