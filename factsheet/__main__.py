"""``python -m factsheet``."""

from __future__ import annotations

from factsheet.cli.main import main

main()
