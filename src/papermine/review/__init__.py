"""Looking at records one at a time: what deserves a look, where it is printed, and what a person says of it."""

from __future__ import annotations

from papermine.review.places import Printed, cut_out, printed
from papermine.review.queue import COLUMNS, DOUBTS, QUEUE, Look, queue
from papermine.review.verdicts import correctable, fields, judge, log

__all__ = ["COLUMNS", "DOUBTS", "QUEUE", "Look", "Printed", "correctable", "cut_out", "fields", "judge", "log", "printed", "queue"]
