"""Who voted how, as printed: lists of names under their option, those told in a sentence, grids with ticks (`ballots`: numbers and method)."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from papermine import regex as re
from papermine.extract.paragraphs import Paragraph
from papermine.extract.votes.ballots import Ballot, Option, voted_apart
from papermine.extract.votes.options import MEMBERS_VOTED, OPTION_LABEL, option_label
from papermine.extract.votes.voiced import voiced
from papermine.language.names import PARTY, read_person
from papermine.language.outcomes import ENDED
from papermine.language.person import is_word
from papermine.language.screened import Screened
from papermine.language.sentences import sentences
from papermine.language.titles import CHAIR, MEMBER, SEAT, TITLE
from papermine.provenance import Place

_ONE = rf"(?:(?:{CHAIR}|{TITLE})\.?\s+)*(?:[A-Z](?:\.\s?|\s)){{0,2}}(?:St\.\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){{0,2}}"
MATTER = r"(?:the|this) (?:above )?(?:motion|amendment|recommendation|proposal|decision|resolution|application|item|matter)\b"
"""What a vote is on that was taken on the motion at hand."""
_DISSENT = Screened(
    rf"(?:(?<=\()|(?:^|(?<=\s)|(?<=[,;–-]))(?:with|and|but|except|excepting|with the exception of)\s+|[,;–-]\s*|(?:(?<=[.)])|(?<=\bCARRIED)|(?<=\bDEFEATED)|(?<=\bLOST)|(?<=\b[Cc]arried)|(?<=\bDefeated)|(?<=\bLost))\s+|^\s*)(?P<who>(?!(?:CARRIED|DEFEATED|LOST|Carried|Defeated|Lost|Motion)\b){_ONE}(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*){_ONE})*)\s*,?\s+(?:who\s+|having\s+)?"
    r"(?:(?P<against>vot(?:ing|ed)\s+[“\"]?(?:[Nn]o(?!\.?\s?\d)|NO|[Nn]ay|NAY|against|AGAINST|in opposition|in the negative)\b|dissent(?:ing|ed)\b(?!\s+from\b)|[Oo]ppos(?:ed|ing)\b(?!\s+(?!(?:to\s+)?(?:the|this)\s+(?:motion|amendment|resolution|ordinance|recommendation|proposal)\s*(?:[.;)]|$)|(?:and|but|with|while|as|due|because)\b)[a-z])|OPPOSED\b|in opposition\b|registered opposition\b|(?:requested|asked) that (?:his|her|their) votes? against be recorded\b|against(?=\s*[).;,]|\s*$)|cast(?:ing)? the (?:dissenting|opposing|only no|no|nay) vote|[–—-]\s?(?:nay|no)s?(?=\s*[);]))|"
    rf"(?P<abstain>abstain(?:ing|ed|s)\b(?!\s+(?:from\s+(?:voting\s+on\s+(?!{MATTER})|(?!(?:the\s+)?(?:discussion\s+and\s+)?vot))|on\s+(?!(?:the|this)\s+(?:motion|vote|amendment|resolution)\b))))|(?P<for>for(?=\s*[).;]|\s*$)|(?:voted|voting) [“\"]?(?:for|in favou?r|[Yy]es|YES|[Aa]ye|AYE|[Yy]ea|YEA|affirmatively|in the affirmative)\b|[–—-]\s?(?:yea|aye|yes)s?(?=\s*[);])))", (" for", "voted", "voting", "voted", "dissent", "oppos", "in opposition", "against", "cast", "abstain", "yea", "aye", "yes", "nay", "no"))
"""Those who did not go along, told in a sentence: "carried 3-1 (Pruitt dissenting)", "with Bixby and Grove voting no"."""


_DASHED = re.compile(r"[–—-]\s?\w+$")
ELSEWHERE = re.compile(r"[^.;)]*?\b(?:in (?:19|20)\d\d|in committee|at (?:an?|the|its|their) (?:[\w-]+ ){1,4}meeting|(?:last|previous|former|earlier) (?:year|month|week|time|meeting|item|occasion)|on (?:[Aa]genda )?[Ii]tems? \w|to item \w|only\b|(?:then|later) changed (?:his|her|their) vote)")
"""What follows a vote that is none on the motion at hand: "voted no on Item B", "at the June meeting"."""
_LOUD = re.compile(r"\b(?:(?P<title>COUNCIL\s?MEMBERS?|COUNCILL?ORS?|COUNCIL PRESIDENT|(?:DEPUTY )?MAYOR(?: PRO TEM)?|COMMISSIONERS?|TRUSTEES?|SUPERVISORS?|DIRECTORS?|CHAIR\w*)|AND|VOTING|VOTED|YES|NO|AYE|NAY|FOR|AGAINST|ABSTAIN\w*|OPPOSED|DISSENTING|WITH|CASTING|THE|VOTE|THOSE|IN|FAVOU?R|OF|MOTION|WERE|WAS)\b")
_TITLED = re.compile(rf"(?:{CHAIR}|{TITLE})\b")
SPOKE = re.compile(r"\b(?:spoke|speaking|speakers?|debate|addressed|representations|letters|contributions)\b(?:(?!\bvot|\bdivision|\bresult)[^.:]){0,60}:?\s*$", re.I)
"""Above lists for and against of those who spoke: "The following spoke in the debate:"."""


def voters_in(para: Paragraph, start: int = 0, end: int | None = None) -> Ballot:
    """The members that part of a paragraph names as against or abstaining; only names, never counts."""
    ballot = Ballot()
    end = len(para.text) if end is None else end
    text = para.text[start:end]
    if voted_apart(text):
        return ballot
    for a, b in [(0, len(text)), *sentences(text)]:
        for who in voiced(text[a:b]) if _TELLS_VOTE.search(text, a, b) is not None else ():
            if who.option is not None:
                ballot.names.append((text[a + who.start:a + who.end], who.option, _first(para, start + a + who.start, start + a + who.end)))
        if ballot.names and (a, b) == (0, len(text)):
            return ballot
    if ballot.names:
        return ballot
    if text.isupper():  # "COUNCILMEMBERS PELL AND ORDE VOTING NO"
        text = _LOUD.sub(lambda m: m.group().title() if m["title"] else m.group().lower(), text)
    for m in _DISSENT.finditer(text):
        if ELSEWHERE.match(text, m.end()) is not None:
            continue
        if _DASHED.search(m.group()) is not None and "(" not in text[:m.start() + 1]:
            continue  # a roll call
        option: Option = "against" if m["against"] else "abstain" if m["abstain"] else "for"
        held: list[tuple[str, Option, Place]] = []
        titled = _TITLED.match(m["who"]) is not None or _PLURAL.match(m["who"]) is not None
        at = m.start("who")
        for chunk in re.split(r"(\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*)", m["who"]):
            if re.match(r"\s*(?:,|and\b|&)", chunk) is None and chunk.strip():
                printed = _PLURAL.sub("", chunk).strip()
                if (read_person(printed, surname=True) is None and not (held and read_person(f"Cllr {printed}") is not None)) or (not titled and not held and is_word(printed.split()[-1])) or _NOT_VOTER.search(printed):
                    held = []
                    break
                held.append((printed, option, _first(para, start + at, start + at + len(chunk))))
            at += len(chunk)
        ballot.names += held
    for m in (*_NUMBER_NAMED.finditer(text), *_NAMED_THEN.finditer(text)):
        take_names(ballot, para, start + m.start("who"), start + m.end("who"), "abstain" if m["word"].lower().startswith("abst") else "for" if m["word"].lower().startswith(("in fav", "for")) else "against")
    for m in _NAMED_WERE.finditer(text):
        named = re.split(r"[;.)](?!\w)|\band the names\b|\bwith\b", text[m.end():])[0]
        if _BODIES.search(named) is not None:
            continue
        take_names(ballot, para, start + m.end(), start + m.end() + len(named),
                   "against" if m["word"] in ("against", "opposed") else "abstain" if m["word"].startswith("abst") else "for")
    return ballot


_TELLS_VOTE = re.compile(r"\b(?:vot\w+|ayes?|yeas?|yes|nays?|no|noes|abst\w+|roll[- ]call|motion|amendment|carried|passed|approved|adopted|failed|lost|defeated)\b|\d", re.I)
"""… or of what became of what was voted on; not "Against: Hart" behind who spoke."""
_SAYS_VOTE = re.compile(r"^(?!\W*those\b).*\b(?:vot(?:ed?|es|ing)|ayes?|yeas?|yes|nays?|no(?=\W*(?:$|[.;,]))|noes|abst\w+)\b", re.I)
"""Of a vote, and not only of who is for or against what is asked: "Those opposed were John Roe and Jane Poe" at a hearing."""


def only_voters(text: str) -> bool:
    """Does a sentence say who voted how on the motion at hand, and nothing else?

    >>> only_voters("Commissioners Cole, Diaz and Hart voted aye."), only_voters("Hale, Orde voted aye; Pell abstained."), only_voters("Hale said that Orde voted no.")
    (True, True, False)
    """
    if _SAYS_VOTE.search(text) is not None and voiced(text):
        return True
    rest, at = "", 0
    for m in _DISSENT.finditer(text):
        rest, at = rest + text[at:m.start()], m.end()
    return at > 0 and re.search(r"\w{2}", re.sub(rf"\bthe same\b|(?:\bon )?{MATTER}", "", rest + text[at:])) is None


_NUMBER_NAMED = Screened(rf"\b(?:\d{{1,2}}|one|two|three|four|five)\s+(?:(?:[Mm]embers|[Cc]ouncillors|[Vv]otes)\s+)?(?P<word>in favou?r|opposed|opposing|against|nays?|noes?|no|abst\w+)\s*\(\s*(?P<who>(?:the\s+(?={CHAIR}))?{_ONE}(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*){_ONE})*)\s*\)", "(", ("oppos", "against", "nay", "no", "abst", "favo"))
"""Names in brackets after their number: "voted 3 in favor, 1 opposed (Walker)", "4-0 with 1 abstention (Diaz)"."""
_NAMED_THEN = Screened(rf"\b(?:\d{{1,2}}|one|two|three|four|five)\s+(?:[Mm]embers?|[Cc]ouncillors?|[Vv]otes?)\s*\(\s*(?P<who>(?:(?:[Cc]ouncillors|[Cc]llrs)\.?\s+)?{_ONE}(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*){_ONE})*)\s*\)\s*(?:voted\s+|voting\s+|(?:was|were)\s+)?(?P<word>in favou?r|for\b|against|opposed|abst\w+)", "(", ("favo", "for", "against", "oppos", "abst"))
"""Names in brackets between their number and how they voted: "3 Members (Councillors Orde, Tull and Bell) voted against"."""
_NAMED_WERE = Screened(r"\b(?:voting|voted|who|[Tt]hose)\s+(?:voted\s+|voting\s+)?(?P<word>for|in favou?r|against|opposed|abstain(?:ed|ing))\b(?: of| to)?(?: the (?:above |said )?(?:decision|motion|amendment|proposal|recommendation|resolution))?\s+(?:was|were|being)\s*:?\s*(?=[A-Z])", ("voting", "voted", "who", "those"), ("were", "was", "being"))
"""Names after a verb: "the names of Members voting against were Cllrs Anglin and Rahim"."""
VOTE_HEAD = re.compile(r"(?:A|The) division was (?:called|demanded|taken)\b[^.]{0,80}[.:]$|(?:VOICE|Voice) (?:VOTE|[Vv]ote)\b.{0,60}$|DIVISION\s*:?$|\(?(?:A\s+)?(?:Recorded|RECORDED|Named|Roll[- ]?[Cc]all|ROLL CALL)\s*(?:[Vv]ote|VOTE)?s?\s*(?:(?:was\s+)?(?i:requested|called(?: for)?|demanded|asked for)(?:\s+by\s+[^.:]{3,60})?)?\s*[.:–-]?$")
LIST_PREFIX = re.compile(r"(?:\(?(?:A\s+)?(?:Recorded|RECORDED|Named|NAMED)\s+(?:[Vv]ote|VOTE)(?: was (?:taken|requested))?|(?:Roll[- ][Cc]all|ROLL CALL)(?: [Vv]ote| VOTE)?|Vote|VOTE|Voting|The vot\w+ (?:was|were)(?: as follows)?|(?:A|The|On a|Upon a) division(?: was (?:called|taken|demanded)| resulted)?(?: for)?(?: as follows| in)?|Division|The result(?: of the vote)? was(?: as follows)?|(?:On|Upon) (?:the |a )?(?:roll(?:[- ]call)?|vote|division|poll)(?: being| having been)?(?: called| taken)?(?=[,:])|(?:A |On a |Upon a |The )?(?:recorded|roll[- ]call|named) vote [^:.]{3,70}(?=:)|On the (?:[a-z]+ )?(?:amendment|motion)(?=:))\s*[.:,–-]\s*(?:\((?=(?:AYES|Ayes|YES|Yes|For|FOR)\s?:))?")
ENDED_FIRST = re.compile(r"(?:APPROVED|ADOPTED|CARRIED|PASSED|DEFEATED|LOST)\s+(?=(?:Ayes|AYES)\b)")
"""The outcome on the line of those who voted for it: "ADOPTED  Ayes 5  Cole, Diaz"."""
_NOBODY = re.compile(r"\s*[(]?(?:none|nil|n/a|no(?:ne|body)?|0|-|–)[)]?\s*[.;,]?\s*$", re.I)


def voting(text: str) -> bool:
    """Does a text open lists of voters: "Ayes: Cole, Diaz", "Upon roll call: Ayes: Cole"?"""
    prefix = LIST_PREFIX.match(text)
    return option_label(text[prefix.end() if prefix and prefix.end() < len(text) else 0:]) is not None


_FOR_BODY = re.compile(r"(?:For|FOR)\s*:?\s+(?:the\s+)?[A-Z][\w’' ]{2,40}\b(?:Board|Committee|Commission|Panel|Forum|Trust)\s*:")
"""Who is put up for what, and no vote: "For: Library Board: Jo Vane, Al Tull"."""


def read_lists(paras: Sequence[Paragraph], at: int) -> tuple[Ballot, int] | None:
    """Lists of names by option from paragraph ``at`` on, and the index after them.

    "For (3)" ⏎ "Mr A, Mr B, Mrs C" ⏎ "Against (0)"; "Ayes: Cole, Diaz. Noes: None."
    """
    prefix = LIST_PREFIX.match(paras[at].text) or ENDED_FIRST.match(paras[at].text)
    if option_label(paras[at].text[prefix.end() if prefix else 0:]) is None:
        return None
    if (prefix and prefix.end() >= len(paras[at].text)) or _FOR_BODY.match(paras[at].text) is not None:
        return None
    ballot = current = Ballot(lists=True, method=prefix.group().strip(" .:–-(").lower() if prefix and re.search(r"recorded|roll|named", prefix.group(), re.I) else None)
    if prefix is not None and (on := re.search(r"\bon the (?:[a-z]+ )?(amendment|motion)\b", prefix.group(), re.I)) is not None:
        ballot.on = on[1].lower()
    i = at
    option: Option | None = None
    due: int | None = None
    seen: set[str] = set()
    label = paras[at].x0  # names below go on where they stand right of it
    while i < len(paras):
        para = paras[i]
        skip = prefix.end() if prefix and i == at else 0
        start = option_label(para.text[skip:])
        if start is not None:
            label = para.x0
            side = _SIDE.search(para.text, skip, skip + start[2])
            ballot.side |= side is not None and side["what"].lower() == "motion"
            if not ballot.on and (told := MEMBERS_VOTED.match(para.text, skip)) is not None:
                ballot.on = "amendment" if told["what"] == "amendment" else "motion" if told["what"] else ""
            key = f"{start[0]}{side['what'].lower() if side else ''}"
            if key in seen and start[0] is not None:
                break
            tail = _TAIL.search(para.text, skip + start[2])
            stop = tail.start() if tail else len(para.text)
            if skip and para.text[skip - 1] == "(" and (shut := para.text.rfind(")", skip, stop)) > 0:
                stop = shut
            if tail is not None:
                ballot.told = (para, tail.end())
            parts = [(a + skip, b + skip, opt, count, names + skip) for a, b, opt, count, names in _cut(para.text[skip:stop])]
            for a, b, opt, count, names in parts:
                option, current = opt, ballot
                if (side := _SIDE.search(para.text, a, names)) is not None and side["what"].lower() == "amendment":
                    ballot.rival = current = ballot.rival or Ballot(lists=True)
                    ballot.rival_of = (side["who"] or "").strip()
                seen.add(key if opt == start[0] else f"{opt}")
                if opt is not None and count is not None:
                    current.count(opt, count)
                if opt is not None:
                    take_names(current, para, names, b, opt)
            waiting = parts[-1][3] != 0 and not para.text[parts[-1][4]:].strip(" .") and tail is None
            due = parts[-1][3] if len(parts) == 1 else None
            if not waiting and not _short_of(current, option, due) and not (tail is None and (_CUT_OFF.search(para.text) or (i + 1 < len(paras) and paras[i + 1].text.startswith("and ")))):
                option = None
        elif option is not None and names_only(para.text):
            take_names(current, para, 0, len(para.text), option)
            option = option if _short_of(current, option, due) else None
        elif option is None and i > at and ballot.names and _PRESIDENT.fullmatch(para.text.strip()) and i + 1 < len(paras) and option_label(paras[i + 1].text) is not None:
            take_names(ballot, para, 0, len(para.text), ballot.names[-1][1])  # "Ayes: Council Members Ash and Shell. ⏎ Mayor Mund."
        elif option is None and i > at and ballot.names and (para.page_at(0) != paras[i - 1].page_at(0) or para.x0 > label + 30) and names_only(para.text):
            take_names(ballot, para, 0, len(para.text), ballot.names[-1][1])
        else:
            break
        ballot.paragraphs.append(para)
        ballot.places += para.places()
        if current is not ballot:
            current.places += para.places()
        i += 1
    if ballot.rival is not None and not ballot.side:  # only the amendment was voted on: "For the amendment … Against the amendment …"
        rival, ballot.rival = ballot.rival, None
        rival.join(ballot)
        ballot.votes_for, ballot.names = rival.votes_for, rival.names
    if any(_BODIES.search(re.sub(r"\([^()]*\)", "", para.text)) for para in ballot.paragraphs):  # not the party in "Vane (Residents' Association)"
        return Ballot(), i
    ballot.nobody_for = "for" in seen
    if i == at or (not ballot.names and ballot.votes_for is None and ballot.votes_against is None and ballot.rival is None):
        return None
    return ballot, i


def _short_of(ballot: Ballot, option: Option | None, due: int | None) -> bool:
    """Does a list that prints its number hold fewer names so far: "For the Amendment (3)   Councillor Benny ⏎ Councillor Davies ⏎ …"?"""
    return due is not None and 0 < sum(o == option for _, o, _ in ballot.names) < due


_CUT_OFF = re.compile(rf"(?:[,&]|\band|(?:\b(?:{MEMBER})|{CHAIR}))\s*$")
"""A list that the edge of its cell cuts: "Dahl, Kirk and Chair ⏎ Freeman"."""
_PRESIDENT = re.compile(rf"{CHAIR}(?:\s[A-Z][\w.’'-]*){{1,3}}")
_SIDE = re.compile(r"(?:\b(?:For|FOR|for|[Ii]n favou?r of|IN FAVOUR OF) (?:the |THE )?|^(?=\w+\s*[-–—:]\s*\d))(?P<what>Motion|MOTION|motion|Amendment|AMENDMENT|amendment)\b(?:\s+(?:by|of)\s+(?P<who>(?:the\s+)?[A-Z][\w.’' -]{2,40}?)(?=\s*[(:–-]))?")
"""Votes in a division of a motion against an amendment: "For the amendment by Councillor Delaney (1)", "There voted for the motion:"."""
_TAIL = re.compile(r"(?<=[\w.;)\]])\s+(?=(?:The\s+)?(?:N(?:ot|OT)\s+)?(?:[Mm]otion|MOTION|[Dd]ivision|[Aa]mendment|AMENDMENT|[Rr]esolution|Ordinance|Carried|CARRIED|Lost|LOST|Defeated|DEFEATED|Passed|PASSED|Failed|FAILED)\s*(?:was\s+|is\s+|has\s+|declared\s+)*(?:[Cc]arri|CARRI|[Ff]ail|FAIL|[Ll]ost|LOST|[Pp]ass|PASS|[Dd]efeat|[Aa]dopt|\.|$))")


def _cut(text: str) -> list[tuple[int, int, Option | None, int | None, int]]:
    """A line of several lists: (start, end, option, count, where its names begin)."""
    starts = [0]
    first = whole[2] if (whole := option_label(text)) is not None else 0
    for m in re.finditer(r"(?<=[\s.;,)])(?=[A-Z])|(?<=[;,]\s)(?=(?:against|nays|noes|abst\w+)\s*:)", text):
        label = OPTION_LABEL.match(text, m.end())
        if label is not None and (m.end() < first or re.fullmatch(r"(?:Votes?|Voting|Voted|Those|Members)\s+", text[starts[-1]:m.end()])):
            continue  # "Votes Against:", "4 Members abstained:" are one label
        if label is not None and (label["n"] or label["m"] or label["k"] or label["l"] or label["sep"].strip() in (":", "-", "–", "—")) and m.end() > starts[-1]:
            starts.append(m.end())
    out: list[tuple[int, int, Option | None, int | None, int]] = []
    for a, b in zip(starts, [*starts[1:], len(text)], strict=True):
        found = option_label(text[a:a + 1].upper() + text[a + 1:b])  # "for the motion: 4; against: 9"
        if found is not None:
            out.append((a, b, found[0], found[1], a + found[2]))
    return out


_PRESIDING = re.compile(r"(?:Council|Board|Committee)\s+(?:Vice[- ])?(?:President|Chair\w*)\s+(?=[A-Z])")


def names_only(text: str) -> bool:
    """Does a paragraph hold nothing but names?"""
    chunks = [c.strip(" .") for c in re.split(r",|;| and |&", text) if c.strip(" .")]
    if not chunks or re.search(_OF_A_MOTION, text):
        return False
    named = sum(read_person(_PRESIDING.sub("", c), surname=True) is not None or bool(re.fullmatch(r"[A-Z]{2,5}", c)) for c in chunks)
    return named >= 0.75 * len(chunks)


_TALLY_END = re.compile(r"[.,;]?\s*(?:TOTAL|Total):?\s*(?P<t>\d{1,3})\s*\.?$|\s*(?:[–—-]\s*)?[(\[]?\s*(?:Total:?\s*)?(?P<n>\d{1,3})\s*[)\]]\s*[.;,]?\s*$|\s*[–—-]\s*(?P<m>\d{1,3})\s*[.;,]?\s*$")
_FOR_ANOTHER = re.compile(r"[;,]\s*(?:and\s+)?for\s+(?=[a-z])")
"""What follows is the vote for something else: "For the motion - 6; for continuing - 4"."""
_SEATS = r"(?:(?:Board|Council|Agency|Commission|BOARD|COUNCIL|AGENCY|COMMISSION)\s?)?(?:Members?|MEMBERS?|Councill?ors?|COUNCILL?ORS?|Commissioners?|COMMISSIONERS?|Directors?|DIRECTORS?|Trustees?|TRUSTEES?|Supervisors?|SUPERVISORS?)"
"""Who sits on the body, as a label over its voters: "AYES:   BOARD MEMBER: Dahl, Kirk"."""
_LABEL_IN = re.compile(rf"(?<=[\s.;,])(?!(?:{CHAIR}|{TITLE}|{MEMBER}|{_SEATS}|Total|TOTAL)\b)(?:[A-Z][a-z]+(?: [a-z]+){{0,4}}|[A-Z]{{3,}}(?: [A-Z]{{3,}}){{0,3}}):\s")
"""Another list within that of the voters: "None. Absent and not voting: Orde, Lusk"."""
_GROUP = re.compile(r"(?:^|(?<=[\s.;,(]))(?P<name>[A-Z][\w’'&/. -]{1,30}?)\s?:(?=\s)")
"""The party of the voters behind it: "Labour: Orde, Pell; Independent: Lusk"."""
_TITLE_ALONE = re.compile(rf"[\s,.]*(?:{TITLE}|Mayor|Members?)[\s,.]*")
_PLURAL = re.compile(rf"(?:Those |Members )?(?:Councillors|Councilpersons|Cllrs\.?|Crs\.?|Council\s?[Mm]embers|Aldermen|Alderpersons|Messrs|Commissioners|Supervisors|Trustees)\s*:?\s+(?=[A-Z])|{_SEATS}:\s+(?=[A-Z])")


def take_names(ballot: Ballot, para: Paragraph, start: int, end: int, option: Option) -> None:
    """The voters named between two places of a paragraph; "… and Clark (3)" prints their number too."""
    text = para.text[start:end]
    if (other := _FOR_ANOTHER.search(text)) is not None:
        text = text[:other.start()]
    if (told := re.match(r"\s*\((?P<n>\d{1,3})\)\s+(?=[A-Z])", text)) is not None:  # "For: (3) Cllrs. Fallon, Byrne and Fitz"
        ballot.count(option, int(told["n"]))
        start, text = start + told.end(), text[told.end():]
    if (tally := _TALLY_END.search(text)) is not None:
        if tally["t"] is None or getattr(ballot, f"votes_{option}") is None:  # "No: 2 ⏎ TOTAL: 11"
            ballot.count(option, int(tally["t"] or tally["n"] or tally["m"]))
        text = text[:tally.start()]
    text = _GROUP.sub(lambda m: ";".ljust(len(m.group())) if PARTY.match(m["name"]) is not None else m.group(), text)
    if (other := _LABEL_IN.search(text)) is not None:
        last = re.split(r"[,;]", text[:other.start()])[-1]
        text = text[:other.start() - (len(last) if PARTY.match(last.strip()) is not None else 0)]  # "Pell, Independent Person: Lusk"
    if _NOBODY.match(text) or _TITLE_ALONE.fullmatch(text):
        return
    at, before = 0, len(ballot.names)
    if (inner := re.fullmatch(r"(\s*\()([^()]+)(\)\s*[.;,]?\s*)", text)) is not None:  # "Ayes: 3 (Cole, Diaz, Hart)"
        start, text = start + len(inner[1]), inner[2]
    if not re.search(r"[,;&]| (?:and|AND) ", text):  # one name a line: each line's start divides
        marked = list(text)
        inside = [offset for offset in para.offsets if start < offset < start + len(text) and para.text[offset] != "("]
        if _TITLED.match(text.lstrip()):  # "Councillor Mary Jean ⏎ Devon ⏎ Councillor David ⏎ Kinniburgh"
            inside = [offset for offset, after in zip(inside, [*inside, start + len(text)][1:], strict=True) if " " in para.text[offset:after].strip()]
        for offset in inside:
            marked[offset - start - 1] = ";"
        pieces = "".join(marked).split(";")
        if not any(re.fullmatch(rf"\s*(?:(?:[A-Z]|{TITLE})\.?\s*)+", piece) for piece in pieces):  # "D. ⏎ Peverell" is one
            text = "".join(marked)
    ballot.unread = ballot.unread or _OTHERS.search(text) is not None
    name = parted = ""
    for chunk in re.split(rf"(\s*(?:[,;]|(?<=[a-z])/(?=[A-Z][a-z])(?![^()]*\)))\s*(?:(?:and|AND)\s+|&\s*)?|\s+(?:and|AND|&)\s+|(?<=[a-z.])(?<!Deputy)(?<!Vice)(?<!Acting)(?<!The)(?<!the)\s+(?=(?:{CHAIR}|{MEMBER})\.?\s+[A-Z]))", text):
        lead = len(chunk) - len(chunk.lstrip())
        if _AWAY.search(chunk) is not None:
            at += len(chunk)
            continue  # "Pell, Lusk (absent)"
        if (held := _HOLDER.fullmatch(chunk.strip(" .:;"))) is not None:  # the name is the member's, in brackets after the office
            printed, lead = held["who"].strip(), chunk.index("(") + 1
        else:
            printed = _PLURAL.sub("", re.sub(r"\s*\([^)]*(?:\)|$)", "", chunk)).strip(" .:")
        if printed == "AND":
            printed = ""
        if printed and (seat := _SEAT.fullmatch(printed)) is not None and (seat["presides"] is None or ("," in parted and (" " in name or ";" in text))):
            at += len(chunk)
            continue  # "Ann Orde, Board Member, Ben Tull, President"
        if re.match(r"\s*(?:[,;&]|and\b|AND\b)", chunk) is not None:
            parted = chunk
        elif printed:
            name = printed
        if _VOTER.fullmatch(printed) and not _HONOURS.fullmatch(printed) and option_label(printed) is None and not _NOT_VOTER.search(printed):
            ballot.names.append((printed, option, _first(para, start + at + lead, start + at + len(chunk.rstrip()))))
        at += len(chunk)
    here = [name for name, _, _ in ballot.names[before:]]
    if getattr(ballot, f"votes_{option}") == len(here) - 1 and (twice := next((k for k, (one, other) in enumerate(itertools.pairwise(here)) if _OFFICE_ALONE.fullmatch(one) and _TITLED.match(other)), None)) is not None:
        del ballot.names[before + twice]  # "Abstained (1): The Mayor, Cllr D Adeyemo" is one voter


_OTHERS = re.compile(r"\b(?:all|every(?:one|body)|the (?:rest|others?|remaining|remainder))\b", re.I)
"""Voters who are not named: "Ayes: everyone but Orde"."""
_BODIES = re.compile(r"\b(?:Trust|Society|Association|Club|Limited|Ltd|LLC|Inc|Federation|Partnership)\W*(?:[,;]|$)")
"""Who has no vote in a council: "In favour: Heath Trust, Mill Society"."""
_OFFICE_ALONE = re.compile(rf"(?:[Tt]he )?{CHAIR}")
_AWAY = re.compile(r"\((?:his |her |their )?(?:vote )?(?:was |now )?(?:absent|not (?:voting|present|counted|valid|allowed)|did not vote|recused|excused|abstain\w*|away|vacant|invalid|void|advisory|non-?voting)\b", re.I)
_SEAT = re.compile(SEAT)
_HOLDER = re.compile(rf"(?:[Tt]he\s+)?(?:Right Honourable\s+(?:the\s+)?)?{CHAIR}\s*"
                     rf"\((?P<who>{TITLE}\.?\s[^()]{{2,40}})\)")
"""An office and who holds it: "The Deputy Lord Mayor (Alderman Trimble)"."""
_VOTER = re.compile(r"(?:[Tt]he )?[A-Z][\w’'‘.-]*(?:\s+(?:[A-Z(“\"][\w’'‘.”\")-]*|de|van|der|von|la|le|du|of|ab|ap|al)){0,6}")
_HONOURS = re.compile(r"(?:[COMKDG]BE|BEM|[KQ]C|JP|DL|MP|MSP|MS|Jr|Sr|TD|QPM|KPM)\.?")
_OF_A_MOTION = rf"\b(?:(?i:{'|'.join(word for word in ENDED if word != 'fell')}|resolved|motion|amendment|vot(?:e[ds]?|ing)|tied?)|FELL)\b"
"""What no name holds: a motion, and what became of it ("DEFEATED" on the line below "Against: 4"); "Fell" is a surname."""
_NOT_VOTER = re.compile(rf"{_OF_A_MOTION}|\b(?:[Aa]gainst|AGAINST|[Aa]bst\w+|ABST\w+|[Nn]one|NONE|[Mm]embers|[Cc]ouncil)$|^(?:MP|MSP|TD|Senator|Representative|Minister)\b|^(?:[Nn]one|[Nn]il|NONE|NIL|[Uu]nanimous(?:ly)?|UNANIMOUS(?:LY)?|All|ALL)\b")


def _first(para: Paragraph, start: int, end: int) -> Place:
    found = para.places(start, end, "person_name")
    return found[0] if found else para.places()[0]


