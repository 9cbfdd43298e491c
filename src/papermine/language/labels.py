"""Labels over lists of people ("PRESENT:", "Officers", "Apologies for absence") and the status they give."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from papermine import regex as re
from papermine.language.datewords import MONTH
from papermine.language.names import is_person
from papermine.language.person import is_forename, title_at
from papermine.language.posts import post_first
from papermine.language.screened import Screened

Status = Literal["present", "apologies", "absent", "in_attendance"]

_LABEL = Screened(
    r"(?P<label>(?:(?:THE|The|THOSE|Those|ALSO|Also|OTHERS?|Others?|OTHER|ALL|All)\s+)?(?:[\w’'&,/()\[\] -]{0,70}?)"
    r"(?:PRESENT|Present|present|IN ATTENDANCE|[Ii]n [Aa]ttendance|attending|(?:(?<=nable to )|(?<=not able to )|(?<=not ))attend(?=:)|Late(?=:)|LATE(?=:)|(?:[Oo]n [Ll]eave|ON LEAVE|[Ll]eave of [Aa]bsence|LEAVE OF ABSENCE)(?=:)|ATTENDANCE|Attendance|ATTENDING|Attending|ATTENDEES|Attendees|ATTENDED(?=\s?:)|Attended(?=\s?:)|APOLOGIES|Apologies|APOLOGY|Apology|ABSENT|Absent|"
    r"SELECTBOARD|Select ?[Bb]oard|TRUSTEES|Trustees|SUPERVISORS|Supervisors|ABSENCES?|REGRETS|Regrets|OFFICERS?|Officers?|STAFF|Staff|OFFICIALS|Officials|EMPLOYEES|Employees|GUESTS?|Guests?|PUBLIC|Public|(?<=[Pp]ress and )public(?=\s?:)|(?<=[Pp]ress & )public(?=\s?:)|OBSERVERS?|Observers?|VISITORS?|Visitors?|SEDERUNT|Sederunt|"
    r"MEMBERS|Members|(?<=CC )members|(?<=[Cc]ouncil )members|(?<=[Cc]ommittee )members|RESIDENTS|Residents|POLICE|Police|PRESS|Press|COMMUNITY|Community|EX[- ]OFFICIO|Ex[- ][Oo]fficio|RECORDER|Recorder|COUNCILLORS|Councillors|(?:CLLRS|Cllrs)(?=\.?\s?:)\.?|COUNCIL MEMBERS|Council Members|COMMISSIONERS|Commissioners|SUBSTITUT(?:ES?|IONS?)|Substitut(?:es?|ions?)|ADVISERS?|Advisers?|Advisors?|"
    r"ROLL CALL|Roll Call|OTHERS(?=:)|Others(?=:)|ADMINISTRATION(?=:)|Administration(?=:)|(?:ADMINISTRATOR|Administrator|MANAGER|Manager|ATTORNEY|Attorney|SOLICITOR|Solicitor|ENGINEER|Engineer|SUPERINTENDENT|Superintendent)S?(?=:)|ALDERMEN|Aldermen|IN THE CHAIR|In the [Cc]hair|MINUTE[- ]TAKER|Minute[- ][Tt]aker|PRESIDING|Presiding|PRESIDED|Presided|CLERK|Clerk|CAO|C\.A\.O\.?|CEO|CLERC|Clerc|CHAIR|Chair|CHAIRMAN|Chairman|VICE-CHAIR(?:MAN)?|Vice-Chair(?:man)?|CHAIRPERSON|INVITEES|Invitees|INVITED|PARTNERS|YN BRESENNOL|PRESENNOL|Presennol|[Yy]n bresennol|YN BRESENNOL|(?:HEFYD|Hefyd) [YyNn]{2} (?:B?RESENNOL|b?resennol|PRESENNOL|presennol)|"
    r"Yn bresennol|YMDDIHEURIADAU|Ymddiheuriadau|REPRESENTATIVES|Representatives|EXCUSED|Excused)"
    r"(?:\s+(?:were|was|MEMBERS|[Mm]embers|PRESENT|[Pp]resent|[Ii]n [Aa]ttendance|IN ATTENDANCE|OFFICERS|[Oo]fficers|VIRTUALLY|[Vv]irtually|REMOTELY|[Rr]emotely|ONLINE|[Oo]nline|"
    r"(?:FOR|[Ff]or|OF|[Oo]f)\s+(?:ABSENCE|[Aa]bsence|(?:the )?[Pp]ublic|THE PUBLIC|[Tt]he [\w,&’' -]{3,70}|[A-Z][\w,&’' -]{3,70})|(?:were )?received(?: from)?|[Ff]rom|by invitation|BY INVITATION|[Bb]y (?:[Ee]lectronic|[Tt]ele|[Vv]ideo|[Pp]hone|[Cc]onference|[Zz]oom)[\w ]{0,30}|[Ee]lectronically|"
    r"also present|[Ww]ith(?:out)? (?:[Aa]pology|[Aa]pologies|[Nn]otice|[Ll]eave)|WITH(?:OUT)? (?:APOLOGY|APOLOGIES|NOTICE|LEAVE)|absent|ABSENT|excused|(?:for )?(?:all|some) items|throughout|(?:in accordance with|under|pursuant to)\s[\w .()/-]{3,50}(?=:)|[Ii]n [Pp]erson|IN PERSON|\((?:[^()]{1,40})\)))*)"
    r"\s*(?P<end>[:;]\s?[-–—]?|[-–—]\s|…\s*|$|\.\s*$)\s*(?:\d{1,2}\s[-–—]\s)?", ("present", "attend", "late", "leave", "apolog", "absen", "select", "trustee", "supervisor", "regret", "officer", "staff", "official", "employee", "guest", "public", "observer", "visitor", "sederunt", "member", "resident", "police", "press", "community", "officio", "recorder", "councillors", "cllrs", "commissioners", "substitut", "advis", "roll call", "others", "administrat", "manager", "attorney", "solicitor", "engineer", "superintendent", "alder", "chair", "taker", "presid", "clerk", "cao", "c.a.o", "ceo", "clerc", "invite", "partners", "resennol", "ymddiheur", "representatives", "excused"))
_APOLOGIES = re.compile(r"apolog|regrets|ymddiheuriad|excused", re.I)
_UNEXCUSED = re.compile(r"\bwithout apolog", re.I)
_ABSENT = re.compile(r"\babsen(?:t|ces?)\b|\bunable\b|\bdid not\b|\bon leave\b|\bnon-?\s?attend|\bnot\s+(?:present|attending|in attendance)\b", re.I)
_OTHERS = re.compile(
    r"in attendance|^(?:minutes|notes) (?:taken|recorded|kept) by|^also$|^hefyd\b|wrth law|^other councill?ors present|also present|also attend|administration|delegations?\b|officers?\b|(?<!elected )(?<!following )officials?\b|staff|employee|\bmedia\b|guest|public|residents|police|\bpress\b|community$|ex[- ]officio|recorder|observer|visitor|advis[eo]r|invit|minute[- ]taker|clerk|(?:administrator|manager|attorney|solicitor|engineer|superintendent)s?$|\bc\.?a\.?o\b|\bceo\b|clerc\b|swyddog|(?<!the )others?\b(?! (?:elected )?(?:members|councill?ors|cllrs|aldermen|supervisors|commissioners|trustees|directors)\b)|the others\b|the other (?!councill?ors|members|cllrs|aldermen)|partners|by invitation|"
    r"(?:county|district|city|ward|borough)\s+(?:and\s+\w+\s+)?councillors", re.I)
_GROUP = re.compile(r"(?:[A-Z]\w+ )?(?:alternates|members)\b", re.I)
"""Whom a label may set apart by two words that could be a name: "Alternates Excused"."""
OTHER_TIME = re.compile(rf"[^:;,]{{0,40}}\b(?:at|for|from)\s+(?:the|its|our)\s+(?:last|previous|next|site|(?:\d{{1,2}}\w*\s+)?{MONTH}\b(?![^:]*\b(?:19|20)\d\d\b))\b[^:]{{0,30}}:", re.I)
"""A label of another meeting: "Present at the last meeting:", "Apologies for the June meeting:"; a whole date may be the paper's own."""
_WHO_ELSE = re.compile(r"(?:residents|police|press|community|ex[- ]officio|recorder)$", re.I)
_PRESENT = re.compile(r"^late$|present|elected officials|select ?board|trustees|supervisors|attend|members|councillors|cllrs|alternates|sederunt|council members|commissioners|substitut|roll call|bresennol|presennol|representatives|chair|presid(?:ing|ed)|alderm", re.I)


