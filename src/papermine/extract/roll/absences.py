"""Sentences about who did not come, or came besides the members: "Councilmember Diaz was excused.", "District Cllr Orde was present."."""

from __future__ import annotations

from papermine import regex as re
from papermine.language.labels import Status
from papermine.language.movers import NAME
from papermine.language.titles import CHAIR, MEMBER, POST, TITLE

WHO = rf"{NAME}(?:\s*\([^)]{{1,40}}\))?"
_WHO_ALL = rf"(?P<who>(?:{WHO}(?:,\s+|\s+and\s+|,\s+and\s+))*{WHO})"
_EXCUSED = r"(?P<excused>(?:was|were)\s+(?:an?\s+)?(?:apolog(?:y|ies)|excused)(?:\s+absences?)?|(?:has|have|had)\s+(?:an\s+)?excused(?:\s+absences?)?|(?:had\s+)?(?:sent|given|tendered)\s+(?:(?:his|her|their|an)\s+)?apolog(?:y|ies)|(?:had\s+)?asked\s+to\s+be\s+excused)"
_ABSENT = r"(?:(?:was|were)\s+(?:also\s+|both\s+)?(?:absent|not\s+present|not\s+in\s+attendance|not\s+(?:present\s+)?at\s+(?:this|the)\s+meeting|unable\s+to\s+attend)(?:\s+with(?:out)?\s+(?:apolog\w+|notice|cause|leave))?|did\s+not\s+attend)"
_OPEN = r"(?:\s+(?:from|at|for)\s+(?:the|this|tonight’s|tonight's)\s+meeting|\s+from\s+attendance)?(?:\s+(?:due\s+to|because\s+of|owing\s+to|through)\s+[^.;:\d]{3,40})?(?:\s+\([^()]{3,90}\))?\s*\.?"
_GONE = re.compile(rf"(?:{_WHO_ALL}(?:,\s+(?:the\s+)?[A-Z][^,.;:]{{2,40}},)?\s+(?:{_EXCUSED}|{_ABSENT}){_OPEN})")
_EXCEPT = re.compile(rf"(?:(?:The\s+)?[Rr]oll\s+call\s+(?:showed|indicated|found)\s+)?(?i:all|the)\s+(?:of\s+the\s+)?(?:\w+\s+){{0,4}}?(?:were\s+)?present,?\s+(?:with\s+the\s+exceptions?\s+of|except(?:ing|\s+for)?|but\s+for)\s+{_WHO_ALL}(?:,?\s+who\s+{_EXCUSED}|,?\s+who\s+{_ABSENT})?{_OPEN}")

_OFFICE_GONE = re.compile(rf"{CHAIR}\s+{_WHO_ALL}\s+(?:{_EXCUSED}|{_ABSENT}){_OPEN}")
_POST_GONE = re.compile(rf"(?:[A-Z][a-z]+ ){{0,3}}(?:{POST}|{CHAIR}|{MEMBER}),?\s+(?P<who>{WHO}),\s+(?:absent|(?P<excused>excused))\.?")


def gone(sentence: str) -> tuple[int, int, Status] | None:
    """Where a sentence that says who did not come names them, and what it makes of them; what ends at a time of day is a departure.

    >>> gone("Councilmember Diaz was excused."), gone("All members were present except Cllr Orde.")
    ((0, 18, 'apologies'), (32, 42, 'absent'))
    >>> gone("Cllr Orde was excused at 8.15 pm."), gone("Cllr Orde was absent for the vote.")
    (None, None)
    """
    m = _GONE.fullmatch(sentence) or _OFFICE_GONE.fullmatch(sentence) or _EXCEPT.fullmatch(sentence) or _POST_GONE.fullmatch(sentence)
    return None if m is None else (m.start("who"), m.end("who"), "apologies" if m["excused"] else "absent")


TAIL_GONE = re.compile(rf"(?<=[a-z)])(?:,\s+(?:and\s+)?|\s+and\s+)(?=(?:{CHAIR}\s+)?{WHO}\s+(?!were\b|have\b)(?:{_EXCUSED}|{_ABSENT}){_OPEN}$)")
"""Before what the end of a list tells of one who did not come: "Present: Ann Orde, Ben Tull, President Vane was not at this meeting"."""


