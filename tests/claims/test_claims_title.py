from __future__ import annotations

from spacy.language import Language

from factsheet.language.pipeline import analyse
from factsheet.model import Article, Origin, Span

TEXT = "Bridge Of Lund Was Closed In May\n\nThe bridge of Lund was closed on 2 May 2024 after a storm."


def test_a_title_makes_no_claim_of_its_own(nlp: Language) -> None:
    title = Span.within(TEXT, 0, TEXT.index("\n"))
    origins = (Origin("title", title, "the first line"),)
    article = Article("a", "a.txt", TEXT, "0" * 64, title=title.text, origins=origins)
    assert [claim.content[0].start for claim in analyse(nlp, article)._.claims] == [TEXT.index("The bridge")]
