"""How right is it on your own papers? A sample to tick by hand, and what the ticks say, with intervals."""

from __future__ import annotations

from papermine.audit.report import Estimate, Statement, report
from papermine.audit.sample import KINDS, Sample, Sampled, draw
from papermine.audit.sheet import write_sheets

__all__ = ["KINDS", "Estimate", "Sample", "Sampled", "Statement", "draw", "report", "write_sheets"]
