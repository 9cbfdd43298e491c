"""Who came: attendance, apologies, substitutes; and who declared an interest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from papermine import regex as re
from papermine.document import Paper
from papermine.extract.minutes.items import MinuteItem
from papermine.extract.paragraphs import Measure, Paragraph, paragraphs
from papermine.extract.roll.absences import WHO, besides, gone
from papermine.extract.roll.came import Roll
from papermine.extract.roll.declarations import declarations
from papermine.extract.roll.ends import NOT_LISTED
from papermine.extract.roll.evidence import by_evidence
from papermine.extract.roll.grid import read_attendance_grid
from papermine.extract.roll.lists import read_roll
from papermine.extract.roll.narrated import POSTED, SMALL, attended, by_place, narrated, opener
from papermine.extract.roll.offices import guests, sitting
from papermine.extract.roll.running import ALSO, Seen, running
from papermine.extract.roll.starred import explains, read_answers, read_marks
from papermine.extract.roll.zone import GROUPED
from papermine.extract.votes.lists import names_only
from papermine.language.labels import Status, label_at, status_of
from papermine.language.namelists import split_people
from papermine.language.names import read_person
from papermine.language.person import title_at
from papermine.language.screened import Screened
from papermine.language.sentences import sentences
from papermine.language.titles import CHAIR, MEMBER, TITLE
from papermine.provenance import Ids
from papermine.records import Record

_ROLL_TITLE = re.compile(r"(?:apolog|elected members$|(?<!non[- ])attendance|attending|attendees|attended$|\bpresent|roll call|call to order|sederunt|ymddiheuriad|absen|welcome)", re.I)
_FROM = Screened(
    r"(?:apolog(?:y|ies)\s+(?:(?:was|were)\s+)?(?:received|given)\s+for the absence of|apolog(?:y|ies)\b(?!\s+for\s+(?:being\s+|their\s+)?(?:late|leaving|arriving|early))[^.:]{0,80}?\b(?:from|by|for|were|given|on behalf of)(?: the following[^:.]{0,60})?\s*:?\s*(?:\b(?:from|by)\b\s*:?)?|apolog(?:y|ies)\b\s*(?:for absence)?(?: received)?\s*[:;–-]+|^(?:(?:were|was) (?:also )?)?(?:received|accepted|given) from:?|"
    r"(?:absent|absences?)\b[^.:]{0,40}?(?:from|:)|ymddiheuriadau\b[^.:]{0,40}?\b(?:oddi wrth|gan)(?:\s+yr?\b)?)\s*(?=[A-Z\"“])(?!Absences?\b)", ("apolog", "absen", "ymddiheuriadau", "received from", "accepted from", "given from"), flags=re.I)
_SENT = Screened(rf"(?P<who>(?:{WHO}(?:,\s+|\s+and\s+|,\s+and\s+))*{WHO})\s+(?:(?:had|has|have)\s+)?(?:also\s+)?(?:sent|gave|submitted|tendered|offered|given)\s+(?:(?:his|her|their|in)\s+)?apolog(?:y|ies)\b(?!\s+(?:on behalf\b|for (?!absence|(?:his|her|their|being)\s+(?:absen|non|unable|inability)|not\b|non|tonight|this\b|both\b|the (?:meeting|evening|session)\b)))", "apolog")
_AS_SUB = re.compile(
    r"(?P<sub>[A-Z][^.;]*?)\s+(?:was|were|attended|had attended|would be|is|acted|substituted|substituting|deputised|deputising)\b[^.;]{0,30}?"
    r"(?:as\s+(?:a\s+|his\s+|her\s+|the\s+|their\s+)?(?:named\s+)?(?:substitutes?|deputy)|substitut\w+|deputis\w+|\bfor\b|in (?:the )?place of)(?:\s+(?:for|of)\s+)?(?P<whom>[A-Z][^.;]*)?")
_ALSO = re.compile(r"(?:Also|Others?)\s+(?:present|in attendance|attending)\s*(?::|(?:was|were)\b(?:\s+the)?)\s*", re.I)
_CHAIR = Screened(r"(?P<who>[A-Z][\w.’' -]{3,60}?)\s+(?:took|in|assumed|was in|occupied|be elected)\s+(?:to\s+)?the\s+[Cc]hair\b", "chair")
_REMOTE = Screened(r"(?P<who>[A-Z][^.;]{3,200}?)\s+(?:was|were|attended|joined|participated)\b[^.;]{0,40}?\b(?:virtual|remote|online|via (?:teams|zoom|video)|by (?:telephone|video))", ("virtual", "remote", "online", "via ", "telephone", "video"), flags=re.I)
_CAME = Screened(
    r"(?P<who>[A-Z][^;:]{3,200}?)\s+(?:(?:had\s+|then\s+)?joined the meeting\b|(?:was|were) (?:also )?in attendance(?: for this item)?\b|left the (?:meeting|chamber|room|council chamber)\b|"
    r"(?:entered|returned to) the (?:meeting|chamber|room)\b)", ("joined the meeting", "in attendance", "left the ", "entered the ", "returned to the "))


_CALLS = re.compile(r"(?:(?:Board|Village|Town|Township|City|District|Assistant|Deputy|Interim|Acting) )*(?:Treasurer|Secretary|Clerk|Superintendent)(?:/(?:Treasurer|CFO|Clerk))?")


_COMMUNITY = re.compile(r"\bcommunity council\b", re.I)


def attendance_records(paper: Paper, parts: list[MinuteItem], ids: Ids) -> list[Record]:
    """Attendance and Declaration records of one set of minutes (or decision record)."""
    measure = Measure.of(line for part in parts for line in (*part.heading, *part.body))
    roll = Roll()
    head = [line for line in parts[0].body if line.page <= paper.first_page + 2] if parts else []
    grid = read_attendance_grid(head)
    inside = {(place.page, line.table) for seen in grid for place in seen.places[:1] for line in head if line.table is not None and line.page == place.page and line.top <= place.box.top + 1 < line.bottom}
    marked = {(place.page, place.box.top) for seen in grid for place in seen.places}
    listed = read_roll([line for line in head if (line.page, line.table) not in inside and (line.page, line.top) not in marked and not explains(line)], measure)
    read_marks(head, listed)
    community = any(_COMMUNITY.search(line.text) for line in (*paper.pages[0].head, *head[:12]))
    for seen in guests(listed) if community else ():
        seen.status = "in_attendance"
    for seen in sitting([*listed, *grid]):
        seen.status = "present"
    for seen in _without_members(listed):
        roll.add(seen)
    for seen in grid:
        roll.add(seen)
    if not any(seen.status == "present" for seen in roll.found):
        for seen in read_answers([line for part in parts[:4] for line in part.body]):
            roll.add(seen)
    if not any(seen.status == "present" for seen in roll.found):
        narrated(parts, measure, roll)
    if not any(seen.status == "present" for seen in roll.found):
        by_place(parts, roll)
    attended(parts, roll)
    _chair_of_head(head, roll)
    for k, part in enumerate(parts):
        title = part.item.title if part.item is not None else ""
        if k and k < 8 and re.search(r"\bpresent:\s+[A-Z]", title):  # "ii. Members present: Hale, Pell. Others present: Jo Vane"
            for para in paragraphs(part.heading, measure):
                for seen in running(para, "present", start=para.start, rule="attendance.heading"):
                    roll.add(seen)
        if k and k < 8 and _ROLL_TITLE.search(title):
            before = len(roll.found)
            _roll_item(title, part, measure, roll)
            if len(called := [seen for seen in roll.found[before:] if seen.status == "present"]) == 1 and _CALLS.fullmatch(called[0].person.role or ""):
                roll.found.remove(called[0])  # who called the roll, of which nobody is named
            _labelled(part, measure, roll)
        elif k < 2 and paper.kind == "minutes":  # above the first heading, or right below it, whatever it says
            for para in part.paragraphs(measure)[:None if k == 0 else 1]:
                if re.match(r"(?:\d{1,2}[.)]\s+)?(?:That\s+)?(?:(?:An?|the)\s+)?(?:apolog|absen)|(?:cafwyd|derbyniwyd|roedd) (?:yr? )?ymddiheuriad", para.text, re.I) and (lead := _FROM.search(para.text)) and (label_at(para.text) is None or "for the absence of" in para.text):
                    if k == 0 or (not any(seen.status == "apologies" for seen in roll.found) and _members_only(para.text[lead.end():])):
                        _sentences(para, roll, [])
                elif k == 0:
                    for start, end in sentences(para.text):
                        _gone(para, start, end, roll)
    if paper.kind == "minutes":
        for k, part in enumerate(parts):
            for para in part.paragraphs(measure):
                _movements(para, roll, head=k == 0)
        opener(parts, measure, roll)
    told = by_evidence(parts, measure, roll.found)
    met = _without_members([*roll.found, *told])
    roll.fill([seen for seen in told if any(seen is one for one in met)])
    roll.settle(parts, measure)
    for seen in guests(roll.found) if community else ():
        seen.status = "in_attendance"
    records: list[Record] = [roll.record(seen, paper, ids) for seen in roll.found]
    return records + list(declarations(paper, parts, measure, ids))


def _members_only(text: str) -> bool:
    """Are the words members' names and nothing else: no "Mr Poe for the noise", no "Cllr Roe were sent to the governors"?"""
    names = re.sub(r"^(?:(?:received|noted|accepted|recorded|given|sent|and|from|by)\s+)+", "", text)
    return re.match(MEMBER, names) is not None and names_only(names) and SMALL.search(names) is None


