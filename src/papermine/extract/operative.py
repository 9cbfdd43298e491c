"""The words that open a decision, and the operative paragraphs that follow them."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field

from papermine import regex as re
from papermine.extract.motions import outcome_alone
from papermine.extract.paragraphs import Paragraph
from papermine.extract.votes import option_label
from papermine.language.numbering import continues, marker, starts


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


_SPACED = r"R\s?E\s?S\s?O\s?L\s?V\s?E\s?D"
_ADVERB = r"(?:(?:UNANIMOUSLY|[Uu]nanimously|nem\.?\s?con\.?|NEM\.?\s?CON\.?|[Aa]ccordingly|[Tt]hen|[Dd]uly|[Aa]lso|[Ff]urther|[Tt]herefore|[Hh]ereby|by a majority|by (?:general )?consent|without a vote)\s*,?\s+)*"
BODY = (r"(?:[Tt]he |THE |[Tt]his |THIS |That the |[Ff]ull )?(?:[A-Z][\w&’',/-]*(?: (?:and|of|for|on|the|&|to) | |, ))*?"
         r"(?:Committee|COMMITTEE|Council|COUNCIL|Cabinet|CABINET|Panel|PANEL|Board|BOARD|Executive|EXECUTIVE|Sub-Committee|SUB-COMMITTEE|Subcommittee|Forum|Commission|Authority|Assembly|Partnership|"
         r"Working Group|Working Party|Group|Trustees|PC|BCC|CC|Town Council|Parish Council)(?: for [A-Z][\w& -]{3,60}| Members)?|"
         r"[Tt]he (?:panel|committee|council|board|cabinet|meeting|members|forum|group|sub-committee)|(?:All )?(?:Members|MEMBERS|Councillors|councillors|Trustees|members)|[Ww]e")
_VOTE = (r"\((?=[^()]*(?:[Uu]nanim|UNANIM|[Nn]em\.?\s*(?:con|dis)|[Vv]ot(?:e|ing)|[Aa]gainst|AGAINST|[Aa]bst|ABST|[Yy]es\b|[Mm]ajority|[Ff]avou?r|\b[Ff]or:?\s*\d|\d\s+[Ff]or\b|\d\s*[:–-]\s*\d|to\s+(?:the\s+)?(?:Full\s+)?(?:Council|Cabinet|Executive)\b))"
         r"[^()]{3,90}\)")
"""A vote in brackets: "(nem con)", "(Yes: 26, No: 0, Abstain: 21)", "(7:7 and on the chair's casting vote)"."""
_THAT = r"(?:\s*,)?\s*(?:to:?(?=\s)|(?:[Tt]hat|THAT|T\s?H\s?A\s?T)\b)?"
_LEAD = re.compile(
    rf"(?P<lead>(?:[“\"]\s*)?(?:(?:(?P<body>{BODY})\s+)|(?P<it>(?:[Ii]t|IT)\s+(?:was|WAS|is|IS|be|BE)\s+)|(?:BE IT|Be it|AND BE IT|NOW BE IT)\s+(?:FURTHER\s+)?)?(?:(?:have|has|had)\s+)?{_ADVERB}"
    rf"(?P<verb>{_SPACED}|Resolved|RESOLUTION|Resolution|Agreed|Decided|Recommended|AGREED|DECIDED|APPROVED|ORDERED|RECOMMENDED|R\s?É\s?I\s?T\s?I\s?O\s?D?H)\b(?:,?\s+(?:UNANIMOUSLY|[Uu]nanimously|nem\.?\s?con\.?|NEM\.?\s?CON\.?|accordingly|by a majority|without a vote)\b)*"
    rf"(?:\s+(?:TO RECOMMEND|to recommend)\b(?=\s*(?:,|:|[Tt]hat\b|THAT\b)),?)?(?:\s+(?:TO|[Tt]o) (?:THE |the )?(?:COUNCIL|[Cc]ouncil|FULL COUNCIL|CABINET|[Cc]abinet|County Council|Full Council))?(?:\s*\([^)]{{1,60}}\))?(?:\s*,?\s*(?:by|with) \w+ votes? (?:to|for)[^,:]{{0,40}},?)?(?:\s*[:;,.–—-]+\s*{_VOTE})?\s*{_THAT}\s*[:;,.–—-]*)\s*", re.S)
SOFT = re.compile(
    rf"(?P<lead>(?:\b(?:[Aa]fter|[Ff]ollowing|[Hh]aving|[Oo]n)\b[^.;]{{0,90}}?,?\s+)?\b(?:[Ii]t|IT) (?:was|WAS|has been)\s+{_ADVERB}(?P<verb>resolved|agreed?|decided|approved|recommended|(?:duly )?proposed and seconded|RESOLVED|AGREED|DECIDED|APPROVED|RECOMMENDED)\b"
    rf"(?:,?\s+(?:in principle|unanimously|(?:by|with) (?:a vote of )?\w+ votes? to \w+(?:,? (?:with|and) \w+ abst\w+)?|by \d+\s?(?:[-–/]|to)\s?\d+|by all|by (?:the )?(?:Council|Committee|Members|members|all present)|nem\.? con\.?))*\s*,?\s*{_THAT}\s*[:;,–—-]*)\s*", re.S)
_WELSH = re.compile(
    r"(?P<lead>(?P<verb>PENDERFYNWYD|Penderfynwyd|CYTUNWYD|Cytunwyd)(?:\s+(?:YN UNFRYDOL|yn unfrydol|gan bawb))*\s*,?\s*(?:(?:[bf]od|B?OD|y(?=\s+(?:dylid|byddai|bydd)))\b|(?=(?:i|na|nad|peidio)\s)|(?=[:;–—-]))\s*[:;–—-]*)\s*")
"""Welsh: "Penderfynwyd bod …" (resolved that), "Cytunwyd yn unfrydol i …" (agreed unanimously to)."""
_BODY_LEAD = re.compile(rf"(?P<lead>(?:{BODY})\s+{_ADVERB}(?P<verb>agreed|resolved|decided|recommended|noted|approved)(?:\s+unanimously)?(?:\s+to\s+(?:adopt|agree|approve|support|pass)\s+the\s+(?:following\s+)?(?:substantive\s+|amended\s+)?(?:motion|resolution)(?:\s+as\s+amended|\s+set\s+out\s+below)?|\s+(?:that|to))?\s*[:;–—-]+)\s*$")
_CONSIDERED = re.compile(
    rf"(?P<lead>(?:(?:After|Following|Having|On|Upon|In|At|As|Thereafter|Accordingly|Consequently)\b[^.;:]{{0,200}}?,\s+)?(?P<body>{BODY})(?:\s+[^.;:]{{3,200}}?\s+and)?\s+(?:(?:\w+ly|also|then|further|otherwise|therefore|hereby)\s+)*"
    rf"(?P<verb>RESOLVED|AGREED|DECIDED|RECOMMENDED|resolved|agreed|decided|recommended)(?:\s+unanimously)?(?:\s+(?:that|to|THAT|TO))?\s*[:;–—-]+)\s*$")
"""A list's opening words: "Having considered the report, the Committee noted its contents and AGREED:-"."""
_DECISION_LABEL = re.compile(
    r"(?P<lead>(?:THE\s+|The\s+)?(?:DECISIONS?|Decisions?|DECISION TAKEN|Decision [Tt]aken|Decisions? [Mm]ade|DECISIONS? MADE|AGREED ACTIONS?|Agreed [Aa]ctions?|RESOLUTIONS?|Resolutions?|Agreed|RECOMMENDATION TO (?:THE )?COUNCIL|"
    r"Council [Dd]ecision|Committee [Dd]ecision)\s*[:–-]+)\s*")
