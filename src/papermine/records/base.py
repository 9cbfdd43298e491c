"""What every record carries: an id, its pack, the rule that found it, and where it is printed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from pydantic import BaseModel, ConfigDict, Field

from papermine.provenance import Basis, Place


class Evidence(BaseModel):
    """Where a record, or one field of it, is printed, and the words as printed there."""

    model_config = ConfigDict(frozen=True)

    field: str | None = Field(None, description="Column whose words these are; NULL: the whole record")
    page: int = Field(description="Position of the page in the file, from 1")
    page_label: str | None = Field(None, description="Page number as stamped on the page")
    x0: float = Field(description="Left edge of the place, points from the left of the displayed page")
    top: float = Field(description="Upper edge, points from the top of the displayed page")
    x1: float = Field(description="Right edge, points")
    bottom: float = Field(description="Lower edge, points")
    text: str = Field(description="The words as printed there")

    @classmethod
    def at(cls, places: Iterable[Place]) -> tuple[Evidence, ...]:
        """Evidence for these places, in order."""
        return tuple(cls(field=p.field, page=p.page, page_label=p.label, x0=round(p.box.x0, 1), top=round(p.box.top, 1),
                         x1=round(p.box.x1, 1), bottom=round(p.box.bottom, 1), text=p.text) for p in places)


class Record(BaseModel):
    """A typed fact out of one pack. Subclasses are tables: fields are columns, `table` their name.

    ``evidence``, ``rule`` and ``basis`` are stored once for all kinds, in the table `evidence`.
    """

    model_config = ConfigDict(extra="forbid")

    table: ClassVar[str] = ""
    key: ClassVar[str] = ""

    evidence: tuple[Evidence, ...] = Field((), exclude=True, description="Where it is printed")
    rule: str = Field("", exclude=True, description="The function that found it")
    basis: Basis = Field("stated", exclude=True, description="stated: printed so; derived: follows from what is printed")

    @property
    def record_id(self) -> str:
        """The value of its key column."""
        return str(getattr(self, self.key))