_SITS = re.compile(r"(?:the\s+)?members(?:hip)?(?:\s+of\s+.*)?|(?:[\w’'-]+\s+)*(?:members|membership|councillors)", re.I)
_HERE = re.compile(r"\bpresent\b|\battend|\bsederunt\b", re.I)


def _without_members(listed: Sequence[Seen]) -> list[Seen]:
    """Where "Members of the Committee: Vane, Tull, Orde" stands above "Present: Vane and Tull", the first says of nobody that he came."""
    present = [seen for seen in listed if seen.status == "present"]
    sits = [seen for seen in present if _SITS.fullmatch(seen.label) and not _HERE.search(seen.label)]
    here = {seen.person.name for seen in present if _HERE.search(seen.label)}
    told = sum(seen.person.name in here for seen in sits)
    return [seen for seen in listed if not (2 * told >= len(here) > 0 and any(seen is one for one in sits))]


_PRESIDED = re.compile(rf"(?:(?:The|An)\s+)?(?P<office>{CHAIR}),?\s+(?P<who>{TITLE}\.?\s[^,;:]{{2,40}}?),?\s+(?:was )?(?:in the [Cc]hair|presid(?:ed|ing))\b")


_PRESIDING = re.compile(rf"(?:^|(?<=\. )|(?<=\bwith ))(?P<office>Supervisor|{CHAIR}) (?P<who>[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){{0,2}}) presid(?:ed|ing)\b")