_PAST_VERB = re.compile(r"(?:also |unanimously |formally )?(?:noted|agreed|approved|resolved|endorsed|instructed|authorised|authorized|recommended|received|delegated|adopted|accepted|confirmed|welcomed|homologated|remitted|continued|"
                        r"appointed|granted|refused|ratified|considered and)\b", re.I)
_BODY_ALONE = re.compile(rf"(?:{BODY})\s*[:;]?\s*[:;–—-]+\s*$")
_STOP = re.compile(
    r"(?:REASONS?\b|Reasons?\s+(?:for|behind)|Reason\s*:|Other [Oo]ptions|OTHER OPTIONS|Alternative\s|ALTERNATIVE|Options [Cc]onsidered|OPTIONS|Options\s*:|Conflicts? of [Ii]nterest|Dispensation|Call[- ]in|Voting|VOTING|Vote\b|Note\s*:|NOTE\b|"
    r"Notes?\s*:|\(?NB\b|\*|\(?The meeting (?:closed|ended|finished|concluded|adjourned)|The [Mm]eeting (?:closed|ended|finished|concluded|commenced|was closed|terminated)|There being no|MEETING (?:CLOSED|ENDED)|Meeting (?:closed|ended)|CHAIR|Chair(?:man|person)?\s*[_….:]|"
    r"Signed|SIGNED|Date of [Nn]ext|DATE OF NEXT|ACTIONS?\b|Actions?\s*[:–-]|Mayor:|In accordance with (?:paragraph|Standing|Rule|Procedure|section)|\(?(?:At|At this point|The time being)\b[^.]{0,30}\d[.:]\d\d|"
    r"Background|BACKGROUND|Proposed|PROPOSED|Moved by|Summary of|SUMMARY OF|Discussion|DISCUSSION|Exempt [Ii]nformation|Wards? [Aa]ffected|Lead [Oo]fficer|Contact|Implementation|Following the vote|\(?Councillors? [A-Z][\w’' ]+ (?:left|joined|declared|abstained|returned))")
