"""Characters that nobody can see, made visible, so that no article can hide or reorder words on a sheet."""

from __future__ import annotations

import re

_CONTROLS = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"
# Direction controls, joiners and fillers without a form of their own, tag characters, halves of surrogate pairs,
# and private characters, which every font draws as it likes. The zero width joiner and non-joiner are left:
# some scripts cannot be written without them.
_UNSEEN = (
    r"\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff"
    r"\uffa0\ufff0-\ufffb\ufffe\uffff\ud800-\udfff\ue000-\uf8ff\U000e0000-\U000e0fff\U000f0000-\U0010ffff"
)
HIDDEN = re.compile(f"[{_CONTROLS}{_UNSEEN}]")
_EDGES = re.compile(r"\A\s+|\s+\Z")
_LINE_END = re.compile(r"[ \t]*[\n\r\x85\u2028\u2029][\s\x85]*")


def visible(text: str) -> str:
    """``text`` with each control or format character replaced by its code point: ``⟨U+202E⟩``.

    White space, line ends included, is left as it is.
    """
    return HIDDEN.sub(lambda found: code_point(found.group()), text)


def one_line(text: str) -> str:
    """``text`` on one line, with nothing hidden in it: a run of white space that holds a line end becomes one
    space, and so does white space at either end. Everything else stays."""
    line = _LINE_END.sub(" ", visible(text))
    return _EDGES.sub(" ", line)


def code_point(character: str) -> str:
    """How a character is shown that cannot be shown: ``⟨U+202E⟩``."""
    return f"⟨U+{ord(character):04X}⟩"
