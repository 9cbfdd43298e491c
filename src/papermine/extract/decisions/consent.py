"""Consent calendars: one motion that carries the actions printed under the items it names.

"Motion by Hale, second by Orr, to approve the Consent Calendar (Items 3-5). Carried 5-0." and, under item 4, "ADOPTED Resolution 24-05 …": that action was
moved, seconded and carried by that vote. Only what the paper ties to the motion: items it names by number, or items listed under the consent heading; not
those it excepts or that were removed, and only actions that are printed ("Approved …", "ACTION: Adopt …"), never a bare title.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from papermine import regex as re
from papermine.document import Line
from papermine.extract.decisions.item import Item
from papermine.extract.decisions.operative import CONSENT, Operative, Piece
from papermine.extract.decisions.proposals import Decided, Proposal
from papermine.extract.paragraphs import Paragraph, paragraph

_HEADING = re.compile(r"\W*(?:[A-Z\d]{1,3}[.)]?\s+)?(?:approval of (?:the )?)?consent (?:calendar|agenda|items?|business|matters?)\b.{0,40}", re.I)
_ONE = r"(?:[A-Z][.-]?)?\d{1,3}(?:\.\d{1,2})?[A-Za-z]?|[A-Za-z](?![A-Za-z])"
_LISTED = re.compile(rf"\b(?i:items?|nos?\.|numbers?)\s+(?P<list>(?:{_ONE})(?:(?:\s*(?:[-–—,;&]|,?\s*\b(?:and|through|thru|to)\b)\s*(?:(?i:items?)\s+)?)(?:{_ONE}))*)")
_EXCEPT = re.compile(r"\b(?:except(?:ing|ion)?|excluding|minus|less|removing|without|pulled|removed|withdrawn)\b", re.I)
_PULLED = re.compile(rf"\b(?i:items?)\s+(?P<list>{_ONE}(?:\s*(?:,|;|&|\band\b)\s*(?:{_ONE}))*)\s+(?:(?:was|were|is|are|having been|being|to be)\s+)?(?:pulled|removed|withdrawn)\b")
_TAKEN_OUT = re.compile(r"\b(?:removed|pulled|withdrawn|withdrew|considered separately|separate(?:ly)? (?:vote|discussion|consideration))\b", re.I)
_DONE = r"(?:approv|adopt|accept|authoriz|authoris|receiv|award|ratif|confirm|direct|appoint|reappoint|waiv|introduc|deni|grant|declar|proclaim|releas|acknowledg|renew|continu|referr|fil)"
_ACTION = re.compile(rf"(?:(?P<label>(?:ACTION|Action|COUNCIL ACTION|Council Action|BOARD ACTION|Board Action)(?: Taken| TAKEN)?\s*:\s*)(?=[A-Z])|(?={_DONE}(?:ed|d|t)?\b))", re.I)
_PAST = re.compile(rf"{_DONE}\w*?ed\b", re.I)
"""Not "set": "Set aside $400 from reserves" on a calendar is what is asked as often as what was done."""


@dataclass(slots=True)
class _Listed:
    """One action that is printed under an item: its words, in the proceedings to which they belong."""

    number: str | None
    piece: Piece
    home: Item


def apply_consent(held: Sequence[tuple[Item, Sequence[Line], str]]) -> None:
    """Give the actions of consent items the motion that carried them; ``held`` is each part's proceedings, heading lines and title."""
    for k, (item, _, title) in enumerate(held):
        for proposal in list(item.floor.proposals):
            said = f"{proposal.text} {proposal.sentence.text if proposal.sentence is not None else ''}"
            if proposal.kind != "motion" or proposal.outcome != "carried" or proposal.mover is None or not (CONSENT.search(said) or re.search(r"\bitems? .{1,60}\bas follows\b", said, re.I)):
                continue
            named, excepted = numbers(said)
            moved = proposal.mover[0]
            out = {n for para in item.paras for told in [para.text if para is not moved else para.text[:proposal.mover[1]]] if _TAKEN_OUT.search(told) and re.search(r"\b(?:item|consent)", told, re.I)
                   for n in (set.union(*numbers(told)) or {"?"})}
            if not named and "?" in out:
                continue  # something was taken out, and which is not printed
            listed = [*_in_region(list(_region(item, title, moved, bool(named))), item), *_in_parts(held[k + 1:] if not named else [h for h in held if h[0] is not item], title, item.number, named)]
            _carry([x for x in listed if _meant(x, named, excepted | out)], proposal, item)


def numbers(text: str) -> tuple[set[str], set[str]]:
    """The item numbers that a motion names, and those it excepts, as `_key` writes them.

    >>> tuple(map(sorted, numbers("approve the Consent Calendar (Items 3-5 and 7) with the exception of Item 4")))
    (['3', '4', '5', '7'], ['4'])
    >>> tuple(map(sorted, numbers("approve Items C1 through C3, Item C2 having been removed")))
    (['c1', 'c2', 'c3'], ['c2'])
    """
    out: set[str] = set()
    for m in _PULLED.finditer(text):
        out |= _expand(m.group())
    text = _PULLED.sub("", text)
    cut = _EXCEPT.search(text)
    heads, tails = (text[:cut.start()], text[cut.start():]) if cut is not None else (text, "")
    return _expand(heads), _expand(tails) | out


