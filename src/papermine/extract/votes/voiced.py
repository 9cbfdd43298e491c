"""A sentence that is nothing but a vote: voters, ways of voting and words that join them, whatever their order ("3-2, Vane, Tull no", "Orde, yes; Pell, nay",
"with Orde and Pell in favor and Vane opposed", "Voting in favor were Orde and Pell")."""

from __future__ import annotations

import itertools
from typing import Literal, NamedTuple

from papermine import regex as re
from papermine.extract.votes.ballots import Option
from papermine.language.names import read_person
from papermine.language.person import is_word
from papermine.language.titles import CHAIR, MEMBER, POST, STYLE, TITLE
from papermine.language.votewords import ENDED, JOINING, NOES, VOTING

_TOKEN = re.compile(
    rf"(?P<figures>\(?\b\d{{1,2}}\s?(?:[-–—/:]|to|v)\s?\d{{1,2}}(?:\s?(?:[-–—/:]|to)\s?\d{{1,2}})?\b\)?)|(?P<number>\b\d{{1,2}}\b)|"
    rf"(?P<office>\b[Tt]he\s+{CHAIR}(?!\s+(?:[A-Z]\.?\s+)?[A-Z][a-z]))|(?P<title>\b(?:(?:[Tt]he\s+)?(?:{CHAIR}|{TITLE}|{MEMBER}|{POST}|Directors?|Members?|MEMBERS?)\b\.?\s*:?\s*)+(?=[A-Z]))|"
    r"(?P<favour>(?i:\b(?:in\s+)?(?:the\s+)?(?:favou?r|affirmative(?:ly)?)\b(?:\s+of(?=\s+(?:(?:the|this)\s+)?motion\b))?))|(?P<away>(?i:\b(?:not\s+voting|did\s+not\s+vote|not\s+present)\b))|"
    r"(?P<initial>\b(?:[A-Z]\.\s?){1,3}(?=[A-Z][a-z]|(?:van|de|der|von|la|le|du)\s))|(?P<word>[^\W\d_][\w’'-]*)|(?P<mark>[.;:,()&–—\"“”-])")
_SIDES: dict[str, Option | None] = {
    **dict.fromkeys(("aye", "ayes", "yea", "yeas", "yay", "yes"), "for"), **dict.fromkeys(("nay", "nays", "noes", "against", "opposed", "opposing", "opposition", "dissenting", "dissented", "negative"), "against"),
    **dict.fromkeys(("abstained", "abstaining", "abstain", "abstains", "abstention", "abstentions"), "abstain"), **dict.fromkeys(("absent", "excused", "recused"), None)}
_NOBODY = frozenset(("none", "nil", "nobody", "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"))
_OTHERS = frozenset(("all", "others", "everyone", "everybody", "rest", "remaining", "remainder"))
_JOINS = (JOINING | VOTING | frozenset(("cast", "casting", "voting", "who", "but", "while", "amendment", "with"))) - {"said", "that", "other", "any", "is", "are", "been", "having", "ordered", "so", "discussion", "put"} - _SIDES.keys() - _NOBODY - NOES
_ENDS = ENDED | frozenset(("failed", "fails", "lost", "defeated", "denied", "rejected", "unanimously", "unanimous"))
_UNNAMED = re.compile(rf"{CHAIR}|{MEMBER}|Directors?|Members?|MEMBERS?")
"""An office, of nobody that is named."""
_STYLED = re.compile(rf"(?!Mess){STYLE}\.?\s*")
"""What stays before a name, as it does in the lists."""
_PARTICLES = frozenset(("de", "da", "van", "der", "den", "von", "la", "le", "du", "del", "st"))
_DONE = re.compile(r"[A-Z][a-z]{2,}(?<!e)(?<!m)ed|Withdrawn|WITHDRAWN|[A-Z]{3,}(?<!E)(?<!M)ED")
"""What became of it, and nobody: "Tabled with no vote."."""
_PLACE = frozenset(("in", "at", "from", "to", "on", "upon"))
_EXCEPT = frozenset(("except", "excepting", "excluding", "save"))
_WHY = re.compile(r"(?<=\w),?\s+(?:because|due\s+to|owing\s+to|on\s+account\s+of|citing|for\s+(?:reasons?|personal)\b|(?:as|since)\s+(?:he|she|they|his|her)\b)[^.;]*\.?$")
"""Why somebody did not go along."""
_MAY = re.compile(r"\b(?:ayes?|yeas?|yay|yes|nays?|no|noes|favou?r|affirmative(?:ly)?|against|oppos\w+|negative|dissent\w+|abst\w+|for)\b", re.I)
_LONGEST, _NAMED_MAX = 600, 4
"""Letters of a sentence that is read, words of a name."""


