"""What is printed behind a decision and says that it does not stand: "(withdrawn)", "Vetoed by the Mayor.", "[recorded in error]"."""

from __future__ import annotations

from papermine import regex as re
from papermine.extract.decisions.item import Item
from papermine.extract.decisions.proposals import Decided
from papermine.language.outcomes import outcome_alone
from papermine.language.screened import Screened

_THIS = r"(?:(?:the|this|that|above)\s+)*(?:motion|resolution|ordinance|decision|item|vote)\b"
_NOTE = Screened(rf"(?:[\[(]\s*(?:{_THIS}\s+(?:was|is|has been)?\s*)?(?:(?P<back>withdrawn)|not\s+seconded|vetoed|rescinded|revoked|annulled|void(?:ed)?|(?:recorded|entered|printed|minuted|listed|included)\s+in\s+error)\b(?!\s+(?:as|resolution)\b)[^\])]{{0,60}}[\])]|"
                   rf"(?:{_THIS}\s+was\s+(?:then\s+|later\s+|subsequently\s+)?)?vetoed\s+by\s+the\s[^.;:]{{3,60}}|the\s+(?:[A-Z][\w-]*\s+){{1,2}}(?:then\s+|later\s+|subsequently\s+)?vetoed\s+{_THIS}[^.;:]{{0,40}})\s*\.?", ("withdrawn", "not seconded", "veto", "rescind", "revok", "annul", "void", "error"), flags=re.I)
_BRACKETED = re.compile(r"\[[^\[\]]{4,80}\]\s*\.?$")
_ENDED = re.compile(r"(?:^|[.;:”\"’)]|\bbe\s+(?!noted|received)[a-z]+(?:ed|en|wn|ld|lt|nt|ut|de|ade))\s*$")
"""Before a note: words that have ended, by their stop or by their verb; "to note the bid of Dace Ltd (withdrawn)" says what became of the bid."""
_STANDS = re.compile(r"\b(?:overrid\w+|overrode|re-?passed|not (?:vetoed|rescinded|revoked))\b", re.I)
"""The veto did not hold: "Vetoed by the Mayor. Veto overridden 6-1."."""


def drop_annulled(item: Item) -> None:
    """Take what is annulled out of what an item decided: a plain resolution that was withdrawn has that outcome, all else is no resolution (its motion and vote stay)."""
    item.decided = [d for d in item.decided if not _annulled(item, d)]


def _annulled(item: Item, d: Decided) -> bool:
    """Does the end of a decision's words, or what stands right behind them, say that it does not stand? Such words are cut off."""
    piece = d.operative.pieces[-1]
    text = piece.para.text
    k = next((k for k, para in enumerate(item.paras) if para is piece.para), len(item.paras)) + 1
    below = item.paras[k].text if k < len(item.paras) else ""
    if not _NOTE.may(f"{text} {below}"):
        return False
    at = next((m.start() for m in _NOTE.compiled.finditer(text, piece.start, piece.end) if m.end() >= piece.end and m.start() > piece.start and (_ENDED.search(text[piece.start:m.start()]) or _BRACKETED.fullmatch(text, m.start(), piece.end))), None)
    m = _NOTE.compiled.match(text, at, piece.end) if at is not None else None
    after = text[piece.end:].strip() if at is None else ""
    if m is None and not item.plans:
        m = next((found for found in _NOTE.finditer(after) if not (told := after[:found.start()].strip(" .")) or outcome_alone(told) is not None), None) or _NOTE.compiled.fullmatch(below)
    if m is None or _STANDS.search(f"{after} {below}") is not None:
        return False
    if at is not None:
        piece.end = at
    if m["back"] and d.proposal.outcome is None and not any(other is not d and other.proposal is d.proposal for other in item.decided):
        d.proposal.outcome = "withdrawn"
        return False
    return True
