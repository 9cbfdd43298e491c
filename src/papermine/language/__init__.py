"""Names, dates, money, legislation and numbering, as spans over printed text."""

from __future__ import annotations
