"""Lists of who came: under labels ("PRESENT:", "Officers"), in columns, in tables (`rolltext`: in running text)."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import replace

from papermine import regex as re
from papermine.document import Line
from papermine.extract.paragraphs import Measure, paragraph
from papermine.extract.roll.columns import (
    INITIALED,
    beside_functions,
    column_heads,
    name_columns,
    second_column,
    two_rows,
    whole_labels,
    within,
    without_title,
)
from papermine.extract.roll.ends import COUNTED, before_speakers, company, ends_list, unknown_label
from papermine.extract.roll.groups import untallied, whole_groups, without_group
from papermine.extract.roll.offices import by_office, office_first, offices_below, unplaced
from papermine.extract.roll.running import ALL_BUT, Seen, in_paragraphs, running, surname_list
from papermine.extract.roll.wrapped import unwrapped
from papermine.extract.roll.zone import GROUPED, Zone, beside, presiding, stand_ins, two_labels
from papermine.extract.votes.options import option_label
from papermine.language.labels import THOSE, Status, bare_label, label_at, status_of
from papermine.language.namelists import as_titled, split_people
from papermine.language.names import PARTY, PersonName, is_person, read_person, read_turned
from papermine.language.numbering import marker
from papermine.language.person import is_forename, title_at
from papermine.language.posts import bare, by_posts, one_person, people_in, post_first, post_then_name
from papermine.language.titles import MEMBER, SERVES, STYLE
from papermine.provenance import Box, Place

_ROLE_LABEL = re.compile(r"(?:(?:vice|deputy)[- ]?)?chair(?:man|woman|person)?(?: person)?|clerk(?: to the council)?|clerc|mayor|deputy mayor|convenor|secretary|minute taker|in the chair|presiding|presided|(?:\w+ ){0,2}(?:administrator|manager|attorney|solicitor|engineer|superintendent)|c\.?a\.?o\.?|ceo", re.I)
_POST_LABEL = re.compile(rf"(?!(?:Also|Others?|Staff|The|Senior|Council|City|Town|County|Parish) (?:Staff|Officers?)\b){SERVES}")
"""A post that is the label of who holds it: "Governance Officer: Pam McKechnie"."""
_CONTACT = re.compile(r"\b(?:Tel(?:ephone)?|Phone|Mobile|E-?mail|Fax)\b\.?(?:\s+[Nn]o\.?)?\s*(?::|\(?[+\d])|@|\b[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2}\b|\b[A-Z]{2},? \d{5}\b|(?:^|,\s)\d{1,4} (?:[A-Z][\w’'-]+ ){1,3}(?:Street|Road|Lane|Avenue|Drive|Close|Way|Row|Terrace|Crescent|Place|Square|Green|Court|Cottages)\s*(?:[,.]|$)")
"""How the clerk is reached: "Clerk: Mrs J Vane, 14 High Street, Quillmere", "Tel: 01632 960123" is no roll."""
_NAMELESS = re.compile(r"(?:to be (?:sent|given|made)|none|nil|n/a|no apologies|\d+ (?:members|residents)|there were no)\b", re.I)


def read_roll(lines: Sequence[Line], measure: Measure, *, status: Status | None = None) -> list[Seen]:
    """Everyone listed in ``lines``, by the labels printed there (or ``status`` until the first)."""
    lines = [part for line in whole_labels(without_title(before_speakers(lines))) if not column_heads(line) for part in two_labels(line)]
    columns = two_rows(lines)
    if columns is not None:
        at, xs = columns
        out = read_roll(lines[:at], measure, status=status)
        headed = label_at(lines[at].segments(2.0)[0][0]) is None  # "BOARD      STAFF"
        status = "present" if headed else None  # the columns end at the next label that stands alone
        end = next((k for k in range(at + 1, len(lines)) if (lone := label_at(lines[k].text)) is not None and ":" in lines[k].text[:lone[1]] and len(lines[k].segments(2.0)) == 1), len(lines))
        lines, below = lines[:end], lines[end:]
        for k, x in enumerate(xs):
            high = xs[k + 1] - 2 if k + 1 < len(xs) else 1e6
            out += read_roll([part for line in lines[at + (headed and not k):] if (part := within(line, x - 2, high))], measure, status=status if not k else None)
        return out + (read_roll(below, measure) if below else [])
    zones = _zones(lines, measure, status)
    found: list[Seen] = []
    for zone in zones:
        found += _read_zone(zone, measure)
    return found


def _zones(lines: Sequence[Line], measure: Measure, status: Status | None) -> list[Zone]:
    zones: list[Zone] = [Zone("", status)] if status else []
    opened = -1
    for i, line in enumerate(lines):
        if i == opened:
            continue
        if i + 1 < len(lines) and ":" in lines[i + 1].text and (wide := _FOLLOWING.search(f"{line.text} {lines[i + 1].text}")) is not None and wide["status"] \
                and wide.start() < len(line.text) < wide.end("status"):
            opened = i + 1  # "… on roll call the following ⏎ members were present, constituting a quorum:"
            ended = f"{line.text} {lines[i + 1].text}"[len(line.text) + 1:wide.end()].rstrip().count(" ") + 1
            below = [Line(line.page, lines[i + 1].words[ended:])] if ended < len(lines[i + 1]) else []
            zones.append(Zone(wide["status"], status_of(wide["status"].replace("excused", "absent")) or "present", below, inline=bool(below)))
            continue
        found = label_at(line.text)
        if found is None and (numbered := _NUMBERED.match(line.text)) is not None and (alone := label_at(line.text[numbered.end():])) is not None:
            found = alone[0], numbered.end() + alone[1]  # "1 – Apologies – Cllrs Vane, Tull"
        if found is None and line.bold_prefix and not line.bold and (alone := label_at(line.bold_prefix + ":")) is not None:
            found = alone[0], len(line.bold_prefix) + 1  # bold type is the colon: "PRESENT Cllr A Smith (Chair), …"
        if found is None and line.bold and (small := _SMALL_LABEL.fullmatch(line.text)) is not None:
            found = small["label"], len(line.text)  # "present", set bold in small letters; "Te Hunga kua Tae mai | present"
        bare_so = bare_label(line.text) if found is None else None  # "Present Iain Jarvie, Colin Campion": names alone
        found = found or bare_so
        if found is not None and status_of(found[0]) == "in_attendance" and (_CONTACT.search(line.text) or (i + 1 < len(lines) and _CONTACT.match(lines[i + 1].text))):
            zones.append(Zone("-", "present"))
            continue
        if found is not None and (_open_bracket(lines, i) or (i > 0 and line.text[:found[1]].rstrip().endswith(";") and ";" in lines[i - 1].text and _unfinished(lines[i - 1].text)) or (i > 0 and found[1] >= len(line.text) and zones and not line.bold and not _SURE_LABEL.search(line.text) and _unfinished(lines[i - 1].text)) or (line.text[:found[1]].rstrip()[-1:] in "-–—" and ":" not in line.text[:found[1]] and not re.search(r"presen|apolog|ymddiheur|attend|absen", found[0], re.I) and not GROUPED.fullmatch(found[0]))):
            found = None
        if found is None and (told := _FOLLOWING.search(line.text)) is not None:  # "… met in regular session with the following members present, to wit:"
            rest = Line(line.page, line.words[line.text[:told.end()].rstrip().count(" ") + 1:]) if told.end() < len(line.text) else None
            word = told["status"] or told["were"] or told["those"]
            status_so = status_of(word.replace("excused", "absent")) or "present"
            if status_so == "in_attendance" and not any(z.status == "present" and z.lines for z in zones):
                status_so = "present"  # "The City Council met with the following in attendance:"
            zones.append(Zone(word, status_so, [rest] if rest is not None else [], inline=rest is not None))
            continue
        if found is None and len(cells := line.segments(1.2)) > 1 and (line.table is not None or people_in(cells[1][0])) and (alone := label_at(cells[0][0].rstrip(":") + ":")) is not None:
            found = alone[0], len(cells[0][0]) + 1  # a row of a table, or of columns: "Present | Cllr A Smith, …"
        if found is None and zones and len(cells) == 2 and THOSE.fullmatch(cells[0][0].rstrip(":") + ":") and cells[1][0].rstrip().endswith(":"):
            zones.append(Zone(zones[-1].label, "present" if zones[-1].status == "in_attendance" else zones[-1].status))  # "Councillors   Portfolio:", over two columns
            continue
        if _CAST.match(line.text) or ("voting" in line.text[:30] and option_label(line.text) is not None) or (found is not None and i and status_of(found[0]) == "absent" and _CAST.match(lines[i - 1].text)):
            zones.append(Zone("-", "present"))  # "AYES: … ⏎ NOES: None ⏎ ABSENT: Councilmember Diaz" tells of one vote
            continue
        if found is not None and found[1] >= len(line.text) and len(cells := line.segments(1.2)) > 1 and (alone := label_at(cells[0][0].rstrip(":") + ":")) is not None and people_in(cells[1][0]):
            found = alone[0], len(cells[0][0]) + 1  # "PRESENT   Councillor C Orde   Chairman"
        inline = found is not None and found[1] < len(line.text)
        if found is not None and (not inline or bare_so is not None or ((line.table is not None or line.text[:found[1]].isupper() or found[1] == len(line.segments(1.2)[0][0]) + 1) and len(line.segments(1.2)) > 1) or line.bold_prefix == line.text[:found[1]].rstrip() or line.text[found[1] - 2:found[1]].strip(" ") in (":", ";", ":-", "-", "–", "—", "s:") or ":" in line.text[:found[1]]):
            label, end = found
            kind = status_of(label)
            if not zones and kind == "present":
                zones += presiding(lines[:i], lines[i:])
            if re.fullmatch(r"(?:councillors?|cllrs?\.?|members|alderm[ae]n|other members)", label, re.I) and zones and inline and zones[-1].status == "present" and beside(label, "present", zones) == "present":
                first = line.segments(1.5)[0][0]  # "Members Present:- ⏎ Councillors: Ed Plowden …" keeps its status
                lone = len(first) <= end and not re.search(r"[,;]| and ", line.text)
                dash = line.text[:end].rstrip()[-1:] in "-–—"
                kept = Line(line.page, line.words[first.count(" ") + 1:]) if lone and not dash else Line(line.page, line.words[line.text[:end].rstrip().count(" ") + 1:]) if dash else line
                kept.table, kept.gap = line.table, line.gap
                zones.append(Zone("", "present", [kept]))
                continue
            assert kind is not None
            kind = beside(label, kind, zones)
            if zones and not zones[-1].lines and zones[-1].status == "in_attendance" and line.text.startswith("The following"):
                kind = "in_attendance"  # "ALSO PRESENT: ⏎ The following Councillors attended as local Members:-"
            if re.fullmatch(r"substitutes?", label, re.I) and zones and zones[-1].status == "apologies":
                kind = "present"
            role = label if _ROLE_LABEL.fullmatch(label.strip()) or _POST_LABEL.fullmatch(label.strip()) else None
            zone = Zone(label, kind, role=role, remote=True if re.search(r"virtual|remote|online", label, re.I) else None, inline=inline)
            if inline:
                n = line.text[:end].rstrip().count(" ") + 1
                rest = Line(line.page, line.words[n:]) if n < len(line) else None
                if rest is not None:
                    rest.table = line.table
                    zone.lines.append(rest)
            zones.append(zone)
            continue
        if zones and (_RECEIVED.match(line.text) or _PRESIDES.match(line.text)):
            opens = zones[-1].status == "present" and not zones[-1].lines and _RECEIVED.match(line.text) is None
            zones.append(Zone(zones[-1].label if opens else "-", "present"))  # the chair's own line may open the list
            continue
        if zones and (_stops(line, lines, i, measure) or _heads(line, zones[-1]) or (zones[-1].status != "in_attendance" and unknown_label(line.text))):
            zones.append(Zone("", "present"))
            zones[-1].label = "-"
            continue
        if zones and zones[-1].status == "present" and zones[-1].label != "-" and line.table is None and (guests := company(line.text, zones[-1].lines)) is not None and not _unfinished(zones[-1].lines[-1].text):
            zones.append(Zone(guests[0], "in_attendance", [Line(line.page, line.words[line.text[:guests[1]].rstrip().count(" ") + 1:])], inline=True))
            continue
        if zones and zones[-1].label != "-":
            zones[-1].lines.append(line)
    return [z for z in zones if z.lines and z.label != "-"]


_FOLLOWING = re.compile(r"\b(?:with|were|was|and)?\s*(?:the\s+)?(?:following\b[^.:]{0,40}?|(?:council |board )?members(?: being)?)\s+(?P<status>present|absent|excused|in attendance)\b[^.:]{0,60}:\s*|(?<=[.!]\s)(?P<were>present|in attendance)\s+were\s*:\s*$|^[^.;]{0,30}:\s(?P<those>present)\s+were\s+(?=[A-Z])", re.I)
_NUMBERED = re.compile(r"\d{1,2}\s*[–—-]\s+(?=[A-Z])")
_CAST = re.compile(r"(?:AYES?|Ayes?|NOES|Noes|NAYS?|Nays?|NO|No|ABSTAIN\w*|Abst\w+|RECUSED?|Recused?)\s*(?:\(\d+\))?:")
_SURE_LABEL = re.compile(r"(?:present|in attendance|apologies|absent|regrets)\s*:\s*$", re.I)
_SMALL_LABEL = re.compile(r"(?:[^|:]{3,50} \| )?(?P<label>(?:also )?(?:present|in attendance)|absent|apolog(?:y|ies))", re.I)
def _open_bracket(lines: Sequence[Line], i: int) -> bool:
    return i > 0 and lines[i - 1].text.count("(") > lines[i - 1].text.count(")")


_PRESIDES = re.compile(r"(?:[-–•] )?[A-Z][^:;]{3,60},? (?:(?:was )?in the [Cc]hair|presided|[Pp]residing)\.?$")
_RECEIVED = re.compile(r"(?:Cafwyd|Derbyniwyd|Roedd)\s+(?:yr?\s+)?ymddiheuriad|(?:An?\s+)?apolog(?:y|ies)\b[^.:]{0,40}\b(?:was|were|had been|have been)\b", re.I)
def _stops(line: Line, lines: Sequence[Line], i: int, measure: Measure) -> bool:
    """A line that ends the list before it: a heading or a new sentence that names nobody at its start."""
    text = line.text
    if ends_list(text) or (i and COUNTED.match(text) and people_in(lines[i - 1].text.rpartition(":")[2])):
        return True
    if (numbered := _NUMBERED.match(text)) is not None and (title := re.split(r"\s[–—-]\s", text[numbered.end():])) and len(title) > 1 and not people_in(title[0]):
        return True  # "2 – Minutes – …"
    cells = [bare(cell) for cell, _ in line.segments(1.2)]
    if (mark := marker(text)) is not None and not people_in(mark.rest) and not (mark.kind in ("bullet", "letter") and any(people_in(cell) for cell in cells)):
        return True
    before = lines[i - 1] if i else None
    if before is not None and line.table is None and measure.apart(line) and (_BEGINS.search(_BRACKET.sub("", text)) or (line.bold_prefix and not line.bold and len(line.bold_prefix) > 3 and not people_in(line.bold_prefix) and _BEGINS.search(" ".join(x.text for x in lines[i:i + 2])))):
        return True
    if any(people_in(cell) for cell, _ in line.segments(1.2)) or line.table is not None:
        return False
    if (line.bold_prefix.endswith(":") and not line.bold):
        return True
    if line.bold and measure.apart(line):
        return True
    if measure.apart(line) and len(line) > 9 and sum(w.text[:1].islower() for w in line.words) > 0.6 * len(line):
        return True  # "The Council considered the matters, reports and recommendations …"
    return bool(before is not None and measure.apart(line) and re.search(r"\b(?:opened|called to order|welcomed|commenced|Item|Part|PART|RESTRICTED|Deadline|meeting)\b", text))


def _heads(line: Line, zone: Zone) -> bool:
    """A heading in capitals below names that are not: "DATGAN BUDDIANT" below "Ann Tull"."""
    return len(line) > 1 and all(w.text.isalpha() and w.text.isupper() and len(w.text) > 1 for w in line.words) and title_at(line.text) is None and not is_forename(line.words[0].text) \
        and bool(zone.lines) and not any(w.text.isupper() and len(w.text.strip(".,;()")) > 3 for above in zone.lines for w in above.words)


_BEGINS = re.compile(r"\b(?:was|were|is|be|been|had|has|have|would|opened?s?|welcomed?|proposed|seconded|elected|reported|declared|advised|thanked|informed|paid tribute|called (?:up)?on|led|gave|offered|delivered|spoke|addressed|presented)\b(?! (?:present|absent|excused|in attendance|received|late)\b)")
"""The words of business: what begins below a list."""
_BRACKET = re.compile(r"\([^()]*(?:\)|$)")


def _read_zone(zone: Zone, measure: Measure) -> list[Seen]:
    if posted := office_first(zone):
        return posted
    zone.lines = offices_below(whole_groups([untallied(line) for line in stand_ins(zone)]))
    groups = [k for k, line in enumerate(zone.lines) if without_group(line) is not line]
    if len(groups) > 1 or (groups and groups[0] > 0):  # "Conservative Group   Dilip Patil, … ⏎ Labour Group   Keith Darvell"
        cuts = sorted({0, *groups, len(zone.lines)})
        return [seen for a, b in itertools.pairwise(cuts) for seen in _read_zone(replace(zone, lines=[without_group(line) for line in zone.lines[a:b]]), measure)]
    if turned := _turned_cells(zone.lines):
        first, after, people = turned
        return [*(_read_zone(replace(zone, lines=zone.lines[:first]), measure) if first else []), *(Seen(person, zone.status, [place], "roll.turned", label=zone.label) for person, place in people),
                *(_read_zone(replace(zone, lines=zone.lines[after:]), measure) if after < len(zone.lines) else [])]
    zone.lines = lines = beside_functions([without_group(line) for line in zone.lines])
    text = " ".join(line.text for line in lines)
    if _NAMELESS.match(text):
        return []
    whole, inline = unwrapped(lines), zone.inline
    if inline and len(whole) > 1 and THOSE.fullmatch((cells := whole[0].segments(1.2))[0][0]):
        below = [Line(whole[0].page, whole[0].words[cells[0][0].count(" ") + 1:])] if len(cells) > 1 else []
        if _is_list([*below, *whole[1:]], False):
            whole, inline = [*below, *whole[1:]], False  # "MEMBERS PRESENT:   COUNCILLORS: ⏎ A. Fenn, Reeve ⏎ B. Dray"
    found = _listed(replace(zone, lines=whole)) if _is_list(whole, inline) and ALL_BUT.match(text) is None else []
    if not found:
        found = in_paragraphs(zone, measure)
    if not found and zone.status in ("absent", "apologies") and zone.inline:  # "ABSENT: Diaz" below a list of whole names
        found = [replace(seen, rule="roll.surname") for seen in running(paragraph(lines[:1]), zone.status, surnames=True)]
    if not found and surname_list(text, rare=zone.status != "present") and (zone.status == "present" or re.match(r"also\b", zone.label, re.I)):  # "The following Commissioners were present: Goil, Hale, Springs"
        found = running(paragraph(lines), zone.status, surnames=True)
    if zone.role:
        role = "Chair" if re.match(r"in the chair|presid(?:ing|ed)", zone.role, re.I) else zone.role
        for seen in found[:1]:
            seen.person = seen.person if seen.person.role else _with_role(seen.person, role)
    for seen in found:
        seen.label = seen.label or zone.label
        seen.remote = zone.remote or seen.person.remote or None
    by_office(found, zone)
    return unplaced(found, zone)


def _turned_cells(lines: Sequence[Line]) -> tuple[int, int, list[tuple[PersonName, Place]]] | None:
    """Columns of names that are turned: "Fenn, J.P.   Orde, Darragh ⏎ Hale, Anne   Tull, Paul": the rows' first and last, and whom they name; four at least."""
    rows = [[(read_turned(text, rare=True), Place(line.page, box, text)) for text, box in line.segments(1.2)] for line in lines]
    whole = [all(person is not None for person, _ in row) for row in rows]
    first = next((k for k, row in enumerate(rows) if whole[k] and len(row) > 1), len(rows))
    after = next((k for k in range(first, len(rows)) if not whole[k]), len(rows))
    people = [(person, place) for row in rows[first:after] for person, place in row if person is not None]
    return (first, after, people) if len(people) > 3 and sum(read_turned(place.text) is not None for _, place in people) * (3 if len(people) < 8 else 4) >= 2 * len(people) else None


