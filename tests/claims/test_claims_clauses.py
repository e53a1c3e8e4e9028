"""What is read off a clause's main verb: modality, negation and type; and which clauses are claims at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from factsheet.claims.find import find_claims
from factsheet.model import Claim

Parse = Callable[[str], Doc]


def claims(parse: Parse, text: str) -> tuple[Claim, ...]:
    return find_claims(parse(text), (), ()).claims


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Germany opened an office in Astana.", "asserted"),
        ("An office is planned to be opened in Astana.", "planned"),
        ("Germany plans to open an office in Astana.", "planned"),
        ("Germany is planning to open an office in Astana.", "planned"),
        ("Germany announced plans to open an office in Astana.", "planned"),
        ("It is planned to build a plant in Kazakhstan.", "planned"),
        ("The bureau in Astana will become a hub for experts.", "predicted"),
        ("Exports to China are expected to grow by 5 percent.", "predicted"),
        ("Germany may open an office in Astana.", "possible"),
        ("Germany could open an office in Astana.", "possible"),
        ("Germany should pay $5 million to Kazakhstan by 2030.", "obligation"),
        ("Germany has to open an office in Astana.", "obligation"),
        ("Germany would open an office in Astana.", "conditional"),
        ("If Kazakhstan agrees, Germany will open an office in Astana.", "conditional"),
        ("Germany wants to reduce emissions to zero.", "desired"),
        ("The company has an office in Astana.", "asserted"),
    ],
)
def test_how_a_statement_is_put(parse: Parse, text: str, modality: str) -> None:
    (claim,) = claims(parse, text)
    assert claim.modality == modality
    assert (modality == "asserted") is not any("Put as" in line for line in claim.evidence)


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("Germany opened an office in Astana.", False),
        ("Germany did not open an office in Astana.", True),
        ("Germany never opened an office in Astana.", True),
        ("No office was opened in Astana in 2012.", True),
        ("Nobody opened an office in Astana in 2012.", True),
        ("Germany opened an office that was not in Astana.", False),
    ],
)
def test_negation(parse: Parse, text: str, negated: bool) -> None:
    (claim,) = claims(parse, text)
    assert claim.negated is negated


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Germany opened an office in Astana in 2012.", "event"),
        ("Germany is a member of the European Union.", "state"),
        ("Unemployment in Germany fell by 3 percent in May.", "quantity"),
        ("Germany paid $5 million to Kazakhstan.", "quantity"),
        ("The storm caused a blackout in Astana.", "cause"),
        ("The plant in Astana closed because of the strike.", "cause"),
        ("The law prohibits the sale of weapons in Germany.", "law"),
        ("Germany plans to open an office in Astana.", "plan"),
    ],
)
def test_the_type_of_a_statement(parse: Parse, text: str, kind: str) -> None:
    (claim,) = claims(parse, text)
    assert claim.type == kind


@pytest.mark.parametrize(
    "text",
    [
        "Who opened an office in Astana in 2012?",
        "Did Germany open an office in Astana?",
        "Thank you very much.",
        "Good morning!",
        "I don't know.",
        "We should be proud.",
        "Read more here.",
        "",
        " \n\n ",
        "* * *",
    ],
)
def test_what_cannot_be_checked_is_no_claim(parse: Parse, text: str) -> None:
    assert claims(parse, text) == ()


@pytest.mark.parametrize(
    ("fact", "other"),
    [
        ("Germany signed a treaty with Kazakhstan in 2012.", "The treaty is a wonderful thing for our people."),
        ("The company cut 1,500 jobs in May.", "It seems that things are going well."),
        ("Ms. Ito was elected mayor of Osaka on Sunday.", "I think that she would be a great mayor."),
    ],
)
def test_a_specific_fact_ranks_above_an_opinion(parse: Parse, fact: str, other: str) -> None:
    (claim,) = claims(parse, fact)
    assert all(claim.score > lesser.score for lesser in claims(parse, other))


def test_coordinated_statements_are_claims_of_their_own(parse: Parse) -> None:
    text = "Germany opened an office in Astana in 2012, and France closed a plant in Almaty in 2015."
    found = claims(parse, text)
    assert [claim.content[0].text for claim in found] == [
        "Germany opened an office in Astana in 2012",
        "France closed a plant in Almaty in 2015.",
    ]
    assert [[day.value for day in claim.dates] for claim in found] == [["2012"], ["2015"]]


def test_a_clause_under_which_something_is_planned_is_a_claim_of_its_own(parse: Parse) -> None:
    text = "The two sides signed a treaty on October 27, under which it is planned to build a plant in Kazakhstan."
    first, second = claims(parse, text)
    assert first.content[0].text == "The two sides signed a treaty on October 27"
    assert second.content[0].text == "it is planned to build a plant in Kazakhstan."
    assert second.modality == "planned"