class Voter(NamedTuple):
    """Somebody named in a text, from ``start`` to ``end``, and how he voted; None: not at all."""

    start: int
    end: int
    option: Option | None


class _Part(NamedTuple):
    kind: Literal["voter", "some", "side"]
    start: int
    end: int
    option: Option | None = None
    labels: bool = False


def voiced(text: str) -> list[Voter]:
    """Who voted how in a sentence that tells nothing else; empty where any word of it is none of a vote, or leaves open who is meant.

    Either each way of voting stands behind its voters or each before them; numbers and "all" are voters without a name.

    >>> def told(t): return [(t[v.start:v.end], v.option) for v in voiced(t)]
    >>> told("MOTION PASSED: 3-2, Vane, Tull no"), told("Voting in favor were Orde and Pell.")
    ([('Vane', 'against'), ('Tull', 'against')], [('Orde', 'for'), ('Pell', 'for')])
    >>> told("Motion carried with Orde and the Mayor in favor, Mr. A. van Tull absent and Vane opposed.")
    [('Orde', 'for'), ('the Mayor', 'for'), ('Mr. A. van Tull', None), ('Vane', 'against')]
    >>> told("Vane and Tull voted no, all others voted yes."), told("Vane abstained because his son works there.")
    ([('Vane', 'against'), ('Tull', 'against')], [('Vane', 'abstain')])
    >>> [told(t) for t in ("Motion by Vane carried, none opposed.", "All in favor except Vane.", "Vane voted no on Item B.", "3 in favor, Vane.", "Vane did not vote no.", "Vane would vote no.", "Vane asked for a vote.", "Mill Lane: no.", "In the Senate, Pell voted aye.", "Tabled with no vote.")]
    [[], [], [], [], [], [], [], [], [], []]
    """
    if len(text) > _LONGEST or _MAY.search(text) is None:
        return []
    why = _WHY.search(text)
    parts = _parts(text[:why.start()] if why is not None else text)
    if parts is None or (why is not None and (parts[-1].kind != "side" or parts[-1].option in ("for", "against"))):
        return []
    sides = [part for part in parts if part.kind == "side"]
    if not sides or not any(part.kind == "voter" for part in parts):
        return []
    grouped = [(kind == "side", list(group)) for kind, group in itertools.groupby(parts, key=lambda part: part.kind == "side" and "side")]
    runs = [group for _, group in grouped]
    if any(is_side and len(group) > 1 for is_side, group in grouped) or len(runs) % 2:
        return []
    if grouped[0][0]:  # each way of voting before its voters: with a mark or "by", "were" between them
        if not all(group[0].labels for is_side, group in grouped if is_side):
            return []
        pairs = list(zip(runs[1::2], runs[0::2], strict=True))
    else:
        pairs = list(zip(runs[0::2], runs[1::2], strict=True))
    return [Voter(part.start, part.end, side[0].option) for who, side in pairs for part in who if part.kind == "voter"]


