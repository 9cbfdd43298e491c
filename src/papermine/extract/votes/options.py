"""The words that say which way a list of voters voted: "For (12)", "Ayes:", "13 Members voted in favour of the amendment:"."""

from __future__ import annotations

from papermine import regex as re
from papermine.extract.votes.ballots import Option, number
from papermine.language.titles import MEMBER

_WHAT = r"(?:procedural |original |substantive )?(?:[Mm]otion|[Aa]mendment|[Pp]roposal|[Rr]ecommendations?|[Rr]esolution)(?: \(?\d{1,2}[a-z]?\)?(?=\s*[–—:-]\s*\d))?(?: (?:by|of) (?:the )?[A-Z][\w’'. -]{2,40}?)?(?=\s*[(:–—-]|\s+(?:were|was)\b|\s*$)"
OTHERS = r"(?:letters?|e-?mails?|responses?|replies|representations?|objections?|objectors?|comments?|signatures?|residents?|households?|speakers?|parishioners?|consultees?)\b"
"""Of whom or what there may be a number for and against, and who do not vote."""
OPTION_LABEL = re.compile(
    r"(?P<label>(?:(?:Ar a shon|In aghaidh|I gcoinne|Staonadh|Tá|Níl)\s*/\s*)?(?:Those\s+(?:who\s+)?|[Tt]here\s+|[Tt]he following\s+(?:[Mm]embers\s+|[Cc]ouncillors\s+)?)?(?:(?:Roll[- ][Cc]all\s+)?Votes?\s+|Voting\s+|[Vv]oted\s+|voting\s+|[Mm]embers\s+(?:voting\s+)?)?[“\"]?(?:"
    rf"(?P<for>(?:For|(?<=[Vv]oted )for|(?<=[Vv]oting )for|(?<=[Vv]otes )for)(?: (?:the )?{_WHAT})?|FOR(?: (?:THE )?(?:MOTION|AMENDMENT|VOTE))?|[Ii]n [Ff]avou?r(?: of (?:the )?{_WHAT})?|IN FAVOU?R|[Ii]n the [Aa]ffirmative|Ayes?|AYES?|(?:ayes|yeas)(?=\s*:)|Yes(?: [Vv]otes(?=\s*:))?|YES|Yeas?|YEAS?|(?<=[Vv]oting )(?:yes|aye)|(?<=[Vv]oted )(?:yes|aye))|"
    rf"(?P<against>(?:Against|(?<=[;,]\s)against(?=\s*:)|(?<=[Vv]oted )against|(?<=[Vv]oting )against|(?<=[Vv]otes )against)(?: (?:the )?{_WHAT})?|AGAINST(?: (?:THE )?(?:MOTION|AMENDMENT|VOTE))?|[Ii]n the [Nn]egative|Noes|NOES|(?:noes|nays)(?=\s*:)|Nays?|NAYS?|NO|No(?: [Vv]otes(?=\s*:))?|Opposed|OPPOSED|(?:Contrary|CONTRARY)(?: [Tt]o (?:[Tt]he )?[Mm]otion)?(?=\s*:)|(?<=[Vv]oting )(?:no|nay)|(?<=[Vv]oted )(?:no|nay))|"
    r"(?P<abstain>(?<=following )abstained|(?<=who )abst(?:ained|aining)|(?<=[Mm]embers )abst(?:aining|ained)|(?<=[;,]\s)abst(?:ained|aining|entions?)(?=\s*:)|Abst(?:ain(?:ed|ing|s)?|entions?)|ABST(?:AIN(?:ED|ING|S)?|ENTIONS?))|"
    r"(?P<other>Absent|ABSENT|Recused?|RECUSED?|Excused|EXCUSED|Not [Vv]oting|NOT VOTING|Declined to [Vv]ote|Did not [Vv]ote|Absent from the (?:division|vote)|Not [Pp]resent|Vacant|Conflict|CONFLICT))[”\"]?)"
    rf"(?:\s+[Mm]embers| Council [Mm]embers| Councill?ors)?\s*(?:\(\s*(?P<n>\d{{1,3}})\s*(?:[Vv]otes?\s*)?\)|[-–—:]\s*(?P<m>\d{{1,3}})(?!\s+{OTHERS})(?:\s+(?:[Vv]otes?|[Mm]embers?|VOTES?)\b)?(?=\s|[,;.:(]|\s?[-–—]\s?[A-Z]|$)|(?<=[Aa]yes )(?P<k>\d{{1,2}})(?=\s+[A-Z]|$)|(?<=[Nn]oes )(?P<l>\d{{1,2}})(?=\s+[A-Z]|$))?(?P<sep>\s*[:–—-]|\s+(?:were|was)\b(?=\s+(?:{MEMBER}|[Nn]il|[Nn]one)\b)|(?=\s|$|[.;]))\s*")


MEMBERS_VOTED = re.compile(r"(?P<n>\d{1,3}|No|None|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)\s+(?:Members?|Councill?ors?|members?)\s+(?:(?P<for>voted (?:in favou?r(?: of)?|for))|(?P<against>voted against)|(?P<abstain>abstained(?: from voting)?))"
                            r"(?:\s+(?:the\s+)?(?:substantive\s+)?(?P<what>amendment|motion|proposal|recommendations?))?\s*:\s*")
"""A list under a number: "13 Members voted in favour of the amendment:", "No Members voted against amendment:"."""


_SIDE_ALONE = re.compile(r"(?:motion|amendment)\s*[-–—:]\s*(?P<n>\d{1,3})\s+votes?(?:\s+being)?\s*:?\s*(?!.*\b(?:motion|amendment)\s*[-–—:]\s*\d)", re.I)
"""A side of a division with its number: "Motion - 19 votes", "Amendment - 3 votes being Ann Bell and Jo Pike"."""


_MEMBERS = re.compile(rf"(?:{MEMBER}\.?\s+(?:[A-Z]\.?\s+)*[A-Z][\w’'-]+\s*(?:,\s*(?:and\s+)?|\band\s+|\.?$))+")
"""Nothing but members, behind a label in capitals that no colon ends: "FOR   Clr G Arnell, Clr M Tucken"."""


def option_label(text: str, *, loose: bool = False) -> tuple[Option | None, int | None, int] | None:
    """The option that a list of voters starts with, its count, and where the names begin.

    >>> option_label("For (12) Mr Baker"), option_label("Noes: None"), option_label("Absent: Cho")
    (('for', 12, 9), ('against', None, 6), (None, None, 8))
    >>> option_label("For many years the Council had"), option_label("No members declared")
    (None, None)
    """
    if (told := MEMBERS_VOTED.match(text)) is not None:
        said: Option = "for" if told["for"] else "against" if told["against"] else "abstain"
        return said, number(told["n"]), told.end()
    if (alone := _SIDE_ALONE.match(text)) is not None:
        return "for", int(alone["n"]), alone.end()
    m = OPTION_LABEL.match(text)
    if m is None:
        return None
    count = m["n"] or m["m"] or m["k"] or m["l"]
    rest = text[m.end():]
    bare = m["label"].strip() in ("FOR", "AGAINST") and _MEMBERS.fullmatch(rest) is not None
    if not count and m["sep"].strip() not in (":", "-", "–", "—", "were", "was") and rest.strip(" .") and not bare:
        return None
    if not count and not bare and not m["sep"].strip() and m["label"].strip().lower() in ("no", "yes", "for", "conflict", "against", "members for") and not loose:
        return None
    option: Option | None = "for" if m["for"] else "against" if m["against"] else "abstain" if m["abstain"] else None
    return option, int(count) if count else None, m.end()
