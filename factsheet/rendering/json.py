"""A sheet as a JSON file that people can read too."""

from __future__ import annotations

import json
from pathlib import Path

from factsheet.model import Sheet
from factsheet.rendering.visible import HIDDEN
from factsheet.sheet.json import to_json


def render_json(sheet: Sheet, sure: float, templates: Path | None) -> bytes:
    """The whole sheet, every quotation included, indented. Neither ``sure`` nor ``templates`` changes it."""
    text = json.dumps(json.loads(to_json(sheet)), indent=2, ensure_ascii=False)
    return (HIDDEN.sub(lambda found: json.dumps(found.group())[1:-1], text) + "\n").encode()