def _chair_of_head(head: Sequence[object], roll: Roll) -> None:
    """ "Chair Person: Fiona Colley" in a form at the head gives a listed person the role."""
    for line in head:
        text = getattr(line, "text", "")
        if (m := _PRESIDED.match(text) or _PRESIDING.search(text)) is not None and any(seen.status == "present" for seen in roll.found) and (person := read_person(m["who"])) is not None:
            if roll.find(m["who"]) is None:  # "The Cathaoirleach, Cllr. H. Kenny, was in the Chair." over a list of the others
                roll.found.insert(0, Seen(replace(person, role=m["office"]), "present", [line.place(m.start("who"), m.end("who"))], "attendance.presided"))  # type: ignore[attr-defined]
            continue
        m = re.search(r"\b(?P<role>(?:(?:Vice|Deputy)[- ])?Chair(?:man|person|woman)?(?: Person)?)\s*[:–-]\s*(?P<who>[A-Z][\w’'. -]+)$", text) or re.match(r"(?P<who>[A-Z][^,:;]{3,50}),? (?:was )?in the (?P<role>[Cc]hair)\.?$", text)
        if m and (seen := roll.find(m["who"])) is not None and seen.person.role is None:
            seen.person = replace(seen.person, role=m["role"])
        elif m and m.start() == 0 and any(s.status == "present" for s in roll.found) and (person := read_person(m["who"].rstrip(" -–—"))) is not None and person.title and roll.find(person.name) is None:
            roll.found.insert(0, Seen(replace(person, role=m["role"]), "present", [line.place(m.start("who"), m.end("who"))], "attendance.presided"))  # type: ignore[attr-defined]


