"""The words of a slip as what they decide: each "BE IT RESOLVED THAT …" apart, a list under "That the Council:" point by point."""

from __future__ import annotations

from collections.abc import Sequence

from papermine import regex as re
from papermine.extract.decisions.operative import Operative, Piece, gather

_RESOLVED = re.compile(
    r"^(?:AND\s+|And\s+)?(?:NOW,?\s+|Now,?\s+)?(?:(?:THEREFORE|Therefore)\s*,?\s*)?(?:(?:BE IT|Be it|LET IT BE|IT BE|BE)\s+)?(?:FURTHER,?\s+|Further,?\s+)?(?:(?:IT BE|BE IT)\s+)?(?:FURTHER,?\s+)?(?P<resolved>(?:RESOLVED|Resolved|Resolve(?= that| to)|Moved(?= that)|(?<=it )resolved|(?<=further )resolved)\s*,?\s*)?"
    r"(?:(?:THAT|That|(?(resolved)that|THAT))\b\s*)?[:,]?\s*", re.S)
_CLAUSE = re.compile(r"^(?:AND\s+)?(?:NOW,?\s+)?(?:THEREFORE|BE IT|AND THAT|AND FURTHER|FURTHER|Therefore|Be it|And that|Now,? therefore|Resolved?,? (?:that|to)|Moved that)\b", re.I)
_WHEREAS = re.compile(r"^(?:AND,?\s+)?WHEREAS\b", re.I)
_THAT_BODY = re.compile(r"[“\"]?(?:THAT|That|that)\s+(?:(?:the|this|THE)\s+)?(?:[A-Z][\w’'&]*\s+){0,5}(?:Council|Committee|Board|Cabinet|COUNCIL|Panel|meeting)(?:,?\s+(?:acting|in (?:relation|respect|accordance|regard)|pursuant|under|having|by resolution|as)\b[^.;:]{2,160})?\s*[:;,–-]*\s*$|[“\"]?(?:THAT|That)\s*[:–-]*\s*$")
_BODY = re.compile(r"(?:that\s+)?(?:(?:the|this)\s+)?(?:[A-Z][\w’'&]*\s+){0,5}(?:Council|Committee|Board|Cabinet|COUNCIL|Panel)\s*[:–—-]+")
"""What is left before a list: "Be it resolved that Council: a) …"."""
_MOTION_TO = re.compile(r"(?:A\s+)?(?:Motion|MOTION)\s+(?:to|that)\s+")


def without_reasons(held: Sequence[Piece]) -> list[Piece]:
    """The words without what begins with "WHEREAS", unless nothing else is left."""
    return [p for p in held if not _WHEREAS.match(p.text)] or list(held)


def preamble(text: str) -> bool:
    """Does a paragraph give the reasons of a resolution: "WHEREAS, the town was awarded a grant; and"?"""
    return _WHEREAS.match(text) is not None


def clauses(held: Sequence[Piece]) -> list[Operative]:
    """Clauses of RESOLVED THAT apart; a numbered list right after "BE IT RESOLVED:" or "That the Council:" apart; all else is one."""
    body = [p for p in held if not _WHEREAS.match(p.text)]
    number = body[0].para.number if body and 0 < body[0].start == body[0].para.start else None
    if body and (said := _MOTION_TO.match(body[0].para.text, body[0].start)) is not None:
        body[0] = Piece(body[0].para, said.end(), body[0].end)
    starts = [k for k, p in enumerate(body) if _CLAUSE.match(p.text)]
    if not starts:
        if len(body) > 1 and _THAT_BODY.match(body[0].text) and body[1].para.mark is not None:
            return _listed(body, body[0].end)
        if len(body) > 1 and body[0].start <= body[0].para.start and all(p.para.mark is not None and p.para.number for p in body):
            return [Operative([Piece(p.para, p.para.start, p.end)], p.para.number) for p in body]
        if len(body) > 1 and all(re.match(r"[“\"]?(?:THAT|That)\b", p.para.text[max(p.start, p.para.start):p.end]) for p in body):
            return [Operative([Piece(p.para, max(p.start, p.para.start), p.end)], p.para.number) for p in body]
        return [Operative(list(body), number)] if body else []
    out: list[Operative] = []
    for a, b in zip(starts, [*starts[1:], len(body)], strict=True):
        piece = body[a]
        text = piece.para.text[piece.start:piece.end]
        m = _RESOLVED.match(text)
        at = piece.start + (m.end() if m else 0)
        rest = piece.para.text[at:piece.end].strip()
        if (not rest or _BODY.fullmatch(rest) is not None) and b > a + 1 and body[a + 1].para.mark is not None:
            out += _listed(body[a:b], at)
        else:
            out.append(Operative([Piece(piece.para, at, piece.end), *body[a + 1:b]], None, [Piece(piece.para, piece.start, at)]))
    if starts[0] > 0 and not (len(body) < len(held) and body[starts[0] - 1].text.endswith(":")):  # "to adopt the following resolution:" ⏎ "WHEREAS …" ⏎ "RESOLVED, that …"
        out.insert(0, Operative(list(body[:starts[0]])))
    return out


def _listed(body: Sequence[Piece], at: int) -> list[Operative]:
    """The list under its opening words, which end at ``at``."""
    piece = body[0]
    paras = [piece.para, *(p.para for p in body[1:])]
    found, _ = gather(paras, 0, at, lead=[Piece(piece.para, piece.start, at)], end=piece.end, level=piece.para.x0)
    for op in found:
        op.pieces = [_clip(p, body) for p in op.pieces]
    return found


def _clip(piece: Piece, body: Sequence[Piece]) -> Piece:
    """Keep a slip's closing "Carried." out of its last paragraph."""
    for p in body:
        if p.para is piece.para:
            return Piece(piece.para, piece.start, min(piece.end, p.end))
    return piece
