"""Text as Markdown that comes out as that text: an escape wherever CommonMark or GitHub's dialect would see markup,
and nowhere else, so that the source can be read, and pasted, too."""

from __future__ import annotations

import re

from factsheet.rendering.visible import one_line

_ENDINGS = "com|org|net|edu|gov|mil|int|info|biz|name|pro|web|xxx|aero|asia|coop|museum|shop|рф|xn--[a-z0-9]+|[a-z]{2}"
_INLINE = re.compile(
    rf"""
      [\\`*\[\]<>|~]                                        # code, emphasis, links, HTML, tables, strikethrough
    | (?<![^\W_])_ | _(?![^\W_])                            # an underline inside a word is none of Markdown's
    | &(?=\#?[A-Za-z0-9]*(?:;|\Z))                          # character references
    | @(?=\w)                                               # mail addresses and mentions
    | (?<=/)/                                               # https://
    | (?<=www)\.                                           # www.
    | (?<=\w)\.(?=(?:{_ENDINGS})(?![^\W_]))                 # example.org
    | (?<=\s)\#(?=\#*\s?\Z)                                   # the closing marks of a heading
    """,
    re.VERBOSE | re.IGNORECASE,
)
_AT_START = re.compile(
    r"""
    (?P<edge> \ ? )
    (?:
        (?P<mark> [#=] | [-+](?=[-+:|\s]|\Z) | :(?=-) )       # headings and underlines of them, lists, rules, tables
      | (?P<number> \d{1,9} )? (?P<dot> [.)] )(?=\s|\Z)      # numbered lists
    )
    """,
    re.VERBOSE,
)


def escape(text: str) -> str:
    """``text`` on one line of Markdown, to stand anywhere in it but inside code or a link's address.

    White space with a line end in it, or at either end, becomes one space, and hidden characters are shown as code
    points; every other character comes out as it is.
    """
    inline = _INLINE.sub(r"\\\g<0>", one_line(text))
    return _AT_START.sub(_escape_start, inline, count=1) if _AT_START.match(inline) else inline


def _escape_start(found: re.Match[str]) -> str:
    return f"{found['edge']}{found['number'] or ''}\\{found['mark'] or found['dot']}"
