from __future__ import annotations

import sys

import pytest

from factsheet.cli.progress import progress


def test_nothing_is_shown_where_standard_error_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with progress("Making sheets") as show:
        assert show is None
    assert capsys.readouterr().err == ""


def test_a_terminal_sees_how_far_it_is(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with progress("Making sheets") as show:
        assert show is not None
        show(1, 4)
        show(4, 4)
    shown = capsys.readouterr().err
    assert "Making sheets" in shown
    assert "100%" in shown
