"""The operative paragraphs that follow the words that open a decision (`leads`)."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field

from papermine import regex as re
from papermine.extract.decisions.leads import BODY, lead_in, stops
from papermine.extract.paragraphs import Measure, Paragraph
from papermine.language.numbering import Marker, continues, marker, starts
from papermine.language.person import is_name, parts
from papermine.language.screened import Screened


@dataclass(slots=True)
class Piece:
    """Part of a paragraph's text: characters ``start`` to ``end``."""

    para: Paragraph
    start: int
    end: int

    @property
    def text(self) -> str:
        """Its words."""
        return self.para.text[self.start:self.end].strip()


@dataclass(slots=True)
class Operative:
    """One operative paragraph: its number, the pieces of text that make it, and the opening words it shares."""

    pieces: list[Piece]
    number: str | None = None
    lead: list[Piece] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its words, joined."""
        return " ".join(p.text for p in self.pieces if p.text)

    @property
    def page(self) -> int:
        """The page on which it starts."""
        piece = self.pieces[0]
        return piece.para.page_at(piece.start + len(piece.para.text[piece.start:piece.end]) - len(piece.para.text[piece.start:piece.end].lstrip()))


_COMPLETE = re.compile(r"\b(?:be|is|are|was|were|will|shall|has|have|had|authorize|authorise|We|we)\b")
_AS_LISTED = re.compile(r"\b(?:following|as follows|below|namely|subject to|conditions|reasons|conditions and reasons|informatives)\b[^:]*:?\s*[-–—]?\s*$", re.I)
_NOTED = re.compile(r"(?:[Tt]o )?(?:note|receive|adopt|approve|confirm)(?: and (?:note|adopt|approve|sign))? the (?!following)[^:]+\bof the following\b")
_PAID = re.compile(r"(?:that\s+)?the following (?:accounts?|payments?|invoices?|cheques?|bills?|expenditure)\b[^.;:]{0,80}\b(?:be|were|are)\s+(?:\w+ly\s+)?(?:paid|approved|authori[sz]ed|passed|ratified|made)\b[^.;:]{0,60}:?-?$", re.I)
"""What is paid is told in a table or list: "the following accounts be paid by BACS:"."""
_LISTED_SUBJECT = re.compile(r"^(?:that\s+)?the following\b", re.I)
_FOLLOWING = re.compile(r"\bfollowing\b[^:]*:\s*-?\s*$")
_REASON = re.compile(r"\W*(?:\([^()]*\)\W*|\s[–—-]\s.{2,40})?")
"""Behind a name in a list of names alone: "Cllr Vane (holiday)"."""


def inline_split(piece: Piece) -> list[tuple[str | None, Piece]]:
    """A paragraph cut at enumerations inside it: "(a) the report be noted; and (b) officers be thanked".

    Only where the numbers count up from the first, and the first stands at the start (or after a colon).
    """
    text = piece.para.text[piece.start:piece.end]
    for pattern in (r"\((\d{1,2})\)\s", r"\(([ivx]{1,4})\)\s", r"\(([a-z])\)\s", r"(?<![\w.(])(\d{1,2})[.)]\s(?=[A-Z])",
                    r"(?<![\w(])([ivx]{1,4})[.)]\s", r"(?<![\w(])([a-h])[.)]\s(?=[A-Z])", r"(?<![\w(])([A-H])[.)]\s(?=[A-Z][a-z]+\s)"):
        found = list(re.finditer(pattern, text))
        if len(found) < 2:
            continue
        marks = [marker(m.group() + "X") for m in found]
        if marks[0] is None or not starts(marks[0]) or not all(a and b and continues(a, b) for a, b in itertools.pairwise(marks)):
            continue
        before = text[:found[0].start()].strip()
        if before and not before.endswith((":", "that", "to", "–", "-")):
            continue
        out: list[tuple[str | None, Piece]] = [(None, Piece(piece.para, piece.start, piece.start + found[0].start()))] if before else []
        ends = [m.start() for m in found[1:]] + [len(text)]
        for m, end in zip(found, ends, strict=True):
            out.append((m[1], Piece(piece.para, piece.start + m.end(), piece.start + end)))
        return out
    return [(None, piece)]


def complete_list(text: str) -> bool:
    """Does a clause that ends "… the following:" already decide, so that its list belongs to it?

    >>> complete_list("permission be granted subject to the following conditions:"), complete_list("Council approve the following:")
    (True, False)
    >>> complete_list("the following appointments be made:"), complete_list("to donate as follows:")
    (False, False)
    """
    return bool((_COMPLETE.search(text) or _NOTED.match(text)) and _AS_LISTED.search(text) and not _LISTED_SUBJECT.match(text))


@dataclass(slots=True)
class _Node:
    para: Paragraph
    start: int
    number: str | None
    bullet: bool
    x0: float
    more: list[Piece] = field(default_factory=list)
    children: list[_Node] = field(default_factory=list)
    sub_lead: bool = False

    @property
    def text(self) -> str:
        return self.para.text[self.start:]


def gather(paras: Sequence[Paragraph], at: int, start: int, *, lead: Sequence[Piece] = (), end: int | None = None, level: float | None = None) -> tuple[list[Operative], int]:
    """The operative paragraphs after opening words that end at ``start`` of paragraph ``at``; and the index after the last.

    >>> # "RESOLVED: (1) That the report be noted; ⏎ (2) That officers be thanked." gives two.
    """
    first = paras[at]
    rest = first.text[start:end].strip()
    leads = list(lead)
    if rest and (head := marker(rest)) is not None and end is None and (run := _run_on(paras, at, head, Piece(first, start + first.text[start:].index(rest), len(first.text)), leads)) is not None:
        return run
    if rest and not _opens(rest):
        return _inline(first, start, end, leads), at + 1
    base = level if level is not None else first.x0
    nodes: list[_Node] = []
    i = at + 1
    opened = bool(rest) and re.fullmatch(r"that|to", rest, re.I) is None
    while i < len(paras):
        para = paras[i]
        if (stops(para) and not _goes_on(rest, nodes, para)) or _next_discussion(first, para, nodes):
            break
        if para.mark is None and _ends_list(para, paras, i, base, nodes, opened, rest):
            break
        nodes.append(_Node(para, para.start if para.mark else 0, para.number, bool(para.mark and para.mark.kind == "bullet"), para.x0,
                           sub_lead=para.mark is None and _heads(para, paras, i, nodes) and not complete_list(para.text)))
        i += 1
        if para.mark is None and not nodes[-1].sub_lead and len(nodes) == 1 and not opened and para.x0 <= base + 6 and not complete_list(para.text) and not (_FOLLOWING.search(first.text) and _bare_title(para)):
            break
    if not nodes:
        return (_inline(first, start, end, leads) if rest else []), i
    if rest and nodes[0].para.lines[0].table is not None and nodes[0].number is None and re.search(r"\bfollowing\b[^:]*:\s*-?$", rest):
        return [Operative([Piece(first, start, len(first.text))], None, leads)], i  # "To note the attendance of the following reserve member:-", over a table
    if rest and _PAID.match(rest):
        return [Operative([Piece(first, start, len(first.text))], None, leads)], at + 1  # the payments are a schedule, no decisions each
    if rest and (complete_list(rest) or (_LISTED_SUBJECT.match(rest) and all(_name_alone(n.text) for n in nodes))):
        pieces = [Piece(first, start, len(first.text)), *(Piece(n.para, 0 if n.number else n.start, len(n.para.text)) for n in nodes)]
        return [Operative(pieces, None, leads)], i
    if rest:
        leads = [*leads, Piece(first, start, len(first.text))]
    return _operatives(nodes, leads), i


def _run_on(paras: Sequence[Paragraph], at: int, head: Marker, piece: Piece, leads: list[Piece]) -> tuple[list[Operative], int] | None:
    """A list whose first paragraph stands on the line of its opening words: "RESOLVED:  (a) That … ⏎ (b) That …"; None where it does not go on."""
    if head.kind == "bullet" or not starts(head):
        return None
    out = [Operative([Piece(piece.para, piece.end - len(head.rest), piece.end)], head.number, leads)]
    last, i = head, at + 1
    while i < len(paras) and (mark := paras[i].mark) is not None and continues(last, mark) and not stops(paras[i]):
        out.append(Operative([Piece(paras[i], paras[i].start, len(paras[i].text))], mark.number, leads))
        last, i = mark, i + 1
    return (out, i) if len(out) > 1 else None


def _opens(text: str) -> bool:
    """Do the words stop before what they introduce?"""
    text = text.rstrip()
    return text.endswith((":", "–", "-", "—")) or re.search(r"\b(?:that|to)\s*[;,]?$", text, re.I) is not None or bool(re.fullmatch(rf"(?:that\s+)?(?:{BODY})\s*[:;,]?(?:\s+(?:agrees?|resolves?|recommends?|approves?|be asked|is asked|hereby)(?:\s+(?:to|that))?)?", text, re.I))


def _goes_on(rest: str, nodes: Sequence[_Node], para: Paragraph) -> bool:
    """The list of what a body did goes on, though a verb opens its next paragraph: "RESOLVED that Cabinet: 1. NOTED …; 2. AGREED to close …", "Decision ⏎ 1. Agreed to …"."""
    if para.mark is None or lead_in(para.text, para.start) is None or (rest and not _opens(rest)):
        return False
    last = nodes[-1].para.mark if nodes else None
    return starts(para.mark) if not nodes else last is not None and continues(last, para.mark)


def _inline(para: Paragraph, start: int, end: int | None, leads: list[Piece]) -> list[Operative]:
    piece = Piece(para, start, len(para.text) if end is None else end)
    parts = inline_split(piece)
    if len(parts) == 1 or parts[0][0] is None:
        return [Operative([piece], None, leads)]
    return [Operative([part], number, leads) for number, part in parts]


def _next_discussion(lead: Paragraph, para: Paragraph, nodes: Sequence[_Node]) -> bool:
    """Does the discussion's own numbering go on ("8) RESOLVED …" then "9) The Chairman …")?"""
    return bool(lead.mark and para.mark and para.mark.kind != "bullet" and para.x0 <= lead.x0 + 3 and (continues(lead.mark, para.mark) or para.mark.number == lead.mark.number)
                and para.mark.style == lead.mark.style and (not nodes or nodes[0].x0 > lead.x0 + 3))


