"""Minutes crossbred: each part of the page takes a known form, drawn independently of the others, as marked-up text for `housestyle`.

What a rule reads should not hang on what happens to stand beside it. `crossed` makes one paper of a seed, with what was drawn for each
part; ``fixed`` holds some of them ({"roll": "cols3"}), so that a failure can be followed to the pair of forms that makes it.
"""

from __future__ import annotations

import datetime
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Land:
    """What the papers of one country call things: title of one member and of several, who presides, who serves."""

    councils: tuple[str, ...]
    committees: tuple[str, ...]
    titles: tuple[tuple[str, str], ...]
    chairs: tuple[str, ...]
    vices: tuple[str, ...]
    posts: tuple[str, ...]
    names: tuple[str, ...]
    venues: tuple[str, ...]
    parties: tuple[str, ...] = ()
    american: bool = False


_ENGLISH = ("Jo Vane", "Al Tull", "Ben Orde", "Celia Fenn", "Dora Pell", "Hal Stone", "Ida Church", "Kit Young", "Liz Marsh-Bolt", "Ned O'Neill", "Pam McKechnie", "Ray de la Haye", "Wyn Oldacre", "Anil Deshpande")
_WELSH = ("Gwyn Parry", "Non Griffiths", "Mair Bevan", "Dewi ap Gwilym", "Siân Parry-Jones", "Llinos Prys", "Bethan Rhydderch", "Elfed Ynyr", "Ffion Meredydd", "Rhian Llwyd", "Ieuan Tegid")
_IRISH = ("Nuala Killen", "Tim Durk", "Pádraig Ó Ceallaigh", "Máire Ní Dhuibhir", "Seán de Búrca", "Ned O'Rourke", "Aoife Breth", "Conor McElligott", "Deirdre Mac Giolla", "Róisín Tarpey", "Liam Hession")
_SCOTS = ("Isla Baird", "Morven Duff", "Catriona NicLeòid", "Calum MacAulay", "Iain MacIlleathain", "Una McGlashan", "Shona Kerr-Tait", "Ailsa Strachan", "Wasyl Pawlyshyn", "Rory Fyfe", "Euan Cairns")
_AMERICAN = ("Ruth Abrego", "Tom Feeney", "Lena Hsu", "Denise Calloway", "José Ibarra", "Kim Van Der Meer", "Linda St. Clair", "Oksana Hrytsenko", "Tyrell McAdoo", "Sandy O'Dell", "Maria De La Cruz")
_CANADIAN = ("Lise Barton", "Jean-François Lavallée", "Geneviève St-Onge", "Rob Dubois", "Sam Oake", "Oksana Hryhorenko", "Ian MacIsaac", "Gilles Côté", "Heather Prud'homme", "Doug Rasmussen", "Wendy Tait")
_CLLR = (("Cllr", "Cllrs"), ("Councillor", "Councillors"), ("Cllr.", "Cllrs."))

LANDS = {
    "district": Land(("Wexmere District Council", "Brindlecombe Borough Council"), ("Planning Committee", "Licensing Sub-Committee", "Joint Waste Management Committee", "Housing and Communities Policy Development Committee"),
                     _CLLR, ("Chair", "Chairman"), ("Vice-Chair", "Deputy Chair"), ("Head of Finance", "Director of Place", "Solicitor", "Democratic Services Officer"), _ENGLISH, ("Council Chamber, Civic Centre, Wexmere", "Committee Room 2, Town Hall"),
                     ("Con", "Lab", "LD", "Green")),
    "parish": Land(("Nether Quillmere Parish Council", "Oakhanger Town Council"), (), _CLLR, ("Chairman", "Chair"), ("Vice Chairman",), ("Deputy Clerk", "Responsible Financial Officer", "Clerk & RFO"), _ENGLISH, ("Village Hall, Church Lane", "Methodist Hall")),
    "wales": Land(("Pentregoch Community Council", "Bodfelin Town Council"), (), _CLLR, ("Chair", "Chairman"), ("Vice Chair",), ("Deputy Clerk", "Clerk"), _WELSH, ("Neuadd Goffa, Pentregoch", "Reading Room, Cwmifan")),
    "ireland": Land(("Killarath County Council",), ("Housing Strategic Policy Committee",), _CLLR, ("Cathaoirleach",), ("Leas-Chathaoirleach",), ("Director of Services", "Senior Engineer", "Meetings Administrator"), _IRISH, ("Council Chamber, Áras an Chontae",),
                    ("FF", "FG", "SF")),
    "scotland": Land(("Kilbrannan Community Council",), (), (("", ""),), ("Chair", "Convener"), ("Vice Chair", "Secretary"), ("Community Officer", "Minute Secretary"), _SCOTS, ("Village Hall, Kilbrannan", "Primary School")),
    "states": Land(("City of Larkmont", "City of Kettle Ford"), ("City Council",), (("Councilmember", "Councilmembers"), ("Council Member", "Council Members")), ("Mayor",), ("Mayor Pro Tem", "Vice Mayor"), ("City Manager", "City Attorney", "City Clerk"), _AMERICAN,
                   ("Council Chambers, 200 Alder Street", "City Hall, 410 Oak Avenue"), american=True),
    "canada": Land(("Town of Port Harrow", "Township of Loon Narrows"), ("Committee of the Whole",), (("Councillor", "Councillors"),), ("Mayor", "Reeve"), ("Deputy Mayor",), ("Chief Administrative Officer", "Director of Planning", "Town Clerk"), _CANADIAN,
                   ("Council Chambers, Municipal Hall",), american=True),
}
_SUBJECTS = (("Apologies for Absence", "As listed above."), ("Declarations of Interest", "None were declared by those at the table."), ("Minutes of the Previous Meeting", "The minutes were approved and signed."),
             ("Highways", "The potholes on Church Hill had been reported again. Work is due in the spring."), ("Planning Applications", "There were no objections to the applications before the meeting."), ("Correspondence", "A letter from the school about parking was noted."),
             ("Footpaths and Open Spaces", "The stile at Gill Head was broken. The clerk will write to the landowner."), ("Any Other Business", "None."))
_ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII"]


@dataclass
class _Person:
    name: str
    title: str = ""
    role: str = ""
    party: str = ""
    note: str = ""


class _Draw:
    """The forms of one paper and its lines."""

    def __init__(self, seed: int, fixed: Mapping[str, str]) -> None:
        self.r = random.Random(seed)
        self.fixed = fixed
        self.drawn: dict[str, str] = {}
        self.land = LANDS[self.pick("land", *LANDS)]
        self.council, self.committee = self.r.choice(self.land.councils), self.r.choice(("", *self.land.committees))
        self.one, self.several = self.r.choice(self.land.titles)
        self.names = self.pick("names", "full", "initial", "capitals", *(("styled",) if not self.land.american else ()), *(("untitled",) if self.one == "Cllr" or not self.one else ()))
        people = [_Person(name) for name in self.r.sample(self.land.names, len(self.land.names))]
        self.members, self.away, self.staff = people[:self.r.choice((4, 5, 6))], people[6:6 + self.r.choice((0, 1, 2))], people[-self.r.choice((1, 2)):]
        self.members[0].role, self.members[1].role = self.r.choice(self.land.chairs), self.r.choice(self.land.vices)
        for person, post in zip(self.staff, reversed(self.land.posts), strict=False):
            person.role = post
        if self.land.parties and self.pick("party", "none", "brackets") == "brackets":
            for k, person in enumerate(self.members):
                person.party = self.land.parties[k % len(self.land.parties)]
        self.members[-1].note = {"none": "", "late": " (arrived at 7.20 pm)", "remote": " (via Zoom)"}[self.pick("note", "none", "none", "late", "remote")]
        self.bold, self.tight = self.r.random() < 0.5, self.pick("rows", "tight", "loose") == "tight"

    def pick(self, part: str, *forms: str) -> str:
        """One of the forms of a part of the page."""
        form = self.r.choice(forms)
        self.drawn[part] = form = self.fixed[part] if self.fixed.get(part) in forms else form
        return form

    def shown(self, person: _Person) -> str:
        first, rest = person.name.split(" ", 1)
        return {"initial": f"{first[0]}. {rest}", "styled": f"{first[0]} {rest}", "capitals": f"{first[0]} {rest.upper()}"}.get(self.names, person.name)

    def member(self, person: _Person, status: str = "present", *, shared: bool = False, own_line: bool = False) -> str:
        """A member as a list names him; ``shared``: the list's title is his, ``own_line``: nothing follows."""
        marks = (f' role="{person.role}"' if person.role else "") + (f' party="{person.party}"' if person.party else "")
        title = {"untitled": "", "styled": "Mrs " if len(person.name) % 2 else "Mr "}.get(self.names, "" if shared else f"{self.one} ".lstrip())
        words = f"{{{{A {status}{marks}: {self.shown(person)}}}}}" + (f" ({person.party})" if person.party else "")
        if not person.role:
            return title + words + person.note
        form = self.drawn.get("role") or self.pick("role", "bracket", "dash", "comma", "before")
        if form == "before" and own_line:
            return f"{person.role}: {title}{words}{person.note}" if "Mayor" not in person.role and person.role != "Reeve" else f"{person.role} {words}{person.note}"
        return title + words + {"dash": f" – {person.role}", "comma": f", {person.role}"}.get(form if own_line else "", f" ({person.role})") + person.note

    def label(self, words: str) -> str:
        return f"**{words}:**" if self.bold else f"{words}:"

    def section(self, form: str, label: str, rows: Sequence[str]) -> list[str]:
        """A label and who stands under it: in one paragraph, a line each below it, or beside it."""
        if form == "inline":
            return [f"P|{self.label(label)} {', '.join(rows[:-1])}{' and ' if len(rows) > 1 else ''}{rows[-1]}"]
        if form == "beside":
            return [f"W120,340|{self.label(label)} ~ {'<br/>'.join(rows)}"]
        return [f"H|{label}", *(["P|" + "<br/>".join(rows)] if self.tight else [f"P|{row}" for row in rows])]

    def roll(self) -> list[str]:
        """Those who came."""
        label = self.pick("label", "PRESENT", "Present", "Members Present", f"Present ({len(self.members)})", "Attendance")
        alone = [self.member(p, own_line=True) for p in self.members]
        plural = self.several if self.names not in ("untitled", "styled") else ""
        shared = [self.member(p, shared=bool(plural)) for p in self.members]
        form = self.pick("roll", "inline", "lines", "beside", "shared", "semicolons", "cols2", "cells", "ticks", "letters", "sentence", "in_chair", "chair_first", "numbered")
        several = f"{plural} ".lstrip()
        if form == "shared":
            return [f"P|{self.label(label)} {several}{', '.join(shared[:-1])} and {shared[-1]}"]
        if form == "semicolons":
            return [f"P|{self.label(label)} {'; '.join(alone)}"]
        if form == "cols2":
            return [f"H|{label}", *(f"W230,230|{' ~ '.join(alone[k:k + 2])}" for k in range(0, len(alone), 2))]
        if form == "cells":
            return [f"H|{label}", *(f"G280|{row}" for row in alone)]
        if form in ("ticks", "letters"):
            head, came, gone = ("G200,80,80|Name ~ Present ~ Apologies", " ~ X ~ ", " ~ ~ X") if form == "ticks" else ("G200,120|Name ~ Present (P) / Apologies (A)", " ~ P", " ~ A")
            rows, away = [self.member(p) + came for p in self.members], [self.member(p, "apologies") + gone for p in self.away]
            self.away = []
            return [head, *(f"{head.split('|')[0]}|{row}" for row in (*rows, *away))]
        if form == "sentence":
            return [f"P|{self.r.choice(('Present were', 'The following were present:', 'Members in attendance were:'))} {', '.join(shared[:-1])} and {shared[-1]}."]
        if form == "in_chair":
            return [f"P|{self.label(label)} {self.member(self.members[0])} in the Chair", f"P|{several}{', '.join(shared[1:-1])} and {shared[-1]}"]
        if form == "chair_first" and plural and not self.land.american:
            chair = self.members[0]
            return [f"P|{self.label(label)} {chair.role}: {self.one} {{{{A present role=\"{chair.role}\": {self.shown(chair)}}}}}", f"P|{self.several}: {', '.join(shared[1:-1])} and {shared[-1]}"]
        if form == "numbered":
            return [f"H|{label}", *(f"L30,20 {k}.|{row}" for k, row in enumerate(alone, 1))]
        return self.section(form if form in ("inline", "beside") else "lines", label, [self.member(p) for p in self.members] if form == "inline" else alone)

    def missing(self) -> list[str]:
        """Those who sent apologies or were absent."""
        label = self.pick("missing", "Apologies", "APOLOGIES", "Apologies for absence", "Absent with apologies", "Absent", "Regrets")
        status = "absent" if label == "Absent" else "apologies"
        form = self.pick("missing_set", "inline", "lines", "beside")
        return self.section(form, label, [self.member(p, status) for p in self.away]) if self.away else []

    def served(self) -> list[str]:
        """Officers, and how many of the public came."""
        post = self.pick("post", "comma", "bracket", "dash", "before_dash", "before_colon", "before_bracket")
        rows = []
        for p in self.staff:
            who = f"{{{{A in_attendance role=\"{p.role}\": {p.name}}}}}"
            rows.append({"comma": f"{who}, {p.role}", "bracket": f"{who} ({p.role})", "dash": f"{who} – {p.role}", "before_dash": f"{p.role} – {who}", "before_colon": f"{p.role}: {who}", "before_bracket": f"{p.role} ({who})"}[post])
        public = self.pick("public", "none", "P|Public: 3", "P|Press and public: none", "P|There were 2 members of the public present.")
        form = self.pick("staff_set", "lines", "beside", *(("inline",) if post != "before_colon" else ()))
        return [*self.section(form, self.pick("staff", "In attendance", "IN ATTENDANCE", "Also present", "Officers Present", "Also in attendance"), rows), *([public] if public != "none" else [])]

    def title(self) -> tuple[list[str], list[str]]:
        """Lines that describe the meeting, and the title block."""
        when = datetime.date(self.r.randint(2012, 2025), self.r.randint(1, 12), self.r.randint(1, 28))
        hour = self.r.choice((10, 14, 18, 19))
        day = f"{when:%B} {when.day}, {when.year}" if self.land.american else self.r.choice((f"{when.day} {when:%B} {when.year}", f"{when:%A} {when.day} {when:%B} {when.year}"))
        at = f"{(hour - 1) % 12 + 1}{self.r.choice((':', '.')) if not self.land.american else ':'}00 {'a.m.' if hour < 12 else 'p.m.'}"
        venue, body = self.r.choice(self.land.venues), self.committee or self.council
        up = self.pick("case", "capitals", "mixed") == "capitals"
        heads = [f"C|{words.upper() if up else words}" for words in (self.council, self.committee) if words]
        above = {"none": [], "draft": ["C|DRAFT"], "letterhead": [f"C|{self.council}", "P|Clerk: Mrs Edna Thripp, 14 High Street, Wexmere", "P|Tel: 01632 960123", "S|14"]}[self.pick("above", "none", "draft", "letterhead")]
        frame = self.pick("frame", "lines", "day_first", "sentence", "labels", "cells")
        minutes = "C|MINUTES OF THE MEETING" if up else "C|Minutes of the Meeting"
        if frame == "lines":
            block = [*heads, minutes, f"C|{day} at {at}", f"C|{venue}"]
        elif frame == "day_first":
            block = [f"C|{day} at {at}", *heads, minutes, f"C|{venue}"]
        elif frame == "sentence":
            told = self.r.choice((f"on {day} at {at} in the {venue}", f"in the {venue} on {day} at {at}", f"at {at} on {day} at {venue}"))
            block = [*heads[:1], f"P|Minutes of the meeting of the {body} held {told}."]
        else:
            mark = "G90,340" if frame == "cells" else "W90,340"
            block = [*heads, minutes, f"{mark}|Date: ~ {day}", f"{mark}|Time: ~ {at}", f"{mark}|Venue: ~ {venue}"]
        about = [f"#council {self.council}", f"#body {body}", f"#date {when}", f"#time {hour}:00", f"#venue {venue}", f"#font {self.pick('font', 'Helvetica', 'Times-Roman')}", f"#gap {self.pick('gap', '2', '6', '10')}"]
        running = self.pick("running", "none", "none", "title")
        return [*about, *(["#sheet letter"] if self.land.american else []), *([f"#head {body}, {day}"] if running == "title" else [])], [*above, *block]

    def items(self) -> list[str]:
        """The headings of business and what stands below them."""
        scheme, look = self.pick("number", "dot", "bare", "brackets", "slash", "item", "letter", "roman"), self.pick("heading", "bold", "hanging", "column", "cell", "plain", "underlined")
        out = []
        for k, (subject, text) in enumerate(_SUBJECTS):
            number = {"dot": f"{k + 1}.", "bare": f"{k + 1}", "brackets": f"({k + 1})", "slash": f"{k + 23}/24", "item": f"Item {k + 1}", "letter": f"{'ABCDEFGH'[k]}.", "roman": f"{_ROMAN[k]}."}[scheme]
            marked = f"{{{{I {number.strip('().').removeprefix('Item ')}: {subject}}}}}"
            out += {"bold": [f"H|{number} {marked}", f"P|{text}"], "plain": [f"P|{number} {marked}", f"P|{text}"], "underlined": [f"P|<u>{number} {marked}</u>", f"P|{text}"], "hanging": [f"L52,52 {number}|{marked}", f"P52|{text}"],
                    "column": [f"W50,400|{number} ~ **{marked}**", f"W50,400| ~ {text}"], "cell": [f"G50,410|{number} ~ **{marked}**<br/>{text}"]}[look]
        return out

    def paper(self) -> str:
        """The whole text."""
        about, block = self.title()
        came, missing, served = self.roll(), self.missing(), self.served()
        roll = {"first": [*came, *missing, *served], "last": [*missing, *came, *served], "middle": [*came, *served, *missing]}[self.pick("order", "first", "last", "middle")]
        lines = [*block, *roll, *self.items()]
        if (cut := self.pick("break", "none", "none", "roll", "items")) != "none":
            lines.insert(len(block) + (self.r.randint(1, len(roll) - 1) if cut == "roll" and len(roll) > 1 else len(roll) + 3), "B|")
        return "\n".join([*about, *lines, "P|The meeting closed at 9.10 p.m."])


def crossed(seed: int, fixed: Mapping[str, str] | None = None) -> tuple[str, dict[str, str]]:
    """The text of one paper, and which form each part took."""
    draw = _Draw(seed, fixed or {})
    return draw.paper(), draw.drawn
