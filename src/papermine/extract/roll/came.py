"""Who has been found so far in one set of minutes: one entry per person and status, and what the paper says twice settled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from papermine import regex as re
from papermine.document import Paper
from papermine.extract.minutes.items import MinuteItem
from papermine.extract.paragraphs import Measure
from papermine.extract.roll.absences import HOPED, NOTED
from papermine.extract.roll.running import Seen
from papermine.language.labels import Status
from papermine.language.names import PersonName, read_person
from papermine.language.person import is_word
from papermine.language.posts import SERVANT, STAFF
from papermine.language.samename import may_be, name_parts, same_name
from papermine.language.titles import MEMBER
from papermine.provenance import Ids
from papermine.records import Attendance, Evidence

_ANSWERED = re.compile(r"(?:aye|yea|yes|here|present)\.?", re.I)
"""What a member says to a roll call, no post: "Mr. Boothe, Aye"."""
_CAME_LATE = re.compile(r"(?:was )?(?:present|arrived|joined|attended)(?:\s+the\s+meeting)?(?:\s+(?:from|until|during|after|at\s+\d|late|later|part|(?:for|in\s+time\s+for)\s+(?:(?:the\s+)?(?:first|last)\b|items?\b|part\b|agenda\b))\b.*)?\W*", re.I | re.S)
"""Beside apologies: "present from item 3"; not "attended another meeting"."""
_INITIALS = re.compile(r"(?:[A-Z]\.? ?){1,3}[A-Z][a-z]")
_POST_ALONE = re.compile(r"P\.?C\.?S\.?O\.?s?|PCs?|PCO|PS|CEO|CAO|CFO|RFO")
_POST_NOTED = re.compile(r"(?P<post>[^()]+?)\s*\((?P<note>[^()]+)\)")
_GUEST = re.compile(r"(?:(?:invited|special)\s+)?(?:guest|visitor|observer|resident|parishioner)s?(?: speaker)?|(?:member of )?(?:the )?(?:public|press)", re.I)
_AWAY: tuple[Status, ...] = ("absent", "apologies")


class Roll:
    """Who has been found so far: one entry per person and status."""

    def __init__(self) -> None:
        self.found: list[Seen] = []

    def stand_in(self, seen: Seen) -> None:
        """ "G Young (Councillor C Lee substituting)": the substitute stands for the one who is absent."""
        m = re.match(r"(?P<who>.+?)\s+(?:is |was )?(?:substituting|as substitute|deputising|attending as substitute)$", seen.person.role or "")
        if m is None:
            return
        other = self.find(m["who"])
        if other is not None:
            other.person = replace(other.person, substitute_for=other.person.substitute_for or seen.person.printed.split(" (")[0])
        elif (named := read_person(m["who"])) is not None:  # the bracket alone names who stood in
            self.found.append(Seen(replace(named, substitute_for=seen.person.printed.split(" (")[0]), "present", seen.places, "roll.stand_in"))
        seen.person = replace(seen.person, role=None, note=seen.person.role)

    def add(self, seen: Seen, *, loosely: bool = False) -> None:
        """Add a person, unless the same printed name has this status already (``loosely``: any status, any form of the name)."""
        if re.fullmatch(r"pro[ -]tem(?:pore)?", seen.person.name, re.I) or (seen.person.title is None and _POST_ALONE.fullmatch(seen.person.name) is not None):
            return  # "Mayor Pro Tem", "PCSO", whose holder is not printed beside it
        if seen.status == "apologies":
            self.stand_in(seen)
        if seen.status == "present" and (seen.person.title in ("PCSO", "PC") or SERVANT.match(seen.person.role or ("" if re.match(MEMBER, seen.person.title or "") else seen.person.note or ""))):
            seen.status = "in_attendance"
        if _ANSWERED.fullmatch(seen.person.role or ""):
            seen.person = replace(seen.person, role=None)
        beside = seen.person.note or seen.person.role or ""
        if seen.status == "present" and _GUEST.fullmatch(beside) is not None and not re.match(MEMBER, seen.person.title or ""):
            seen.status = "in_attendance"
        if (post := _POST_NOTED.fullmatch(beside)) is not None and NOTED.fullmatch(post["note"]) is not None:
            beside, seen.person = post["note"], replace(seen.person, role=post["post"], note=post["note"])  # "Engineer (tendered apology)"
        if seen.status in ("present", "in_attendance", "absent") and (noted := NOTED.fullmatch(beside.strip())) is not None and not (seen.status == "absent" and noted["excused"] and noted["excused"].lower().startswith("excused")):
            seen.status, seen.label = "apologies" if noted["excused"] or noted["sent"] else "absent", beside  # "ABSENT: Cllr Orde (regrets)"
            seen.person = replace(seen.person, role=None if not seen.person.note else seen.person.role, note=beside)
        if seen.status == "apologies" and _CAME_LATE.fullmatch(beside.strip()) is not None:
            seen.status = "present"  # "Apologies: Cllr Orde (present from item 3)"
        if seen.status == "present" and HOPED.fullmatch(beside.strip()) is not None:
            return
        name = _full(seen.person)
        if seen.status in ("present", "in_attendance") and " " not in seen.person.name and seen.person.title is not None and sum(
                o.status == "present" and " " in o.person.name and o.person.name.lower().split()[-1] == seen.person.name.lower() for o in self.found) == 1:
            return  # "Attending: Council Member Florin, …" after a list with whole names
        if seen.status == "present" and " " not in seen.person.name and seen.rule == "attendance.narrated" and sum(
                o.status == "present" and o.label != seen.label and " " in o.person.name and o.person.name.split()[-1] == seen.person.name for o in self.found) == 1:
            return  # "… called to order by President Ann Orde. Members present: Orde, Tull, Vane"
        if seen.status == "apologies" and " " not in seen.person.name and sum(o.status == "apologies" and o.person.name.lower().split()[-1] == name.lower() for o in self.found) == 1:
            return  # "Apologies were received from Cllr Burr" after "Apologies: Cllr Zara Burr"
        if seen.status == "apologies" and _INITIALS.match(seen.person.name) and sum(o.status == "apologies" and _INITIALS.match(o.person.name) is None and _one(o.person, seen.person) for o in self.found) == 1:
            return  # "the apology from Member H Doig" after "Member   Harry Doig   apology"
        if seen.status in _AWAY and any(o.status in _AWAY and o.status != seen.status and _full(o.person).lower() == name.lower() for o in self.found):
            return  # "ABSENT   Alan Barker", whose apologies an item below receives: once, as the list has it
        listed = [o for o in self.found if o.status == "present"]
        surnames = len(listed) > 2 and all(" " not in o.person.name for o in listed) and not is_word(seen.person.name)
        if seen.rule == "roll.surname" and sum(_one(o.person, seen.person) for o in listed) != 1 and not surnames:
            return  # a word alone is a name only where a list above has it, or is one of surnames
        for other in self.found:
            if _full(other.person).lower() == name.lower() and (loosely or other.status == seen.status):
                return
            if loosely and (same_name(_full(other.person), name) or _akin(other.person, seen.person)):
                return
        self.found.append(seen)

    def fill(self, seen: Sequence[Seen]) -> None:
        """Add those of whom the paper's own forms have not told already, in any status and form of the name, and part two who were taken for one."""
        names = {one.person.name.lower() for one in seen if " " in one.person.name}
        self.found = [other for other in self.found if not any(
            " ".join(words[:k]) in names and " ".join(words[k:]) in names for words in [other.person.name.lower().split()] for k in range(2, len(words) - 1))]
        for one in seen:
            if not any(self._same(other, one) for other in self.found):
                self.found.append(one)

    @staticmethod
    def _same(other: Seen, seen: Seen) -> bool:
        """Is it the person who is known already? A name that holds words of the post loses them."""
        name, known = (re.sub(r"(?<=\b\w\.)(?=\w)", " ", who.person.name.lower()) for who in (seen, other))  # "S.Smeed", "S. Smeed"
        if seen.status in _AWAY and other.status == "present" and known == name and re.search(r"\bnot\b|absent", seen.label) and " " in name:
            return False  # "President Orde was not at this meeting", whom the list above it seems to name
        if not seen.person.title and " " not in seen.person.name and seen.person.name in (other.person.role or "") and seen.person.name != other.person.name:
            return True  # a word of his post: "D. Hart, County Planner — ORRS"
        if known.endswith(f" {name}") and known.removesuffix(f" {name}") in f"{seen.person.title or ''} {seen.person.role or ''}".lower():
            other.person = replace(other.person, name=seen.person.name, title=seen.person.title, role=seen.person.role)  # "Director of Public Works Dodd"
            return True
        return known == name or (" " in name and " " in known and (known.endswith(f" {name}") or known.startswith(f"{name} ") or name.endswith(f" {known}") or name.startswith(f"{known} "))) or _akin(other.person, seen.person) or same_name(_full(other.person), _full(seen.person)) or (name.split()[-1] in known.split() and (" " not in known or " " not in name))

    def find(self, text: str) -> Seen | None:
        """The one person found that a name in running text can mean."""
        person = read_person(text.strip(), surname=True)
        if person is None:
            return None
        fits = [s for s in self.found if s.person.name.lower() == person.name.lower()] or [
            s for s in self.found if s.status != "apologies" and (same_name(_full(s.person), text) or _akin(s.person, person))]
        return fits[0] if len(fits) == 1 else None

    def settle(self, parts: Sequence[MinuteItem], measure: Measure) -> None:
        """One person, one status: whom a roster lists and the paper then calls absent or excused did not come.

        Both stay where an arrival or departure is printed, and where a list of those present and one of apologies contradict each other
        (`check.agreement` says so).
        """
        for seen in self.found:
            if seen.status == "present" and STAFF.fullmatch(seen.person.role or "") and sum(o.status == "present" and not STAFF.fullmatch(o.person.role or "") for o in self.found) > 1:
                seen.status = "in_attendance"  # "Present were Mayor Hedder, Councilors Keen and Moss, City Manager Boyle"
        for clerk in [s for s in self.found if s.status == "in_attendance" and SERVANT.match(s.person.role or "") and not re.match(MEMBER, s.person.title or "")]:
            self.found = [s for s in self.found if s.status != "present" or s.person.role or re.match(MEMBER, s.person.title or "") or _full(s.person) != _full(clerk.person)]  # "Present: Mr Orde, Mr Hill. Clerk: Mr Hill"
        for missed in [s for s in self.found if s.status in ("absent", "apologies")]:
            fits = [s for s in self.found if s.status in ("present", "in_attendance") and _one(s.person, missed.person)]
            exact = [s for s in fits if same_name(_full(s.person), _full(missed.person)) or _full(s.person).lower() == _full(missed.person).lower()]
            fits = exact or fits
            if len(fits) != 1:
                continue
            if not exact and (fits[0].status == "in_attendance" or len(missed.person.name.split()) > 1):
                continue  # "Absent: Cllr Smith" is not "Mr J Smith, Clerk", nor "Absent: Cllr J Smith" the "Cllr Smith" who is listed
            listed = fits[0]
            said = missed.status == "absent" or re.search(r"excused|absen|not (?:present|in attendance)|unable|not attend|tendered", missed.label, re.I)
            if not said and not (listed.label and _ROSTER.search(listed.label) and not _SAYS_PRESENT.search(listed.label)):
                continue
            if _moved(listed, missed, parts, measure):
                continue
            longer = max(listed, missed, key=lambda s: len(s.person.name.split()))
            missed.person = replace(longer.person, party=missed.person.party or listed.person.party, note=missed.person.note or longer.person.note,
                                    role=missed.person.role or listed.person.role)
            missed.ward = missed.ward or listed.ward
            missed.places = [*listed.places, *missed.places]
            self.found.remove(listed)

    def record(self, seen: Seen, paper: Paper, ids: Ids) -> Attendance:
        """The record of one person."""
        p = seen.person
        if seen.status in ("apologies", "absent") and p.role and p.role.islower() and not re.search(r"chair|clerk|member|opted", p.role):
            p = replace(p, role=None, note="; ".join(filter(None, (p.role, p.note))))  # "(holiday)"
        page = seen.places[0].page if seen.places else paper.first_page
        return Attendance(
            attendance_id=ids("attendance", page), document_id=paper.document_id, name=" ".join(p.name.split()) + _younger(p), name_printed=" ".join(p.printed.split()),
            status=seen.status, role=p.role, party=p.party, ward=seen.ward, substitute_for=p.substitute_for, remote=seen.remote, note=p.note,
            evidence=Evidence.at(seen.places), rule=seen.rule)