def _roll_item(title: str, part: MinuteItem, measure: Measure, roll: Roll) -> None:
    """The item that records apologies, or the roll call."""
    status = status_of(title)
    only = status == "in_attendance" and re.fullmatch(r"(?:those )?(?:in )?attend(?:ance|ees|ing|ed)", title.strip(" :"), re.I) is not None and not any(seen.status == "present" for seen in roll.found)
    if only:
        status = "present"  # the paper's one list: "1 In Attendance ⏎ Councillors S Hughes (Chair), P March, …"
    held = [para for para in part.paragraphs(measure) if NOT_LISTED.match(para.text) is None]
    waiting: list[Paragraph] = []
    listing = fresh = False
    for para in held:
        lead = _FROM.search(para.text)
        opens = re.search(r"(?:following|from|received|on behalf of)\b[^.]*:\s*-?\s*$|\bfollowing apolog(?:y|ies)\b[^.]*\.\s*$", para.text) and re.search(r"apolog", para.text, re.I)
        heads = next((k for k, line in enumerate(para.lines[:-1]) if re.search(r"\bfollowing\b[^.]*:\s*$", line.text)), None)
        if heads is not None and re.search(r"apolog", para.text, re.I):  # names on the lines below, set as one paragraph
            for seen in read_roll(para.lines[heads + 1:], measure, status="apologies"):
                roll.add(seen)
            continue
        if opens and not split_people(para.text[lead.end():] if lead else ""):
            listing, waiting = True, []
            continue
        if listing and not _reads(para):
            waiting.append(para)
            continue
        listing = False
        fresh = para is held[0] or (fresh and status == "present" and title_at(para.text) is not None and len(para.text) < 70 and not re.search(r"[,;]|:(?!\d)", para.text) and not _reads(para))
        _sentences(para, roll, [status] if status and fresh else [])
    if waiting:
        for seen in read_roll([line for para in waiting for line in para.lines], measure, status="apologies"):
            roll.add(seen)
    for seen in roll.found if only else ():
        if POSTED.search(f"{seen.person.role or ''} {seen.person.note or ''}"):
            seen.status = "in_attendance"
    if status in ("present", "absent") or re.search(r"roll call|call to order|attendance|sederunt|present", title, re.I):
        labelled = [para for para in held if label_at(para.text) is not None or (len(cells := para.lines[0].segments(1.2)) > 1 and label_at(cells[0][0].rstrip(":") + ":") is not None)]
        if labelled:
            first = held.index(labelled[0])
            for seen in read_roll([line for para in held[first:] for line in para.lines], measure, status=None):
                roll.add(seen)


def _labelled(part: MinuteItem, measure: Measure, roll: Roll) -> None:
    """ "Committee members present were: …" inside an item of another name."""
    for para in part.paragraphs(measure):
        label = label_at(para.text)
        if label is not None and ":" in para.text[:label[1]] and re.search(r"present|attendance|sederunt|absent", label[0], re.I):
            for seen in running(para, status_of(label[0]) or "present", start=label[1], rule="attendance.labelled"):
                roll.add(seen)


def _reads(para: Paragraph) -> bool:
    """A sentence, not a name in a list?"""
    return bool(re.search(r"\b(?:was|were|had|the|noted|received)\b", para.text))


def _sentences(para: Paragraph, roll: Roll, status: Sequence[str]) -> None:
    """Apologies, substitutes and roles told in sentences."""
    text = para.text
    for start, end in sentences(text):
        sentence = text[start:end]
        if (chair := _CHAIR.search(sentence)) and (seen := roll.find(chair["who"])) is not None:
            if seen.person.role is None:
                seen.person = replace(seen.person, role="Chair")
            continue
        if re.fullmatch(r"apolog(?:y|ies)(?: for absence)?[\s.:]*", sentence, re.I) or ((label := label_at(sentence)) is not None and not re.match(r"apolog|received from", sentence, re.I) and GROUPED.fullmatch(label[0]) is None):
            continue
        if _gone(para, start, end, roll):
            continue
        if (came := besides(sentence)) is not None:
            for seen in running(para, "in_attendance", surnames=True, start=start + came[0], end=start + came[1], rule="attendance.besides"):
                roll.add(seen)
            continue
        if (also := _ALSO.match(sentence)) is not None:
            for seen in running(para, "in_attendance", start=start + also.end(), end=end, rule="attendance.also"):
                roll.add(seen)
            continue
        if (lead := _FROM.search(sentence)) is not None and not re.search(r"\bno apologies\b", sentence, re.I) and not re.search(r"\bat (?:the|its|an?) (?:last|previous|earlier)\b", sentence[:lead.start()], re.I):
            stop = end
            sub = re.search(r"\s*,?\s*(?:who (?:was|were|had been) (?:substituted|represented|replaced) by|for whom|whose substitute was|and (?:his|her|their) substitute was|\(?substituted by|with(?=\s+[A-Z][^;.]{3,120}?\s+(?:attending|substituting|deputising|acting|present)\b)|and(?=\s+[A-Z](?:(?!\b(?:and|who)\b)[^,;.]){3,60}?\s+(?:attended|acted)\b[^.;]{0,30}?\bsubstitut))\s+(?P<sub>[A-Z][^,;]*)", text[start:end])
            if sub:
                stop = start + sub.start()
                _substitute(sub["sub"], text[start + lead.end():stop], roll)
            for seen in running(para, "apologies", surnames=True, start=start + lead.end(), end=stop, rule="attendance.apologies"):
                roll.add(seen)
            if sub and start + sub.end() < end:
                for seen in running(para, "apologies", start=start + sub.end(), end=end, rule="attendance.apologies"):
                    roll.add(seen)
        elif (sub := _AS_SUB.search(sentence)) is not None and re.search(r"substitut|deput|place of|behalf", sentence):
            whom = sub["whom"] or ""
            for person in split_people(sub["sub"], surnames=True):
                seen_sub = roll.find(person.name)
                if seen_sub is not None:
                    seen_sub.person = replace(seen_sub.person, role=seen_sub.person.role or "substitute", substitute_for=seen_sub.person.substitute_for or (whom or None))
        elif status and status[0] == "present" and not re.search(r"\b(?:was|were|had|has|have|is|are|welcomed|noted|opened|called|led|gave|read|[Mm]oved|[Ss]econded)\b", sentence):
            kind: Status = "in_attendance" if re.match(r"(?:Local |Other )?(?:others?\b|residents|members of the public|officers|guests|visitors|also)\b", sentence, re.I) else "present"
            for seen in running(para, kind, start=start, end=end, rule="attendance.present"):
                roll.add(seen)
        elif status and status[0] == "apologies" and (start == 0 or (title_at(sentence) is not None and _MORE.search(_BRACKETS.sub("", sentence)) is None)) and not re.search(
                r"\bapologies (?:on behalf|for (?!absence|(?:his|her|their)\b))|\b(?:was|were|had|apologi[sz]ed|[Mm]oved|[Ss]econded|welcomed|no|none|nil|cymer(?:wyd|odd)|croesaw\w+)\b|^(?:excuse|accept|approve|(?:received|noted|accepted)(?!:|[^.]*\bfrom\b)|as above)\b", sentence, re.I):
            for seen in running(para, "apologies", surnames=True, start=start, end=end, rule="attendance.apologies"):
                roll.add(seen)