def _with_role(person: PersonName, role: str) -> PersonName:
    return replace(person, role=role)


def _starts_with_person(text: str) -> bool:
    return read_person(re.split(r"[,;(]", re.sub(r"^(?:His|Her) Worship,\s", "", bare(text)))[0]) is not None


def _is_list(lines: Sequence[Line], inline: bool) -> bool:
    """One person a line (or a row of columns), rather than running text?"""
    left = min((line.x0 for line in lines), default=0.0)
    rows = [line for k, line in enumerate(lines) if line.x0 < left + 30 or (inline and not k) or split_people(line.text)]  # posts stand in a column of their own
    if not rows:
        return False
    if any(len(line.segments(1.5)) == 1 and _unfinished(line.text) for line in rows[:-1]):
        return False
    whole = all("," in line.text and _starts_with_person(line.segments(1.2)[0][0]) for line in rows)  # "Jo Vane, City Manager" a line
    if inline and not whole and len(by_posts(" ".join(line.text for line in rows))) > len(rows):
        return False  # "Staff: Clerk Clive Eller, Fire Chief ⏎ Selwyn Worsnop, Works Manager Vikram Whitt and Treasurer ⏎ Rafiq Loxley"
    if len(lines) > 1 and sum(post_then_name(bare(line.text)) is not None for line in rows) >= 0.6 * len(rows):
        return True
    if inline and re.search(r"[,;]|\sand\s", re.sub(r"\([^)]*\)", "", " ".join(line.text for line in rows))) and not all(
            _starts_with_person(line.segments(1.2)[0][0]) or (_DASHED.search(line.text) and one_person(line.text)) for line in rows):
        return False
    alone = 0
    for line in rows:
        first = _cells(line)[0][0]
        person = read_person(bare(first))
        many = len(split_people(first))
        if many > 1:
            return False
        alone += (person is not None or one_person(first) is not None) and not first.rstrip().endswith((",", " and"))
    return alone >= 0.5 * len(rows) and alone > 0


