"""Sheets as JSON: one line each, in a published schema, and back.

``python -m factsheet.sheet.json > docs/sheet.schema.json`` publishes the schema.
"""

from __future__ import annotations

import json
import re
import sys
from typing import Any, NoReturn

from pydantic import ValidationError
from pydantic.json_schema import GenerateJsonSchema

import factsheet
from factsheet.errors import SheetError
from factsheet.model import SCHEMA, Sheet
from factsheet.model.codec import adapter, from_plain, to_plain
from factsheet.sheet.check import check

# What to do about a file that is no sheet.
REMEDY = "name a .json file that `factsheet build` wrote"
_AGAIN = "make the sheet again from its article"

# What JSON allows in a string, but what would break a line, steer a terminal, or hide or reorder text.
_UNSEEN = re.compile(r"[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def to_json(sheet: Sheet) -> str:
    """The sheet as one line of JSON, without a line end: fields in a fixed order, letters as they are, control
    characters escaped."""
    line = json.dumps(to_plain(Sheet, sheet), ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return _UNSEEN.sub(lambda match: f"\\u{ord(match.group()):04x}", line)


def from_json(text: str) -> Sheet:
    """The sheet in a JSON text that :func:`to_json` made, in this version or an earlier one of the same schema.

    Fields that this version does not know are passed over.

    Raises:
        SheetError: the text is not JSON, not a sheet of this schema, or a sheet that contradicts its own article.
    """
    data = _parse(text)
    if not isinstance(data, dict) or "schema" not in data:
        raise SheetError(f'not a fact sheet: a JSON object with "schema" is needed; {REMEDY}')
    if data["schema"] != SCHEMA:
        raise SheetError(
            f"its schema is {str(data['schema'])[:40]!r}, and factsheet {factsheet.__version__} "
            f"reads {SCHEMA!r}; {_AGAIN}"
        )
    try:
        sheet: Sheet = from_plain(Sheet, data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(map(str, first["loc"])) or "the sheet"
        raise SheetError(f"not a valid fact sheet: {where}: {first['msg']}; {_AGAIN}") from None
    try:
        check(sheet)
    except SheetError as error:
        raise SheetError(f"not a valid fact sheet: {error}; {_AGAIN}") from None
    return sheet


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of what :func:`to_json` writes."""
    schema = adapter(Sheet).json_schema(mode="serialization", schema_generator=_WithoutFieldTitles)
    return {"$schema": _WithoutFieldTitles.schema_dialect, **schema, "title": SCHEMA}


class _WithoutFieldTitles(GenerateJsonSchema):
    """pydantic's schema, without a title for every field that only repeats the field's name."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def _parse(text: str) -> Any:
    try:
        data = json.loads(text, parse_constant=_refuse)
        json.dumps(data, ensure_ascii=False).encode("utf-8")
    except RecursionError:
        raise SheetError(f"not a fact sheet: nested too deep; {REMEDY}") from None
    except json.JSONDecodeError as error:
        raise SheetError(f"not JSON: {error.msg} (line {error.lineno}, column {error.colno}); {REMEDY}") from None
    except UnicodeEncodeError:
        raise SheetError(f"not a fact sheet: there is half a character (a lone surrogate) in it; {REMEDY}") from None
    except ValueError as error:
        raise SheetError(f"not JSON: {error}; {REMEDY}") from None
    return data


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no number")


if __name__ == "__main__":
    sys.stdout.write(json.dumps(json_schema(), indent=2) + "\n")
