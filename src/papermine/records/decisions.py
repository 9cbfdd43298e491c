"""Records of what a meeting did: who came, what was moved, how it was voted, what was resolved.

Names follow Popolo and Open Civic Data: a motion is moved, a division (vote event) is taken on
it, each person's option is for, against or abstain. Nothing is stored that is not printed:
"carried unanimously" is a division with ``method`` unanimous, without counts and without names.
"""

from typing import ClassVar, Literal

from pydantic import Field

from papermine.records.base import Record

Outcome = Literal["carried", "lost", "withdrawn", "deferred"]


class Attendance(Record):
    """One person at, or expected at, one meeting."""

    table: ClassVar[str] = "attendance"
    key: ClassVar[str] = "attendance_id"

    attendance_id: str = Field(description="Id")
    document_id: str = Field(description="The minutes that say so")
    pack_meeting_id: str | None = Field(None, description="The meeting, as this pack prints it")
    name: str = Field(description="Name without title, honours or party")
    name_printed: str = Field(description="Name as printed")
    status: Literal["present", "apologies", "absent", "in_attendance"] = Field(
        description="present: a member of the body; in_attendance: anyone else; apologies; absent")
    role: str | None = Field(None, description="Chair, Vice-Chair, or post, as printed")
    party: str | None = Field(None, description="Party as printed")
    ward: str | None = Field(None, description="Ward or division as printed")
    substitute_for: str | None = Field(None, description="Whom the person stood in for, as printed")
    remote: bool | None = Field(None, description="True where the paper says that the person joined remotely")
    note: str | None = Field(None, description="What else is printed of the attendance (\"from 10.06\", \"left before item 7\")")


class Declaration(Record):
    """A declaration of interest."""

    table: ClassVar[str] = "declarations"
    key: ClassVar[str] = "declaration_id"

    declaration_id: str = Field(description="Id")
    document_id: str = Field(description="The minutes that record it")
    pack_meeting_id: str | None = Field(None, description="The meeting, as this pack prints it")
    name: str = Field(description="Who declared, without title")
    item_number: str | None = Field(None, description="The item it concerns, as printed")
    kind: str | None = Field(None, description="pecuniary, non-pecuniary, prejudicial, personal …: as printed")
    text: str = Field(description="The sentence as printed")
    left_room: bool | None = Field(None, description="True where the paper says that the person left, false where it says that they stayed")
    page: int = Field(description="Page (position)")


class Motion(Record):
    """A motion or amendment as moved."""

    table: ClassVar[str] = "motions"
    key: ClassVar[str] = "motion_id"

    motion_id: str = Field(description="Id")
    document_id: str = Field(description="The paper that records it")
    item_id: str | None = Field(None, description="The minute or item it stands under")
    kind: Literal["motion", "amendment", "procedural"] = Field("motion", description="motion, amendment or procedural")
    text: str = Field(description="Text as moved, as printed")
    mover: str | None = Field(None, description="Mover as printed, without title")
    seconder: str | None = Field(None, description="Seconder as printed, without title")
    amends: str | None = Field(None, description="motion_id of the motion that it would amend")
    outcome: Outcome | None = Field(None, description="carried, lost, withdrawn or deferred, where printed (basis derived: as the names tell)")
    page: int = Field(description="Page where it starts (position)")


class Division(Record):
    """A vote taken. Counts are only what is printed."""

    table: ClassVar[str] = "divisions"
    key: ClassVar[str] = "division_id"

    division_id: str = Field(description="Id")
    document_id: str = Field(description="The paper that records it")
    motion_id: str | None = Field(None, description="The motion it was taken on")
    votes_for: int | None = Field(None, description="Votes for, as printed; NULL where no number is printed")
    votes_against: int | None = Field(None, description="Votes against, as printed")
    votes_abstain: int | None = Field(None, description="Abstentions, as printed")
    outcome: Literal["carried", "lost"] | None = Field(None, description="Outcome as printed")
    method: str | None = Field(None, description="unanimous, nem con, show of hands, recorded vote, casting vote …: as printed")
    text: str | None = Field(None, description="The words that record it")
    page: int = Field(description="Page (position)")


class DivisionVote(Record):
    """How one named person voted in one division."""

    table: ClassVar[str] = "division_votes"
    key: ClassVar[str] = "division_vote_id"

    division_vote_id: str = Field(description="Id")
    division_id: str = Field(description="The division")
    person_name: str = Field(description="Name as printed in the list of votes")
    option: Literal["for", "against", "abstain"] = Field(description="for, against or abstain")
    page: int = Field(description="Page (position)")


class Resolution(Record):
    """One operative paragraph of a decision, as one file prints it."""

    table: ClassVar[str] = "resolutions"
    key: ClassVar[str] = "resolution_id"

    resolution_id: str = Field(description="Id")
    document_id: str = Field(description="The minutes or decision record that prints it")
    pack_meeting_id: str | None = Field(None, description="The meeting that decided, as this pack prints it")
    item_id: str | None = Field(None, description="The minute or item it stands under")
    item_number: str | None = Field(None, description="Number of that minute or item as printed")
    number: str | None = Field(None, description="Number of the paragraph as printed (1, a, ii)")
    text: str = Field(description="The paragraph as printed, without the opening words that it shares")
    lead_in: str | None = Field(None, description="The opening words (\"RESOLVED that\")")
    page: int = Field(description="Page where the text starts (position)")
    motion_id: str | None = Field(None, description="The motion that it adopts")
    division_id: str | None = Field(None, description="The vote taken on it")
    mover: str | None = Field(None, description="Mover as printed, without title")
    seconder: str | None = Field(None, description="Seconder as printed, without title")
    outcome: Outcome | None = Field(
        None, description="carried, lost, withdrawn or deferred where printed (basis derived: as the names tell); NULL: a plain resolution")
    votes_for: int | None = Field(None, description="Votes for, as printed, of its division")
    votes_against: int | None = Field(None, description="Votes against, as printed, of its division")
    votes_abstain: int | None = Field(None, description="Abstentions, as printed, of its division")
