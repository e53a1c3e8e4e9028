"""A second run over the same folder: what it makes again, what it leaves, and that it never matters for the outputs."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path

import pytest
from spacy.language import Language

from factsheet.batch import analysis
from factsheet.batch.build import build
from factsheet.batch.cache import Cache
from factsheet.batch.extract import extract
from factsheet.batch.output import write_whole
from factsheet.batch.result import RunResult
from factsheet.errors import ModelError
from factsheet.model import Decision
from factsheet.model.codec import to_plain
from factsheet.model.flag import Verdict
from factsheet.review.answers import Answer
from factsheet.review.sitting import Sitting, fingerprint
from factsheet.settings import KEPT, Settings

TEXTS = {
    "farm": "Hannah Osei runs the farm. Daniel Osei sells milk. “We sold the cows,” Osei said on Monday.\n",
    "port": "“The quay is safe,” Jane Okorowa said. Mayor Omar Field said that boats would return in May.\n\n"
    "“It is not,” Okoowa said.\n",
    "town": "Michael Field, the treasurer, said that 40 boats were lost. “We will pay,” he added.\n",
    "wire": "“No comment,” said Mike Field, the treasurer.\n",
}
FORMATS = ("md", "json", "pdf")


@pytest.fixture
def loads(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """How often the model was loaded: it grows by one each time."""
    loaded: list[str] = []

    def load(model: str, **_settings: object) -> Language:
        loaded.append(model)
        return nlp

    monkeypatch.setattr(analysis, "load_pipeline", load)
    return loaded


@pytest.fixture
def articles(tmp_path: Path, loads: list[str]) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return folder


def decide(folder: Path, *records: tuple[Verdict, str, str]) -> Path:
    """A log with these verdicts on these names."""
    log = folder / "decisions.jsonl"
    made = [Decision(verdict, left, right, "ann", "2026-01-01T00:00:00Z", "f0") for verdict, left, right in records]
    log.write_text("".join(json.dumps(to_plain(Decision, record)) + "\n" for record in made), "utf-8")
    return log


def outputs(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


def stamps(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in sorted(folder.iterdir()) if path.is_file()}


def changed(result: RunResult) -> list[str]:
    return [written.article_id for written in result.written if written.changed]


def test_nothing_is_made_again_where_nothing_changed(articles: Path, tmp_path: Path, loads: list[str]) -> None:
    out = tmp_path / "out"
    assert changed(build(articles, out, FORMATS)) == sorted(TEXTS)
    before = stamps(out)
    assert changed(build(articles, out, FORMATS)) == []
    assert stamps(out) == before
    assert len(loads) == 1


@pytest.mark.parametrize(
    ("records", "touched"),
    [
        ([("same", "Okorowa", "Okoowa")], ["port"]),
        ([("different", "Okorowa", "Okoowa")], ["port"]),
        ([("same", "Osei", "Hannah Osei")], ["farm"]),
        ([("different", "Mike Field", "Michael Field")], ["town", "wire"]),
        ([("same", "Nobody Here", "Anybody Else")], []),
        ([("same", "Osei", "Hannah Osei"), ("different", "Okorowa", "Okoowa")], ["farm", "port"]),
    ],
)
def test_a_decision_makes_the_sheets_that_it_touches_and_no_others(
    articles: Path, tmp_path: Path, loads: list[str], records: list[tuple[Verdict, str, str]], touched: list[str]
) -> None:
    build(articles, tmp_path / "out", FORMATS)
    before = outputs(tmp_path / "out")
    log = decide(tmp_path, *records)
    assert changed(build(articles, tmp_path / "out", FORMATS, decisions=log)) == touched
    assert len(loads) == 1
    build(articles, tmp_path / "fresh", FORMATS, decisions=log)
    assert outputs(tmp_path / "out") == outputs(tmp_path / "fresh")
    assert changed(build(articles, tmp_path / "out", FORMATS)) == touched
    assert outputs(tmp_path / "out") == before


def test_after_any_decisions_a_second_run_is_a_fresh_one(tmp_path: Path, loads: list[str]) -> None:
    """Over the annotated articles of the tests: every question of their flags is answered, each time in another way."""
    gold = Path(__file__).parents[1] / "gold" / "text"
    build(gold, tmp_path / "out", ["json", "md"])
    sheets = [json.loads(path.read_text("utf-8")) for path in sorted((tmp_path / "out").glob("*.json"))]
    asked = {tuple(flag["names"]) for sheet in sheets for flag in sheet["flags"] if len(flag["names"]) == 2}
    named = sorted({speaker["name"] for sheet in sheets for speaker in sheet["speakers"]})
    pairs = [*sorted(asked), *pairwise(named[::3])]
    verdicts: tuple[Verdict, ...] = ("same", "different", "split", "not sure")
    for turn in range(2):
        log = decide(tmp_path, *((verdicts[(turn + i) % 4], *pair) for i, pair in enumerate(pairs)))
        build(gold, tmp_path / "out", ["json", "md"], decisions=log)
        build(gold, tmp_path / f"fresh{turn}", ["json", "md"], decisions=log)
        assert outputs(tmp_path / "out") == outputs(tmp_path / f"fresh{turn}")
    assert len(pairs) > 20
    assert len(loads) == 3


def test_the_authority_file_is_obeyed_without_the_model(articles: Path, tmp_path: Path, loads: list[str]) -> None:
    build(articles, tmp_path / "out", FORMATS)
    known = tmp_path / "speakers.toml"
    known.write_text('[[speaker]]\nkey = "field-michael"\nname = "Michael Field"\nvariants = ["Mike Field"]\n', "utf-8")
    assert changed(build(articles, tmp_path / "out", FORMATS, authority=known)) == ["town", "wire"]
    assert len(loads) == 1
    build(articles, tmp_path / "fresh", FORMATS, authority=known)
    assert outputs(tmp_path / "out") == outputs(tmp_path / "fresh")


def test_a_sheet_says_under_which_decisions_and_known_speakers_it_was_made(articles: Path, tmp_path: Path) -> None:
    known = tmp_path / "speakers.toml"
    known.write_text('[[speaker]]\nkey = "field-michael"\nname = "Michael Field"\n', "utf-8")
    log = decide(tmp_path, ("same", "Okorowa", "Okoowa"))
    build(articles, tmp_path / "out", ["json", "md"], authority=known, decisions=log)
    said = {}
    for name in TEXTS:
        provenance = json.loads((tmp_path / "out" / f"{name}.json").read_text("utf-8"))["provenance"]
        said[name] = (provenance["decisions"] is not None, provenance["authority"] is not None)
    assert said == {"farm": (False, False), "port": (True, False), "town": (False, True), "wire": (False, False)}
    assert " · decisions " in (tmp_path / "out" / "port.md").read_text("utf-8")


@pytest.mark.parametrize("spoil", [Path.unlink, lambda path: path.write_bytes(path.read_bytes() + b" ")])
def test_an_output_that_is_missing_or_was_changed_is_made_again(
    articles: Path, tmp_path: Path, spoil: Callable[[Path], object]
) -> None:
    out = tmp_path / "out"
    build(articles, out, FORMATS)
    before, times = outputs(out), stamps(out)
    spoil(out / "port.md")
    assert changed(build(articles, out, FORMATS)) == ["port"]
    assert outputs(out) == before
    assert [name for name, time in stamps(out).items() if time != times[name]] == ["port.md"]


def test_another_format_leaves_those_that_are_there(articles: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build(articles, out, ["json"])
    before = stamps(out)
    assert changed(build(articles, out, ["json", "md"])) == sorted(TEXTS)
    assert {name: time for name, time in stamps(out).items() if name in before} == before


def test_templates_of_the_users_own_are_followed_when_they_change(articles: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "sheet.md.j2").write_text("{{ heading }}\n")
    out = tmp_path / "out"
    build(articles, out, ["md"])
    assert changed(build(articles, out, ["md"], templates=mine)) == sorted(TEXTS)
    assert changed(build(articles, out, ["md"], templates=mine)) == []
    (mine / "sheet.md.j2").write_text("{{ summary }}\n")
    assert changed(build(articles, out, ["md"], templates=mine)) == sorted(TEXTS)
    build(articles, tmp_path / "fresh", ["md"])
    assert changed(build(articles, out, ["md"])) == sorted(TEXTS)
    assert outputs(out) == outputs(tmp_path / "fresh")


def test_other_settings_and_another_date_are_followed(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    build(articles, out, ["md"])
    assert changed(build(articles, out, ["md"], Settings(sure=0.99))) == sorted(TEXTS)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert changed(build(articles, out, ["md"], Settings(sure=0.99))) == sorted(TEXTS)
    assert "1970-01-02" in (out / "farm.md").read_text("utf-8")


def test_an_article_that_changed_is_read_again_and_one_that_is_gone_stops_nothing(
    articles: Path, tmp_path: Path, loads: list[str]
) -> None:
    out = tmp_path / "out"
    build(articles, out, ["json"])
    (articles / "farm.txt").write_text(TEXTS["farm"].replace("Monday", "Tuesday"), "utf-8")
    (articles / "wire.txt").unlink()
    result = build(articles, out, ["json"])
    # The sheet of "town" had a flag about a name in "wire".
    assert changed(result) == ["farm", "town"]
    assert [written.article_id for written in result.written] == ["farm", "port", "town"]
    assert len(loads) == 2
    build(articles, tmp_path / "fresh", ["json"])
    fresh = outputs(tmp_path / "fresh")
    assert {name: data for name, data in outputs(out).items() if name in fresh} == fresh


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-7])


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 255
    path.write_bytes(bytes(data))


def empty(path: Path) -> None:
    path.write_bytes(b"")


def make_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("spoil", [cut, flip, empty, make_a_folder, Path.unlink])
def test_a_damaged_cache_is_no_cache(articles: Path, tmp_path: Path, spoil: Callable[[Path], object]) -> None:
    out = tmp_path / "out"
    build(articles, out, FORMATS)
    before = outputs(out)
    for entry in list((out / KEPT).iterdir()):
        spoil(entry)
    result = build(articles, out, FORMATS)
    assert (result.failures, changed(result)) == ((), [])
    assert outputs(out) == before


def test_what_is_kept_but_is_no_doc_and_no_sheet_is_made_again(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Entries that are whole, with the right key, and hold something else."""
    out = tmp_path / "out"
    write = Cache.write

    def write_nonsense(self: Cache, kind: str, article_id: str, key: str, _data: bytes) -> None:
        write(self, kind, article_id, key, b"3.8\n{")

    monkeypatch.setattr(Cache, "write", write_nonsense)
    build(articles, out, ["json"])
    before = outputs(out)
    monkeypatch.undo()
    assert build(articles, out, ["json"]).failures == ()
    assert outputs(out) == before