def _heads(para: Paragraph, paras: Sequence[Paragraph], i: int, nodes: Sequence[_Node]) -> bool:
    """An unnumbered line over numbered ones: "Contractual:", "This Council believes that:", "And;"."""
    after = paras[i + 1] if i + 1 < len(paras) else None
    text = para.text.rstrip()
    if re.fullmatch(r"(?:and|AND)\s*[;:,]?", text, re.I):
        return True
    if after is None or stops(after):
        return False
    if text.endswith(":") or _opens(text):
        return True
    return after.mark is not None and after.mark.kind != "bullet" and len(text) < 60 and not text.endswith((".", ";"))


def _ends_list(para: Paragraph, paras: Sequence[Paragraph], i: int, base: float, nodes: Sequence[_Node], opened: bool, rest: str) -> bool:
    """Does an unnumbered paragraph lie outside what was decided?"""
    if _heads(para, paras, i, nodes):
        after = paras[i + 1].mark if i + 1 < len(paras) else None
        last = next((n.para.mark for n in reversed(nodes) if n.number), None)
        return bool(nodes) and para.x0 < nodes[0].x0 - 3 and not (last and after and continues(last, after))
    if all(n.sub_lead for n in nodes):
        return False  # "That the Committee:" waits for what it did
    indent = nodes[0].x0
    if nodes[0].number is None and not nodes[0].bullet and not nodes[0].sub_lead:
        if all(_bare_title(n.para) for n in nodes) and len(nodes) + _bare_title(para) > 1:
            return para.x0 < indent - 3 or not (_bare_title(para) or re.match(r"(?:To|That|THAT)\b", para.text))
        return para.x0 < indent - 3 or (indent <= base + 6 and not opened)
    deepest = nodes[-1]
    inner = deepest.para.inner if deepest.para.mark else deepest.x0
    return not (para.x0 >= inner - 4 and para.x0 > base + 3)


