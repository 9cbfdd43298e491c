"""What every record carries: an id, its pack, the rule that found it, and where it is printed.

The modules of this room do without `from __future__ import annotations`: pydantic would have to compile some three hundred of them from
their text at each start, which takes longer than all else that it does to make the classes.
"""

from collections.abc import Iterable
from functools import cache
from typing import ClassVar

from pydantic import BaseModel, ConfigDict, Field

from papermine.provenance import Basis, Box, Place


class Evidence(BaseModel):
    """Where a record, or one field of it, is printed, and the words as printed there."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    field: str | None = Field(None, description="Column whose words these are; NULL: the whole record")
    page: int = Field(description="Position of the page in the file, from 1")
    page_label: str | None = Field(None, description="Page number as stamped on the page")
    x0: float = Field(description="Left edge of the place, points from the left of the displayed page")
    top: float = Field(description="Upper edge, points from the top of the displayed page")
    x1: float = Field(description="Right edge, points")
    bottom: float = Field(description="Lower edge, points")
    text: str = Field(description="The words as printed there")

    @classmethod
    def at(cls, places: Iterable[Place]) -> "tuple[Evidence, ...]":
        """Evidence for these places, in order."""
        return tuple([cls._made(p.field, p.page, p.label, p.box, p.text) for p in places])

    def with_label(self, label: str | None, box: Box) -> "Evidence":
        """The same with another page label and box."""
        return self._made(self.field, self.page, label, box, self.text)

    @classmethod
    def _made(cls, field: str | None, page: int, label: str | None, box: Box, text: str) -> "Evidence":
        """Built without validation: there are several for each record, and a `Place` is typed already."""
        out = cls.__new__(cls)
        plain = object.__setattr__
        plain(out, "__dict__", {"field": field, "page": page, "page_label": label, "x0": round(box.x0, 1), "top": round(box.top, 1),
                                "x1": round(box.x1, 1), "bottom": round(box.bottom, 1), "text": text})
        plain(out, "__pydantic_fields_set__", _names(cls))
        plain(out, "__pydantic_extra__", None)
        plain(out, "__pydantic_private__", None)
        return out


@cache
def _names(kind: type[BaseModel]) -> set[str]:
    """All fields of a class. Its objects share the set: one in each would take more memory than all else they hold."""
    return set(kind.model_fields)


class Record(BaseModel):
    """A typed fact out of one pack. Subclasses are tables: fields are columns, `table` their name.

    ``evidence``, ``rule`` and ``basis`` are stored once for all kinds, in the table `evidence`.
    """

    model_config = ConfigDict(extra="forbid", defer_build=True)

    table: ClassVar[str] = ""
    key: ClassVar[str] = ""

    evidence: tuple[Evidence, ...] = Field((), exclude=True, description="Where it is printed")
    rule: str = Field("", exclude=True, description="The function that found it")
    basis: Basis = Field("stated", exclude=True, description="stated: printed so; derived: follows from what is printed")

    def model_post_init(self, context: object, /) -> None:
        """Which fields were given is of no use here (see `_names`)."""
        object.__setattr__(self, "__pydantic_fields_set__", _names(type(self)))

    @property
    def record_id(self) -> str:
        """The value of its key column."""
        return str(getattr(self, self.key))