_SIGNED = re.compile(r"(?:[-–]\s*)?(?:COUNCILLOR|Councillor|CLLR|Cllr)\b[^,:;]{2,40},\s*(?:Conven[eo]r|CONVEN[EO]R|Chair\w*|CHAIR\w*|Provost|PROVOST|Mayor)\.?$")
_COMPLETE = re.compile(r"\b(?:be|is|are|was|were|will|shall|has|have|had|authorize|authorise|We|we)\b")
_AS_LISTED = re.compile(r"\b(?:following|as follows|below|namely|subject to|conditions|reasons|conditions and reasons|informatives)\b[^:]*:?\s*[-–—]?\s*$", re.I)
_NOTED = re.compile(r"[Tt]o note the (?!following)[^:]+\bof the following\b")
_LISTED_SUBJECT = re.compile(r"^(?:that\s+)?the following\b", re.I)


_ON_PROPOSAL = re.compile(r"[,(]?\s*(?:on the (?:proposal|motion|proposition)|proposed by|moved by)\b", re.I)


_MOVED_LATER = re.compile(r"[.:]\s+(?:(?:A\s+)?[Mm]otion (?:was )?(?:made )?by|MOTION|Moved by|It was moved)\b")
"""A title, not a decision: "Resolution – Lien Agreement. Motion made by A, seconded by B that …"."""


_FELL = re.compile(r"\b(?:[Aa]mendment|lost|defeated|withdr[ae]wn?|withdrew|rejected|deferred|fell\b|against\b|(?:not|nor) (?:carried|agreed|supported|approved|accepted|resolved)|no (?:agreement|decision|vote)|failed)")


def fell(verb: str, rest: str) -> bool:
    """Was what "was proposed and seconded" contested, by the words that follow, so that nothing is said to be decided?

    >>> fell("proposed and seconded", "the hall be let. Cllr Pell moved an amendment."), fell("proposed and seconded", "the hall be let.")
    (True, False)
    """
    return verb.endswith("proposed and seconded") and _FELL.search(rest) is not None


