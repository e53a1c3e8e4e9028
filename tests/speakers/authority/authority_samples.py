"""Entries of every make, for properties."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from factsheet.speakers.authority.authority import Entry
from factsheet.speakers.authority.fields import entry_of

# Letters and all that has a meaning in TOML, in CSV or in a spreadsheet.
_CHARACTERS = st.sampled_from("aÉж王é \\'\"`,;|#=+-@＝[]{}().:\t~") | st.characters(
    exclude_categories=("Cc", "Cs", "Zl", "Zp")
)
_LINE = st.text(_CHARACTERS, min_size=1, max_size=12).map(lambda text: text.replace("\t", " ").strip()).filter(bool)
_NOTES = st.text(_CHARACTERS | st.just("\n"), max_size=30).map(str.strip)
_ROLE = st.builds(
    lambda title, time: f"{title}{time}", _LINE, st.sampled_from(["", " (from 2022)", " (2021-05 to 2022-01-31)"])
)


def _entry(fields: dict[str, str | list[str]]) -> Entry | None:
    entry, complaints = entry_of({name: value for name, value in fields.items() if value})
    return None if complaints else entry


_ENTRY: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {
        "name": _LINE,
        "kind": st.sampled_from(["", "person", "organisation", "group"]),
        "family": st.just("") | _LINE,
        "variants": st.lists(_LINE, max_size=4),
        "roles": st.lists(_ROLE, max_size=3),
        "wikidata": st.sampled_from(["", "Q1", "Q42"]),
        "notes": _NOTES,
    }
)


@st.composite
def entry_lists(draw: st.DrawFn, keys: tuple[str, ...] = ()) -> tuple[Entry, ...]:
    """Entries that can be read, with keys that differ; keys given are those of the first entries."""
    own = draw(st.lists(_LINE.filter(lambda key: key not in keys), unique=True, max_size=3))
    entries = []
    for key in (*keys, *own):
        fields: dict[str, str | list[str]] = {"key": key, **draw(_ENTRY)}
        fields["distinct_from"] = [other for other in own if other != key and draw(st.booleans())]
        entries.append(_entry(fields) or Entry(key, "Somebody"))
    return tuple(entries)
