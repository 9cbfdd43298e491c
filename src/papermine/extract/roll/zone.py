"""The lines under one label of a roll, and the status that the lists before it leave to it."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from papermine import regex as re
from papermine.document import Line
from papermine.language.labels import Status, label_at
from papermine.language.posts import one_person
from papermine.language.titles import CHAIR, MEMBER

GROUPED = re.compile(r"(?:the )?(?:councill?ors|cllrs|aldermen|(?:council|board) ?members|commissioners|trustees|supervisors|directors|members|officers|officials)", re.I)
"""What may have a dash for its colon: "Councillors – J Archer, A Benn"."""

_STAND_INS = re.compile(r"substitutes?\b|deput(?:ies|ising)\b", re.I)


@dataclass(slots=True)
class Zone:
    """Lines under one label, until the next."""

    label: str
    status: Status
    lines: list[Line] = field(default_factory=list)
    remote: bool | None = None
    role: str | None = None
    inline: bool = False


_LATER = re.compile(r"(?<=[\w.;])(?<!\bfrom) (?=(?:Absent|Excused|Not present|Late|Councill?ors|Cllrs|Members of (?:the )?[Pp]ublic|Clerk|Officers|Guests|Visitors|Observers|Also [Pp]resent|In [Aa]ttendance|Apologies|Prox(?:y|ies)|Disqualified|Suspended)\s*:\s)")
_GROUP_OF = re.compile(r"\((?P<group>councill?ors|members|officials|officers|staff)\)$", re.I)


_AFTER_ONE = re.compile(r"(?<=[a-z]), (?=(?:Councill?ors|Cllrs|Aldermen|Members|Trustees):\s+[A-Z])")


def two_labels(line: Line) -> list[Line]:
    """A line cut before the labels inside it ("Chairman: Cllr Vane Councillors: Mrs Bolt"), and one of a group in brackets as the label that it is ("(Officials)", "In attendance: (Councillors)")."""
    if (group := _GROUP_OF.search(line.text)) is not None and line.text.count(" ") < 4 and (group.start() == 0 or line.text[:group.start()].rstrip().endswith(":")):
        out = [Line(line.page, [replace(line.words[-1], text="Present:" if re.match(r"councill?ors|members", group["group"], re.I) else "Officers:")])]
    elif line.table is None and ":" in line.text and (cuts := [line.text[:m.start()].count(" ") + 1 for m in (*_LATER.finditer(line.text, line.text.index(":")), *(_AFTER_ONE.finditer(line.text) if re.match(r"(?:members )?present\b", line.text, re.I) else ()))]) and label_at(line.text) is not None:
        out = [Line(line.page, line.words[a:b]) for a, b in itertools.pairwise([0, *cuts, len(line.words)])]
    else:
        return [line]
    for part in out:
        part.table = line.table
    out[0].gap = line.gap
    return out


def stand_ins(zone: Zone) -> list[Line]:
    """The lines under a label; under "Substitutes:" without those for whom they came: "Cllr Tull for Cllr Orde, Cllr Lusk for Cllr Pell"."""
    if not _STAND_INS.match(zone.label):
        return zone.lines
    out: list[Line] = []
    for line in zone.lines:
        kept, away = [], False
        for word in line.words:
            away = away or word.text == "for"
            if not away:
                kept.append(word)
            away = away and not word.text.endswith((",", ";"))
        if kept:
            out.append(line if len(kept) == len(line.words) else Line(line.page, kept))
    return out


def beside(label: str, kind: Status, zones: Sequence[Zone]) -> Status:
    """The status of a label's people, as the lists before it leave open: "Other Members" are the rest below the chair's name, guests below a whole list."""
    here = [z for z in zones if z.status == "present" and z.lines]
    if re.fullmatch(r"remote attendance", label, re.I) and zones and re.match(r"also\b", zones[-1].label, re.I):
        return "in_attendance"  # "ALSO PRESENT: A. Bar ⏎ Remote Attendance: E. Benn"
    if re.fullmatch(r"(?:(?:board|council|commission|committee|panel|town(?:ship)?|village|elected) )*(?:members|councill?ors|supervisors|trustees|commissioners|directors|selectm[ae]n) in attendance(?: were)?", label, re.I) and not here:
        return "present"  # the paper's list of those who met: "Members in attendance ⏎ * Denotes attendance"
    if re.fullmatch(r"attending|(?:in )?attendance|attendees", label, re.I) and here:
        return "in_attendance"
    if re.match(r"other (?:elected )?(?:members|councill?ors|cllrs|aldermen)\b", label, re.I) and kind in ("present", "in_attendance"):
        if zones and not here and re.fullmatch(r"in attendance", zones[-1].label, re.I):
            zones[-1].status = "present"
        return "in_attendance" if _several(here) else "present"
    if re.match(r"local members?\b", label, re.I) and _several(here):
        return "in_attendance"  # "Councillors Vane, Tull and Orde ⏎ Local Members: Councillor Hale (application 7.2)"
    if re.fullmatch(r"(?:cabinet|executive|visiting) members", label, re.I) and any(re.search(r"\bcommittee\b|\bpanel\b", z.label, re.I) for z in here):
        return "in_attendance"  # "Committee Members: …", and the Cabinet's below
    if re.match(r"(?:council|board) ?members present", label, re.I) and any(re.match(r"Commissioners?\b", z.lines[0].text) for z in here):
        return "in_attendance"  # "Present were Commissioners Hale and Orr.", and the council's below
    if re.fullmatch(r"councill?ors", label, re.I) and any(re.search(r"\bCC\b|\bcommunity\b", z.label, re.I) for z in here):
        return "in_attendance"  # "CC members present: …", and the ward's councillors below
    if re.fullmatch(r"councill?ors", label, re.I) and zones and re.search(r"\b(?:public|residents|police)\b", zones[-1].label, re.I) and _several([z for z in here if z.role is None]) \
            and not any(_TITLED.search(line.text) for z in here for line in z.lines):
        return "in_attendance"  # "Present: Jo Vane, Al Tull ⏎ Members of the public: 5", and the ward's councillors below those who have no title
    if re.fullmatch(r"county councill?ors", label, re.I) and len(here) == 1 and len(here[0].lines) == 1 and re.search(r"\(chair", here[0].lines[0].text, re.I):
        return "present"  # "Present: ⏎ County Councillor Al Tull (Chair) ⏎ County Councillors ⏎ …": the rest of those who met
    return kind


_TITLED = re.compile(rf"\b(?:{MEMBER}|Mayor)\b")


def _several(here: Sequence[Zone]) -> bool:
    """Do these lists hold more than one person?"""
    return sum(len(z.lines) for z in here) > 1 or any(re.search(r"[,;]| and ", z.lines[0].text) for z in here)


_PRESIDES_OVER = re.compile(rf"(?P<role>{CHAIR}):\s+(?=[A-Z])")


def presiding(above: Sequence[Line], below: Sequence[Line]) -> list[Zone]:
    """Who has an office, right above the members' label: "Reeve: Ivan Lambe ⏎ Councillors: Ann Orde, Ben Tull"; not one who is named again ``below``, present or not."""
    out: list[Zone] = []
    for line in reversed(above):
        if (m := _PRESIDES_OVER.match(line.text)) is None or (who := one_person(line.text[m.end():])) is None or who.note is not None or any(who.name.split()[-1] in (word.text.strip(",.;()") for word in other.words) for other in below):
            break
        out.insert(0, Zone(m["role"], "present", [Line(line.page, line.words[m.group().rstrip().count(" ") + 1:])], role=m["role"], inline=True))
    return out
