"""Who came, where no list under a label says so: told in sentences, by who called the meeting to order, or below the title."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from papermine import regex as re
from papermine.document import Line
from papermine.extract.minutes.items import MinuteItem
from papermine.extract.paragraphs import Measure
from papermine.extract.roll.came import Roll
from papermine.extract.roll.running import ALSO, WERE, Seen, running, surname_list
from papermine.extract.votes.lists import names_only
from papermine.language.labels import Status, label_at
from papermine.language.namelists import split_people
from papermine.language.names import read_person
from papermine.language.person import is_word
from papermine.language.screened import Screened
from papermine.language.sentences import sentences
from papermine.language.titles import CHAIR, MEMBER, POST, SEAT

_TOLD = re.compile(r"(?:(?:Board |Council )?[Mm]embers:?\s+)?(?P<who>[A-Z][^.;:]{3,400}?),?\s+(?:(?:were|was)\s+(?:all\s+)?(?:present|in attendance)|(?:answered|responded to) (?:the )?roll(?:[- ]call)?)\b(?!\s+(?:to|for(?! (?:part|most|all|the)\b)|on behalf)\b)", re.S)
_WITH = re.compile(r"\bwith\s+(?:the\s+)?(?:(?:[A-Z]\w+\s+){0,3}(?i:members)\s*:?\s+)?(?P<who>(?:[A-Z][\w’'-]+\s+)*?[A-Z][^.;:]{3,300}?)\s+(?:being\s+|all\s+)?present\b(?!\s+(?:to|for|on behalf)\b)(?:\s+(?:together|along)\s+with\s+(?P<also>[A-Z][^.;:]{3,200}))?")
"""Who came, told with the opening: "called to order with Board members Jo Vane and Al Tull present together with Clerk Di Orde"."""


_ANSWERED = re.compile(r"(?<![\w.’'-])(?P<who>(?:[A-Z][\w.’'-]*\s+){1,4}?[A-Z][\w’'-]+)(?:\s+answered\s+[“\"]?|\s*[-–—]\s*)(?:present|here|(?P<absent>absent))\b")
_BRACKETED = re.compile(r"(?P<who>(?:[A-Z][\w.’'-]*\s+){0,3}[A-Z][\w’'-]+)(?:,\s+(?P<office>[A-Z][\w-]+(?: [A-Z][\w-]+)?))?\s+\((?P<status>present|here|absent|excused)\)", re.I)
"""A roll with each one's answer: "Roll call: Wilk, Chairman (present); Brod (absent)"."""
_ALSO_MET = re.compile(rf"\b(?:presiding|presided|in the [Cc]hair)[;,.]?\s+(?:and\s+)?(?:also|others?) present (?:were|was):? (?P<who>(?:{MEMBER}|(?:Board|Council) [Mm]embers?)\b.*)", re.S)
_OPENED = Screened(rf"(?:^|(?<=[.!]\s))(?P<office>{CHAIR}|Supervisor) (?P<who>(?:[A-Z][\w.’'-]*\s+){{0,3}}?[A-Z][\w’'-]+) called (?:the|an?) [^.;]{{0,200}}?\bto order\b", "to order")
"""Who called the meeting to order: "Chairperson L Updike called the regular meeting to order"."""
_OPENED_BY = Screened(rf"\bcalled to order\b(?:[^.;]|(?<=[ap])\.(?=m)|(?<=\.m)\.){{0,60}}?\bby (?:the )?(?P<office>{CHAIR}|Supervisor),? (?P<who>(?:[A-Z][\w.’'-]*\s+){{0,3}}?[A-Z][\w’'-]+)(?=\s*(?:[,.;]|$| (?:at|with|in|on|and|who)\b))", "to order")
_PRESIDING = re.compile(rf"\bwith (?:the )?(?P<office>{CHAIR}),? (?P<who>(?:[A-Z][\w.’'-]*\s+){{0,3}}?[A-Z][\w’'-]+),? (?:presiding|in the [Cc]hair)\b")
"""Who presided, told in passing: "The Commission met in regular session with Chair Brown presiding"."""