def _younger(p: PersonName) -> str:
    """What tells two of one name apart is part of it: ", Jr."."""
    return next((f", {h.title() + '.' if h.title() in ('Jr', 'Sr') else h}" for h in p.honours if h.title() in ("Jr", "Sr") or h in ("II", "III", "IV")), "")


def _full(p: PersonName) -> str:
    return f"{p.title} {p.name}" if p.title and re.match(r"M(?:r|rs|s|iss)\b", p.title) else p.name


def _akin(a: PersonName, b: PersonName) -> bool:
    """One surname, and forenames that begin alike or are not printed ("McKay", "Joe McKay")."""
    x, y = a.name.lower().split(), b.name.lower().split()
    if x[-1] != y[-1]:
        return False
    return len(x) == 1 or len(y) == 1 or x[0][0] == y[0][0]


_ROSTER = re.compile(r"members|roll|council|board|commission|trustees|supervisors|directors|alder", re.I)
_SAYS_PRESENT = re.compile(r"present|attend|sederunt|bresennol", re.I)
_CAME_OR_WENT = re.compile(r"\b(?:arriv|late\b|lateness|joined|left\b|leav|enter|return|depart|until\b|from \d|part of)", re.I)


def _one(a: PersonName, b: PersonName) -> bool:
    """Can two printed names be one person's: equal, or one surname and forenames, initials and titles that do not differ?"""
    one, two = name_parts(_full(a)), name_parts(_full(b))
    return _full(a).lower() == _full(b).lower() or (one is not None and two is not None and may_be(one, two) is not False)


def _moved(listed: Seen, missed: Seen, parts: Sequence[MinuteItem], measure: Measure) -> bool:
    """Does the paper print that one who is listed as present and as absent came late or left?"""
    if any(_CAME_OR_WENT.search(text) for seen in (listed, missed) for text in (seen.person.note, seen.person.role, seen.label, seen.person.printed) if text):
        return True
    surname = re.escape(missed.person.name.split()[-1])
    near = re.made_of(rf"\b{surname}\b[^.;:]{{0,60}}?\b(?:arriv|joined|left\b|enter|return|depart|came in|late\b)|\b(?:lateness|arriv\w+|late\b)[^.;:]{{0,60}}\b{surname}\b", re.I)
    return any(near.search(para.text) for part in parts for para in part.paragraphs(measure))
