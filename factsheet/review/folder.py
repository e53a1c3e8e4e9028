"""The sheets of a folder while somebody reviews them: a file that was written again is read again."""

from __future__ import annotations

from pathlib import Path

from factsheet.errors import SheetError
from factsheet.model import Sheet
from factsheet.model.flag import ArticleRef
from factsheet.review.open_flags import SavedFlags, flags_of, read_sheet, sheet_files, together

Stamp = tuple[int, int, int]


class SheetFolder:
    """A folder of saved sheets.

    Raises:
        UsageError: (here and in every method) the folder is missing or holds no JSON file.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._read: dict[Path, tuple[Stamp, SavedFlags]] = {}
        self._together: SavedFlags | None = None
        self.saved()

    def saved(self) -> SavedFlags:
        """The flags of the folder's sheets as they are now, and what is wrong with its files."""
        files = sheet_files(self.path)
        now = {path: self._flags(path, stamp_of(path)) for path in files}
        if self._together is None or now != self._read:
            self._read = now
            self._together = together(flags for _, flags in now.values())
        return self._together

    def sheet(self, article: ArticleRef) -> Sheet | None:
        """The sheet of an article; None where the folder has none of it any more."""
        for path, (_, flags) in list(self._read.items()):
            if any(place.source == article for flag in flags.seen for place in flag.places):
                try:
                    sheet = read_sheet(path)
                except SheetError:
                    continue
                if (sheet.article.id, sheet.article.sha256) == (article.id, article.sha256):
                    return sheet
        return None

    def _flags(self, path: Path, stamp: Stamp) -> tuple[Stamp, SavedFlags]:
        known = self._read.get(path)
        return known if known and known[0] == stamp else (stamp, flags_of(path))


def stamp_of(path: Path) -> Stamp:
    """What changes when a file is written again; nothing in particular where it cannot be looked at."""
    try:
        status = path.stat()
    except OSError:
        return (0, 0, 0)
    return (status.st_mtime_ns, status.st_size, status.st_ino)
