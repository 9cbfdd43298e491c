"""Records of the papers themselves: papers, meetings, agenda items, reports, recommendations."""

from datetime import date, time
from typing import ClassVar, Literal

from pydantic import Field

from papermine.records.base import Record


class Document(Record):
    """A paper: one of the parts that a pack is made of. Papers tile the pack without gaps."""

    table: ClassVar[str] = "documents"
    key: ClassVar[str] = "document_id"

    document_id: str = Field(description="Id of the paper: pack, kind and place")
    pack_id: str = Field(description="The pack that holds it")
    kind: Literal["agenda", "minutes", "report", "appendix", "work_programme", "decision", "questions", "other"] = Field(
        description="agenda (front sheet and agenda), minutes, report (an officer's), appendix, work_programme, decision, questions, other")
    title: str | None = Field(None, description="Title as printed")
    first_page: int = Field(description="Position of its first page in the file, from 1")
    last_page: int = Field(description="Position of its last page in the file")
    pack_meeting_id: str | None = Field(
        None, description="The meeting that it belongs to, as its pack prints it; minutes belong to the meeting that they record")
    item_id: str | None = Field(None, description="The agenda item that it is a paper for")
    exempt_statute: str | None = Field(None, description="The statute by which its first page says that it is exempt, as printed")
    exempt_paragraphs: str | None = Field(None, description="Paragraphs of that statute, as printed")


class PackMeeting(Record):
    """A meeting as one pack prints it."""

    table: ClassVar[str] = "pack_meetings"
    key: ClassVar[str] = "pack_meeting_id"

    pack_meeting_id: str = Field(description="Id of the meeting in this pack")
    pack_id: str = Field(description="The pack that prints it")
    council: str | None = Field(None, description="The council as printed or given; NULL where neither")
    body: str | None = Field(None, description="Committee, panel, board or council that met, as printed")
    meeting_date: date | None = Field(None, description="Day of the meeting; NULL where no whole date is printed")
    date_printed: str | None = Field(None, description="The date's words as printed, whatever their precision")
    start_time: time | None = Field(None, description="Time at which it starts")
    end_time: time | None = Field(None, description="Time at which it ended, from its minutes")
    venue: str | None = Field(None, description="Where it meets")


class AgendaItem(Record):
    """A heading of business: on an agenda, or in minutes."""

    table: ClassVar[str] = "agenda_items"
    key: ClassVar[str] = "item_id"

    item_id: str = Field(description="Id of the item")
    document_id: str = Field(description="The paper that prints this heading")
    pack_meeting_id: str | None = Field(None, description="Its meeting, as this pack prints it")
    source: Literal["agenda", "minutes"] = Field(description="Which kind of paper prints it")
    number: str | None = Field(None, description="Number as printed at this heading, without a final dot")
    agenda_number: str | None = Field(None, description="Its number on the agenda, where printed")
    minute_number: str | None = Field(None, description="Its minute number, where printed")
    title: str = Field(description="Title as printed, lines joined")
    page: int = Field(description="Page on which the heading is printed (position)")
    first_page: int | None = Field(None, description="First page of its papers in this file; NULL where they are not here")
    last_page: int | None = Field(None, description="Last page of its papers in this file")
    presenter: str | None = Field(None, description="Who presents it, as printed")
    section: str | None = Field(None, description="Heading of the part of the agenda that it stands in, as printed")
    exempt: bool = Field(False, description="The paper says that the press and public are excluded from it")
    exempt_statute: str | None = Field(None, description="The statute by which, as printed (\"Schedule 12A, Local Government Act 1972\")")
    exempt_paragraphs: str | None = Field(None, description="Its paragraphs (or section) that apply, as printed: \"1, 2\"; \"239(2)(b)\"")
    business_id: str | None = Field(None, description="Joins the agenda row and the minutes row of one matter")


class Report(Record):
    """An officer's report, by its header."""

    table: ClassVar[str] = "reports"
    key: ClassVar[str] = "report_id"

    report_id: str = Field(description="Id of the report header")
    document_id: str = Field(description="The paper it stands in")
    item_id: str | None = Field(None, description="The agenda item it was written for")
    page: int = Field(description="Page of the header (position)")
    title: str | None = Field(None, description="Title of the report as printed")
    cabinet_member: str | None = Field(None, description="Cabinet member or portfolio holder named in the header")
    wards_affected: str | None = Field(None, description="Wards or divisions named in the header")
    accountable_director: str | None = Field(None, description="Director or lead officer named in the header")
    originating_service: str | None = Field(None, description="Service that wrote it, as the header names it")
    accountable_employee: str | None = Field(None, description="Report author or responsible officer named in the header")


class ReportField(Record):
    """One label and value of a report's header, as printed."""

    table: ClassVar[str] = "report_fields"
    key: ClassVar[str] = "report_field_id"

    report_field_id: str = Field(description="Id of the field")
    report_id: str = Field(description="The report header it stands in")
    document_id: str = Field(description="The paper it stands in")
    page: int = Field(description="Page (position)")
    label: str = Field(description="Label as printed, without a final colon")
    value: str = Field(description="Value as printed, lines joined; empty where nothing is printed")
    column_name: str | None = Field(None, description="Column of `reports` that this label means, if one does")


class Recommendation(Record):
    """What a report asks its meeting to decide: one operative paragraph."""

    table: ClassVar[str] = "recommendations"
    key: ClassVar[str] = "recommendation_id"

    recommendation_id: str = Field(description="Id of the recommendation")
    document_id: str = Field(description="The report that it stands in")
    item_id: str | None = Field(None, description="The agenda item of that report")
    number: str | None = Field(None, description="Number as printed, without brackets or dot")
    text: str = Field(description="The paragraph as printed, without the shared opening words")
    lead_in: str | None = Field(None, description="Opening words shared with its neighbours (\"The Panel is recommended to:\")")
    action: str | None = Field(None, description="What the heading asks for: decision, noting, comment; as printed")
    page: int = Field(description="Page where the text starts (position)")


class ReportSection(Record):
    """A standard section of a report: financial, legal, equalities … implications."""

    table: ClassVar[str] = "report_sections"
    key: ClassVar[str] = "section_id"

    section_id: str = Field(description="Id of the section")
    document_id: str = Field(description="The report that it stands in")
    kind: str = Field(
        description="financial, legal, equalities, environmental, human_resources, property, health, procurement, risk, … or other")
    number: str | None = Field(None, description="Section number as printed")
    heading: str = Field(description="Heading as printed")
    text: str = Field(description="The section's text, paragraphs divided by a line break")
    clearance_code: str | None = Field(None, description="Clearance code printed at its end ([MK/17012020/C])")
    page: int = Field(description="Page of the heading (position)")


class BackgroundPaper(Record):
    """A paper that a report lists as its background."""

    table: ClassVar[str] = "background_papers"
    key: ClassVar[str] = "background_paper_id"

    background_paper_id: str = Field(description="Id")
    document_id: str = Field(description="The report that lists it")
    text: str = Field(description="As printed")
    page: int = Field(description="Page (position)")
