"""Resolution slips: "Moved by A / Seconded by B / THAT … / Carried.", and "R2023-147 A, B: That … Carried."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from papermine.extract.floor import Proposal
from papermine.extract.motions import Outcome, find_moved, outcome_alone
from papermine.extract.operative import Operative, Piece, gather
from papermine.extract.paragraphs import Paragraph
from papermine.extract.votes import VOTE_HEAD, counts, option_label, read_grid, read_lists

SLIP = re.compile(r"^(?:RESOLUTION|Resolution|MOTION|Motion)?\s*(?:NUMBER|Number|NO\.?|No\.?|#)?\s*:?\s*(?P<number>[A-Z]{0,3}[-#]?\d{2,4}\s?[-/]\s?\d{1,4}|\d{1,4}[-/]\d{2,4}|#\s?\d+)\b")
_OUT_END = re.compile(r"(?:^|[.;:,”\"’)\s])(?:[-–]\s*)?(?P<out>Carried|CARRIED|Defeated|DEFEATED|Lost|LOST|Deferred|DEFERRED|Withdrawn|WITHDRAWN|Tabled|TABLED|Motion [Cc]arried|MOTION CARRIED)(?:\s+[Uu]nanimously)?\s*[.!*]*$")
_OUTCOMES: dict[str, Outcome] = {"carried": "carried", "defeated": "lost", "lost": "lost", "deferred": "deferred", "withdrawn": "withdrawn", "tabled": "deferred"}
_RESOLVED = re.compile(
    r"^(?:AND\s+|And\s+)?(?:NOW,?\s+|Now,?\s+)?(?:(?:THEREFORE|Therefore)\s*,?\s*)?(?:(?:BE IT|Be it|LET IT BE|IT BE|BE)\s+)?(?:FURTHER,?\s+|Further,?\s+)?(?:(?:IT BE|BE IT)\s+)?(?:FURTHER,?\s+)?(?:(?:RESOLVED|Resolved)\s*,?\s*)?"
    r"(?:(?:THAT|That)\b\s*)?[:,]?\s*", re.S)
_CLAUSE = re.compile(r"^(?:AND\s+)?(?:NOW,?\s+)?(?:THEREFORE|BE IT|AND THAT|AND FURTHER|FURTHER|Therefore|Be it|And that|Now,? therefore)\b", re.I)
_WHEREAS = re.compile(r"^(?:AND,?\s+)?WHEREAS\b", re.I)


@dataclass(slots=True)
class Slip:
    """A slip read: its motion, what it decides, its number, and the index of the paragraph after it."""

    proposal: Proposal
    operatives: list[Operative]
    number: str | None
    after: int


def read_slip(paras: Sequence[Paragraph], i: int) -> Slip | None:
    """The slip that starts at paragraph ``i``, if one does."""
    head = paras[i]
    number = SLIP.match(head.text)
    proposal = Proposal()
    at = i
    inline: Piece | None = None
    if number is not None and head.mark is None and (moved := find_moved(head.text)) is not None and moved.mover and moved.seconder:
        proposal.mover, proposal.seconder = (head, *moved.mover), (head, *moved.seconder)
        at = i + 1
        rest = head.text[moved.end:].lstrip(" :;.")
        if rest:
            inline = Piece(head, len(head.text) - len(rest), len(head.text))
    else:
        if number is not None and len(head.text) < 50 and not re.search(r"[a-z]{3,} [a-z]{3,}", head.text):
            at = i + 1
        elif number is not None:
            return None
        while at < len(paras) and at < i + 4 and (proposal.mover is None or proposal.seconder is None):
            para = paras[at]
            moved = find_moved(para.rest)
            if moved is None or moved.start > 3 or len(para.rest) - moved.end > 3 or not re.match(r"\(?(?:Moved|MOVED|Mover|Seconded|SECONDED|Seconder|Proposed|PROPOSED)\b", para.rest):
                break
            if moved.mover is not None:
                proposal.mover = (para, para.start + moved.mover[0], para.start + moved.mover[1])
            if moved.seconder is not None:
                proposal.seconder = (para, para.start + moved.seconder[0], para.start + moved.seconder[1])
            at += 1
        if proposal.mover is None or proposal.seconder is None:
            return None
    return _body(paras, at, proposal, number["number"].strip() if number else None, inline)


def _body(paras: Sequence[Paragraph], at: int, proposal: Proposal, number: str | None, inline: Piece | None) -> Slip | None:
    held: list[Piece] = [inline] if inline is not None else []
    k = at
    while k < len(paras) and proposal.outcome is None:
        para = paras[k]
        if k > at and SLIP.match(para.text) and (find_moved(para.text) is not None or (len(para.text) < 50 and not re.search(r"[a-z]{3,} [a-z]{3,}", para.text))):
            break
        if para.lines[0].table is not None:
            end = k
            while end < len(paras) and paras[end].lines[0].table == para.lines[0].table and paras[end].lines[0].page == para.lines[0].page:
                end += 1
            grid = read_grid([line for p in paras[k:end] for line in p.lines])
            if grid is not None:
                proposal.ballot.join(grid)
                k = end
                continue
        lists = read_lists(paras, k)
        if lists is not None:
            proposal.ballot.join(lists[0])
            k = lists[1]
            continue
        alone = outcome_alone(para.rest)
        if alone is not None:
            proposal.outcome = alone[0]
            proposal.ballot.join(counts(para.text))
            proposal.stated += para.places()
            k += 1
            break
        if option_label(para.text) is not None or VOTE_HEAD.match(para.text):
            k += 1
            continue
        end_at = len(para.text)
        if (m := _OUT_END.search(para.text)) is not None:
            proposal.outcome = _OUTCOMES[m["out"].lower().removeprefix("motion ")]
            proposal.stated += para.places(m.start("out"))
            end_at = m.start("out")
        held.append(Piece(para, 0, end_at))
        k += 1
        if k - at > 60:
            return None
    if not held or (proposal.outcome is None and number is None):
        return None
    k = _late_votes(paras, k, proposal)
    proposal.pieces = [p for p in held if not _WHEREAS.match(p.text)] or held
    return Slip(proposal, _split(held), number, k)


def _late_votes(paras: Sequence[Paragraph], k: int, proposal: Proposal) -> int:
    """A recorded vote printed after "Carried."."""
    if k < len(paras) and paras[k].lines[0].table is not None:
        end = k
        while end < len(paras) and paras[end].lines[0].table == paras[k].lines[0].table:
            end += 1
        grid = read_grid([line for p in paras[k:end] for line in p.lines])
        if grid is not None:
            proposal.ballot.join(grid)
            return end
    if k < len(paras) and (lists := read_lists(paras, k)) is not None:
        proposal.ballot.join(lists[0])
        return lists[1]
    return k


def _split(held: Sequence[Piece]) -> list[Operative]:
    """Clauses of RESOLVED THAT apart; a numbered list right after "BE IT RESOLVED:" apart; all else is one."""
    body = [p for p in held if not _WHEREAS.match(p.text)]
    clauses = [k for k, p in enumerate(body) if _CLAUSE.match(p.text)]
    if not clauses:
        return [Operative(list(body))] if body else []
    out: list[Operative] = []
    for a, b in zip(clauses, [*clauses[1:], len(body)], strict=True):
        piece = body[a]
        text = piece.para.text[piece.start:piece.end]
        m = _RESOLVED.match(text)
        at = piece.start + (m.end() if m else 0)
        rest = piece.para.text[at:piece.end].strip()
        if not rest and b > a + 1 and body[a + 1].para.mark is not None:
            paras = [piece.para, *(p.para for p in body[a + 1:b])]
            found, _ = gather(paras, 0, at, lead=[Piece(piece.para, piece.start, at)], end=piece.end, level=piece.para.x0)
            for op in found:
                op.pieces = [_clip(p, body) for p in op.pieces]
            out += found
        else:
            out.append(Operative([Piece(piece.para, at, piece.end), *body[a + 1:b]], None, [Piece(piece.para, piece.start, at)]))
    if clauses[0] > 0:
        out.insert(0, Operative(list(body[:clauses[0]])))
    return out


def _clip(piece: Piece, body: Sequence[Piece]) -> Piece:
    """Keep a slip's closing "Carried." out of its last paragraph."""
    for p in body:
        if p.para is piece.para:
            return Piece(piece.para, piece.start, min(piece.end, p.end))
    return piece
