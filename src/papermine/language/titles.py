"""How people are addressed before their names, as pieces of patterns: each may be followed by a full stop."""

from __future__ import annotations

STYLE = r"(?:Mrs?|Ms|Miss|Mx|Messe?rs|Dr|Prof(?:essor)?|Sir|Dame|Lady|Rev(?:d|erend)?|Shri|Smt)"
"""Anyone: "Mrs", "Dr"."""
COUNCILLOR = r"(?:Councill?ors?|Cllrs?|Clr|Counc?(?=\.)|Cnllr|Crs?|Council\s?[Mm]embers?|Council(?:m[ae]n|wom[ae]n|persons?)|Alder(?:m[ae]n|wom[ae]n|persons?)|Bailie)"
"""A member of a council, or several: "Cllr", "Council Members", "Aldermen"."""
MEMBER = rf"(?:{COUNCILLOR}|Commissioners?|Comm?r?(?=\.\s?[A-Z])|Trustees?|Supervisors?|Select(?:m[ae]n|wom[ae]n|persons?)|Assembly\s?[Mm]embers?|Assembly(?:m[ae]n|wom[ae]n|persons?)|Legislators?|Comm?(?=\.\s))"
"""A member of any body, or several: "Cllr", "Trustees"."""
TITLE = rf"(?:{MEMBER}|{STYLE})"
"""Either."""
CHAIR = (r"(?:(?:(?:Right )?Worshipful|Deputy|Dep\.?|Lord|Vice|Acting|High|Civic|Council|Board|Town|City|County)[- ]+)*"
         r"(?:Mayor(?:[ -]Pro[ -]?Tem(?:pore)?)?|Chair(?:man|woman|person)?|President|Conven[eo]r|Provost|Reeve|Warden|Speaker|Leader|Sheriff|Cathaoirleach)\b")
"""Who presides over the body or heads the council: "Deputy Lord Mayor", "Vice-Chairman"."""
POST = r"(?:Manager|Attorney|Solicitor|Engineer|Planner|Administrator|Director|Clerk|Chief|Assistant|Officer|Secretary|Treasurer|Coordinator|Superintendent|Counsel|Comptroller|Recorder)"
"""The word on which the name of an officer's post ends: "City Attorney", "Planning Officer"."""
SEAT = rf"(?:(?:(?:School )?(?:Board|Council|Committee|Commission) Member|{MEMBER}|Member|Director)\b|(?P<presides>{CHAIR}|(?:Vice[- ])?(?:President|Chair)\b|Secretary|Treasurer|Clerk))"
"""The seat of a member, behind the name and a comma: "Ann Orde, Board Member", "Ben Tull, President"; ``presides``: one that may also stand for its holder."""
SERVES = rf"(?:(?:[Tt]he\s)?[A-Z][\w&’'/,-]*(?:\s(?:[A-Z&][\w&’'/,-]*|of|and|the|for|to))*?\s)?(?:{POST}|Executive|RFO|CEO|CAO|CFO|Lead)|(?:(?:[A-Z]\w+\s){{0,3}}(?:Head|Director|Manager|Clerk|Chief|Lead) (?:of|to|for)|Director|Manager)(?:\s(?:[A-Z&][\w&’'/,-]*|of|and|the|for|to))+"
"""A whole post of one who serves a body, by its words: "Clerk & RFO", "Head of Finance", "Director Infrastructure"."""