@pytest.mark.parametrize("in_the_way", ["a file", "a folder that nobody may write to"])
def test_where_nothing_can_be_kept_the_sheets_are_made_all_the_same(
    articles: Path, tmp_path: Path, in_the_way: str
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    if in_the_way == "a file":
        (out / KEPT).write_text("")
    else:
        (out / KEPT).mkdir(mode=0o500)
        if os.access(out / KEPT, os.W_OK):
            pytest.skip("this user may write anywhere")
    assert len(build(articles, out, ["json"]).written) == len(build(articles, out, ["json"]).written) == len(TEXTS)


def test_the_cache_can_be_deleted(articles: Path, tmp_path: Path, loads: list[str]) -> None:
    out = tmp_path / "out"
    build(articles, out, FORMATS)
    before = stamps(out)
    shutil.rmtree(out / KEPT)
    assert changed(build(articles, out, FORMATS)) == []
    assert stamps(out) == before
    assert len(loads) == 2


def test_two_articles_never_share_an_entry(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "kept")
    cache.write("sheet", "a", "k", b"of a")
    cache.write("sheet", "A", "k", b"of A")
    cache.write("sheet", "ä" * 120, "k", b"of a long name")
    assert [cache.read("sheet", name, "k") for name in ("a", "A", "ä" * 120)] == [b"of a", b"of A", b"of a long name"]
    assert cache.read("sheet", "a", "another") is None
    assert cache.read("reading", "a", "k") is None


def test_two_runs_at_once_leave_whole_entries_and_whole_files(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "kept")
    values = [bytes([number]) * 50_000 for number in range(4)]

    def work(value: bytes) -> set[bytes | None]:
        seen = set()
        for _ in range(25):
            cache.write("sheet", "a", "k", value)
            seen.add(cache.read("sheet", "a", "k"))
            write_whole(tmp_path, {"a.md": value, "a.json": value})
        return seen

    with ThreadPoolExecutor(len(values)) as pool:
        seen = set().union(*pool.map(work, values))
    assert seen <= set(values)
    assert {(tmp_path / name).read_bytes() for name in ("a.md", "a.json")} <= set(values)
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["a.json", "a.md", "kept"]


def test_a_missing_model_stops_the_run_before_anything_is_written(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    with pytest.raises(ModelError, match="not installed"):
        build(articles, tmp_path / "out", ["json"], Settings(model="en_no_such_model"))
    assert outputs(tmp_path / "out") == {}


def test_spacy_is_not_imported_where_every_sheet_is_kept(articles: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build(articles, out, FORMATS)
    look = (
        "import sys; from factsheet import build; "
        f"made = build({str(articles)!r}, {str(out)!r}, {FORMATS!r}); "
        "print(len(made.written), any(w.changed for w in made.written), 'spacy' in sys.modules)"
    )
    # Not in the checkout: the program that is installed is the one that made the sheets.
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert done.stdout.split() == [str(len(TEXTS)), "False", "False"]


def test_the_register_follows_too(articles: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert build(articles, out, ["json"]).register == (out / "names.md", out / "names.html")
    before, times = outputs(out), stamps(out)
    build(articles, out, ["json"])
    assert stamps(out) == times
    build(articles, out, ["json"], decisions=decide(tmp_path, ("same", "Mike Field", "Michael Field")))
    assert "recorded decisions make one" in (out / "names.md").read_text("utf-8")
    build(articles, out, ["json"])
    assert outputs(out) == before


def test_a_flag_that_was_seen_is_settled_in_its_sheet_until_the_article_changes(
    articles: Path, tmp_path: Path, loads: list[str]
) -> None:
    text = "Daniel Field runs the farm.\n\n“The water was cold and the boats were gone.”\n"
    (articles / "sea.txt").write_text(text, "utf-8")
    out, log = tmp_path / "out", tmp_path / "decisions.jsonl"
    before = build(articles, out, FORMATS).written
    sitting = Sitting(out, log, by="ann")
    question = next(q for q in sitting.look().questions if "sea" in [article.id for article in q.articles])
    assert question.kind == "unattributed quotation"
    seen = sitting.answer(question.id, fingerprint(question), Answer("seen"))
    after = build(articles, out, FORMATS, decisions=log)
    assert (changed(after), len(loads)) == (["sea"], 1)
    assert [w.open_flags for w in after.written if w.article_id == "sea"] == [
        w.open_flags - 1 for w in before if w.article_id == "sea"
    ]
    assert "Decided: seen (ann, " in (out / "sea.md").read_text("utf-8")
    (sheet,) = extract(articles / "sea.txt", decisions=log)
    assert seen in [flag.decision for flag in sheet.flags]
    (articles / "sea.txt").write_text(text.replace("Daniel", "David"), "utf-8")
    build(articles, out, FORMATS, decisions=log)
    assert question.id in [q.id for q in sitting.look().questions]