def lead_in(text: str, start: int = 0) -> tuple[int, int, str, bool] | None:
    """The words that open a decision at ``start`` of a text: (start, end, verb, has a subject of its own).

    >>> t = "RESOLVED that the report be noted."; t[slice(*lead_in(t)[:2])]
    'RESOLVED that '
    >>> [bool(lead_in(t)) for t in ("R E S O L V E D  T H A T the", "It was agreed that", "The Panel RESOLVED:", "AGREED:", "Resolved –", "It was RESOLVED to")]
    [True, True, True, True, True, True]
    >>> [bool(lead_in(t)) for t in ("Members noted that it rained", "He agreed that", "Resolved issues were listed", "Agreed actions", "It was noted that")]
    [False, False, False, False, False]
    """
    for pattern in (_LEAD, SOFT, _WELSH, _BODY_LEAD, _CONSIDERED, _DECISION_LABEL):
        m = pattern.match(text, start)
        if m is None:
            continue
        verb = m.groupdict().get("verb") or "DECISION"
        lead = m["lead"]
        rest = text[m.end():]
        if re.match(r"\(?\d{1,2}\s?[-–]\s?\d{1,2}\b", rest):
            continue  # "APPROVED: 5-0-1 (Mrs Hure abstained)": a vote, no words
        if fell(verb, rest):
            continue
        plain = verb in ("Resolved", "Resolution", "RESOLUTION", "Agreed", "Decided", "Recommended")
        if plain and not re.search(r"(?:[Tt]hat|THAT|to|[:;–—-])\s*$", lead) and rest.strip() and not _ON_PROPOSAL.match(rest) and not m.groupdict().get("it") and not m.groupdict().get("body"):
            continue
        if pattern is _DECISION_LABEL and _MOVED_LATER.search(rest):
            continue
        if verb in ("RESOLUTION", "Resolution") and (not lead.rstrip().endswith((":", "-", "–")) or _MOVED_LATER.search(rest)):
            continue
        if verb in ("ORDERED", "APPROVED", "AGREED", "RECOMMENDED", "DECIDED") and rest.strip() and not re.search(r"(?:[Tt]hat|THAT|to|TO|RECOMMEND,?|[:;–—-])\s*$", lead) and not _ON_PROPOSAL.match(rest) \
                and not m.groupdict().get("it") and not m.groupdict().get("body"):
            continue
        if pattern is _LEAD and (m.groupdict().get("body") or m.groupdict().get("it")) and verb.istitle():
            continue
        return start, m.end(), verb, bool(m.groupdict().get("body"))
    return None


def body_alone(para: Paragraph, after: Paragraph | None) -> bool:
    """ "The Committee:-" over a list of what it did: "(i) noted the report; and (ii) agreed …"."""
    return bool(_BODY_ALONE.match(para.text) and after is not None and after.mark is not None and _PAST_VERB.match(after.rest))


def stops(para: Paragraph) -> bool:
    """Does a paragraph end the list of what was decided: reasons, votes, notes, the close of the meeting?

    >>> from papermine.document import Line, Word
    >>> from papermine.extract.paragraphs import paragraph
    >>> def p(text): return paragraph([Line(1, [Word(w, i * 9, 0, i * 9 + 8, 9, 9) for i, w in enumerate(text.split())])])
    >>> [stops(p(t)) for t in ("Reasons for decision", "Against (0)", "Motion carried.", "2. That the Vote on Account be agreed")]
    [True, True, True, False]
    """
    text = para.text
    label = option_label(text)
    return bool(_STOP.match(text)) or bool(_SIGNED.match(text)) or (label is not None and (label[1] is not None or label[0] is not None)) or outcome_alone(text) is not None or (
        para.mark is None and lead_in(text) is not None) or (para.mark is not None and lead_in(text, para.start) is not None)


def inline_split(piece: Piece) -> list[tuple[str | None, Piece]]:
    """A paragraph cut at enumerations inside it: "(a) the report be noted; and (b) officers be thanked".

    Only where the numbers count up from the first, and the first stands at the start (or after a colon).
    """
    text = piece.para.text[piece.start:piece.end]
    for pattern, _values in ((r"\((\d{1,2})\)\s", None), (r"\(([ivx]{1,4})\)\s", "roman"), (r"\(([a-z])\)\s", None), (r"(?<![\w.(])(\d{1,2})[.)]\s(?=[A-Z])", None),
                            (r"(?<![\w(])([ivx]{1,4})[.)]\s", "roman"), (r"(?<![\w(])([a-h])[.)]\s(?=[A-Z])", None)):
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
    if rest and not _opens(rest):
        return _inline(first, start, end, leads), at + 1
    if rest and (split := inline_split(Piece(first, start, len(first.text) if end is None else end))) and len(split) > 1:
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
                           sub_lead=para.mark is None and _heads(para, paras, i, nodes)))
        i += 1
        if para.mark is None and not nodes[-1].sub_lead and len(nodes) == 1 and not opened and para.x0 <= base + 6:
            break
    if not nodes:
        return (_inline(first, start, end, leads) if rest else []), i
    if rest and nodes[0].para.lines[0].table is not None and nodes[0].number is None and re.search(r"\bfollowing\b[^:]*:\s*-?$", rest):
        return [Operative([Piece(first, start, len(first.text))], None, leads)], i  # "To note the attendance of the following reserve member:-", over a table
    if rest and complete_list(rest):
        pieces = [Piece(first, start, len(first.text)), *(Piece(n.para, 0 if n.number else n.start, len(n.para.text)) for n in nodes)]
        return [Operative(pieces, None, leads)], i
    if rest:
        leads = [*leads, Piece(first, start, len(first.text))]
    return _operatives(nodes, leads), i


