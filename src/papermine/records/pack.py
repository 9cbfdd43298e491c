"""Records of files: the pack, where its copies lie, its pages, what is mentioned, what went wrong."""

import datetime as dt
from typing import ClassVar, Literal

from pydantic import Field

from papermine.records.base import Record


class PackRow(Record):
    """One PDF content. Copies of it at several paths are one pack (`files`)."""

    table: ClassVar[str] = "packs"
    key: ClassVar[str] = "pack_id"

    pack_id: str = Field(description="First 16 hex digits of the SHA-256 of the content")
    sha256: str = Field(description="SHA-256 of the content")
    file_name: str = Field(description="Name of the file that was read")
    page_count: int | None = Field(None, description="Pages; NULL where it cannot be opened")
    producer: str | None = Field(None, description="Program that made the PDF, as it says itself")
    status: Literal["clean", "partial", "failed"] = Field(description="clean: no issue above info; partial: some; failed: not read")
    papermine_version: str = Field(description="Version of papermine that read it")
    rules_version: str = Field(description="Version of the rules that read it")
    seconds: float = Field(description="Seconds it took to read")


class FileRow(Record):
    """A path at which a pack was found, and what the user said of it."""

    table: ClassVar[str] = "files"
    key: ClassVar[str] = "path"

    path: str = Field(description="Absolute path of the file")
    pack_id: str = Field(description="The pack that it holds")
    file_name: str = Field(description="Its name")
    size: int = Field(description="Bytes")
    modified_ns: int = Field(description="Time of last change, nanoseconds since 1970")
    council: str | None = Field(None, description="Council as given by --council or the manifest")
    body: str | None = Field(None, description="Body as given by the manifest")
    date: dt.date | None = Field(None, description="Date of the meeting as given by the manifest")
    source_url: str | None = Field(None, description="Where it was published, as given by the manifest")
    published: str | None = Field(None, description="When it was published, as given by the manifest")
    licence: str | None = Field(None, description="Licence, as given by the manifest")
    ocr_lang: str | None = Field(None, description="Languages in which its pages are recognised, as given by --ocr-lang or the manifest")


class PageRow(Record):
    """A page of a pack and the words on it."""

    table: ClassVar[str] = "pages"
    key: ClassVar[str] = "page_id"

    page_id: str = Field(description="Id: pack and page")
    pack_id: str = Field(description="The pack")
    page: int = Field(description="Position in the file, from 1")
    page_label: str | None = Field(None, description="Page number as stamped on it")
    width: float = Field(description="Width as displayed, points")
    height: float = Field(description="Height as displayed, points")
    source: str = Field(description=(
        "Where its words come from: text (the PDF's own text), ocr (recognised from its picture), unreadable (what is printed cannot be read), "
        "none (nothing is printed)"))
    source_reason: str | None = Field(None, description="Why its picture was recognised, or why it is unreadable")
    confidence: float | None = Field(None, description=(
        "How sure recognition was on average over its letters, 0 to 1; NULL for text that was not recognised"))
    text: str = Field(description="Its lines in reading order, one a line; running heads and feet left out")


class Mention(Record):
    """Money, a date, legislation, or the name of a member or officer, in running text."""

    table: ClassVar[str] = "mentions"
    key: ClassVar[str] = "mention_id"

    mention_id: str = Field(description="Id")
    document_id: str = Field(description="The paper")
    page: int = Field(description="Page (position)")
    kind: Literal["money", "date", "legislation", "person"] = Field(description="money, date, legislation or person")
    text: str = Field(description="Words as printed")
    value: str | None = Field(None, description=(
        "Normal form: pounds as a decimal, an ISO date (as precise as printed), the Act's name, the bare name"))


class Issue(Record):
    """What could not be read, or does not agree."""

    table: ClassVar[str] = "issues"
    key: ClassVar[str] = "issue_id"

    issue_id: str = Field(description="Id")
    pack_id: str = Field(description="The pack")
    document_id: str | None = Field(None, description="The paper, where known")
    severity: Literal["info", "warning", "error"] = Field(
        description="info: worth knowing; warning: something may be missing or wrong; error: not read")
    code: str = Field(description="Short stable name of the kind of issue")
    message: str = Field(description="What is wrong, in a sentence")
    page: int | None = Field(None, description="Page (position); NULL: the whole file")
    about: str | None = Field(None, description="Id of the record it is about")