_DASHED = re.compile(r"\w\s[–-]\s[A-Z]")  # "Head of Parks and Leisure – M McDow"
_CUT_OFF = re.compile(rf"(?:[,;&]|\band|\b{STYLE}\.?|(?:[,;]|\band)\s+{MEMBER}\.?|\b[A-Z]\.?)$")


_OFFICE_END = re.compile(rf"(?P<who>(?!{MEMBER}\b)[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){{1,3}}),\s+{MEMBER}\.?")


def _unfinished(text: str) -> bool:
    """Does a line of running names stop inside one: "… and Dr C", "Fire Chief Keir"?"""
    text = text.rstrip()
    if _OFFICE_END.fullmatch(text):
        return False  # "Norm Adams, Councillor" ⏎ "Jo Groves, Councillor"
    if text.count("(") > text.count(")") or _CUT_OFF.search(text):
        return True
    last = re.split(r"[,;]\s*|\sand\s", re.sub(r"\([^)]*\)", "", text))[-1].split()
    return bool(re.search(r"[,;]|\sand\s", text)) and bool(last) and is_forename(last[-1]) and not is_person(" ".join(last)) and post_first(" ".join(last)) is None


def _listed(zone: Zone) -> list[Seen]:
    """One person a row, with posts, parties or wards in columns; a post may fill lines above and below its name."""
    rows: list[tuple[Seen, Line, float]] = []
    loose: list[tuple[str, Box, Line]] = []
    second, more = second_column(zone.lines), name_columns(zone.lines)
    for line in zone.lines:
        people = 0
        for text, box in _cells(line, second):
            text = text.strip()
            person = (one_person(text) or (as_titled(bare(text)) if not people else None)) if not people or not _OF_ANOTHER.search(text) else None
            if person is None and people and any(abs(box.x0 - x) < 4 for x in more) and (alike := read_person(f"Councillor {text}")) is not None and alike.role is None:
                person = replace(alike, printed=text, title=None, start=0, end=len(text))  # a column of names holds "Jordan Meadow"
            if person is not None and (people == 0 or _is_name_column(box.x0, rows) or any(abs(box.x0 - x) < 4 for x in more) or person.title or INITIALED.fullmatch(text) or is_forename(bare(text).split()[0]) or _MARKED.search(text)):
                place = Place(line.page, box, text)
                rows.append((Seen(person, zone.status, [place], "roll.listed"), line, box.x0))
                people += 1
            elif people and rows:
                _add(rows[-1][0], text, Place(line.page, box, text))
            else:
                loose.append((text, box, line))
    for text, box, line in loose:
        near = [(abs((line.top + line.bottom) / 2 - (row.top + row.bottom) / 2), abs(box.x0 - x), k) for k, (_, row, x) in enumerate(rows) if row.page == line.page]
        if not near or len(text) > 80 or label_at(text):
            continue
        distance, _, k = min(near)
        seen, row, x0 = rows[k]
        if distance < 1.6 * line.size and box.x0 > x0 + 20:
            _add(seen, text, Place(line.page, box, text), before=line.top < row.top)
    return [seen for seen, _, _ in rows]