def _bare_title(para: Paragraph) -> bool:
    """Is a line without a mark the name of something, and no sentence: "Standing Orders"?"""
    text = para.text.rstrip()
    return para.mark is None and len(text.split()) < 9 and re.match(r"[A-Z\d£]", text) is not None and not text.endswith((".", ":", ";", ",")) and not re.match(r"(?:To|That)\b", text) and _COMPLETE.search(text) is None


def _name_alone(text: str) -> bool:
    """Is a line of a list somebody's name, and nothing that he should be or do: "Cllr Vane (holiday)"?"""
    found = parts(text)
    return found is not None and is_name(found, surname=True) and _REASON.fullmatch(text, found.end) is not None


_APPLICATION = re.compile(r"(?:[A-Z]{1,4}/)?(?:\d{2,4}/\d{3,6}|[A-Z]{1,2}/\d{4,6})(?:/[A-Z]{1,5})?\b")
"""The reference of a planning application: "E/31856", "25/03005/TCA"."""


def _operatives(nodes: list[_Node], leads: list[Piece]) -> list[Operative]:
    """Nodes in a row → operative paragraphs: leaves of the numbering; bullets and further lines join the item above them."""
    top: list[_Node] = []
    stack: list[_Node] = []
    for node in nodes:
        if node.number is None and not node.bullet and not node.sub_lead:
            if stack and (stack[-1].number or stack[-1].bullet):
                stack[-1].more.append(Piece(node.para, node.start, len(node.para.text)))
                continue
            if top and _APPLICATION.match(top[-1].text) and not _APPLICATION.match(node.text):
                top[-1].more.append(Piece(node.para, node.start, len(node.para.text)))  # address, applicant and view on an application
                continue
            top.append(node)
            stack = [node] if node.text.rstrip().endswith((":", ":-")) and complete_list(node.text) else []  # "…, subject to the following conditions:"
            continue
        if node.sub_lead:
            top.append(node)
            stack = []
            continue
        while stack and not _under(stack[-1], node):
            stack.pop()
        if stack:
            stack[-1].children.append(node)
        else:
            top.append(node)
        stack.append(node)
    out: list[Operative] = []
    shared = leads
    for node in top:
        if node.sub_lead:
            if len(node.text) > 4:
                shared = [*leads, Piece(node.para, 0, len(node.para.text))]
            continue
        out += _leaves(node, shared)
    return out


