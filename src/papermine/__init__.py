"""papermine: the papers that councils publish, as facts that anyone can query and check.

>>> import papermine
>>> pack = papermine.read("pack.pdf")       # doctest: +SKIP
>>> mined = papermine.mine(pack)            # doctest: +SKIP
>>> [r.text for r in mined.of(papermine.records.Resolution)]    # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
RULES_VERSION = "21"
"""Raised whenever a rule changes what is extracted, so that `ingest` reads stored packs again."""

__all__ = ["RULES_VERSION", "__version__", "mine", "read", "records"]

if TYPE_CHECKING:
    from papermine import records
    from papermine.pipeline import mine, read


def __getattr__(name: str) -> Any:
    """Import the road only when it is used, so that ``papermine --help`` stays fast."""
    if name in ("mine", "read"):
        from papermine import pipeline
        return getattr(pipeline, name)
    if name == "records":
        import papermine.records
        return papermine.records
    raise AttributeError(name)
