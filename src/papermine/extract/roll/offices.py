"""Who in a roll is a member and who an officer, by the office printed beside the name."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from papermine import regex as re
from papermine.document import Line
from papermine.extract.roll.running import Seen
from papermine.extract.roll.zone import Zone
from papermine.language.labels import Status
from papermine.language.posts import SERVANT, STAFF, one_person
from papermine.language.titles import CHAIR, MEMBER, POST
from papermine.provenance import Place

_CELL = re.compile(
    rf"(?:(?:Assistant|Deputy|City|Town|County|Village|Interim|Acting|Vice|Council|Board)[- ])*(?:{CHAIR}(?:\s*/\s*\w+)?|{MEMBER}|{POST})")
_OFFICIAL = re.compile(rf"(?:(?:city|town|county|village|interim|acting)\s+)*(?:{POST}|finance)\b", re.I)
_BESIDE = re.compile(r"\b(?:(?:Town|City|Village|County) Manager|Communications Officer|Reporter|Radio|Newspaper|Gazette|Herald|Bulletin|Review$|Advertiser|Project Coordinator)\b")
_MEMBER = re.compile(rf"(?:{MEMBER}|Mayor)\b")
_WARD = re.compile(r"(?:The )?[A-Z][\w’'&, -]{2,40} (?:Ward|Division)")
_SEVERAL = re.compile(r"(?:Officers|Clerks|Secretaries|Managers|Attorneys)$")


def office_first(zone: Zone) -> list[Seen]:
    """A column of offices beside one of names: "Councilmember   D. A. Miller" ⏎ "City Manager   Paul Groh"; empty where it is none."""
    rows = [(line, cells) for line in zone.lines if len(cells := line.segments(1.2)) > 1]
    read = [(line, cells, one_person(cells[1][0])) for line, cells in rows if _CELL.fullmatch(cells[0][0].strip())]
    if len(zone.lines) < 3 or len(read) < 0.7 * len(zone.lines):
        return []
    out = []
    for line, cells, person in read:
        if person is None:
            return []
        status: Status = "in_attendance" if zone.status == "present" and _OFFICIAL.match(cells[0][0]) else zone.status
        out.append(Seen(replace(person, role=person.role or cells[0][0].strip()), status, [Place(line.page, cells[1][1], cells[1][0])], "roll.office_first", label=zone.label))
    return out


def by_office(found: Sequence[Seen], zone: Zone) -> None:
    """Set those apart whom a list of members names with an officer's post: they attend."""
    for here, after in itertools.pairwise(found):  # "Minutes Officers Kelly Roe and Tina Vale"
        if here.person.role and _SEVERAL.search(here.person.role) and after.person.role is None and after.person.title is None:
            after.person = replace(after.person, role=here.person.role)
    councillors = sum(seen.person.title is not None and _MEMBER.match(seen.person.title) is not None for seen in found)
    wards = [k for k, seen in enumerate(found) if seen.person.role and _WARD.fullmatch(seen.person.role)]
    first = wards[0] if wards and wards[0] > 2 and all(k in wards or found[k].person.note == "observer" for k in range(wards[0], len(found))) else len(found)
    for k, seen in enumerate(found):
        if k in wards:
            seen.ward, seen.person = seen.ward or seen.person.role, replace(seen.person, role=None)
        if seen.status == "present" and (k >= first or seen.person.note == "observer"):
            seen.status = "in_attendance"  # the ward's members, below those of the committee: "B Manners – Cromer Town Ward"
        role = seen.person.role
        if seen.status != "present" or not role:
            continue
        apart = councillors > 1 and ((seen.person.title is None and _BESIDE.search(role)) or (_MEMBER.match(seen.person.title or "") is None and councillors > 2 and _SERVES_ALONE.search(role)))  # the press and the staff in a column beside the councillors
        if apart or (zone.status == "present" and zone.label.lower() == "in attendance" and _OFFICIAL.match(role)):
            seen.status = "in_attendance"


_OUTSIDE = re.compile(r"(?:county|district|borough|city|ward|unitary)\b|PC(?:SO)?\b|Police\b", re.I)
_BODY_OF = re.compile(r"(?:Agency|Police|Council|Trust|Association|Ltd|Limited|Society|Press|Gazette|Herald|Authority|Partnership|Group)$")


