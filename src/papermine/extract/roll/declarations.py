"""Declarations of interest: who, which item, what kind, and whether they left the room."""

from __future__ import annotations

from collections.abc import Sequence

from papermine import regex as re
from papermine.document import Paper
from papermine.extract.minutes.items import MinuteItem
from papermine.extract.paragraphs import Measure, Paragraph
from papermine.language.movers import NAME
from papermine.language.namelists import split_people
from papermine.language.screened import Screened
from papermine.language.sentences import sentences
from papermine.language.titles import TITLE
from papermine.provenance import Ids
from papermine.records import Declaration, Evidence

_KINDS = (r"(?:(?i:disclosable|non-?disclosable|personal|prejudicial|pecuniary|non-?pecuniary|non-?registrable|registrable|registerable|significant|other|financial|"
          r"non-?financial|private|ordinary|direct|indirect|beneficial|family|conflict of|dpi|and|or|but|not)[\s,/]+)*")
_WHO = rf"{NAME}(?:\s*\([^)]{{1,60}}\))?"
_DECLARED = Screened(
    rf"(?P<who>(?:{_WHO}(?:,\s+|\s+and\s+|,\s+and\s+))*{_WHO}),?\s+(?:(?:again|also|then|both|each|all|further|subsequently)\s+)?(?:declared|disclosed|registered|declares|recorded|made (?:a )?declarations? of)\s+"
    r"(?:an?\s+|his\s+|her\s+|their\s+|that \w+ ha[ds] an?\s+)?(?P<kind>" + _KINDS + r")[Ii]nterests?\b", "interest")
_LABELLED = Screened(r"(?:Disclosures?|Declarations?) of (?P<kind>" + _KINDS + r")interests?\s*:\s*(?P<who>[A-Z].*)", "interest", ":", flags=re.I)
_PASSIVE = Screened(r"(?P<kind>" + _KINDS + r")[Ii]nterests?\s+(?:was|were|had been)\s+(?:declared|disclosed|registered)\s+by\s+(?P<rest>[A-Z].*)", "interest", "by", flags=re.I)
_BY = re.compile(rf"(?P<who>{_WHO})(?P<about>(?:(?!\band\s+{TITLE}\b)[^;])*)")
_RECUSED = Screened(rf"(?P<who>{_WHO})\s+recused\s+(?:himself|herself|themselves|themself)\b(?P<kind>)", "recused")
_LISTED = re.compile(rf"(?:[•▪·*–-]\s*)?(?P<who>{_WHO})\s*(?:[:,–—-])\s*(?P<about>.*)$", re.S)
_KIND_ALONE = re.compile(r"\b(?P<kind>(?:disclosable pecuniary|other registrable|non[- ]registrable|registrable|non[- ]pecuniary|pecuniary|prejudicial|personal(?: and prejudicial)?|non[- ]financial|financial|dpi)\b)", re.I)
_ITEM = re.compile(
    r"\b(?:agenda\s+)?(?:items?|minutes?)\s+(?:no\.?\s*|numbers?\s*)?(?P<number>\d{1,4}(?:[./]\d{1,4})*[a-z]?(?!\w)(?:\s*(?:,|and|&)\s*\d{1,4}(?:[./]\d{1,4})*[a-z]?(?![\w/]))*)|"
    r"\b(?:in|on|re|regarding)\s+(?:minute\s+)?(?P<ref>(?:[A-Z]{1,6}\s?)?\d{2,3}/\d{1,4}(?:\([a-z]\))?)", re.I)
_LEFT = re.compile(r"\b(?:left|leave|withdrew|withdrawn|vacated|retired from)\b[^.]{0,40}\b(?:room|meeting|chamber|table|dais)|withdrew\b", re.I)
_TOLD = re.compile(r"\b(?:if|whether|unless|when|should)\s+$|\b(?:show|showed|alleged|claimed)\s+that\s+$|\bat (?:the|its|an?) (?:last|previous|earlier)\b", re.I)
"""Before a name in a sentence that tells of another time, or of what may be."""
_STAYED = re.compile(r"\b(?:and remained(?=\s*[.;])|did not leave|remained in|stayed in|remained (?:present|throughout))\b", re.I)


