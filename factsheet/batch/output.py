"""Writing sheets to a folder: whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from factsheet.errors import RenderingError, UsageError
from factsheet.reading.names import printable

# Files are written in a hidden folder inside the output folder, so that moving each to its place is one step.
_STAGING = ".factsheet-"


def prepare_folder(folder: Path) -> None:
    """Make the folder if need be, and see that files can be written to it.

    Raises:
        UsageError: they cannot.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        TemporaryDirectory(prefix=_STAGING, dir=folder).cleanup()
    except (FileExistsError, NotADirectoryError):
        raise UsageError(f"{_name(folder)}: is a file, not a folder; name an output folder with -o") from None
    except OSError as error:
        raise UsageError(
            f"{_name(folder)}: cannot write to this folder ({error.strerror}); name another with -o"
        ) from None


def spare_inputs(inputs: Iterable[Path], targets: Iterable[Path]) -> None:
    """See that no input is overwritten.

    Raises:
        UsageError: a target is one of the inputs.
    """
    sources = {os.path.realpath(path) for path in inputs}
    for target in targets:
        if os.path.realpath(target) in sources:
            raise UsageError(f"{_name(target)}: is an input and would be overwritten; name another folder with -o")


def write_whole(folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write files to a folder, replacing those of the same names: all of them, or none where one cannot be written.

    Each name has a whole file at every moment, the one that stood there or the new one. Files that stood there before
    are kept aside until all new ones are in place, and put back if one is not.

    Raises:
        RenderingError: a file cannot be written.
    """
    targets = tuple(folder / name for name in files)
    try:
        in_the_way = next((target for target in targets if target.is_dir()), None)
        if in_the_way is not None:
            raise RenderingError(f"{_name(in_the_way)}: cannot be written, a folder has this name; move it away")
        with TemporaryDirectory(prefix=_STAGING, dir=folder) as staging:
            new, old = Path(staging, "new"), Path(staging, "old")
            new.mkdir()
            old.mkdir()
            for name, data in files.items():
                (new / name).write_bytes(data)
            _put_in_place(targets, new, old)
    except OSError as error:
        raise RenderingError(
            f"{_name(targets[0])}: cannot be written: {error.strerror}; mend this, or name another folder with -o"
        ) from None
    return targets


def _put_in_place(targets: Iterable[Path], new: Path, old: Path) -> None:
    """Move each target's new file to its place over what stands there; after an error all is as it was."""
    with ExitStack() as undo:
        for target in targets:
            kept = old / target.name
            try:
                _keep(target, kept)
                undo.callback(kept.replace, target)
            except FileNotFoundError:
                undo.callback(target.unlink, missing_ok=True)
            (new / target.name).replace(target)
        undo.pop_all()


def _keep(target: Path, kept: Path) -> None:
    """Put the file that stands there under a second name, without taking it from its place."""
    try:
        os.link(target, kept, follow_symlinks=False)
    except FileNotFoundError:
        raise
    except (OSError, NotImplementedError):  # a file system without links
        shutil.copy2(target, kept, follow_symlinks=False)


def _name(path: Path) -> str:
    return printable(str(path))