def _parts(text: str) -> list[_Part] | None:
    """The voters and the ways of voting that a text prints; None where it prints anything else."""
    out: list[_Part] = []
    tokens = list(_TOKEN.finditer(text))
    if re.search(r"[\w£$€%]", _TOKEN.sub("", text)) is not None:
        return None
    i, over = 0, False
    while i < len(tokens):
        m = tokens[i]
        low = m.group().lower()
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        side: _Part | None = None
        if over and (m["number"] or m["office"] or m["title"] or m["initial"]):
            return None  # somebody named behind the outcome, with no way of voting before him
        if low in _PLACE and after is not None and (where := tokens[i + 2] if after.group().lower() == "the" and i + 2 < len(tokens) else after)["word"] and where.group()[0].isupper():
            return None  # "In the Senate, Poe voted aye"
        if m["figures"] or m["mark"]:
            if m["mark"] in (";", ".") and out and out[-1].kind != "side" and not any(part.kind == "side" and part.labels for part in out):
                return None  # voters of whom nothing is said yet
        elif m["number"]:
            out.append(_Part("some", *m.span()))
        elif m["office"]:
            out.append(_Part("voter", *m.span()))
        elif m["away"]:
            side = _Part("side", *m.span(), None, _labels(after))
        elif m["favour"]:
            side = _Part("side", *m.span(), "for", _labels(after))
        elif m["title"] or m["initial"]:
            if (k := _name(tokens, i)) is None:
                return None
            out.append(_Part("voter", (tokens[i + 1] if m["title"] and _STYLED.fullmatch(m["title"]) is None else m).start(), tokens[k].end()))
            i = k
        elif low in _SIDES or (low in ("no", "for") and (after is None or after["mark"] or after.group().lower() in ("and", "were", "was", "vote", "votes"))):
            if low == "no" and after is not None and ((after.group().lower() in ("vote", "votes") and not (out and out[-1].kind == "voter")) or (after["mark"] == "." and i + 2 < len(tokens) and (tokens[i + 2]["figures"] or tokens[i + 2]["number"]))):
                return None  # "Resolution No. 91-05"
            side = _Part("side", *m.span(), _SIDES.get(low, "for" if low == "for" else "against"), _labels(after))
        elif low in _EXCEPT or (low == "but" and out and out[-1].kind == "some"):
            if not (out and out[-1].kind == "side") or any(part.labels for part in out if part.kind == "side"):
                return None
        elif low in _NOBODY or low in _OTHERS or (low == "no" and after is not None and after.group().lower() in (*_SIDES, "one")):
            out.append(_Part("some", *m.span()))
        elif low in _ENDS:
            if out and out[-1].kind != "side" and any(part.kind == "voter" for part in out):
                if not all(part.labels for part in out if part.kind == "side") or out[0].kind != "side":
                    return None
                over = True
            out = out if any(part.kind == "voter" for part in out) else []
        elif _UNNAMED.fullmatch(m.group()) is not None:
            out.append(_Part("some", *m.span()))
        elif low not in _JOINS:
            if over or (not m.group()[0].isupper() and low not in _PARTICLES) or (k := _name(tokens, i - 1)) is None or is_word(tokens[k].group()) or (low not in _PARTICLES and is_word(m.group())) or (k == i and _DONE.fullmatch(m.group()) is not None):
                return None
            out.append(_Part("voter", m.start(), tokens[k].end()))
            i = k
        if side is not None:
            if side.labels and after is not None and after["mark"] not in (None, ",") and out and text[out[-1].start:out[-1].end].isdigit():
                out.pop()  # "1 no (Vane)"
            out.append(side)
            over = False
        i += 1
    return out


def _labels(after: re.Match[str] | None) -> bool:
    """Do voters follow a way of voting: "Yes: Orde", "1 no (Vane)", "Voting in favor were Orde"?"""
    return after is not None and (after["mark"] in (":", ",", "(", "-", "–", "—") or after.group().lower() in ("were", "was", "by"))


def _name(tokens: list[re.Match[str]], before: int) -> int | None:
    """The index of the last word of the name behind token ``before``; None where no name stands there."""
    k, last = before + 1, None
    while k < len(tokens) and k - before <= _NAMED_MAX and (last is None or tokens[k].start() - tokens[k - 1].end() <= 1):
        word = tokens[k]
        if word["initial"] and last is None:
            k += 1
            continue
        known = word.group().lower() in _SIDES or word.group().lower() in ("no", "for", "and") or (last is not None and word.group().lower() in _JOINS | _ENDS)
        if not word["word"] or known or not (word.group()[0].isupper() or word.group() in _PARTICLES):
            break
        if word.group() not in _PARTICLES:
            last = k
        k += 1
    if last is None:
        return None
    printed = tokens[0].string[tokens[before + 1].start():tokens[last].end()]
    if printed.isupper() and len(printed) < 5 and not tokens[0].string.isupper():
        return None  # "the HRA budget"
    return last if read_person(printed, surname=True) is not None or read_person(f"Cllr {printed}") is not None else None
