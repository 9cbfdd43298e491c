"""Records and notices of decision: forms with "Decision:", "(d) Decision taken", "Reasons for decision"."""

from __future__ import annotations

from collections.abc import Sequence

from papermine import regex as re
from papermine.document import Paper
from papermine.extract.decisions.deciding import decide
from papermine.extract.decisions.floor import Floor
from papermine.extract.decisions.item import Item
from papermine.extract.decisions.operative import Operative, Piece, gather
from papermine.extract.decisions.proceedings import read_item
from papermine.extract.minutes.items import split_items
from papermine.extract.paragraphs import Measure, Paragraph, paragraphs

_ITEM = re.compile(r"\bagenda item(?: no\.?| number)?:?\s*(?P<n>\d{1,3}[a-z]?)\b|\bitem (?:no\.?|number):?\s*(?P<m>\d{1,3}[a-z]?)\b", re.I)
_DECISION = re.compile(r"(?:\([a-z]\)\s*|\d{1,2}[.)]?\s*)?(?:THE\s+|The\s+)?(?:Details? of (?:the )?)?(?:DECISIONS?|Decisions?|Resolution|RESOLUTION)(?:\s+(?:[Tt]aken|TAKEN|[Mm]ade|MADE|details?|DETAILS?|to be taken))?\s*:?\s*(?=$|[A-Z“(\d])")
_LABEL = re.compile(
    r"(?:\([a-z]\)\s*|\d{1,2}[.)]\s*)?(?:Reasons?|REASONS?|Exempt|EXEMPT|Additional information|Background|BACKGROUND|Financial|FINANCIAL|Legal|LEGAL|Alternative|ALTERNATIVE|Any (?:alternative|interest|other|conflict)|Other options|OTHER OPTIONS|"
    r"Options|Conflicts?|CONFLICTS?|Dispensation|Call[- ]in|CALL[- ]IN|Consult|CONSULT|Wards?\b|WARDS?\b|Subject|SUBJECT|Declarations?|DECLARATIONS?|Signed|SIGNED|Date\b|DATE\b|Contact|CONTACT|Cabinet Committee|Equalit|EQUALIT|Implications|Deadline|"
    r"Effective date|Publication|Is the decision|Key decision|KEY DECISION|Decision made in|Documents|Appendices|Supporting|Risk|Implementation|Officer (?:contact|details|name))\b")

_OPENS = re.compile(r"\b(?:RESOLVED|DECIDED|AGREED|(?:[Rr]esolved|[Dd]ecided|[Aa]greed)(?:\s+(?:that|to))?)\W*$")
"""The last words above a list of what was decided."""


def notice_items(paper: Paper, measure: Measure) -> list[Item]:
    """What a decision record decides, as proceedings of its items."""
    paras = paragraphs(list(paper.lines), measure)
    number: str | None = None
    out: list[Item] = []
    order = 0
    i = 0
    while i < len(paras):
        para = paras[i]
        if (m := _ITEM.search(para.text)) is not None and len(para.text) < 200:
            number = m["n"] or m["m"]
        label = _is_label(para)
        if label is None:
            i += 1
            continue
        end = i + 1
        while end < len(paras) and not (_LABEL.match(paras[end].text) and (paras[end].lines[0].bold or paras[end].lines[0].bold_prefix)) and _is_label(paras[end]) is None and not _next_section(para, paras[end]):
            end += 1
        order += 1000
        item = _decided(paras[i:end], label, number, order)
        if item.decided:
            out.append(item)
        i = end
    if out:
        return out
    for k, (part, heading) in enumerate(split_items(list(paper.lines))):
        out.append(read_item(part.paragraphs(measure), heading.number if heading else None, 10_000 * k))
    return out


def _is_label(para: Paragraph) -> int | None:
    """Where the words after "Decision:" begin, if the paragraph starts with that label."""
    m = _DECISION.match(para.text)
    first = para.lines[0]
    if m is None or not (first.bold or first.bold_prefix or m.end() >= len(para.text)):
        return None
    if first.bold and not m.group().rstrip().endswith(":") and first.text[m.end():m.end() + 1].isalpha():
        return None  # "DECISION NOTICE": a title
    if re.match(r"[^:]{0,30}\b(?:number|no|maker|to be taken by|reference|ref)\b", para.text[m.end() - 1:], re.I) and not para.text[:m.end()].rstrip().endswith(":"):
        return None
    return m.end()


def _next_section(label: Paragraph, para: Paragraph) -> bool:
    """Is it the heading of the section after the one that ``label`` heads: "6. Reasons" below "5. Decision"?"""
    return (label.number or "").isdecimal() and (para.number or "").isdecimal() and int(label.number or 0) + 1 == int(para.number or 0) and abs(label.x0 - para.x0) < 3


def _decided(paras: Sequence[Paragraph], start: int, number: str | None, order: int) -> Item:
    """The operative paragraphs under one "Decision" label."""
    item = Item([], number, Floor(order))
    first = paras[0]
    body = [p for p in paras[1:] if not re.match(r"\*\s", p.text)]
    rest = first.text[start:].strip()
    if not rest and not body:
        return item
    if rest:
        ops, _ = gather([first, *body], 0, start, lead=[Piece(first, 0, start)])
    else:
        ops = _list(body, Piece(first, 0, start))
    decide(item, ops, "notices.decided")
    return item


def _list(body: Sequence[Paragraph], lead: Piece) -> list[Operative]:
    first = next((k for k, para in enumerate(body) if para.mark is not None), 0)
    k = first if first and _OPENS.search(body[first - 1].text) else 0
    while k < len(body) and body[k].mark is None and k + 1 < len(body) and (body[k].text.rstrip().endswith(":") or (body[k + 1].mark is not None and len(body[k].text) < 90)):
        k += 1
    leads = [lead, *(Piece(para, 0, len(para.text)) for para in body[:k])]
    rest = list(body[k:])
    if not rest:
        return []
    if rest[0].mark is None:
        return [Operative([Piece(p, 0, len(p.text))], None, leads) for p in rest if len(p.text) > 8]
    head = leads[-1].para
    ops, _ = gather([head, *rest], 0, len(head.text), lead=leads, level=min(head.x0, rest[0].x0))
    return ops