def _opens(text: str) -> bool:
    """Do the words stop before what they introduce?"""
    text = text.rstrip()
    return text.endswith((":", "–", "-", "—")) or re.search(r"\b(?:that|to)$", text, re.I) is not None or bool(re.fullmatch(rf"(?:that\s+)?(?:{BODY})\s*[:;,]?(?:\s+(?:agrees?|resolves?|recommends?|approves?|be asked|is asked|hereby)(?:\s+(?:to|that))?)?", text, re.I))


def _goes_on(rest: str, nodes: Sequence[_Node], para: Paragraph) -> bool:
    """The list of what a body did goes on, though a verb opens its next paragraph: "RESOLVED that Cabinet: 1. NOTED …; 2. AGREED to close …"."""
    if para.mark is None or lead_in(para.text, para.start) is None or not _opens(rest):
        return False
    last = nodes[-1].para.mark if nodes else None
    return starts(para.mark) if not nodes else last is not None and continues(last, para.mark)


def _inline(para: Paragraph, start: int, end: int | None, leads: list[Piece]) -> list[Operative]:
    piece = Piece(para, start, len(para.text) if end is None else end)
    parts = inline_split(piece)
    if len(parts) == 1:
        return [Operative([piece], None, leads)]
    if parts[0][0] is None:
        if complete_list(parts[0][1].text):
            return [Operative([piece], None, leads)]
        leads = [*leads, parts[0][1]]
        parts = parts[1:]
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
        if nodes and last is not None and after is not None and not (continues(last, after) or starts(after)):
            return True
        return bool(nodes) and para.x0 < nodes[0].x0 - 3 and not (last and after and continues(last, after))
    if all(n.sub_lead for n in nodes):
        return False  # "That the Committee:" waits for what it did
    indent = nodes[0].x0
    if nodes[0].number is None and not nodes[0].bullet and not nodes[0].sub_lead:
        return para.x0 < indent - 3 or (indent <= base + 6 and not opened)
    deepest = nodes[-1]
    inner = deepest.para.inner if deepest.para.mark else deepest.x0
    return not (para.x0 >= inner - 4 and para.x0 > base + 3)


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
            stack = []
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
    if a is not None and b is not None and (a.kind, a.style) != (b.kind, b.style) and node.x0 > parent.x0 - 3:
        return node.bullet or starts(b)
    return False


def _leaves(node: _Node, leads: list[Piece]) -> list[Operative]:
    text = node.text.strip()
    whole = Piece(node.para, node.start, len(node.para.text))
    if node.children and all(not c.bullet for c in node.children) and not complete_list(text) and (_opens(text) or (len(text) < 90 and not text.endswith((".", ";")))):
        out = []
        for child in node.children:
            out += _leaves(child, [*leads, whole])
        return out
    if not node.children:
        parts = inline_split(whole)
        if len(parts) > 1 and parts[0][0] is None and _opens(parts[0][1].text) and not complete_list(parts[0][1].text) and not node.more:
            return [Operative([part], number, [*leads, parts[0][1]]) for number, part in parts[1:]]
    return [Operative([whole, *node.more, *_pieces(node.children)], node.number, leads)]


def _pieces(children: Sequence[_Node]) -> list[Piece]:
    out = []
    for child in children:
        out += [Piece(child.para, 0 if child.number else child.start, len(child.para.text)), *child.more, *_pieces(child.children)]
    return out
