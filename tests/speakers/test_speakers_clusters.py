from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factsheet.model import Mention, Span
from factsheet.speakers.clusters import Cluster
from factsheet.speakers.names.parsing import parse_name
from factsheet.speakers.references import Reference

_FORMS = ("Jane Roe", "Roe", "Mrs. Roe", "J. Roe", "Jane Ann Roe", "ROE", "Mr. Roe")
_ROLES = ("mayor", "Mayor", "a baker")
_PLACES = st.lists(
    st.tuples(st.integers(0, 50), st.sampled_from(_FORMS), st.sampled_from(("", *_ROLES))),
    unique_by=lambda place: place[0],
    min_size=1,
)


def _reference(at: int, form: str, role: str) -> Reference:
    start = 100 * at
    roles = (Span(start + 50, start + 50 + len(role), role),) if role else ()
    return Reference(10 * at, 10 * at + 2, Span(start, start + len(form), form), "person", parse_name(form), roles)


def _all(cluster: Cluster) -> tuple[object, ...]:
    kept = list(cluster.forms), list(cluster.names), list(cluster.full_names), list(cluster.roles)
    return *kept, list(cluster.all_roles), cluster.gender, cluster.name, cluster.start


@given(_PLACES, st.booleans())
def test_what_is_known_does_not_depend_on_when_it_was_asked_for(
    places: list[tuple[int, str, str]], misspelt: bool
) -> None:
    grown = Cluster("person")
    for place in places:
        grown.references.append(_reference(*place))
        if misspelt and len(grown.references) == 1:
            grown.misspelt.append(grown.references[0])
        grown.mention(
            Mention(grown.references[-1].span.start + 20, grown.references[-1].span.start + 22, "he", "pronoun")
        )
        whole = Cluster("person", list(grown.references), list(grown.misspelt), list(grown.other))
        assert _all(grown) == _all(whole)
    grown.sort()
    assert list(grown.forms) == list(dict.fromkeys(r.form for r in sorted(grown.references, key=lambda r: r.span)))
    assert _all(grown) == _all(Cluster("person", list(grown.references), list(grown.misspelt), list(grown.other)))


def test_a_mention_is_added_once() -> None:
    cluster = Cluster("person")
    for _ in range(2):
        cluster.mention(Mention(5, 7, "he", "pronoun"))
    assert (cluster.other, cluster.start) == ([Mention(5, 7, "he", "pronoun")], 5)
    assert [cluster.is_mentioned_in(*bounds) for bounds in ((0, 5), (5, 6), (6, 9))] == [False, True, False]


def test_the_fullest_name_is_the_speakers() -> None:
    cluster = Cluster(
        "person", [_reference(3, "Roe", ""), _reference(5, "Jane Roe", ""), _reference(1, "Jane Roe", "")]
    )
    assert (cluster.name, cluster.start) == ("Jane Roe", 100)
    cluster.misspelt += cluster.references[1:]
    assert cluster.name == "Roe"
