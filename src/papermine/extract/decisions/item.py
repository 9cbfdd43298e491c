"""The state of one item of minutes while it is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from papermine import regex as re
from papermine.extract.decisions.floor import Floor
from papermine.extract.decisions.proposals import Decided
from papermine.extract.paragraphs import Paragraph

APPLICATION = re.compile(r"(?:[\w.:()-]+\s+){0,3}?(?:[A-Z]{1,5}[/ ]?)?(?:\d{1,6}[/.]\d{2,6}\b|\d{5,})")
"""A planning application by its number, before where it is."""
_OF_OTHERS = re.compile(r"\bdecisions?\b.*\b(?:by|from|of)\s+(?:the\s+)?(?:district|county|borough|city|planning|local)\b", re.I)


Stand = Literal["above", "below"]


@dataclass(frozen=True, slots=True)
class House:
    """How a paper prints its blocks: where their words stand; ``tells``: what became of a motion is told on lines of their own."""

    words: Stand | None = None
    tells: bool = False


UNKNOWN = House()
"""Of a paper whose habits are not known."""


@dataclass
class Item:
    """What is read under one heading: its paragraphs, the motions before the meeting (``floor``), and what was decided.

    ``number``, ``title`` and ``heading`` (None: there is none) are the heading's. ``summary``: a summary of decisions printed above has begun.
    ``head``: the lines above the first item, which say whose minutes they are. ``known``: the words of the names of those who came or were excused, in small
    letters; empty where the roll is short or was not read.
    """

    paras: list[Paragraph]
    number: str | None
    floor: Floor
    title: str = ""
    heading: Paragraph | None = None
    decided: list[Decided] = field(default_factory=list)
    summary: bool = False
    head: str = ""
    house: House = UNKNOWN
    known: frozenset[str] = frozenset()

    def strangers(self, *names: str) -> bool:
        """Is none of these whole names (more than one word) that of somebody on the roll?"""
        return bool(self.known) and all(len(words := re.findall(r"[\w’'-]{2,}", name.lower())) > 1 and not self.known & set(words) for name in names)

    @cached_property
    def elects(self) -> bool:
        """Is it about who shall hold an office?"""
        return bool(re.search(r"elect|appoint|chair|co-?opt|vacanc|represent|nominat", self.title, re.I))

    @cached_property
    def plans(self) -> bool:
        """Is it about planning applications?"""
        return bool(re.search(r"planning|applications?\b|cynllunio", self.title, re.I))

    @cached_property
    def asked(self) -> bool:
        """Is it about planning applications that another body decides, of those who are only asked?"""
        return self.plans and (re.search(r"\b(?:parish|community)\b", self.head, re.I) is not None or _OF_OTHERS.search(self.title) is not None)

    @cached_property
    def public(self) -> bool:
        """Is it the time in which the public speaks?"""
        return bool(re.match(r"\W*(?:public (?:question|participation|forum|speaking|comment|session|time|open)|open forum|questions? (?:from|by) (?:the )?public|parishioners|democratic)", self.title, re.I))

    @cached_property
    def reported(self) -> bool:
        """Is it the report of a councillor of another tier?"""
        return bool(re.search(r"\b(?:county|district|borough|unitary|ward)\s+(?:cllr|councill?or)(?:s|’s|'s)?\b", self.title, re.I))

    @cached_property
    def old(self) -> bool:
        """Does it go through what was settled before?"""
        return bool(re.search(r"\b(?:last|previous|arising|outstanding)\b", self.title, re.I))

    @cached_property
    def formal(self) -> bool:
        """Does it say who came and what they declared?"""
        return bool(re.match(r"\W*(?:apolog|absen|attendance|declarations?\b|disclosures?\b)", self.title, re.I))