_MARKED = re.compile(r"\([A-Z]{2,3}\)$")
_MARKS = re.compile(r"(?:\([A-Z]{1,4}\)?\s*)+")
"""Initials that stand for a name in the minutes: "(KH)", on a line below it "(AT) (KB)"."""
_OF_ANOTHER = re.compile(r"\b(?:for|to|on behalf of|representing|instead of)\s+(?:the\s+)?[A-Z]")
"""A post that names somebody else: "Office Manager for Cllr Jo Cox"."""


_SIGN = re.compile(r"[*†‡#+Øø]")
"""A sign in a column of its own before a name (`starred` reads what it means)."""


def _cells(line: Line, second: float | None = None) -> list[tuple[str, Box]]:
    """A row's columns; columns set close together where each holds a person ("Jane Archer (JA)  Alan Cole (AC)"),
    or where a long name all but reaches the column of posts, at ``second``."""
    if unmarked := [w for w in line.words if _SIGN.fullmatch(w.text) is None]:
        line = Line(line.page, unmarked)
    near = line.segments(0.8)
    if len(near) > 1 and all(one_person(text) is not None for text, _ in near):
        return near
    wide = line.segments(1.5)
    if len(wide) > 1 and _ROLE_LABEL.fullmatch(wide[0][0].rstrip(":")) and one_person(wide[1][0]) is not None:  # "Chairperson   Brenda Steele"
        both = Line(line.page, line.words[:f"{wide[0][0]} {wide[1][0]}".count(" ") + 1])
        return [(both.text, both.box), *wide[2:]]
    at = next((k for k, w in enumerate(line.words) if k and abs(w.x0 - second) < 1), None) if second is not None and len(wide) == 1 else None
    return wide if at is None else [(part.text, part.box) for part in (Line(line.page, line.words[:at]), Line(line.page, line.words[at:]))]


def _is_name_column(x0: float, rows: Iterable[tuple[Seen, Line, float]]) -> bool:
    return any(abs(x0 - x) < 4 for _, _, x in rows)


def _add(seen: Seen, text: str, place: Place, *, before: bool = False) -> None:
    """Put the words of a further column on a person: party, or post."""
    person = seen.person
    if (whole := re.fullmatch(r"\(([^()]+)\)", text.strip())) is not None:
        text = whole[1]  # "Simon Baxter   (Corporate Director Communities)"
    if PARTY.match(text):
        seen.person = replace(person, party=text)
    elif text.isdigit() or len(text) < 2 or _MARKS.fullmatch(text):
        return
    else:
        text = re.sub(r"^[-–—]\s+", "", text)
        role = f"{text} {person.role}" if before and person.role else f"{person.role} {text}" if person.role else text
        seen.person = replace(person, role=role)
    seen.places.append(Place(place.page, place.box, place.text, field="role"))