def _under(parent: _Node, node: _Node) -> bool:
    """Does ``node`` stand under ``parent``: deeper, and not its sibling?"""
    a, b = parent.para.mark, node.para.mark
    if a is not None and b is not None and not node.bullet and not parent.bullet and continues(a, b) and abs(parent.x0 - node.x0) < 12:
        return False
    if node.x0 > parent.x0 + 6:
        return True
    if a is None and b is not None and parent.number is None and not parent.bullet:  # "… the following conditions:" over "1. …" at the same edge
        last = parent.children[-1].para.mark if parent.children else None
        return starts(b) if last is None else continues(last, b)
    if a is not None and b is not None and (a.kind, a.style) != (b.kind, b.style) and node.x0 > parent.x0 - 3 and _opens(parent.para.text):  # "2. … authority to;" over "(a) …" at the same edge
        last = parent.children[-1].para.mark if parent.children else None
        return starts(b) if last is None else continues(last, b)
    return False


def _leaves(node: _Node, leads: list[Piece]) -> list[Operative]:
    text = node.text.strip()
    whole = Piece(node.para, node.start, len(node.para.text))
    if node.children and all(not c.bullet for c in node.children) and not complete_list(text) and (_opens(text) or (len(text) < 90 and not text.endswith((".", ";")))):
        out = []
        for child in node.children:
            out += _leaves(child, [*leads, whole])
        return out
    return [Operative([whole, *node.more, *_pieces(node.children)], node.number, leads)]


