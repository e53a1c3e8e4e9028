"""Which quotations make claims, and how what is denied or imagined is put."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from factsheet.claims.find import find_claims
from factsheet.model import Mention, MentionKind, Quotation, QuotationKind, Span, Speaker

Parse = Callable[[str], Doc]


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span.within(text, start, start + len(words))


def speaker(text: str, words: str, kind: MentionKind = "name") -> Speaker:
    place = at(text, words)
    mentions = (Mention(place.start, place.end, place.text, kind),)
    return Speaker("s1", words, "person", (), (), mentions)


def made(
    text: str, content: str, cue: str, source: str, kind: QuotationKind = "indirect", confidence: float = 0.9
) -> Quotation:
    return Quotation("q1", kind, (at(text, content),), (at(text, cue),), (at(text, source),), "s1", confidence, 1, ())


@pytest.mark.parametrize(
    ("text", "cue", "kind", "source", "makes"),
    [
        ("Germany opened an office in 2012, said Weber.", "said", "indirect", "name", False),
        ('"Germany opened an office in 2012," said Weber.', "said", "direct", "name", True),
        ('"Germany opened an office in 2012," went Weber.', "went", "direct", "name", False),
        ('"Germany opened an office in 2012," he said.', "said", "direct", "pronoun", False),
    ],
)
def test_a_possible_quotation_makes_no_claim(
    parse: Parse, text: str, cue: str, kind: QuotationKind, source: MentionKind, makes: bool
) -> None:
    name = "he" if source == "pronoun" else "Weber"
    content = text[: text.index(",") + (2 if kind == "direct" else 0)]
    unsure = made(text, content, cue, name, kind, confidence=0.6)
    found = find_claims(parse(text), (unsure,), (speaker(text, name, source),)).claims
    assert [claim.claimant.speaker for claim in found] == (["s1"] if makes else [])
    sure = made(text, content, cue, name, kind, confidence=0.7)
    (claim,) = find_claims(parse(text), (sure,), (speaker(text, name, source),)).claims
    assert claim.claimant.speaker == "s1"


@pytest.mark.parametrize(
    ("cue", "source", "modality", "negated"),
    [
        ("Weber said", "said", "asserted", False),
        ("Weber denied", "denied", "asserted", True),
        ("Weber does not think", "does not think", "asserted", True),
        ("Let's assume with Weber", "assume", "conditional", False),
        ("Weber imagined", "imagined", "conditional", False),
        ("Weber might say", "might say", "conditional", False),
        ("Weber never said", "never said", None, None),
        ("Weber did not deny", "did not deny", None, None),
    ],
)
def test_what_is_denied_or_imagined_is_not_asserted(
    parse: Parse, cue: str, source: str, modality: str | None, negated: bool | None
) -> None:
    text = f"{cue} that Germany opened an office in Astana in 2012."
    quotation = made(text, "that Germany opened an office in Astana in 2012", source, "Weber")
    found = find_claims(parse(text), (quotation,), (speaker(text, "Weber"),)).claims
    assert [(claim.modality, claim.negated) for claim in found] == ([(modality, negated)] if modality else [])


def test_a_denial_of_what_is_negated_is_no_claim(parse: Parse) -> None:
    text = "Weber denied that Germany did not open an office in Astana in 2012."
    quotation = made(text, "that Germany did not open an office in Astana in 2012", "denied", "Weber")
    assert find_claims(parse(text), (quotation,), (speaker(text, "Weber"),)).claims == ()


def test_who_is_quoted_as_saying_something_makes_the_claim(parse: Parse) -> None:
    text = "Kyodo quoted Mr. Ito as saying that Osaka opened three bridges in 2011."
    quotation = made(text, "that Osaka opened three bridges in 2011", "quoted", "Kyodo")
    outlet = Speaker("s1", "Kyodo", "organisation", (), (), (Mention(0, 5, "Kyodo", "name"),))
    (claim,) = find_claims(parse(text), (quotation,), (outlet,)).claims
    assert (claim.claimant.kind, claim.claimant.text) == ("speaker", "Mr. Ito")
    assert [(who.kind, who.text) for who in claim.via] == [("outlet", "Kyodo")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Weber spoke in Osaka. She opened an office in 2012.", "[Weber] opened an office in 2012."),
        ("Weber spoke in Osaka. Clara Ito came. She opened an office in 2012.", "She opened an office in 2012."),
        ("Weber met Clara Ito's aide. She opened an office in 2012.", "She opened an office in 2012."),
        ("Weber spoke. Osaka got the $12 million she raised.", "Osaka got the $12 million she raised."),
    ],
)
def test_a_name_is_put_in_only_where_nobody_else_can_be_meant(parse: Parse, text: str, expected: str) -> None:
    pronoun = at(text, "She" if "She" in text else "she")
    who = speaker(text, "Weber")
    mentions = (*who.mentions, Mention(pronoun.start, pronoun.end, pronoun.text, "pronoun"))
    known = Speaker("s1", "Weber", "person", (), (), mentions)
    assert expected in [claim.restated for claim in find_claims(parse(text), (), (known,)).claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Weber spoke in Osaka. Her office opened in 2012.", "[Weber's] office opened in 2012."),
        (
            "Weber spoke in Osaka. The firm gave her 12 million in 2012.",
            "The firm gave her [Weber] 12 million in 2012.",
        ),
    ],
)
def test_whose_something_is_is_told_from_whom_it_is_done_to(parse: Parse, text: str, expected: str) -> None:
    pronoun = at(text, "Her" if "Her" in text else "her")
    who = speaker(text, "Weber")
    mentions = (*who.mentions, Mention(pronoun.start, pronoun.end, pronoun.text, "pronoun"))
    known = Speaker("s1", "Weber", "person", (), (), mentions)
    assert expected in [claim.restated for claim in find_claims(parse(text), (), (known,)).claims]


def test_whose_lawyer_is_quoted_is_not_who_is_quoted(parse: Parse) -> None:
    text = "Mr. Ito left. Kyodo quoted his lawyer as saying that Osaka opened three bridges in 2011."
    quotation = made(text, "that Osaka opened three bridges in 2011", "quoted", "Kyodo")
    his = at(text, "his")
    owner = Speaker("s1", "Ito", "person", (), (), (Mention(his.start, his.end, his.text, "pronoun"),))
    (claim,) = (c for c in find_claims(parse(text), (quotation,), (owner,)).claims if c.claimant.kind != "author")
    assert claim.claimant.speaker is None
    assert claim.claimant.text == "his lawyer"