def opener(parts: Sequence[MinuteItem], measure: Measure, roll: Roll) -> None:
    """Whoever called the meeting to order came, where no list says so."""
    for part in parts[:2]:
        for para in part.paragraphs(measure)[:12]:
            if (m := _OPENED.search(para.text) or _OPENED_BY.search(para.text) or _PRESIDING.search(para.text)) is not None:
                person = read_person(m["who"], surname=True)
                if person is not None:
                    roll.add(Seen(replace(person, role=m["office"]), "present", para.places(m.start("office"), m.end("who")), "attendance.opened"), loosely=True)
                return


def narrated(parts: Sequence[MinuteItem], measure: Measure, roll: Roll) -> None:
    """ "Members in attendance were Mayor Pam Ritter, Bob Askew and Terri Lane. Also in attendance were …" at the head."""
    for part in parts[:3]:
        for para in part.paragraphs(measure):
            for start, end in sentences(para.text):
                sentence = para.text[start:end]
                if len(_ANSWERED.findall(sentence)) > 1:  # "Commissioner Meier answered present, Commissioner Fanning answered present"
                    for who in _ANSWERED.finditer(sentence):
                        for seen in running(para, "absent" if who["absent"] else "present", start=start + who.start("who"), end=start + who.end("who"), surnames=True, rule="attendance.answered"):
                            roll.add(seen)
                elif len(answers := list(_BRACKETED.finditer(sentence))) > 2:
                    for who in answers:
                        person = read_person(who["who"], surname=True)
                        if person is not None:
                            status: Status = "present" if who["status"].lower() in ("present", "here") else "apologies" if who["status"].lower() == "excused" else "absent"
                            roll.add(Seen(replace(person, role=person.role or who["office"]), status, para.places(start + who.start("who"), start + who.end("who")), "attendance.answered"))
                elif (m := _ALSO_MET.search(sentence)) is not None:
                    for seen in running(para, "present", surnames=True, start=start + m.start("who"), end=end, rule="attendance.narrated"):
                        roll.add(seen)
                elif WERE.match(sentence) or ALSO.match(sentence) or re.match(r"Present\s*:\s?[-–—]", sentence) or ((label := label_at(sentence)) is not None and label[1] < len(sentence) and re.search(r"present|attend|absent", label[0], re.I)):
                    for seen in running(para, "present", start=start, end=end, rule="attendance.narrated"):
                        roll.add(seen)
                elif (m := _TOLD.match(sentence)) is not None and not re.search(r"\b(?:that|who|which|public|residents|members? of|quorum|Quorum)\b", m["who"]):
                    for seen in running(para, "present", surnames=surname_list(m["who"]), start=start + m.start("who"), end=start + m.end("who"), rule="attendance.narrated"):
                        roll.add(seen)
                elif (m := _WITH.search(sentence)) is not None and not re.search(r"\b(?:that|who|which|public|residents)\b", m["who"]):
                    for seen in running(para, "present", surnames=surname_list(m["who"]), start=start + m.start("who"), end=start + m.end("who"), rule="attendance.narrated"):
                        roll.add(seen)
                    for seen in running(para, "in_attendance", start=start + m.start("also"), end=start + m.end("also"), rule="attendance.narrated") if m["also"] else []:
                        roll.add(seen)
        if any(seen.status == "present" for seen in roll.found):
            return
    for para in parts[0].paragraphs(measure) if parts else []:  # "The Mayor, Councillor Jo Vane ⏎ Councillors Al Tull, Di Orde and Ed Pell" below the title, without a label
        if re.search(r"\bvot(?:e|es|ed|ing)\b|\b(?:moved|seconded)\b", para.text, re.I):
            break  # the names below are those who voted
        county = _OF_THE_COUNTY.match(para.text) if any(seen.rule == "attendance.unlabelled" for seen in roll.found) else None
        if (told := county or _UNLABELLED.match(para.text)) is not None and names_only(para.text[told.end():]) and SMALL.search(para.text[told.end():]) is None:
            for seen in running(para, "in_attendance" if county is not None else "present", surnames=True, rule="attendance.unlabelled"):
                roll.add(seen)