def status_of(label: str) -> Status | None:
    """The status that a label gives to the names under it.

    >>> [status_of(t) for t in ("PRESENT", "Also present", "Members not present", "NON-ATTENDANCE", "Members of the Public", "Apologies for absence", "Absent without apologies", "Officers", "Agenda")]
    ['present', 'in_attendance', 'absent', 'absent', 'in_attendance', 'apologies', 'absent', 'in_attendance', None]
    """
    if _APOLOGIES.search(label) and not _UNEXCUSED.search(label):
        return "apologies"
    if _ABSENT.search(label):
        return "absent"
    if _OTHERS.search(label):
        return "in_attendance"
    return "present" if _PRESENT.search(label) else None


@lru_cache(2048)
def label_at(text: str) -> tuple[str, int] | None:
    """The label that ``text`` starts with, and where the words after it begin.

    >>> label_at("PRESENT: Mr A Smith"), label_at("Members of the Finance Panel"), label_at("Apologies:")
    (('PRESENT', 9), ('Members of the Finance Panel', 28), ('Apologies', 10))
    >>> label_at("Members noted that it rained"), label_at("Public questions")
    (None, None)
    """
    m = _LABEL.match(text)
    if m is None or not m["label"].strip() or OTHER_TIME.match(text) is not None or (_GROUP.match(m["label"]) is None and is_person(re.split(r",| and |\s[-–—]\s|\s\(", m["label"])[0].strip())):
        return None  # "Amanda Mugford, Town Clerk; Melanie Negus, Assistant", "Mayor Jo Vane and Council Members: Al Tull"
    label = m["label"].strip()
    if (chaired := re.search(r"(?:\s*\([^()]*\))?,? in the chair$", label, re.I)) is not None and is_person(label[:chaired.start()]):
        return None  # "Mrs E Ynyr (Chair) in the Chair; Mrs N Griffiths"
    if re.match(r"(?:Statement|Report|Address|Remark|Announcement|Comment|Communication|Message|Presentation|Letter|Question)s?\b", label, re.I):
        return None  # "Statement by the Chairman"
    if _WHO_ELSE.search(label) and ":" not in m["end"]:
        return None  # "Police", "Residents": the title of an item
    if re.match(r"(?:Responsible|Reporting|Lead|Contact|Report|Case|Presenting|Democratic Services)\s+Officers?$", label, re.I):
        return None  # whom to ask about the paper
    if status_of(label) in ("absent", "apologies") and re.search(r"\b(?:from|for|during) (?:the|this) (?:vote|division|item|debate|discussion)\b", label, re.I):
        return None  # "Absent for the vote": of one matter
    if (held := re.search(r"\((?P<who>[^()]+)\)$", label)) is not None and (is_person(held["who"]) or (re.fullmatch(r"[A-Z]{2,4}", held["who"]) and re.search(r"[^s]\s*\([A-Z]+\)$", label) and status_of(label) == "in_attendance")):
        return None  # "Member Services Officer (Mr C McGrann)", "Committee Officer (ATH)"
    if re.search(r"\b(?:present|in attendance|attending)\b", label) and not (m["end"].strip().startswith(":") or re.match(r"(?:Also|Others?|Those|Members|Councillors|Officers)\b", label)):
        return None
    if m["end"].strip(" .") == "" and m.end() >= len(text):
        first = label.split()
        if len(first) > 14 or post_first(label.rsplit(" ", 1)[0]) is not None or "," in label.split(" of ")[0] or is_forename(first[0]) or title_at(label) or (len(first) > 1 and is_person(" ".join(first[:2]))):
            return None
    return (label, m.end()) if status_of(label) else None


