"""Printed names of members and officers: which part of the name is printed, and who is no member or officer.

>>> form("Cllr A J Hook"), form("Mr Hook"), form("The Chairman")
(Form(surname='hook', given=('a', 'j'), sex=''), Form(surname='hook', given=(), sex='m'), None)
>>> [part("in_attendance", t, r) for t, r in (("", "Head of Finance"), ("Cllr", None), ("", "KPMG"), ("", None))]
['officer', 'member', None, None]
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from papermine import regex as re
from papermine.language.samename import agree, name_parts
from papermine.language.titles import COUNCILLOR


class Mention(NamedTuple):
    """A name of a member or officer in one record."""

    record_id: str
    kind: str
    field: str
    pack_id: str
    document_id: str
    meeting_id: str | None
    name: str
    printed: str
    status: str | None
    role: str | None
    party: str | None
    ward: str | None


class Form(NamedTuple):
    """A name as far as it is printed: surname, forenames or initials (lower case), and m or f where a title tells."""

    surname: str
    given: tuple[str, ...]
    sex: str

    @property
    def whole(self) -> bool:
        """A forename is printed in full."""
        return any(len(g) > 1 for g in self.given)


_SEX = {"mr": "m", "sir": "m", "lord": "m", "councilman": "m", "mrs": "f", "ms": "f", "miss": "f", "dame": "f", "lady": "f", "councilwoman": "f"}
_MEMBER_TITLE = re.compile(rf"\b(?:[CD]/)?(?:{COUNCILLOR}|ald|cyng\w*|mayor|provost|reeve)\b", re.I)
_MEMBER_ROLE = re.compile(r"\b(?:chair\w*|vice|convenor|convener|member|leader|mayor|provost|speaker|substitute|co-?opted|councillor|cllr|portfolio|"
                          r"secretary|treasurer|president|reeve|trustee|cadeirydd)\b", re.I)
_OFFICER_ROLE = re.compile(
    r"\b(?:officer|director|head of|manager|clerk|solicitor|counsel|lawyer|attorney|accountant|engineer|planner|surveyor|chief|administrator|"
    r"superintendent|co-?ordinator|assistant|advis[eo]r|business partner|registrar|auditor|monitoring|s\.?151|section 151|finance|legal|democratic|"
    r"governance|commissioner|lead|analyst|specialist|technician|inspector of works|librarian|building official|ceo|cao|cfo|strategic|service)\b", re.I)
_OUTSIDE = re.compile(
    r"\b(?:public|residents?|press|reporter|journalist|advertiser|police|pcso|m\.?s?p\.?|constable|sergeant|inspector|kpmg|ltd|limited|llp|plc|inc|"
    r"primary school|high school|secondary school|academy|college|university|church|trust|applicants?|objectors?|agent|petitioner|speaker for|"
    r"consultants?|guest|visitor|nhs|ofsted|bus|water|guard|from [A-Z])\b|\b[A-Z]\w+ (?:&|and) \w+ council\b", re.I)


def part(status: str | None, title: str, role: str | None) -> str | None:
    """What a person is by the printed title, post and list: member, officer, soft (a member unless told otherwise), or None: not indexed."""
    if _MEMBER_TITLE.search(title) or (role and re.match(r"(?:[CD]/)?(?:Cllr|Councillor)\b", role)):
        return "member"
    if role and _OUTSIDE.search(role):
        return None
    office = role and _OFFICER_ROLE.search(role)
    if role and _MEMBER_ROLE.search(role) and not (office and status == "in_attendance"):
        return "officer" if re.search(r"\bclerk\b", role, re.I) else "member"
    if office:
        return "officer"
    if status == "in_attendance" or (status == "apologies" and role and not re.fullmatch(r"[A-Z][A-Za-z]{1,5}", role.strip())):
        return None
    return "soft"


def outside(role: str | None) -> bool:
    """Does a printed post say that the person comes from elsewhere: police, press, a company, the public?"""
    return bool(role and _OUTSIDE.search(role))


@lru_cache(maxsize=100_000)
def form(name: str) -> Form | None:
    """The form of a printed name; None where it is none ("The Chairman", a line that only looks like one)."""
    taken = name_parts(name)
    if taken is None or re.search(r"\ba['’]r\b|\bcyng\w*\b", taken.name, re.I) or (len(taken.surname) < 2):
        return None
    first = re.findall(r"[a-z]+", taken.title.lower())
    sex = next((_SEX[t] for t in first if t in _SEX), "")
    return Form(taken.surname.replace("-", " "), taken.given, sex)


@lru_cache(maxsize=100_000)
def title_of(name: str) -> str:
    """The title printed before a name."""
    taken = name_parts(name)
    return taken.title if taken else ""


_CLIPPED = {"tim": "timothy", "dan": "daniel", "ben": "benjamin", "matt": "matthew", "phil": "philip phillip", "greg": "gregory",
            "ken": "kenneth", "ron": "ronald", "don": "donald", "doug": "douglas", "geoff": "geoffrey", "jeff": "jeffrey", "fred": "frederick",
            "ray": "raymond", "stan": "stanley", "josh": "joshua", "gill": "gillian", "deb": "deborah", "pete": "peter", "pam": "pamela"}


def one_forename(a: str, b: str) -> bool:
    """May two forenames be one: equal, an initial of the other, or its usual short form? A common beginning alone is no evidence.

    >>> one_forename("tim", "timothy"), one_forename("paul", "paula"), one_forename("ann", "anna"), one_forename("bob", "robert")
    (True, False, False, True)
    """
    short, long = sorted((a, b), key=len)
    if len(short) > 1 and short != long and long.startswith(short):
        return long in _CLIPPED.get(short, "").split()
    return agree(a, b)


def fits(one: Form, two: Form) -> bool | None:
    """True: surname and forenames agree; None: only a surname does; False: they are two persons."""
    if one.surname != two.surname or {one.sex, two.sex} == {"m", "f"}:
        return False
    if not one.given or not two.given:
        return None
    return all(one_forename(a, b) for a, b in zip(one.given, two.given, strict=False))


_CHAIR = re.compile(r"(?:the\s+)?(?:acting\s+)?(?:chair(?:man|woman|person)?|convenor|convener|presiding (?:officer|member))$", re.I)
_VICE = re.compile(r"(?:the\s+)?(?:vice|deputy)[\s-]*(?:chair(?:man|woman|person)?|convenor|convener)$", re.I)


def office(name: str) -> str | None:
    """chair or vice, where a name is only the office of the meeting ("The Chairman")."""
    words = " ".join(name.split()).strip(" .,")
    return "chair" if _CHAIR.match(words) else "vice" if _VICE.match(words) else None


def holds(role: str | None, which: str) -> bool:
    """Does a role as printed in the attendance say so: chair or vice?"""
    words = (role or "").lower()
    vice = re.search(r"vice|deputy", words) is not None
    return re.search(r"chair|conven", words) is not None and vice == (which == "vice")


def initials_of(printed: str) -> str | None:
    """The initials by which minutes call a person, where the attendance list gives them: "Nick Oakhill (NO) CHAIR"."""
    found = re.search(r"\(([A-Z][A-Za-z]{1,4})(?:[,)\s])", printed)
    return found[1] if found and sum(c.isupper() for c in found[1]) >= 2 else None


def form_of(m: Mention) -> Form | None:
    """The form of a mention: of attendance, that of all that is printed of the name, where it is one."""
    return form(m.printed if m.kind == "attendance" and form(m.printed) else m.name)


def signs(m: Mention) -> tuple[str | None, str | None, str | None]:
    """(surname, office, initials): by which mentions may be one person. Attendance says who has an office or initials; other records call by them."""
    taken = form_of(m)
    surname = taken.surname if taken else None
    if m.kind == "attendance":
        return surname, next((which for which in ("chair", "vice") if holds(m.role, which)), None), initials_of(m.printed)
    if (which := office(m.name)) is not None:
        return surname, which, None
    return surname, None, m.name if form(m.name) is None or (m.name.isupper() and len(m.name) < 5) else None