SMALL = re.compile(r"\b(?!(?:and|de|van|von|der|la|le|du|ap|ab)\b)[a-z]{2,}\b(?!\))")
"""A word that is no part of a name."""
_FROM_PLACE = re.compile(r"(?P<place>[A-Z][\w’'&.-]*(?: (?:[A-Z][\w’'&.-]*|and|of|the|&)){0,5})(?:\s*:|\s[-–—])\s+(?P<who>.+)")
_NO_ONE = re.compile(r"No (?:rep|representative|working|one)\b.*|None\b.*|[-–—]+", re.I)
_POSTS = re.compile(rf"\b(?:{CHAIR}|{POST}|{SEAT})\b|\b(?:apologies|attendance|present|police|press|minutes?|date|time|venue|next|committee|panel|group|trust|school|candidates?)\b", re.I)


def by_place(parts: Sequence[MinuteItem], roll: Roll) -> None:
    """Who came from where, one place a line, three at least right below each other: "Carestown - Mr J Adams", "Kilmarn: Jo Vane (Secretary), Apologies from Al Tull"; no posts with their holders."""
    held: list[Line] = []
    for line in [line for part in parts[:2] if part.item is None for line in part.body]:
        m = _FROM_PLACE.fullmatch(line.text)
        who = re.split(r",?\s*\bApologies from\s+", m["who"]) if m is not None else []
        if m is None or _POSTS.search(m["place"]) is not None or read_person(m["place"]) is not None or not all(_NO_ONE.fullmatch(w) or not w or names_only(w) for w in who):
            if len(held) > 2:
                break
            held = []
        else:
            held.append(line)
    named = sum(not all(is_word(w) for w in m["place"].lower().split()) for line in held if (m := _FROM_PLACE.fullmatch(line.text)) is not None)
    for line in held if len(held) > 2 and 2 * named >= len(held) else ():  # not "Proposed: Jo Vane ⏎ Seconded: Al Tull"
        m = _FROM_PLACE.fullmatch(line.text)
        for k, names in enumerate(re.split(r",?\s*\bApologies from\s+", m["who"]) if m is not None else []):
            at = line.text.rindex(names)
            if names and not _NO_ONE.fullmatch(names):
                for person in split_people(names):
                    roll.add(Seen(person, "apologies" if k else "present", [line.place(at + person.start, at + person.end)], "attendance.by_place"))


_UNLABELLED = re.compile(rf"(?:The\s+{CHAIR},?\s+{MEMBER}|Councill?ors|Cllrs|{MEMBER}(?=\.?\s+[A-Z][^,;:()]{{3,40}}\({CHAIR}\)\W*$))\.?\s+(?=[A-Z])")
_OF_THE_COUNTY = re.compile(r"(?:County|District|Borough) (?:Councill?ors?|Cllrs?)\.?\s+(?=[A-Z])")
_ATTENDED = re.compile(r"(?:(?:those|persons|(?:(?:board|council|commission|committee) )?members|(?:.* )?the following) )?(?:in attendance|attending|attendance|attendees|attended)", re.I)
POSTED = re.compile(r"officer|director|manager|clerk|engineer|executive|minute|guest|police|warden", re.I)
"""The posts of those who are no members."""


def attended(parts: Sequence[MinuteItem], roll: Roll) -> None:
    """Where "In attendance" is the only list of a paper, those whom it names without a post are who met."""
    if any(seen.status == "present" for seen in roll.found) or any(part.item is not None and re.search(r"present|attend|sederunt|roll call", part.item.title, re.I) for part in parts[:6]):
        return
    for seen in roll.found:
        if seen.status == "in_attendance" and _ATTENDED.fullmatch(seen.label) and not POSTED.search(f"{seen.person.role or ''} {seen.person.note or ''}"):
            seen.status = "present"
