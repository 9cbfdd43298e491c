"""Papers that have no pages of their own (Word, HTML): their paragraphs and tables, typeset on sheets.

The sheets are a PDF in memory that the ordinary reader reads, so that all that is known of a pack is
known of them too, pictures of the page included. What a record is tied to is the paragraph: `Sheets.marks`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from papermine.errors import UnreadableFile

if TYPE_CHECKING:
    from papermine.reader.flow.blocks import Block
    from papermine.reader.flow.typeset import Sheets


def flows(path: Path, data: bytes) -> bool:
    """Is this a paper without pages, by its name and its first bytes: Word (.docx) or HTML (.html, .htm)?"""
    name = path.name.lower()
    return (name.endswith(".docx") and data[:2] == b"PK") or name.endswith((".html", ".htm", ".xhtml"))


def sheets(path: Path, data: bytes) -> Sheets:
    """The paper typeset. Raises `UnreadableFile` with a sentence where it is damaged, too large or has no words."""
    from papermine.reader.flow.typeset import typeset
    read: Callable[[bytes], list[Block]]
    if data[:2] == b"PK":
        from papermine.reader.flow.docx import blocks as read
        kind = "Word document"
    else:
        from papermine.reader.flow.html import blocks as read
        kind = "web page"
    try:
        found = read(data)
    except UnreadableFile as error:
        raise UnreadableFile(f"{path}: {error}", error.code) from None
    except Exception as error:  # a damaged file leads lxml and python-docx to whatever it leads them to
        raise UnreadableFile(f"{path}: this {kind} is damaged ({type(error).__name__}); open it, save it again, or fetch it again",
                             "damaged") from error
    if not any(block.words for block in found):
        raise UnreadableFile(f"{path}: this {kind} holds no words; fetch the paper itself", "no-pages")
    return typeset(found)