def unplaced(found: Sequence[Seen], zone: Zone) -> list[Seen]:
    """Those of whom a label says something: not the clerk and the guests that follow from the margin below "Apologies: Cllr Dace", on lines of their own."""
    names = zone.lines[0] if zone.lines else None
    if names is None or zone.status not in ("apologies", "absent") or not zone.inline or len(zone.lines) < 2 or zone.lines[1].x0 > names.x0 - 3 or names.text.rstrip().endswith((",", ";", "and", "&")):
        return list(found)
    first = next((k for k, seen in enumerate(found) if (seen.places[0].page, seen.places[0].box.top) >= (names.page, names.bottom) and _guest(seen)), len(found))
    return list(found[:first])


def _guest(seen: Seen) -> bool:
    role, title = seen.person.role or "", seen.person.title or ""
    return SERVANT.match(role) is not None or STAFF.fullmatch(role) is not None or _BODY_OF.search(role) is not None or _OUTSIDE.match(title) is not None or _OUTSIDE.match(seen.places[0].text) is not None


_SERVES_ALONE = re.compile(r"(?:Superintendent|Manager|Engineer|Officer|Administrator|Solicitor|Surveyor|Registrar)$")
"""Posts that end so are nobody's who sits among councillors: "Mrs T Kirk   Cemetery Superintendent"."""
_OFFICE_LINE = re.compile(rf"(?:[Tt]he )?(?:Right Worshipful (?:the )?)?(?P<office>{CHAIR})")
_ONE_MEMBER = re.compile(rf"{MEMBER}\b[^,;]{{3,40}}")


def offices_below(lines: Sequence[Line]) -> list[Line]:
    """Lines with an office alone put behind the member below: "The Right Worshipful the Mayor ⏎ Councillor A Gill" as "Councillor A Gill (Mayor)"."""
    out: list[Line] = []
    held: str | None = None
    for k, line in enumerate(lines):
        office = _OFFICE_LINE.fullmatch(line.text)
        if office is not None and line.table is None and k + 1 < len(lines) and _ONE_MEMBER.fullmatch(lines[k + 1].text) and one_person(lines[k + 1].text) is not None:
            held = office["office"]
            continue
        if held is not None:
            last = line.words[-1]
            named = Line(line.page, [*line.words, *(replace(last, text=word, x0=last.x1, x1=last.x1 + 1) for word in f"({held})".split())])
            named.gap, named.table = line.gap, line.table
            line, held = named, None
        out.append(line)
    return out


_SITS = re.compile(rf"(?:(?:County|Town|Village|Vice|Deputy)[- ])*(?:{CHAIR}|{MEMBER})", re.I)


def sitting(found: Sequence[Seen]) -> list[Seen]:
    """The members under "Officers Present:", where a paper lists no others: "Ann Tull, Chairman; Ben Orde, Commissioner; Cal Dace, Auditor"."""
    listed = [seen for seen in found if re.fullmatch(r"officers (?:present|in attendance)", seen.label, re.I)]
    sits = [seen for seen in listed if _SITS.fullmatch(seen.person.role or "") or _MEMBER.match(seen.person.title or "")]
    return [seen for seen in listed if seen in sits or seen.person.role is None] if sits and not any(seen.status == "present" for seen in found) else []


_COUNCILLOR = re.compile(r"(?:Cllrs?|Councillors?)\b")


def guests(found: Sequence[Seen]) -> list[Seen]:
    """The ward's councillors in the roll of a community council, whose members have no title: "Ann Orde (Chair), Ben Tull, Cal Fenn, Cllr Gus Rind"."""
    here = [seen for seen in found if seen.status == "present"]
    members = [seen for seen in here if seen.person.title is None and " " in seen.person.name and SERVANT.match(seen.person.role or "") is None and STAFF.fullmatch(seen.person.role or "") is None]
    titled = [seen for seen in here if seen.person.title is not None and _COUNCILLOR.match(seen.person.title) is not None]
    told = len(members) > 2 and 2 * len(titled) < len(members) and not any(re.search(rf"{CHAIR}|treasurer|secretary", seen.person.role or "", re.I) for seen in titled) and here[0] not in titled
    return titled if told else []
