"""The labels of report headers ("Report title:", "Ward(s) affected:"), by which a page shows that a report begins on it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from papermine import regex as re
from papermine.document import Line
from papermine.language.formitems import names_item

LABELS: dict[str, tuple[bool, str]] = {
    "subject": (True, r"(?:agenda\s+)?subject(?:\s+matter)?|re|regarding"),
    "title": (True, r"report\s+(?:title|heading|on)|(?:agenda\s+)?(?:item\s+)?title(?:\s+of\s+(?:the\s+)?(?:report|item))?|name\s+of\s+report|report\s+subject|agenda\s+subject"),
    "report_to": (True, r"report\s+to|report\s+for"),
    "report_of": (True, r"(?:joint\s+)?report\s+(?:of|by|from|originator|presented\s+by|prepared\s+by|number|no\.?|reference|ref)(?:\s+(?:the|contact).*)?"),
    "from": (False, r"from|by"),
    "to": (False, r"to"),
    "date": (False, r"(?:(?:meeting|report|decision|council|committee|board|commission|hearing|agenda|submittal)\s+)?date(?:\s+of\s+(?:meeting|committee|decision|report|cabinet|council|publication))?"),
    "meeting": (False, r"committee|meeting(?:\s+(?:name|of|body))?|panel|board|decision\s+(?:maker|level|taker)|name\s+of\s+(?:committee|meeting)|council|cabinet|forum"),
    "purpose": (False, r"purpose(?:\s+of\s+(?:the\s+)?report)?|summary|executive\s+summary|report\s+summary|synopsis|recommendation\s*\(?s?\)?"),
    "wards": (True, r"(?:electoral\s+)?(?:wards?|divisions?|areas?)(?:\s*\(s\))?(?:\s+(?:or\s+(?:groups?|communities))?.{0,22}affected|\s+councillors|\s+members?|\s+involved)?"),
    "class": (False, r"class(?:ification)?|status|confidential\w*|exempt(?:ion)?(?:\s+information)?|public\s*/\s*private|open\s*/\s*exempt|restrict\w+|report\s+status"),
    "key": (False, r"(?:is\s+this\s+a\s+)?(?:key|type\s+of)\s+decision.*|decision\s+type|forward\s+plan.*|in\s+forward\s+plan|key\s+or\s+non-key.*|key/non.*"),
    "member": (True, r"(?:relevant\s+|lead\s+|responsible\s+|executive\s+|the\s+)?(?:cabinet|portfolio|executive(?:\s+board)?|lead)\s+(?:member|holder|councillor|lead)s?.*|portfolio.*|committee\s+chair"),
    "officer": (True, r"(?:lead|contact|responsible|authori[sz]ing|presenting|accountable|originating|relevant|reporting|executive|corporate|strategic|service|chief|proper|monitoring|case)\s+"
                      r"(?:officer|director|employee|service|author|head|executive\s+director|lead|area|manager|person|department)\w*.*|officer\s+contact.*|contact(?:s|\s+officer|\s+details)?|"
                      r"(?:report\s+)?(?:prepared|presented|submitted|approved|authored|written|reviewed|originated)\s+by.*|(?:report\s+)?author\w*(?:\(s\))?(?:\s+of\s+report)?|staff\s+contact|submitting\s+department|(?:(?:executive|corporate|strategic)\s+)?director"),
    "applicant": (False, r"applicant(?:\s*/\s*(?:agent|owner))?|applicant['’]s\s+name"),
    "proposal": (False, r"proposal|proposed\s+development|development|description(?:\s+of\s+(?:development|proposal))?"),
    "location": (False, r"location|site(?:\s+(?:address|location))?|address(?:\s+of\s+site)?|property"),
    "unit": (False, r"(?:submitting\s+|initiating\s+)?department(?:\s+name)?|division|directorate|service(?:\s+area)?|originating\s+(?:service|department|office)|initiating\s+department"),
    "item": (False, r"(?:agenda\s+)?item(?:\s*(?:no\.?|number))?|agenda\s+(?:no\.?|section)|appendi(?:x|ces)|(?:file|record)\s*(?:no\.?|number|#|ref\w*)|ref(?:erence)?(?:\s+no\.?)?|application\s+(?:no|number|ref)\w*\.?"),
}
"""Labels of report headers: name → (strong evidence, pattern)."""
_LABEL = re.compile(rf"(?:{'|'.join(f'(?P<{name}>{pattern})' for name, (_, pattern) in LABELS.items())})\s*$", re.I)


@lru_cache(2048)
def label_of(text: str) -> tuple[str, bool] | None:
    """The report header label that ``text`` is or starts with ("Report title:", "From: …").

    >>> label_of("Ward(s) or groups affected:"), label_of("Subject: Pay Policy"), label_of("From here on")
    (('wards', True), ('subject', True), None)
    """
    head, colon, value = text.partition(":")
    if colon and names_item(head, value):
        return "title", True
    candidate = head if colon else text
    if len(candidate) > 60:
        return None
    m = _LABEL.match(candidate.strip(" .*•-–["))
    return (m.lastgroup, LABELS[m.lastgroup][0]) if m and m.lastgroup else None


def header_labels(lines: Sequence[Line]) -> dict[str, bool]:
    """The report header labels among ``lines``: name → strong."""
    found: dict[str, bool] = {}
    for line, below in zip(lines, [*lines[1:], None], strict=False):
        segments = line.segments()
        over = line.bold and len(line) < 6 and below is not None and not below.bold and len(below) < 12  # its value below it
        for i, (text, _) in enumerate(segments):
            got = label_of(text)
            if got is not None and got[0] == "item" and i + 1 < len(segments) and names_item(text.rstrip(" :"), segments[i + 1][0]):
                got = "title", True
            alone = ":" not in text
            if got and (not alone or len(segments) > 1 or got[0] in ("wards", "title", "subject", "item", "class", "date", "from")
                        or over or (line.bold and len(line) < 6 and got[0] in ("member", "officer", "report_to"))):
                if alone and i and got[0] in ("from", "to", "unit", "purpose"):
                    continue
                found[got[0]] = got[1]
    return found
