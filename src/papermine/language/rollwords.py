"""What the words over or behind a list of names say of those whom it names: weighed word by word, in whatever order a house sets them.

>>> [told.status for t in ("Voting Members Present:", "Councillors not in attendance:", "Apologies for absence were received from", "Also attending via Zoom:") if (told := label_of(t))]
['present', 'absent', 'apologies', 'in_attendance']
>>> label_of("Members noted that it rained"), label_of("Public questions"), label_of("Minutes of the last meeting:")
(None, None, None)
"""

from __future__ import annotations

from dataclasses import dataclass

from papermine import regex as re
from papermine.language.labels import OTHER_TIME, Status

_KINDS = tuple((kind, re.compile(f"(?:{words})$")) for kind, words in (
    ("sorry", r"apolog(?:y|ies)|regrets|excused?|ymddiheuriad(?:au)?|leave"),
    ("absent", r"absen(?:t|ces?|tees?)|unable"),
    ("here", r"present|attend(?:ed|ees?|ing|ance)?|sederunt|b?p?resennol|attendances|here|arriv(?:ed|ing)"),
    ("not", r"not|without|non-attendance"),
    ("also", r"also|others?|besides|hefyd|eraill"),
    ("group", r"members?|membership|councill?ors|cllrs|crs|trustees|commissioners|supervisors|alderm[ae]n|aldermen|selectm[ae]n|selectboard|directors|councilmembers|alternates|aelodau|cynghorwyr"),
    ("besides", r"officers?|officials?|staff|employees?|administration|guests?|visitors?|public|press|media|residents?|observers?|invitees?|police|advis[eo]rs?|delegations?|partners|"
                r"swyddogion|cyhoedd|parishioners|citizens|speakers|consultants|attendees"),
    ("office", r"chair(?:man|woman|person)?|cadeirydd|mayor|reeve|president|warden|clerk|clerc|secretary|taker|recorder|treasurer|manager|attorney|solicitor|engineer|superintendent|administrator|"
               r"cao|c\.a\.o|ceo|councill?or|minute-taker|rfo|executive|deputy|vice|presiding"),
    ("verb", r"were|was|are|is|from|by|received|recorded|noted|given|sent|accepted|tendered|submitted|included?|including|being|be|been|had|has|have|approved|acknowledged|reported"),
    ("free", r"subsequently|later?|the|of|and|in|for|at|as|a|an|on|to|that|those|who|all|following|names?|council|board|committee|commission|panel|cabinet|town|parish|city|county|village|community|township|district|borough|"
             r"ward|municipal|meeting|zoom|teams|via|virtual(?:ly)?|remote(?:ly)?|online|person|persons|people|telephone|video|voting|non-voting|elected|call|roll|taken|minutes?|list|record|register|reasons?|invited|invitation|it|there|"
             r"an|yn|y|yr|wrth|am|gan|oddi|resolved|agreed|note|their|his|her|cc|co-opted|ex|officio|ex-officio|senior|local|planning|written|approval|accept|receive|applications?"),
))
_TOKEN = re.compile(r"\S+")
_EDGE = ".,:;()[]&/+–—-…“”\"'*|"


def kind_of(word: str) -> str | None:
    """What a word does in a label; None for one that has no place in it."""
    low = word.strip(_EDGE).lower()
    return "" if not low else next((kind for kind, words in _KINDS if words.match(low) is not None), None)


@dataclass(frozen=True, slots=True)
class Told:
    """A label: its words, where they end in the text, what ends it (":", "-", ".", "$" the end of the text, "" names at once), and what it tells."""

    words: str
    end: int
    by: str
    kinds: frozenset[str]

    @property
    def sure(self) -> bool:
        """Does it hold a word of coming or staying away, not only whom it names?"""
        return not self.kinds.isdisjoint(("sorry", "absent", "here"))

    @property
    def status(self) -> Status | None:
        """What it says of those under it; None where it says two things ("Present and apologies")."""
        return status_by(self.kinds)


def status_by(kinds: frozenset[str]) -> Status | None:
    """The status that words of these kinds give."""
    if "sorry" in kinds:
        return "absent" if "not" in kinds and "here" not in kinds else None if "here" in kinds and "not" not in kinds else "apologies"
    if "absent" in kinds or {"not", "here"} <= kinds:
        return None if "here" in kinds and "not" not in kinds else "absent"
    if not kinds.isdisjoint(("besides", "also")):
        return "in_attendance"
    return "present" if not kinds.isdisjoint(("here", "group")) else None


def label_of(text: str) -> Told | None:
    """The label that ``text`` begins with, whatever its form; None where its first words are none."""
    if OTHER_TIME.match(text) is not None or re.match(r"in (?:the |his |her |their )?absence\b", text, re.I) is not None:
        return None
    kinds: list[tuple[str, int, bool]] = []
    by = ""
    for token in _TOKEN.finditer(text):
        word = token.group()
        kind = kind_of(word)
        if kind is None or (kind == "office" and not kinds and not word.rstrip(".").endswith((":", ":-", ":–")) and word.strip(_EDGE).istitle() and text[token.end():].strip()[:1].isupper() and ":" not in text[:60]):
            break
        if kind == "":
            if kinds and word.strip("–—-:;…") == "":
                by, last = "-", token.end()
                kinds.append(("", last, False))
                break
            if word not in ("&", "/", "+"):
                break
            continue
        kinds.append((kind, token.end(), word[:1].islower()))
        if (mark := re.search(r"[:;…]\s*[-–—]?$|[-–—]$", word)) is not None:
            by = ":" if mark.group()[0] in ":;…" else "-"
            break
        if word.endswith(".") and kind not in ("group", "office") and len(word) > 4 and text[token.end():].strip():
            by = "."
            break
        if len(kinds) > 16:
            return None
    else:
        by = by or "$"
    if not by:  # names follow at once: the words of their posts are no part of the label
        while kinds and not (kinds[-1][0] in ("sorry", "absent", "here", "verb", "group", "also") or (kinds[-1][0] == "free" and kinds[-1][2])):
            kinds.pop()
    found = frozenset(kind for kind, _, _ in kinds if kind)
    if not kinds or found.isdisjoint(("sorry", "absent", "here", "group", "besides", "office", "also")):
        return None
    end = kinds[-1][1]
    told = Told(text[:end].strip(" :;-–—.…"), end, by, found)
    if not told.sure and found != {"also"} and (by not in (":", "$") or (by == "$" and (kinds[-1][0] not in ("group", "besides", "office") or "meeting" in told.words.lower() or "minutes" in told.words.lower()))):
        return None
    if "verb" in found and not told.sure:
        return None
    return told
