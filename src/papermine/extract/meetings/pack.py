"""Which meetings a pack prints, and which paper belongs to which."""

from __future__ import annotations

from collections.abc import Sequence

from papermine import regex as re
from papermine.document import Line, Pack, Paper
from papermine.extract.meetings.fronts import read_agenda, read_minutes
from papermine.extract.meetings.headers import read_decision, read_report
from papermine.extract.meetings.naming import Printed
from papermine.extract.meetings.owners import body_key
from papermine.extract.paragraphs import Paragraph, paragraph
from papermine.language.bodies import municipality
from papermine.language.dates import find_dates
from papermine.language.pages import page_range
from papermine.provenance import Ids, Place
from papermine.records import Evidence, PackMeeting


def pack_meetings(pack: Pack, papers: list[Paper], ids: Ids) -> tuple[list[PackMeeting], dict[str, str]]:
    """The meetings of a pack, and document_id → pack_meeting_id for papers that belong to one.

    An agenda's papers belong to its meeting; minutes to the earlier meeting that they record; an
    appendix to the meeting of the paper before it.
    """
    found: list[Printed] = []
    belongs: dict[str, int] = {}
    main: int | None = None
    council: tuple[str, list[Place]] | None = None
    sent = _sent_on(papers[0], pack) if papers and papers[0].kind == "agenda" else {}
    for paper in papers:
        if paper.kind in ("agenda", "minutes"):
            printed = read_agenda(paper) if paper.kind == "agenda" else read_minutes(paper)
            if paper.kind == "minutes" and printed.day is None and paper.first_page in sent:
                _from_item(printed, sent[paper.first_page])
            if printed.council:
                council = council or (printed.council, [p for p in printed.where if p.field == "council"])
            if paper.kind == "minutes" and printed.body is None and main is not None:
                printed.body = found[main].body
                printed.where += [p for p in found[main].where if p.field == "body"]
        elif main is None and paper.kind in ("report", "decision", "questions"):
            printed = read_report(paper) if paper.kind != "decision" else read_decision(paper)
            if printed.body is None or printed.day is None:
                continue
        else:
            continue
        if printed.body is None and printed.day is None:
            continue
        at = next((i for i, known in enumerate(found) if known.same(printed)), None)
        if at is None:
            found.append(printed)
            at = len(found) - 1
        else:
            found[at].fill(printed)
        belongs[paper.document_id] = at
        if paper.kind == "agenda" and main is None:
            main = at
    _spread(papers, belongs, main)
    _named_by_others(found, main)
    records = [_record(printed, pack, ids, council) for printed in found]
    return records, {document: records[at].pack_meeting_id for document, at in belongs.items()}


def _spread(papers: Sequence[Paper], belongs: dict[str, int], main: int | None) -> None:
    """Give the papers that name no meeting the agenda's, and appendices that of the paper before."""
    before: int | None = None
    for paper in papers:
        if paper.document_id not in belongs:
            if paper.kind == "appendix" and before is not None:
                belongs[paper.document_id] = before
            elif main is not None and paper.kind != "minutes":
                belongs[paper.document_id] = main
            elif main is None and before is not None and paper.kind in ("report", "other"):
                belongs[paper.document_id] = before
        if paper.kind != "appendix":
            before = belongs.get(paper.document_id)


def _named_by_others(found: Sequence[Printed], main: int | None) -> None:
    """A paper headed by the municipality alone ("City of …", "Council"), or by a kind of body ("the Authority"), records the body that its neighbour in the file names in full."""
    agenda = found[main] if main is not None else None
    for printed in found:
        if printed.body is None or not (municipality(printed.body) or _BARE.fullmatch(printed.body)):
            continue
        if agenda is not None and agenda is not printed and body_key(agenda.body).endswith(" " + body_key(printed.body)):
            full: Printed | None = agenda  # "Minutes of the meeting of the Authority", in the pack of the "Northmoor National Park Authority"
        elif municipality(printed.body) or re.fullmatch(r"(?:full )?council", printed.body, re.I):
            place = body_key(re.sub(r"^.*?\bof\s+(?:the\s+)?", "", printed.council or printed.body))
            full = next((p for p in found if p is not printed and p.body is not None and not municipality(p.body)
                         and re.search(r"\bcouncil$", body_key(p.body)) and place in body_key(p.body) and len(p.body) > len(printed.body) - 12 and p.body != printed.body), None)
            if full is None and municipality(printed.body) and agenda is not None and agenda is not printed and re.search(r"\bcouncil$", body_key(agenda.body)):
                full = agenda  # "CITY OF DOS ROBLEDOS" over the minutes, in the packet of its "City Council"
        else:
            full = None
        if full is not None:
            printed.body = full.body
            printed.where = [p for p in printed.where if p.field != "body"] + [p for p in full.where if p.field == "body"]


def _record(printed: Printed, pack: Pack, ids: Ids, council: tuple[str, list[Place]] | None) -> PackMeeting:
    where = list(printed.where)
    if printed.council is None and council is not None:
        where += council[1]
    page = where[0].page if where else 1
    return PackMeeting(
        pack_meeting_id=ids("meeting", page), pack_id=pack.pack_id, council=printed.council or (council[0] if council else None), body=printed.body,
        meeting_date=printed.day, date_printed=printed.day_printed, start_time=printed.start, end_time=printed.end, venue=printed.venue,
        evidence=Evidence.at(where), rule=printed.rule)


_BARE = re.compile(r"(?:the\s+)?(?:authority|board|committee|panel|commission|partnership|forum)|(?:\w+\s+)?council", re.I)


def _sent_on(agenda: Paper, pack: Pack) -> dict[int, Paragraph]:
    """For each page that the agenda's ranges send to: the lines of that item."""
    out: dict[int, Paragraph] = {}
    held: list[Line] = []
    for line in agenda.lines:
        if re.match(r"^\W*(?:item\s+)?\d{1,3}[.)]?\s", line.text):
            held = []
        held.append(line)
        joined = paragraph(held[-5:])
        found = page_range(joined.text)
        if found and (first := pack.position(found.first)) is not None:
            out.setdefault(first, joined)
    return out


def _from_item(printed: Printed, item: Paragraph) -> None:
    """The date of the previous meeting, as the agenda's item gives it: "Minutes of the previous meeting (27 November 2019)"."""
    found = next((d for d in find_dates(item.text) if d.date), None)
    if found:
        printed.day, printed.day_printed = found.date, found.text
        printed.where += item.places(found.start, found.end, "meeting_date")