def declarations(paper: Paper, parts: Sequence[MinuteItem], measure: Measure, ids: Ids) -> list[Declaration]:
    """Every declaration of interest that minutes record, in the order printed: one for each person and item."""
    out: list[Declaration] = []
    if paper.kind != "minutes":
        return out
    for part in parts:
        held = part.paragraphs(measure)
        here = bool(re.search(r"declar|disclos|interest", _title(part), re.I))
        for k, para in enumerate(held):
            out += _in_paragraph(paper, part, para, held[k + 1].text if k + 1 < len(held) else "", here, ids)
    return out


def _in_paragraph(paper: Paper, part: MinuteItem, para: Paragraph, after: str, here: bool, ids: Ids) -> list[Declaration]:
    found: list[Declaration] = []
    for start, end in sentences(para.text):
        sentence = para.text[start:end]
        context = para.text[start:] + (" " + after if len(after) < 200 else "")
        for who, kind, about in _said(sentence, here):
            numbers = _items(about) or [None if here else part.number]
            left = False if _STAYED.search(of_him := _of(context, who)) else True if _LEFT.search(of_him) else None
            for name in _names(who):
                for number in numbers:
                    found.append(Declaration(
                        declaration_id=ids("declaration", para.page_at(start)), document_id=paper.document_id, name=name, item_number=number,
                        kind=" ".join(kind.split()).strip(" ,") or None, text=sentence, left_room=left, page=para.page_at(start),
                        evidence=Evidence.at(para.places(start, end)), rule="declarations.declared"))
    return found


def _of(context: str, who: str) -> str:
    """The sentences from a declaration on, up to one that begins with somebody else."""
    spans = sentences(context)
    end = next((a for a, b in spans[1:] if re.match(rf"{TITLE}\b", context[a:b].strip()) and not any(word in context[a:b] for word in re.findall(r"\w{3,}", who) if not re.match(TITLE, word))), len(context))
    return context[:end]


def _said(sentence: str, here: bool) -> list[tuple[str, str, str]]:
    """Who, what kind, and the words about it, for each declaration in a sentence. ``here``: it stands under that heading."""
    if (m := _DECLARED.search(sentence)) is not None:
        return [] if _NOBODY.match(m["who"]) or _TOLD.search(sentence[:m.start("who")]) else [(m["who"], m["kind"], sentence[m.end():])]
    if (m := _LABELLED.match(sentence)) is not None:
        return [] if _NOBODY.match(m["who"]) else [(m["who"], m["kind"], "")]
    if (m := _PASSIVE.search(sentence)) is not None and not _NOBODY.match(m["rest"]):
        rest = re.split(rf"\s+and\s+(?={TITLE}\b\.?[^,;]{{3,60}}?\b(?:in|on|for)\s+(?:agenda\s+)?items?\b)", m["rest"])
        return [(one["who"], m["kind"], one["about"]) for r in rest if (one := _BY.match(r)) is not None]
    if (m := _RECUSED.search(sentence)) is not None:
        return [(m["who"], "", sentence[m.end():])]
    if here and (m := _LISTED.match(re.sub(r"^[^:.]{0,60}\bdeclar[^:.]{0,40}:\s*", "", sentence))) is not None:
        kind = _KIND_ALONE.search(m["about"])
        if (none := re.match(r"(?:none|nil)\b[\s.,;]*", m["about"], re.I)) is not None:
            return _said(m["about"][none.end():], here)  # "Cllr Bell: None ⏎ Cllr Orde: Item 6, personal"
        if re.search(r"\bno interests?\b", m["about"], re.I):
            return []
        if (kind or _ITEM.search(m["about"])) and not _NOBODY.match(m["who"]) and _names(m["who"]):
            return [(m["who"], kind["kind"] if kind else "", m["about"])]
    return []


_NOBODY = re.compile(r"\s*(?:no|none|nil|there were|all|members?|councillors? (?:were|are)|item|dispensations?|registers?|gifts?)\b|[^:;]*\b(?:asked|invited|reminded|called|read|drew)\b", re.I)


def _items(about: str) -> list[str | None]:
    """The items that a declaration names: "items 7 and 9", "PE22/35(b)"."""
    m = _ITEM.search(about)
    if m is None:
        return []
    if m["ref"]:
        return [m["ref"]]
    return [n for n in re.split(r"\s*(?:,|\band\b|&)\s*", m["number"]) if n]


def _names(who: str) -> list[str]:
    if re.fullmatch(r"[A-Z]{2,4}", who.strip()):
        return [who.strip()]
    return [person.name for person in split_people(who, surnames=True)]


def _title(part: MinuteItem) -> str:
    return part.item.title if part.item is not None else ""