MINUTED = re.compile(rf"(?P<who>(?!{MEMBER}\b|{CHAIR})[A-Z][^.,;]{{3,40}}?) (?:recorded|took|was taking|kept|typed) (?:the )?(?:minutes|notes)\b")
"""Who serves the meeting, and is no member: "Mrs A Orde recorded the minutes"."""
_BESIDES = re.compile(
    rf"(?:The\s+)?(?P<who>(?P<other>(?:(?:County|District|Borough|Ward|City|Unitary)\s+)+(?=Councill|Cllr))?(?:{TITLE}\.?|(?P<post>(?:[A-Z][a-z]+\s){{1,2}}{POST}(?:-\w+)?))\s[^.;:]{{2,160}}?)"
    r"(?:,?\s+\(?(?P<ward>(?:the\s+|local\s+|as\s+)*(?:ward|division(?:al)?|county|district|borough|local)\s+(?:members?|councillors?))\)?,?)?\s+(?:(?:was|were)\s+(?P<also>also\s+)?(?:present|in\s+attendance)"
    r"(?:\s+(?:as\s+(?:an?\s+)?(?:observers?|ward\s+members?)|at\s+the\s+meeting|by\s+invitation|(?:for|during)\s+(?:an?\s+)?(?:parts?|some|most)\s+of\s+the\s+(?:meeting|proceedings)|(?:(?:together|along)\s+)?with\s+\w+\s+(?:members?\s+of\s+the\s+public|residents|parishioners)(?:\s+and\s+[^.;]{3,40}\s[Pp]ress)?))?|(?P<under>also\s+attended(?:\s+the\s+meeting)?(?=\s*\.?$)|attended\s+(?:the\s+meeting\s+)?(?:by\s+invitation|as\s+(?:an?\s+)?observers?|(?:in\s+accordance\s+with|under|pursuant\s+to)\s+(?![^;]*\bsubstitut)[^;]{3,120}?)))\s*\.?")


def besides(sentence: str) -> tuple[int, int] | None:
    """Where a sentence names those who came and are no members of the body: the ward's or the county's councillors, who was "also" present, or a rule let in.

    >>> t = "Councillors Burley and Cawrey, ward members, were also present."; t[slice(*besides(t))]
    'Councillors Burley and Cawrey'
    >>> t = "District Cllr Burley was present."; t[slice(*besides(t))]
    'District Cllr Burley'
    >>> besides("Councillor Burley attended the meeting in accordance with Procedure Rule 1.37 (b).")
    (0, 17)
    >>> besides("Councillor Burley attended the meeting under Rule 5 as a substitute."), besides("Councillor Burley attended the meeting remotely.")
    (None, None)
    >>> besides("Councillors Burley and Cawrey were present."), besides("Mr Burley was also present at the site visit in May.")
    (None, None)
    """
    m = _BESIDES.fullmatch(sentence)
    if m is None or not (m["other"] or m["ward"] or m["also"] or m["under"] or m["post"]) or re.search(r"\b(?:who|that|which|said|noted|when|had)\b", m["who"]):
        return None
    return m.span("who")


NOTED = re.compile(r"(?:(?P<excused>excused(?: absence)?|(?:sent |with |tendered |gave |an )*apolog(?:y|ies)(?: sent| received| given)?|regrets)|absent(?: (?:with(?:out)? apolog(?:y|ies)|\(?excused\)?|unexcused))?|not present|did not (?:attend|come|appear|join|answer)|was not(?: present)?|(?P<sent>for whom apologies\b.*)|unable to (?:be present|attend)|could not (?:be present|attend))\.?", re.I)
"""What a roster notes beside the name of a member who did not come: "Mary Diaz (excused)"."""
HOPED = re.compile(r"(?:who )?(?:(?:had|has) (?:indicated|said|promised|hoped|intended)|would (?:be|attend|join|arrive)|(?:(?:is|was) )?expected|may (?:be|attend|join)|(?:(?:had|has|was|were) )?(?:attempted|tried|failed|unable|sought) to (?:join|attend|connect|log|be)|could not (?:join|connect|log)|left before (?:the (?:meeting|start|opening|roll)|it (?:began|opened|started))|(?:(?:is|was|now|since) )*(?:no longer (?:an? |on |the )*(?:member|councill?or|trustee|commissioner|council|board|committee)|not yet (?:arrived|present|elected|appointed|co-opted)|(?:resigned|deceased|suspended|disqualified|vacated|removed from office)(?!.*\b(?:meeting|item|minute|during|after)\b)))\b.*", re.I | re.S)
"""What is told of one who may come, or is no member now: nothing says that he did."""
