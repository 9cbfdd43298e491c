"""Declarations of interest: who, which item, what kind, and whether they left the room."""

from __future__ import annotations

import re
from collections.abc import Sequence

from papermine.document import Paper
from papermine.extract.minutes import MinuteItem
from papermine.extract.motions import NAME
from papermine.extract.paragraphs import Measure, Paragraph, paragraphs
from papermine.extract.roll import sentences
from papermine.language.names import split_people
from papermine.provenance import Ids
from papermine.records import Declaration, Evidence

_KINDS = (r"(?:(?i:disclosable|non-?disclosable|personal|prejudicial|pecuniary|non-?pecuniary|non-?registrable|registrable|registerable|significant|other|financial|"
          r"non-?financial|private|ordinary|direct|indirect|beneficial|family|conflict of|dpi|and|or|but|not)[\s,/]+)*")
_WHO = rf"{NAME}(?:\s*\([^)]{{1,60}}\))?"
_DECLARED = re.compile(
    rf"(?P<who>(?:{_WHO}(?:,\s+|\s+and\s+|,\s+and\s+))*{_WHO}),?\s+(?:(?:again|also|then|both|each|all|further|subsequently)\s+)?(?:declared|disclosed|registered|declares|recorded|made (?:a )?declarations? of)\s+"
    r"(?:an?\s+|his\s+|her\s+|their\s+|that \w+ ha[ds] an?\s+)?(?P<kind>" + _KINDS + r")[Ii]nterests?\b")
_LABELLED = re.compile(r"(?:Disclosures?|Declarations?) of (?P<kind>" + _KINDS + r")interests?\s*:\s*(?P<who>[A-Z].*)", re.I)
_ITEM = re.compile(r"\b(?:agenda\s+)?(?:items?|minutes?)\s+(?:no\.?\s*|number\s*)?(?P<number>\d{1,4}(?:[./]\d{1,4})*[a-z]?)(?!\w)", re.I)
_LEFT = re.compile(r"\b(?:left|leave|withdrew|withdrawn|vacated|retired from)\b[^.]{0,40}\b(?:room|meeting|chamber|table)|withdrew\b", re.I)
_STAYED = re.compile(r"\b(?:did not leave|remained in)\b", re.I)


def declarations(paper: Paper, parts: Sequence[MinuteItem], measure: Measure, ids: Ids) -> list[Declaration]:
    """Every declaration of interest that minutes record, in the order printed."""
    out: list[Declaration] = []
    if paper.kind != "minutes":
        return out
    for part in parts:
        held = paragraphs(part.body, measure)
        for k, para in enumerate(held):
            out += _in_paragraph(paper, part, para, held[k + 1].text if k + 1 < len(held) else "", ids)
    return out


def _in_paragraph(paper: Paper, part: MinuteItem, para: Paragraph, after: str, ids: Ids) -> list[Declaration]:
    found = []
    for start, end in sentences(para.text):
        sentence = para.text[start:end]
        m = _DECLARED.search(sentence) or _LABELLED.match(sentence)
        if m is None or re.match(r"\s*(?:no|none|nil|there were)\b", m["who"], re.I):
            continue
        item = _ITEM.search(sentence, m.end()) if m.re is _DECLARED else None
        number = item["number"] if item else part.number if not re.search(r"declar|disclos|interest", _title(part), re.I) else None
        context = para.text[start:] + (" " + after if len(after) < 200 else "")
        left = True if _LEFT.search(context) and not _STAYED.search(context) else None
        for person in split_people(m["who"], surnames=True):
            found.append(Declaration(
                declaration_id=ids("declaration", para.page_at(start)), document_id=paper.document_id, name=person.name, item_number=number,
                kind=" ".join(m["kind"].split()).strip(" ,") or None, text=sentence, left_room=left, page=para.page_at(start),
                evidence=Evidence.at(para.places(start, end)), rule="declarations.declared"))
    return found


def _title(part: MinuteItem) -> str:
    return part.item.title if part.item is not None else ""