_BARE = re.compile(r"(?P<label>(?:(?:ALSO|Also)\s+)?(?:PRESENT|Present|present|IN ATTENDANCE|[Ii]n [Aa]ttendance)|Also|APOLOGIES|Apologies|ATTENDED|Attended|(?:Minutes|Notes) (?:taken|recorded|kept) by|(?P<sure>(?:Hefyd|HEFYD) (?i:yn b?presennol)(?:\s*/\s*(?i:in attendance))?))\s+(?=[A-Z])")


def bare_label(text: str) -> tuple[str, int] | None:
    """The label without a colon that a line of nothing but names starts with, and where they begin.

    >>> bare_label("Present Iain Jarvie, Colin Campion, Ann Camden (minutes),"), bare_label("Also Nicola Mairs and Andrew Baxton (Manager)")
    (('Present', 8), ('Also', 5))
    >>> [bare_label(t) for t in ("Present Jo Vane with flowers", "Also Ann Orde, Ben Tull and Jo Vane reported", "Apologies Received", "Present Position, Finance and Staffing")]
    [None, None, None, None]
    """
    m = _BARE.match(text)
    if m is None or m["sure"]:
        return (m["label"], m.end()) if m is not None else None
    names = [n.strip() for n in re.split(r",|\band\b|&", re.sub(r"\([^()]*(?:\)|$)", "", text[m.end():])) if n.strip(" .")]
    return (m["label"], m.end()) if names and all(is_person(n) and is_forename(n.split()[0]) for n in names) else None


THOSE = re.compile(r"(?:councill?ors?|cllrs?|members)\s*:", re.I)
"""What may go on after "Present:" on its line, with the names below."""
