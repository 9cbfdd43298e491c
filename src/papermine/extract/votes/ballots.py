"""One vote as printed: its numbers and its method, told in words ("by 12 votes to 23", "Carried 5-0-1", "unanimously").

Only what is printed: "unanimously" is a method, and gives neither a count nor anyone a vote.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from papermine import regex as re
from papermine.extract.paragraphs import Paragraph
from papermine.language.screened import Screened
from papermine.provenance import Place

Option = Literal["for", "against", "abstain"]


@dataclass(slots=True)
class Ballot:
    """One vote as printed: counts, names, method, the paragraphs that record it.

    ``side``: a division of a motion against an amendment ("For the Motion (12)"), whose votes for the amendment are ``rival`` ("For the amendment by
    Councillor Dey": ``rival_of`` is the name).
    """

    votes_for: int | None = None
    votes_against: int | None = None
    votes_abstain: int | None = None
    method: str | None = None
    names: list[tuple[str, Option, Place]] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    lists: bool = False
    told: tuple[Paragraph, int] | None = None  # where the outcome is printed after the last list
    rival: Ballot | None = None
    rival_of: str = ""
    side: bool = False
    on: str = ""  # "amendment" or "motion", where the lists say what was voted on
    nobody_for: bool = False  # a list of those for is printed, and may hold nobody: a list of noes alone leaves open how many they are
    moved: dict[Literal["mover", "seconder"], str] = field(default_factory=dict)  # who is ticked in a column of movers and of seconders, as printed
    unread: bool = False  # a list of it holds words that are no names: "Ayes: everyone but Orde"

    @property
    def empty(self) -> bool:
        """Is nothing printed of it?"""
        return not self.names and self.method is None and self.votes_for is None and self.votes_against is None and self.votes_abstain is None

    @property
    def sides(self) -> tuple[int, int] | None:
        """How many voted for and against, where that is told in full: by lists of names, or by a number for each side."""
        options = [option for _, option, _ in self.names] if self.lists and not self.unread else []
        ayes = self.votes_for if self.votes_for is not None or not options else options.count("for") or (0 if self.nobody_for else None)
        noes = self.votes_against if self.votes_against is not None or not options else options.count("against")
        return (ayes, noes) if ayes is not None and noes is not None else None

    def count(self, option: Option, number: int) -> None:
        """Set a count."""
        if option == "for":
            self.votes_for = number
        elif option == "against":
            self.votes_against = number
        else:
            self.votes_abstain = number

    def recast(self, who: str, option: Option | None) -> bool:
        """Somebody voted otherwise than was printed before (None: not at all). True where that name, or its last word, is among them."""
        held = [named for named in self.names if named[0] == who or named[0].split()[-1] == who.split()[-1]]
        if held:
            self.names = [named if named not in held else (named[0], option, named[2]) for named in self.names if named not in held or option is not None]  # type: ignore[misc]
        return bool(held)

    def forget(self) -> None:
        """Drop the numbers: another vote takes the place of this."""
        self.votes_for = self.votes_against = self.votes_abstain = None

    def join(self, other: Ballot) -> None:
        """Add what another part of the text says of the same vote."""
        for option in ("for", "against", "abstain"):
            here, there = getattr(self, f"votes_{option}"), getattr(other, f"votes_{option}")
            if here is None and there is not None:
                setattr(self, f"votes_{option}", there)
        self.method = self.method or other.method
        held = {(name, option) for name, option, _ in self.names}
        self.names += [named for named in other.names if named[:2] not in held]
        self.paragraphs += other.paragraphs
        self.places += other.places
        self.nobody_for = self.nobody_for or other.nobody_for
        self.lists = self.lists or other.lists
        self.unread = self.unread or other.unread
        self.told = self.told or other.told


_OPTIONS: dict[str, Option] = {"yes": "for", "aye": "for", "ayes": "for", "yea": "for", "yeas": "for", "yay": "for", "for": "for", "in favour": "for", "in favor": "for",
                               "no": "against", "nay": "against", "nays": "against", "noes": "against", "against": "against", "opposed": "against"}


def option_of(word: str) -> Option | None:
    """What one word says of a vote; None where it says that none was cast.

    >>> option_of("Aye"), option_of("NAYS"), option_of("abstained"), option_of("absent")
    ('for', 'against', 'abstain', None)
    """
    return _OPTIONS.get(word.lower()) or ("abstain" if word.lower().startswith("abst") else None)


NUMBER_WORDS = {"no": 0, "none": 0, "nil": 0, "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
                "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
                "nineteen": 19, "twenty": 20}
"""How many voted so, in words."""
_N = r"(?:\d{1,3}|" + "|".join(NUMBER_WORDS) + r")"
_VOTERS = r"(?:\s+(?:members?|councillors?|votes?|persons?|people))?(?:\s*\([^()\d]{3,300}\))?(?:\s+(?:voting|voted|were|was|cast))?"
_DIGITS = tuple("0123456789")
_OPTION_WORDS: dict[Option, tuple[str, ...]] = {
    "for": ("favo", "for", "aye", "yes", "yea", "agreed"), "against": ("against", "opposed", "no", "nay"), "abstain": ("abst", "not voting")}
_AFTER: tuple[tuple[Option, str], ...] = (
    ("for", r"(?:in\s+favou?r|for\b|FOR\b|ayes?\b|yes\b|yeas?\b)"),
    ("against", r"(?:against|oppos(?:ed|ing)|noes\b|nays?\b|(?-i:no)\b(?=\s*(?:votes?\b|,|and\b|$|[;()]|\.(?!\s?\d))))"),
    ("abstain", r"(?:abst(?:ain\w*|ention\w*)|not voting)"))
_COUNT_FIRST = {option: Screened(rf"(?<![\w/.£$€-])(?P<n>{_N}){_VOTERS}\s+(?:an?\s+)?{word}", _OPTION_WORDS[option], flags=re.I) for option, word in _AFTER}
_BEFORE: tuple[tuple[Option, str], ...] = (
    ("for", r"(?:in\s+favou?r|for|ayes?|yes|yeas?|agreed?)(?:\s+the\s+(?:motion|amendment|proposal|recommendation))?"),
    ("against", r"(?:against|opposed|noes|nays?|no)(?:\s+the\s+(?:motion|amendment|proposal|recommendation))?"),
    ("abstain", r"(?:abst(?:ain(?:ed|ing|s)?|entions?)|not voting)"))
_LABEL_FIRST = {option: Screened(rf"(?<![\w])(?:votes\s+)?{word}\s*(?:[:=–-]\s*|\(\s*|\s+(?=\d{{1,3}}(?:\s*(?:$|[.,;:()])|\s+(?:and|with|votes?|members?|councillors?|against|abst\w*|no(?:es)?|nays?)\b)))(?P<n>\d{{1,3}})(?![\d/%]|\.\d)\s*\)?", _OPTION_WORDS[option], _DIGITS, flags=re.I) for option, word in _BEFORE}
_TO = Screened(rf"(?:\b(?:by|voted|carried|on(?=\s+a\s+vote\s+of\b))\s+(?:a (?:vote|majority) of\s+)?|\((?=\d+\s+votes?\b))(?P<a>{_N})\s+(?:votes?,?\s+)?(?:to|against|v)\s+(?P<b>{_N})(?:\s+votes?)?(?:[,;]?\s*(?:with\s+|and\s+)?(?P<c>{_N})\s+(?:members?\s+)?abst\w+)?", ("by", "voted", "carried", "vote of", "("), ("to", "against", "v"), flags=re.I)
_DASH = Screened(r"(?:\b(?:carried|carries|passes|fails|absolute majority|simple majority|passed|approved|failed|lost|defeated|vote|voted|motion|unanimous(?:ly)?)\b[\s:,(]*(?:(?<=[Vv]ote )was\s+)?(?:by (?:a )?(?:vote|roll call vote) of\s+)?|"
                   r"\b(?:a|by|on a|with a)\s+(?:roll[- ]call\s+)?(?:(?:vote|majority) of\s+)?)(?!(?:2/3|3/4|3/5|4/5)(?:rds|ths)?\s+(?:vote|majority)\b)\(?(?P<a>\d{1,2})\s*(?:[-–—/]|:(?=\d(?!\d))|\bto\b)\s*(?P<b>\d{1,2})(?:\s*[-–—/]\s*(?P<c>\d{1,2}))?\)?(?:\s+vote)?(?![\d/]|\s+(?!(?:vote|aye|yea|nay|noe|ye|abstention|member|trustee|director|commissioner|supervisor|councill?or)s\b)(?-i:[a-z]{2,}s)\b)", _DIGITS, flags=re.I)
_BRACKETED = re.compile(r"\b(?:RESOLVED|Resolved|AGREED|Agreed|CARRIED|Carried|LOST|Lost|DECIDED|Decided)\b[\s:,–—-]*\(\s*(?P<a>\d{1,3})\s*(?P<by>[-–—/:]|to\b)\s*(?P<b>\d{1,3})(?:\s*[-–—/:]\s*(?P<c>\d{1,3}))?(?=\s*(?:\)|,|;|and\b|votes?\b))")
"""A vote in brackets after the verb: "Resolved (9:5) –"; what may be a time of day ("(19:05)") is none."""
_LOST = re.compile(r"\b(?:lost|defeated|rejected|fell|not\s+(?:carried|agreed|approved|supported|accepted))(?:\s+on\s+(?:(?:a|the)\s+)?(?:division|vote|poll|show of hands)(?:\s+(?:no\.?\s*)?\d+)?)?\W*$", re.I)
"""What a vote was, right before its figures: "was NOT CARRIED by 31 votes to 19"."""
_TURNED = re.compile(r"\s*(?:in opposition to|against|to (?:reject|defeat))\b(?!\s*[:(–—-])(?P<motion>(?:\s+(?:it|(?:the|this)\s+(?:\w+\s+)?(?:motion|amendment|proposal|resolution|recommendations?)))?\s*(?:[.,;)]|$))?", re.I)
"""Behind its figures, that those told first were against: "voted 4-3 against the motion"; not "carried by 4 votes to 3 against"."""
_WON = re.compile(r"\b(?:carried|passed|approved|adopted|agreed|accepted|resolved|favou?r|for)\b", re.I)
_METHOD = Screened(
    r"\b(?:unanimous(?:ly)?|nem\.?\s*(?:con|dis)\.?|without (?:dissent|a vote|division)|by (?:general )?(?:consent|assent|acclamation|affirmation)|on a show of hands|show of hands|"
    r"all (?:members )?(?:were )?in favou?r|all agreed|recorded vote|roll[- ]call(?: vote)?|casting vote|by (?:a )?(?:secret )?ballot|voice vote)", ("unanimous", "nem", "without", "consent", "assent", "acclamation", "affirmation", "hands", "favo", "all agreed", "vote", "roll", "ballot"), flags=re.I)


_UNCAST = re.compile(r"\b(?:declin\w+|refus\w+|not|without|would|could)\b[^.;]{0,40}\bcasting vote$|\b(?:not|hardly|far from)\s+(?:\w+ly\s+)?unanimous(?:ly)?$", re.I)
"""A casting vote that was not given, and what was "carried, but not unanimously"."""
RECOUNT = Screened(r"\b(?:on|upon|after|following|by)\s+(?:an?|the)\s+(?:re-?count|re-?vote|second (?:vote|count)|poll)\b(?!\s+(?:tax|of|for|on)\b)|^(?:an?|the)\s+(?:re-?count|re-?vote|second (?:vote|count))\s+(?:was|gave|showed|resulted|having)\b", ("count", "vote", "poll"), flags=re.I)
"""What takes the place of a vote told before: "After a recount the motion was lost by 6 votes to 7"."""


def number(word: str) -> int:
    """A number in figures or in words up to twenty."""
    return int(word) if word.isdigit() else NUMBER_WORDS[word.lower()]


_APART = Screened(r"\b\d{1,3}\s+(?:ayes?|noes|nays?|votes?|in favou?r)\s+on\s+(?:the\s+)?\w", " on ", flags=re.I)


def voted_apart(text: str) -> bool:
    """Does a text tell a vote on each of several things, none of which is that of the whole: "4 Ayes on the May Minutes. 3 Ayes on the June Minutes."?"""
    return len(_APART.finditer(text)) > 1


_FIRST = re.compile(r"(?P<a>\d{1,2})\s?[-–/]\s?(?P<b>\d{1,2})(?:\s?[-–/]\s?(?P<c>\d{1,2}))?\s+motion (?:carried|lost|defeated)\b", re.I)
"""The numbers before the outcome: "12-0 MOTION CARRIED"."""
LONE = re.compile(rf"\(?(?:votes?:\s*)?(?P<n>{_N})\s+(?P<word>ayes?|yeas?|nays?|noes)(?:\s+votes?)?\W*", re.I)
"""One side of a vote, told alone: "5 Ayes."."""


def counts(text: str) -> Ballot:
    """The counts and the method that a sentence prints.

    >>> b = counts("CARRIED (6 members voting in favour, none against with 3 abstentions)")
    >>> b.votes_for, b.votes_against, b.votes_abstain
    (6, 0, 3)
    >>> b = counts("The motion was lost by 12 votes to 23"); b.votes_for, b.votes_against
    (12, 23)
    >>> b = counts("was NOT CARRIED by 31 votes to 19 with three abstentions"); b.votes_for, b.votes_against, b.votes_abstain
    (19, 31, 3)
    >>> b = counts("The Parish Council voted 4 to 1 in favour of the shelter."); b.votes_for, b.votes_against
    (4, 1)
    >>> b = counts("Motion carried 5-0-1."); b.votes_for, b.votes_against, b.votes_abstain
    (5, 0, 1)
    >>> b = counts("The vote was 5 yes, 1 no."); b.votes_for, b.votes_against
    (5, 1)
    >>> b = counts("carried unanimously"); b.method, b.votes_for
    ('unanimously', None)
    >>> b = counts("Resolved (7:7 and on the chair's casting vote) –"); (b.votes_for, b.votes_against, b.method), counts("Resolved (19:05)").votes_for
    ((7, 7, 'casting vote'), None)
    >>> counts("One Member spoke for the residents of 12 streets").votes_against is None, counts("that the meeting stand adjourned for 30 minutes, the vote").votes_for
    (True, None)
    """
    ballot = Ballot()
    if voted_apart(text):
        return ballot
    if (lone := LONE.fullmatch(text.strip())) is not None:  # "5 Ayes."
        ballot.count(option_of(lone["word"]) or "abstain", number(lone["n"]))
        return ballot
    if (leading := _FIRST.match(text)) is not None:
        ballot.votes_for, ballot.votes_against = int(leading["a"]), int(leading["b"])
        ballot.votes_abstain = int(leading["c"]) if leading["c"] else None
        return ballot
    if (again := RECOUNT.search(text)) is not None and not (counted := counts(text[again.end():])).empty:
        return counted
    if (m := next((m for m in _METHOD.finditer(text) if _UNCAST.search(text, 0, m.end()) is None), None)) is not None:
        ballot.method = " ".join(m.group().split())
    if (m := _TO.search(text) or _DASH.search(text)) is not None and (turned := _TURNED.match(text, m.end())) is not None and _WON.search(text, 0, m.start("b")) is None:
        if turned["motion"] is not None:
            ballot.votes_for, ballot.votes_against = number(m["b"]), number(m["a"])
        return ballot  # "voted 4-3 against approving the lease": who was for what is not told
    if (m := _TO.search(text)) is not None:
        ballot.votes_for, ballot.votes_against = number(m["a"]), number(m["b"])
        if ballot.votes_for > ballot.votes_against and _LOST.search(text[:m.start()]):  # what was lost had the fewer votes, whichever stands first
            ballot.votes_for, ballot.votes_against = ballot.votes_against, ballot.votes_for
        ballot.votes_abstain = number(m["c"]) if m["c"] else None
        if ballot.votes_abstain is None and (found := _COUNT_FIRST["abstain"].search(text)):
            ballot.votes_abstain = number(found["n"])
        return ballot
    first = {option: pattern.search(text) for option, pattern in _COUNT_FIRST.items()}
    label = {option: pattern.search(text) for option, pattern in _LABEL_FIRST.items()}
    chosen = label if sum(m is not None for m in label.values()) > sum(m is not None for m in first.values()) else first
    if (chosen["for"] is not None and chosen["against"] is not None) or (chosen["for"] and chosen["abstain"]) or ((
            chosen["for"] or chosen["against"]) and re.search(r"\b(?:CARRIED|carried|LOST|lost|vot(?:e[ds]?|ing)|defeated|agreed|approved)\b", text)):
        for option, m in chosen.items():
            if m is not None:
                ballot.count(option, number(m["n"]))
        return ballot
    if (m := _BRACKETED.search(text) or _DASH.search(text)) is not None and not _clock(m):
        ballot.votes_for, ballot.votes_against = int(m["a"]), int(m["b"])
        ballot.votes_abstain = int(m["c"]) if m["c"] else number(late["n"]) if (late := _COUNT_FIRST["abstain"].search(text[m.end():])) else None
    return ballot


def _clock(m: re.Match[str]) -> bool:
    """May the figures be a time of day, or a date ("passed 5/4/21")?"""
    day = re.search(r"\d/\d{1,2}/\d\d$", m.group().rstrip(" )")) is not None
    return day or (m.groupdict().get("by") == ":" and len(m["b"]) == 2 and int(m["a"]) < 24 and int(m["b"]) < 60)




def _divided(first: str, second: str) -> tuple[str, str]:
    """Patterns of a division that tell its two sides in this order: the side and its votes, or the votes and their side."""
    name = {"motion": "a", "amendment": "b"}
    got = [rf"{side}\s*(?:receiv(?:ed|ing)|attract(?:ed|ing)|secur(?:ed|ing)|[-–—:])?\s*(?P<{name[side]}>{_N})(?:\s+(?:votes?|members?))?" for side in (first, second)]
    cast = [rf"\b(?P<{name[side]}>{_N})(?:\s+(?:votes?|members?|councillors?))?(?:\s+(?:(?:having\s+)?voted|voting|(?:were\s+)?cast|being))?\s+for\s+the\s+{side}" for side in (first, second)]
    return rf"\b{got[0]}[\s,;.]+(?:and\s+)?(?:(?:for\s+)?the\s+)?{got[1]}", rf"{cast[0]}[\s,;.]+(?:and\s+)?{cast[1]}"


_VERSUS = tuple(Screened(pattern + rf"(?:[,;]?\s*(?:with|and)\s+(?P<c>{_N})\s+abst\w+)?", "motion", "amendment", flags=re.I) for pattern in (*_divided("motion", "amendment"), *_divided("amendment", "motion")))


_COUNTED = re.compile(r"\bfor the\b|\b(?:vot(?:es?|ed|ing)|receiv(?:ed|ing)|attract(?:ed|ing)|cast)\b|(?:motion|amendment)\s*[-–—:]", re.I)
"""What says that the numbers beside the two sides are votes, and not their own."""


def versus(text: str) -> Ballot | None:
    """A division of motion against amendment told in a sentence.

    >>> b = versus("the MOTION received 5 votes and the AMENDMENT received 2 votes, with 1 abstention"); b.votes_for, b.rival.votes_for, b.votes_abstain
    (5, 2, 1)
    >>> b = versus("4 members having voted for the amendment and 9 members having voted for the motion, the motion was declared carried"); b.votes_for, b.rival.votes_for
    (9, 4)
    >>> b = versus("There voted for the motion 9 members and for the amendment 4."); b.votes_for, b.rival.votes_for
    (9, 4)
    >>> versus("He spoke for the motion and 3 others for the amendment") is None, versus("Motion 5 and amendment 2 were withdrawn") is None
    (True, True)
    """
    m = next((m for pattern in _VERSUS if (m := pattern.search(text)) is not None), None)
    if m is None or not _COUNTED.search(text, max(0, m.start() - 20), m.end()):
        return None
    return Ballot(votes_for=number(m["a"]), votes_abstain=number(m["c"]) if m["c"] else None, rival=Ballot(votes_for=number(m["b"])), side=True)
