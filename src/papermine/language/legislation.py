"""Citations of legislation: Acts, regulations and codes, with the provision cited.

>>> [(f.text, f.name) for f in find_legislation("by virtue of Section 100A(4) of the Local Government Act 1972")]
[('Section 100A(4) of the Local Government Act 1972', 'Local Government Act 1972')]
"""

from __future__ import annotations

from dataclasses import dataclass

from papermine import regex as re


@dataclass(frozen=True, slots=True)
class FoundLegislation:
    """A citation. ``name`` is the Act's name and year as printed, lines joined; ``provision`` the section cited."""

    start: int
    end: int
    text: str
    name: str
    provision: str | None = None


_YEAR = r"(?:1[5-9]|20)\d\d"
_ANCHOR = re.compile(
    r"\b(?:(?P<act>Acts?|ACT|Measure)\b(?:\s*\((?:Northern Ireland|Scotland|Wales|England|NI)\))?(?P<year>,?\s+" + _YEAR + r"\b(?!/))?"
    r"|(?P<made>(?:Regulations?|REGULATIONS|Order|ORDER|Rules)\b(?:\s*\([A-Z][^()]{2,60}\))*,?\s+" + _YEAR + r"\b(?!/)))"
    r"(?P<statutes>,?\s+[SR]\.?\s?[SO]\.?\s?[CO]?\.?\s+\d{4},?\s+c\.\s?[A-Z]?\.?\s?\d+(?:,\s+Sched\.\s+[A-Z\d]+)?)?")
_CODE_NAME = (
    r"(?:(?:California|State|Ohio|Texas)\s+)?(?:Government|Public\s+Resources|Health\s+(?:and|&)\s+Safety|Penal|Elections?|Vehicle|Civil|Labor|"
    r"Education|Water|Streets\s+(?:and|&)\s+Highways|Business\s+(?:and|&)\s+Professions|Revenue\s+(?:and|&)\s+Taxation|"
    r"Welfare\s+(?:and|&)\s+Institutions|Public\s+Contracts?|Public\s+Utilities|Corporations|Revised|Gov(?:ernmen)?t\.?)\s+Code")
_SECTION_NO = r"\d+[A-Z]{0,2}(?:\.\d+)*(?:\s?\(\w{1,4}\))*"
_CODE = re.compile(
    r"\b(?=[A-Z§\d])(?:(?P<code>" + _CODE_NAME + r"),?\s+(?:Sections?|Sec\.|§+|s\.)\s*" + _SECTION_NO
    + r"|(?:Sections?|Sec\.|§+)\s*" + _SECTION_NO + r"\s+of\s+(?:the\s+)?(?P<later>" + _CODE_NAME + r")"
    r"|(?P<usc>\d+\s+U\.?S\.?C\.?(?:A\.)?\s+(?:§+\s*|Section\s+)?\d+\w*(?:\(\w{1,3}\))*)"
    r"|(?P<reg>(?:Ontario\s+Regulation|O\.?\s?Reg\.?)\s+\d+/\d+)"
    r"|(?P<schedule>Schedule\s+12A)\b)")
_NUMBERS = _SECTION_NO + r"(?:\s*(?:,|and|or|to|&|-|–)\s*" + _SECTION_NO + r")*"
_PROVISION = (r"(?:(?:[Ss]ections?|SECTIONS?|[Ss]s?\.?|[Ss]chedules?|SCHEDULES?|[Pp]arts?|PARTS?|[Pp]aragraphs?|[Pp]aras?\.?|PARAGRAPHS?|"
              r"[Rr]egulations?|REGULATIONS?|[Aa]rticles?|[Cc]hapters?|[Rr]ules?|[Cc]lauses?)\s*(?:" + _NUMBERS + r"|[IVX]+\b|\(\w\)))")
_BEFORE = re.compile(r"(?<![\w.])" + _PROVISION + r"(?:\s*,?\s*(?:of|to|in|under|,)?\s*(?:the\s+)?" + _PROVISION + r")*"
                     r"\s*,?\s*(?:(?:of|to|in|under|OF|TO)\b)?\s*(?:(?:the|The|THE)\s+)?$")
_AFTER = re.compile(r"\s*(?:\(\s*" + _PROVISION + r"\s*\)|,\s*" + _PROVISION + r"(?=[\s.,;)]|$))")
_TOKEN = re.compile(r"\([A-Z][^()]{1,70}\)|[^\s()]+")
_LINKS = frozenset(("and", "of", "to", "for", "in", "&", "or", "etc", "on", "by", "from", "with", "etc."))
_NOT_FIRST = frozenset((
    "the", "this", "that", "under", "in", "by", "section", "sections", "schedule", "part", "paragraph", "per", "pursuant",
    "regulation", "regulations", "article", "whether", "an", "a", "of", "and", "to", "for", "with", "from", "if", "when", "where",
    "as", "such", "see", "both", "either", "all", "any", "these", "those", "our", "its", "following", "since", "new", "said", "on",
    "or", "proposed", "every", "previous", "current", "uk"))
