"""What the user asks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Mode = Literal["auto", "pictures", "always", "never"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which pages to recognise. ``languages``: ISO 639-3 codes as Tesseract has them; () lets the pages tell.

    ``auto``: those whose text layer is missing or of no use; ``pictures``: these, and pictures of text inside pages
    that have text; ``always``: all; ``never``: none.
    """

    mode: Mode = "auto"
    languages: tuple[str, ...] = ()


AUTO = Wanted()
"""The pages that need it, in the languages that they show."""