def _pieces(children: Sequence[_Node]) -> list[Piece]:
    out = []
    for child in children:
        out += [Piece(child.para, 0 if child.number else child.start, len(child.para.text)), *child.more, *_pieces(child.children)]
    return out


CONSENT = Screened(r"\bconsent (?:calendar|agenda|items?|business|matters?)\b", "consent", flags=re.I)
"""What one motion approves together."""
_APPROVED = re.compile(r"\b(?:approv\w+|adopt\w*|accept\w*|pass\w*)\b(?!.*\b(?:except\w*|remov\w+|pull\w*|exclu\w+|without|withdr\w+|other than|minus|tabl\w+|separate\w*)\b)", re.I | re.S)
"""How a motion opens that approves what stands below: "to approve the consent agenda as follows:"; not "except:"."""


def approves_below(words: str) -> bool:
    """Does a motion approve the consent items that stand below it?"""
    return CONSENT.search(words) is not None and words.rstrip(" -–").endswith(":") and _APPROVED.search(words) is not None


_NAMELY = re.compile(r"\brecommendations?\b.*\b(?:namely|as follows|below|following)\W*$", re.S)


def listed(pieces: Sequence[Piece]) -> list[Operative]:
    """A carried motion's paragraphs: those of a list that its opening words lead to ("that the recommendations be agreed, namely: ⏎ 1. …") each by itself, all else as one."""
    marked = [k for k, p in enumerate(pieces) if p.para.mark is not None and p.para.number and p.start == 0]
    marks = [pieces[k].para.mark for k in marked]
    counted = len(marks) > 1 and marks[0] is not None and starts(marks[0]) and all(a is not None and b is not None and continues(a, b) for a, b in itertools.pairwise(marks))
    first = marked[0] if marked else 0
    head = " ".join(p.text for p in pieces[:first])
    if len(pieces) == 1 and not marked and (ops := _inline(pieces[0].para, pieces[0].start, pieces[0].end, [])) and len(ops) > 1:
        return ops  # "A. Find the project exempt; and B. Adopt Resolution 24-11"
    if len(several := _one_each(pieces)) > 1:
        return several
    if not counted or first + len(marked) != len(pieces) or (head and (re.search(r"[:–—]\s*-?$|\s-$", head) is None or (complete_list(head) and _NAMELY.search(head) is None))):
        return [Operative(list(pieces))]
    return [Operative([Piece(p.para, p.para.start, p.end)], p.para.number, list(pieces[:first])) for p in pieces[first:]]


def _one_each(pieces: Sequence[Piece]) -> list[Operative]:
    """What stands below "to approve the consent agenda as follows:", without marks: a paragraph each, or a line each that begins with a capital though its first word would have fitted on the line before."""
    measure = Measure.of(line for p in pieces for line in p.para.lines)
    cut = [Piece(p.para, a, b) for p in pieces for a, b in itertools.pairwise([p.start, *(p.para.offsets[k] for k, (above, line) in enumerate(itertools.pairwise(p.para.lines), 1)
           if p.start < p.para.offsets[k] < p.end and (line.text[:1].isupper() or line.text[:1].isdigit()) and (above.text.endswith(":") or measure.fits(above, line))), p.end])]
    if not approves_below(cut[0].text) or any(p.para.mark is not None for p in cut[1:]):
        return []
    return [Operative([p], None, [cut[0]]) for p in cut[1:]]