def _expand(text: str) -> set[str]:
    out: set[str] = set()
    for m in _LISTED.finditer(text):
        tokens = re.findall(rf"(?:{_ONE})(?![A-Za-z])|[-–—]|\b(?:through|thru|to)\b", re.sub(r"\b(?:and|items?)\b", ",", m["list"], flags=re.I))
        for n, token in enumerate(tokens):
            if re.fullmatch(r"[-–—]|through|thru|to", token):
                if 0 < n < len(tokens) - 1:
                    out |= _between(tokens[n - 1], tokens[n + 1])
            else:
                out.add(_key(token))
    return out


def _between(first: str, last: str) -> set[str]:
    a, b = re.fullmatch(r"(.*?)(\d+|[A-Za-z])", _key(first)), re.fullmatch(r"(.*?)(\d+|[A-Za-z])", _key(last))
    if a is None or b is None or (b[1] and a[1] != b[1]):
        return set()
    if a[2].isdigit() and b[2].isdigit():
        return {f"{a[1]}{n}" for n in range(int(a[2]), min(int(b[2]), int(a[2]) + 60) + 1)}
    return {f"{a[1]}{chr(n)}" for n in range(ord(a[2]), ord(b[2]) + 1)} if a[2].isalpha() and b[2].isalpha() else set()


def _key(number: str) -> str:
    return re.sub(r"[\s.()-]+", "", number).lower()


def _meant(x: _Listed, named: set[str], excepted: set[str]) -> bool:
    key = _key(x.number) if x.number is not None else None
    return key not in excepted and (key in named if named else key is not None or not excepted)


def _region(item: Item, title: str, moved: Paragraph, named: bool) -> Iterator[Paragraph]:
    """The paragraphs between the headings around the motion: under a consent heading, or where the motion names its items."""
    paras = item.paras
    at = next((k for k, para in enumerate(paras) if para is moved), len(paras))
    heads = [k for k, para in enumerate(paras) if _is_heading(para) or _HEADING.fullmatch(para.text)]
    first = max((k for k in heads if k < at), default=-1)
    over = title if first < 0 else paras[first].text
    if named or CONSENT.search(over):
        yield from paras[first + 1:min((k for k in heads if k > at), default=len(paras))]


def _is_heading(para: Paragraph) -> bool:
    return len(para.text) < 80 and para.mark is None and (para.text.isupper() or all(line.bold for line in para.lines)) and re.match(r"ACTION|CARRIED|MOTION|AYES|NOES|NAYS", para.text) is None


def _act(para: Paragraph, start: int) -> int | None:
    """Where the words of a printed action begin, at ``start`` of a paragraph."""
    m = _ACTION.match(para.text, start)
    if m is None or (m["label"] is None and _PAST.match(para.text, start) is None):
        return None
    return m.end()


def _in_region(region: Sequence[Paragraph], home: Item) -> Iterator[_Listed]:
    number: str | None = None
    once = Counter(para.number for para in region)
    for para in region:
        if once[para.number] > 1 and para.number is not None:
            continue  # which of two is meant is not printed
        number = para.number or (None if para.mark is not None else number)
        at = _act(para, para.start)
        if at is not None and (para.mark is not None or number is not None or para.text[para.start:at].strip()):
            yield _Listed(number, Piece(para, at, len(para.text)), home)


def _in_parts(parts: Sequence[tuple[Item, Sequence[Line], str]], title: str, over: str | None, named: set[str]) -> Iterator[_Listed]:
    """Items with headings of their own: those the motion names, or those numbered under the consent heading ("C" over "C1")."""
    for item, heading, words in parts:
        if item.number is None or not (_key(item.number) in named if named else bool(CONSENT.search(title) and over and re.made_of(rf"{re.escape(_key(over))}(?:[a-z]|\d+)").fullmatch(_key(item.number)) and _key(item.number) != _key(over))):
            continue
        if sum(other.number is not None and _key(other.number) == _key(item.number) for other, _, _ in parts) > 1:
            continue  # which of two is meant is not printed
        head = paragraph(heading) if heading else None
        at = head.text.find(words) if head is not None and words else -1
        if head is not None and at >= 0 and _act(head, at) == at:
            yield _Listed(item.number, Piece(head, at, at + len(words)), item)
            continue
        for para in item.paras:
            if (start := _act(para, para.start)) is not None:
                yield _Listed(item.number, Piece(para, start, len(para.text)), item)
                break


def _carry(listed: Sequence[_Listed], proposal: Proposal, item: Item) -> None:
    for x in listed:
        if x.home is not item and (any(d.proposal.mover is not None or not d.proposal.ballot.empty for d in x.home.decided) or any(_TAKEN_OUT.search(para.text) for para in x.home.paras)):
            continue  # it was taken out, or moved on its own
        if any(p.para is x.piece.para for d in x.home.decided for p in d.operative.pieces):
            continue
        within = x.home is item and item.number is not None and not (x.number or "").startswith(item.number)  # "a." under "4. CONSENT AGENDA"
        x.home.decided.append(Decided(Operative([x.piece], x.number if within else None), proposal, "consent.listed", x.home.floor.order + 1, x.number if x.home is item and not within else None))