_WORDS_ALONE = frozenset((
    "primary", "secondary", "parent", "relevant", "above", "same", "new", "said", "principal", "amended", "amending", "whole",
    "any", "each"))


def _name_start(text: str, end: int) -> int | None:
    """Where the name that ends at ``end`` (before "Act") begins, walking back over capitalised words."""
    floor = max(0, end - 160)
    tokens = list(_TOKEN.finditer(text, text.find(" ", floor) + 1 if floor else 0, end))
    taken: list[re.Match[str]] = []
    capitals = text[end:end + 3] == "ACT"
    for i in range(len(tokens) - 1, -1, -1):
        word = tokens[i].group()
        bare = word.strip("\"“”'‘’[")
        comma = bare.endswith(",")
        link = bare in _LINKS or (bare == "the" and i and tokens[i - 1].group() in ("of", "to", "for", "in"))
        if (link and taken) or (word[0] == "(" and word[-1] == ")" and word[1].isupper()):
            taken.append(tokens[i])
            continue
        if bare == "The" or re.fullmatch("[IVX]+", bare) or (capitals and not word.isupper()):
            break
        if not bare[:1].isupper() or bare[-1:] in ".;:)”" or bare in ("Act", "Acts", "Regulations", "Order", "Orders", "Code", "Rules", "Policy"):
            break
        if comma and not any(t.group() in ("and", "&") for t in taken):
            break  # "Children, Schools and Families Act"; not "the Council, Localism Act"
        if text.find("\n\n", tokens[i].end(), end) >= 0:
            break
        taken.append(tokens[i])
        if word[0] in "\"“‘":
            break
    while taken and (taken[-1].group().strip("\"“‘[,").lower() in _NOT_FIRST or taken[-1].group() in _LINKS or taken[-1].group()[0] == "("):
        taken.pop()
    if not taken or (len(taken) == 1 and taken[0].group().lower() in _WORDS_ALONE):
        return None
    first = taken[-1]
    if first.group() == "Government" and text.endswith(("local ", "local\n"), 0, first.start()):
        return first.start() - 6
    return first.start() + len(first.group()) - len(first.group().lstrip("\"“‘["))


def find_legislation(text: str) -> list[FoundLegislation]:
    """All citations of ``text`` in order. "The Act", by-laws and a report's own sections are none.

    >>> [f.text for f in find_legislation("the Equality Act 2010; Schedule 12A; Children and Families Act 2014 (section 20)")]
    ['Equality Act 2010', 'Schedule 12A', 'Children and Families Act 2014 (section 20)']
    >>> [f.text for f in find_legislation("Municipal Act, 2001, S.O. 2001, c. 25 and Government Code Section 54956.9")]
    ['Municipal Act, 2001, S.O. 2001, c. 25', 'Government Code Section 54956.9']
    >>> [f.name for f in find_legislation("Regulation 9 of the Local Authorities (Executive Arrangements) (England) Regulations 2012")]
    ['Local Authorities (Executive Arrangements) (England) Regulations 2012']
    >>> find_legislation("the Act, By-Law 2023-41, Section 4 of this report, Act now, in Order 2 of 2012")
    []
    """
    found: list[FoundLegislation] = []
    for m in _ANCHOR.finditer(text):
        start = _name_start(text, m.start())
        if start is None:
            continue
        end, name_end = m.end(), m.end("year") if m["year"] else m.end() if m["made"] and not m["statutes"] else m.start("statutes")
        if not m["year"] and not m["made"]:
            name_end = m.end() if not m["statutes"] else m.start("statutes")
            if m["act"] == "ACT" or not text[start:m.start()].strip() or re.match(r"\s+(?:[A-Z][a-z]|Now)", text[m.end():m.end() + 6]):
                continue
        provision = None
        if before := _BEFORE.search(text, max(0, start - 140), start):
            provision = re.sub(r"\s+", " ", re.sub(r"\s*,?\s*(?:(?:of|to|in|under|the|The|OF|TO|THE)\s*)*$", "", before.group()))
            from_ = before.start()
        else:
            from_ = start
            if after := _AFTER.match(text, end):
                provision, end = re.sub(r"\s+", " ", after.group()).strip(" (),"), after.end()
        found.append(FoundLegislation(from_, end, text[from_:end], re.sub(r"\s+", " ", text[start:name_end]), provision))
    for m in _CODE.finditer(text):
        if all(m.end() <= f.start or m.start() >= f.end for f in found):
            name = m["code"] or m["later"] or m["usc"] or m["reg"] or m["schedule"]
            cited = re.search(r"(?:Sections?|Sec\.|§+|s\.)\s*" + _SECTION_NO, m.group()) if m["code"] or m["later"] else None
            found.append(FoundLegislation(m.start(), m.end(), m.group(), re.sub(r"\s+", " ", name), cited.group() if cited else None))
    return sorted(found, key=lambda f: f.start)