_BRACKETS = re.compile(r"\([^()]*\)")
_MORE = re.compile(r"\b(?!(?:and|de|van|von|der|den|la|le|du|ap|ab|ferch)\b)[a-z]{2,}")
"""What a sentence that goes on with a list of names does not hold: "Cllr Lusk resigned", "Mr Tull of the Gazette"."""


def _gone(para: Paragraph, start: int, end: int, roll: Roll) -> bool:
    """ "Councilmember Diaz was excused.": those whom the sentence names did not come."""
    told = gone(para.text[start:end])
    if told is None:
        return False
    for seen in running(para, told[2], surnames=True, start=start + told[0], end=start + told[1], rule="attendance.absent"):
        seen.label = para.text[start + told[1]:end]
        roll.add(seen)
    return True


def _substitute(sub: str, absent: str, roll: Roll) -> None:
    people, absentees = split_people(sub, surnames=True), split_people(absent, surnames=True)
    seen = roll.find(people[0].name) if people else None
    if seen is not None and absentees:
        seen.person = replace(seen.person, substitute_for=absentees[-1].printed)


def _movements(para: Paragraph, roll: Roll, *, head: bool) -> None:
    """Those who sent apologies, joined, left or took part from afar, as the text tells."""
    for start, told in ((a, m) for a, b in sentences(para.text) for m in _SENT.finditer(para.text[a:b])):  # not those of the sentence before: "Present: Cllr Bell. Cllr Orde had sent apologies."
        for sent in running(para, "apologies", start=start + told.start("who"), end=start + told.end("who"), rule="attendance.sent"):
            if len(sent.person.name.split()) > 1 or sent.person.title:
                roll.add(sent)
    for start, end in sentences(para.text):
        sentence = para.text[start:end]
        if (m := _REMOTE.match(sentence)) is not None:
            for person in split_people(m["who"], surnames=True):
                if (known := roll.find(person.printed)) is not None:
                    known.remote = True
        if head and (who_else := besides(sentence) or ((also := ALSO.match(sentence)) is not None and (also.end(), len(sentence))) or None) is not None:
            for came in running(para, "in_attendance", surnames=True, start=start + who_else[0], end=start + who_else[1], rule="attendance.besides"):
                roll.add(came, loosely=True)
            continue
        m = _CAME.match(sentence)
        if m is None or (head and label_at(para.text)):
            continue
        who = re.sub(r"^(?:At this point|At \d[\d.:]* ?(?:am|pm)?|Later),?\s+", "", m["who"])
        offset = start + sentence.index(who)
        if re.search(r"\b(?:after|when|before|once|members?|officers|noted|public|discussion|who)\b", who, re.I):
            continue
        for came in running(para, "in_attendance", start=offset, end=offset + len(who), rule="attendance.movements"):
            if len(came.person.name.split()) > 1:
                roll.add(came, loosely=True)
