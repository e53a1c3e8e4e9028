"""The rooms of docs/architecture.md: each imports only those before it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "factsheet"
FOUNDATIONS = ("model", "errors", "settings", "wordlists", "replacing")
ROOMS = (
    "reading",
    "language",
    "quotations",
    "speakers",
    "claims",
    "sheet",
    "rendering",
    "review",
    "batch",
    "evaluation",
    "training",
    "cli",
)
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path.parent != PACKAGE)


def imported_rooms(path: Path) -> set[str]:
    """The parts of the package that a module imports, wherever in it the import stands."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return {name.split(".")[1] for name in names if name.startswith("factsheet.")}


def test_every_folder_is_a_room_of_the_picture() -> None:
    folders = {path.parent.relative_to(PACKAGE).parts[0] for path in MODULES}
    assert folders == {*ROOMS, "model"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_room_imports_none_behind_it(path: Path) -> None:
    room = path.relative_to(PACKAGE).parts[0]
    before = ROOMS[: ROOMS.index(room) + 1] if room in ROOMS else ()
    assert imported_rooms(path) <= {*FOUNDATIONS, *before, "__version__"}


@pytest.mark.parametrize("path", sorted((PACKAGE / "model").glob("*.py")), ids=lambda path: path.name)
def test_the_domain_model_knows_no_spacy_no_reportlab_and_no_files(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not any(
        f"import {name}" in text or f"from {name}" in text for name in ("spacy", "reportlab", "pathlib", "os")
    )
