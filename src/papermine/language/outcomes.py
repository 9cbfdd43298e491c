"""What became of a motion, as minutes print it: on a line of its own, or told in a sentence."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from papermine import regex as re
from papermine.language.screened import Screened
from papermine.language.titles import CHAIR
from papermine.language.votewords import settled

Outcome = Literal["carried", "lost", "withdrawn", "deferred"]

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_REPORTED = re.compile(r"\b(?:explained|said|noted|reported|recorded(?! (?:vot|division|poll))|recalled|stated|advised|confirmed|reminded|understood|asked|commented|added|told)\b[^.]{0,60}\b(?:that|when|why|how|whether)\b|"
                       r"\b(?:in|of|since) (?:19|20)\d\d\b|\bat (?:the|its|a|their) (?:last|previous|earlier)\b|"
                       rf"^(?:Back )?In {_MONTH}\b|^At (?:an?|the|its|their) (?:\w+ )?meeting with\b|^At (?:the|its|an?) (?:[A-Z][\w’']*\s+)+(?:Committee|Meeting)\b|^(?:Last|Some|Two|Three|Several|Many) (?:years?|months?|meetings?)\b|"
                       r"\b(?:thought|believed|argued|alleged|complained|claimed|asserted|objected)\b(?:\s+that)?\s+$|\b(?:found|wrote|reads?|heard|received|show(?:s|ed)?|records?|states?)\b(?:\s+(?:in|from) [^,.;]{3,40})?(?:\s+that|\s*:)\s+$|"
                       r"\b(?:may|might|could|would|should|must|can|will|shall|to)\s+(?:have\s+been|be)\s*$|\bhad\s+(?:\w+ly\s+)?been\s*$|\b(?:may|might|could|would|should|must|not)\s*$", re.I)


def reported(before: str) -> bool:
    """Do the words of a sentence before an act tell of another time, of what somebody said, or of what may be?

    >>> [reported(t) for t in ("Cllr Pell thought that ", "In June ", "It may be ", "At the Finance Committee ", "The Clerk said that the bus was late when ")]
    [True, True, True, True, True]
    >>> [reported(t) for t in ("", "The minutes of 4 May 2024 were approved, ", "Having received a letter, ", "At the request of the Chairman ")]
    [False, False, False, False]
    """
    return _REPORTED.search(before) is not None


_SUBJECT = r"(?:(?:substantive|substitute|original|amended|main|following)\s+)?(?:motions?|amendments?|recommendations?|proposals?|propositions?|resolutions?|vote|question|division(?=\s+was\s+declared\b))"
_OUTCOME_WORD = (r"(?P<out>CARRIED|[Cc]arried|LOST|[Ll]ost|DEFEATED|[Dd]efeated|WITHDRAWN|[Ww]ithdrawn|DEFERRED|[Dd]eferred|PASSED|[Pp]assed|FAILED|[Ff]ailed|FELL|[Ff]ell|NOT CARRIED|"
                 r"[Nn]ot carried|DID NOT (?:CARRY|PASS)|[Dd]id not (?:carry|pass)|CARRIES|[Cc]arries|PASSES|[Pp]asses|FAILS|[Ff]ails|REJECTED|[Rr]ejected|ADOPTED|[Aa]dopted|APPROVED|[Aa]pproved|AGREED|[Aa]greed|TABLED|[Tt]abled|CRD|[Cc]rd)")
VOTE_ONLY = re.compile(r"(?!to\s)(?=.*(?:\d|\b(?:unanim|vot(?:e|ing)\b|favou?r\b|majority\b)))(?:(?:\b(?:motion|vot(?:ed?|es|ing)|yes|no|ayes?|nays?|noes|yeas?|for|against|in|favou?r|oppos(?:ed|ing)|abst(?:ain(?:ed|ing)?|entions?)|unanimous(?:ly)?|decision|carri(?:ed|es)|pass(?:ed|es)|"
                       r"by|an?|the|was|were|and|with|to|all|none|of|recorded|roll|call|majority|members?|councillors?|present)\b|\d{1,2}(?![\d/]{2})|\([^()]{2,60}\))[\s.,;:()–—-]*)+", re.I | re.S)
"""Words that tell a vote and nothing else, wherever the words of a decision are looked for: "Vote: 7-0 Motion carried.", "4 YES – 1 NO (Dace)", "unanimous decision."."""
_ENDINGS = ("carr", "lost", "defeat", "withdrawn", "defer", "pass", "fail", "fell", "reject", "adopt", "approved", "agreed", "tabled", "crd")
_OUTCOME = Screened(rf"(?P<subject>\b{_SUBJECT}\b[^.;]{{0,90}}?)\s+(?:(?:was|were|is|has|has been|having been|be|being|then|duly|therefore|declared|thereby|unanimously|and|accordingly|put and)\s+)*{_OUTCOME_WORD}\b|"
                      rf"\b(?:and|it|which|this)\s+(?:was|were)\s+(?:then\s+|duly\s+|unanimously\s+)*(?P<out2>carried|CARRIED|lost|LOST|defeated|withdrawn|WITHDRAWN|agreed|AGREED|not carried|passed)\b", _ENDINGS, flags=re.I)
DECLARED = re.compile(rf"(?:[Tt]he\s+)?{CHAIR}\s+(?:then\s+)?(?:confirmed|announced|declared|noted|stated)\s+that\s+the\s+(?=(?:\w+\s+)?(?:motion|amendment|recommendations?|proposal)\s+(?:had\s+been|was|were)\s+(?:(?:duly|unanimously)\s+)?(?:carried|lost|agreed|approved|defeated)\b(?!\s+(?:at|in|on)\b))")
"""Who presides tells what became of it: "The Mayor confirmed that the motion had been carried"."""
_DECLARED_SO = re.compile(rf"(?:[Tt]he\s+)?{CHAIR}\s+(?:then\s+)?declared\s+the\s+(?:\w+\s+)?(?P<what>[Mm]otion|[Aa]mendment|[Pp]roposal|[Rr]ecommendation)\b(?:\s+to\s+[a-z]+(?:\s+[\w’'-]+){{0,4}}?)?\s+(?P<out>CARRIED|carried|LOST|lost|DEFEATED|defeated)\b(?!\s+(?:at|in|on)\b)")
_PUT = r"(?:,?\s*(?:(?:up)?on|when|after)\s+(?:being\s+)?put(?:\s+to\s+(?:the|a)\s+(?:meeting|vote|council|committee))?\s*,?)?"
_ALONE = Screened(
    rf"(?:\d{{1,2}}\s?[-–/]\s?\d{{1,2}}(?:\s?[-–/]\s?\d{{1,2}})?\s+(?=motion\b)|\d{{1,2}}\s+(?:for|in favou?r)\W+\d{{1,2}}\s+(?:opposed|against)\W+(?=(?:the\s+)?motion\b))?(?:(?:The|Said)\s+)?(?:[Ss]econded,?\s+and\s+)?(?P<subject>(?:{_SUBJECT}|minutes(?=\s+(?:were\s+)?(?:approved|adopted|accepted)\b))(?:\s+as amended)?{_PUT})?\s*(?:(?:was|were|has|unanimously|is|duly|then|declared|put(?: to (?:the|a) (?:meeting|vote))? and|put(?: to (?:the|a) (?:meeting|vote))?,)\s+)*{_OUTCOME_WORD}(?:\s*[:,]?\s+(?:unanimous(?:ly)?(?:,?\s+by all[^.]{{0,40}})?|all [^.;]{{0,40}}\bvot(?:ed|ing) [“\"]?(?:aye|yes)[”\"]?|as amended|nem\.? con\.?|by[^.]{{0,60}}|on (?:a |the )?[^.]{{0,40}}|with[^.]{{0,60}}|for (?:the )?(?:lack|want) of[^.]{{0,60}}|#\s?\d{{1,4}}|(?:by )?\w+ votes? to \w+(?: votes?)?|(?:by )?\d{{1,2}} to \d{{1,2}}|\w+ votes? (?:affirmative|in favou?r)))?\s*,?\s*(?:\([^)]*\)|\.\s*\([^)]*\)|[\d\s/:–-]+(?:votes?)?|[,;:]?(?:\s*(?:for|in favou?r|ayes?|against|noes|nays|abst\w*)\s*:?\s*\d{{1,2}}\b[\s,;/]*)+|[,;:]?(?:\s*\d{{1,2}}\s+(?:for|in favou?r|against|abst\w+)\b[\s,;/]*(?:and\b)?)+)?\s*[.!*]?\s*$", _ENDINGS, flags=re.I)
_STAMPED = re.compile(r"[.,;]?\s+(?:resolution|motion|res|minute|ref)\b\.?\s*(?:no\b\.?|number)?\s*:?\s*#?\s*[A-Z]{0,5}[-\d./]*\d\s*\W?$", re.I)
"""The number that a resolution got, behind its vote: "CARRIED: 6/0  Res: 151001"."""
_PUT_TO = re.compile(r"\bto (?:the|an?) (?:[\w-]+ ){0,3}?(?:vote|meeting|division|ballot|poll)\b")
"""Between a motion and what became of it: "was put to a recorded vote and"."""
_NOT = re.compile(r"\bnot(?:\s+(?:been|declared|then|duly|therefore|thereby))*\s+$", re.I)
_UNDONE = re.compile(rf"\b(?:reconsider\w*|rescind\w*|revok\w+|repeal\w*|overturn\w*|revers\w+|revisit\w*)\s+(?:(?:the|that|its|their|a|previous|prior|earlier|{_MONTH}|\d{{1,4}},?)\s+)*$", re.I)
"""What became of another motion, which this one is about: "to reconsider the motion that was lost in May"."""
_ELSEWHERE = re.compile(r"\s+(?:over|forward|back|(?:on )?to (?:the|an?|its|their|our)\b(?! vote))", re.I)
"""Handed on, no outcome: "passed to the Finance Committee", "carried over to the next meeting"."""
_BY_ALL = re.compile(r"\s+unanimously\b", re.I)
_WITHDREW = Screened(r"\bwithdrew\s+(?:the|his|her|their|this)\s+(?:\w+\s+)?(?P<what>amendment|motion|proposal|recommendation)\b", "withdrew", flags=re.I)
_CASTING = Screened(r"(?<!not )(?<!never )\b(?:used|using|exercised|exercising|gave|giving|cast|casting|by|on|through|with)\s+(?:(?!no\b)[\w’']+\s+){0,4}casting vote\b[^.;]{0,40}?\b(?P<side>against|in favour of|for)\b[^.;]{0,40}?\b(?P<what>amendment|motion|proposal|recommendation)\b", "casting vote", flags=re.I)
_NO_SECOND = Screened(r"(?:(?:The |This |That )?(?:motion|amendment|proposal)|This|It) was not seconded\.?$|There was no seconder\.?$|There (?:was|being) no second(?:er)?,?\s+(?:(?:and|so)\s+)?(?:the\s+)?motion\s+(?:died|failed|lapsed|fell)\.?$|(?:The |This )?(?:motion|amendment)\s+(?:died|dies|failed|fails|lapsed|lapses|fell)\s+(?:for|due to|through)\s+(?:the\s+|a\s+)?(?:lack|want|absence)\s+of\s+a\s+second(?:er)?\s*\.?$", "second", flags=re.I)
UNSECONDED = Screened(r"\b(?:fell|lapsed|failed|died|was lost)\b[^.;]{0,40}?\b(?:not (?:been )?seconded|no second(?:er)?\b|(?:lack|want|absence) of an? second(?:er)?\b)|\b(?:received no|no|not find a|without a) seconder\b[^.;]{0,60}?\b(?:fell|lapsed|failed|was lost)\b|[;,]\s+(?:but\s+)?(?:there\s+was\s+)?no\s+second(?:er)?\W*$|\bno (?:other )?seconder\b[^.;]{0,30}\b(?:forthcoming|found|offered|came forward)\b|\bthere was no seconder (?:to|for) (?:the|this|that|his|her) (?:proposal|motion|amendment)\b", "second", flags=re.I)
"""What nobody seconded, told in a sentence: "but it fell as it was not seconded"."""
NOT_DONE = re.compile(r"\b(?:lapsed|out of order|(?:stood|stands|was|were) (?:adjourned|over)|inquorate|no quorum|votes? (?:were |being |was )?equal|equal votes|equality of votes|tied|left on the table|did not proceed|"
                      r"not (?:then |therefore |yet )?(?:been )?(?:put|voted|reached|dealt with|proceeded with)|no (?:vote|decision|action|division)\b[^.;]{0,20}\b(?:taken|made|reached|called|possible))\b", re.I)
"""That what was moved was not decided: "MOTION LAPSED", "No vote was taken"."""
_ALL_FOR = re.compile(r"(?:(?i:vote)\s*:?\s+)?AIF\s*\.?$|(?i:(?:voice |roll[- ]call )?vote\s*[:–-]\s*(?:all\s+)?(?:ayes?,?\s+)?unanimous(?:ly)?(?:\s+(?:in favou?r|approved|aye))?\W*$|(?:each|every) member\b[^.;]{0,40}\bpolled\b[^.;]{0,30}\band all (?:were in favou?r|voted (?:aye|yes))\W*$|(?:a (?:roll[- ]call )?vote was taken and )?(?:the )?vote (?:taken )?was (?:an? )?unanimous,?(?:\s+(?:in favou?r|[“\"]?(?:yes|aye)))?\W*$)|(?:(?:The\s+)?(?:Chair\w*|Mayor|President)\s+)?(?i:so ordered)\W*$|(?:(?:VOTED|Voted)\s+unanimously(?:\s+(?:in favou?r|to approve))?\s*[.)]*$)|(?:(?:With|On|By|Upon) (?:a |the )?roll[- ]call(?: vote)?,?\s+)?(?:[Aa]ll|[Bb]oth)(?:\s(?:members|commissioners|trustees|supervisors))?(?:\spresent)?\svoted\s[“\"]?(?:aye|yes|yea)[”\"]?\W*$|(?i:(?:all ayes?|ayes? all|all in favou?r,? (?:and )?(?:none|no one|nobody) opposed))\W*$|(?:\(?[Aa]ll|Members|Unanimous|All members|All present)\s*(?:were\s+)?(?:[Ii]n [Ff]avou?r|agreed|approved|unanimous)?(?:\s+and (?:it was )?(?:carried|agreed)|[.,]?\s+(?:[Mm]otion\s+)?[Cc]arried)?\s*[.)]*$")
_BODY_VOTED = Screened(r"(?:The\s+)?(?:board|committee|council|commission)\s+voted\s+(?P<no>not\s+|against\s+)?(?:unanimously\s+)?(?:(?:to\s+)?(?:approv\w+|pass(?:ing)?|adopt\w*)|in\s+favou?r\s+of)\s+the\s+motion\.?", "voted", flags=re.I)
"""A body and its vote: "The board VOTED unanimously to approve the motion."."""
_APART = Screened(r"(?<=[a-zA-Z.)\d])[,;]?\s+(?:with\s+)?[A-Z][\w.,’' &-]{2,200}?\s+(?i:opposed|dissent(?:ed|ing)|abstain(?:ed|ing)|(?:voted|voting) (?:against|no)(?: the motion)?|(?:requested|asked) that (?:his|her|their) votes? against be recorded|registered opposition)\.?$", ("oppos", "dissent", "abstain", "against", "voted no", "voting no"))
"""Who did not go along, after the outcome: "CARRIED  Isitt OPPOSED"."""
ENDED: dict[str, Outcome] = {"carried": "carried", "passed": "carried", "adopted": "carried", "approved": "carried", "agreed": "carried", "lost": "lost", "defeated": "lost",
                                 "failed": "lost", "fell": "lost", "not carried": "lost", "did not carry": "lost", "did not pass": "lost", "rejected": "lost", "withdrawn": "withdrawn", "deferred": "deferred", "tabled": "deferred",
                                 "crd": "carried", "carries": "carried", "passes": "carried", "fails": "lost"}


SETTLED = "(?:" + "|".join(f"{word.title()}|{word.upper()}" for word in ("carried", "defeated", "lost", "deferred", "withdrawn", "tabled")) + ")"
"""An outcome that stands by itself, as its capital shows: "Carried", "LOST"; a piece of patterns."""
_VOTE_LABEL = re.compile(r"(?i:vote|voting|result|disposition|outcome|action)\s*:\s*(?=(?i:motion|the motion|carried|passed|lost|defeated|failed|unanimously (?:approved|adopted|carried|passed)|(?:approved|denied|adopted)(?=\W*$))\b)")


_BOX = r"(?:\[\s?[xX✓✔]?\s?\]|[☒☑☐□✓✔]|_+\s*[xX✓✔]\s*_*|_*\s*[xX✓✔]\s*_+|_{2,}|(?<=[a-zA-Z])\s+[xX✓✔](?!\w))"
_WORD = r"(?P<word>(?i:carried|defeated|lost|deferred|tabled|withdrawn|not carried))"
_BOXED = tuple(Screened(pattern, ("carried", "defeated", "lost", "deferred", "tabled", "withdrawn")) for pattern in (rf"(?P<box>{_BOX})\s*{_WORD}\s*", rf"{_WORD}\s*:?\s*(?P<box>{_BOX})?\s*"))
_MARK = re.compile(r"[xX✓✔☒☑]")
"""The outcomes of a printed form, of which one is ticked: "Carried ___X___   Defeated ______"."""


_LEADS_ON = re.compile(r"(?:\b(?:that|to|the following|as follows)\s*:?|:)\s*-?\s*$", re.I)
"""Words that go on below, and are no outcome alone: "AGREED (unanimously) that:"."""
_TURNED_DOWN = Screened(rf"(?!.*\b(?:unanimous\w*|by all|last|previous|earlier|{_MONTH}|by (?:the )?(?:county|district|state|government|mayor))\b)(?:(?:the\s+|this\s+)?(?:motion|amendment|proposal|resolution)\s+(?:(?:was|is|were)\s+)?(?:denied|died|dies|negatived|not\s+(?:passed|approved|adopted|agreed(?:\s+to)?|accepted))|negatived)(?:\s+[^.;:]{{1,40}})?\W*", ("denied", "died", "dies", "negatived", "not"), flags=re.I)
"""What is lost in other words: "Motion denied 1-3", "NEGATIVED", "The motion was not agreed to"."""
_VOTES_FIRST = Screened(r"(?:(?:\b(?i:yes|no|ayes?|nays?|noes|for|against|votes?|abst\w*|in favou?r|opposed)\b|\d{1,3}\b)[\s:;,.–—-]*)+(?=(?:FAILED|LOST|DEFEATED|Failed|Lost|Defeated|CARRIED|Carried|PASSED|Passed)\W*$)", ("failed", "lost", "defeated", "carried", "passed"))
"""Numbers before the outcome: "Yes 1 No 3 FAILED"."""


@lru_cache(4096)
def outcome_alone(text: str) -> tuple[Outcome, str] | None:
    """The outcome that a line of its own prints, and what it speaks of.

    >>> outcome_alone("Motion carried."), outcome_alone("Amendment LOST"), outcome_alone("Agreed unanimously."), outcome_alone("Carried 5-0")
    (('carried', 'motion'), ('lost', 'amendment'), ('carried', ''), ('carried', ''))
    >>> outcome_alone("The bus was lost"), outcome_alone("Approved online via slack and on the website.")
    (None, None)
    >>> outcome_alone("Carried.*")
    ('carried', '')
    """
    text = text.rstrip(" *†‡")
    text = text[1:-1] if text[:1] in "“\"" and text[-1:] in "”\"" else text  # "“CARRIED”"; a mark leads to a note at the foot: "*Deputy Mayor Lee voting in the affirmative"
    if _NO_SECOND.match(text.strip()):
        return "lost", "motion"
    if _TURNED_DOWN.fullmatch(text.strip()) is not None:
        return "lost", "amendment" if "amendment" in text.lower() else "motion"
    if (votes := _VOTES_FIRST.match(text.strip())) is not None and re.search(r"[a-z]\W*\d|\d\W*[a-z]|\d\D+\d", votes.group(), re.I) is not None:
        return outcome_alone(text.strip()[votes.end():])
    if (voted := _BODY_VOTED.fullmatch(text.strip())) is not None:
        return "lost" if voted["no"] else "carried", "motion"
    if (apart := _APART.search(text)) is not None and (ended := outcome_alone(text[:apart.start()])) is not None:
        return ended
    for boxed in _BOXED:
        found = boxed.finditer(text.strip())
        if len(found) > 1 and "".join(m.group() for m in found) == text.strip():
            ticked = [m["word"].lower() for m in found if _MARK.search(m["box"] or "")]
            return (ENDED[ticked[0]], "") if len(ticked) == 1 else None
    if _ALL_FOR.match(text.strip()) and len(text.split()) > (0 if text.startswith("Unanimous") else 1):
        return "carried", ""
    m = _ALONE.match(_VOTE_LABEL.sub("", _STAMPED.sub("", text.strip()), count=1)) if len(text) <= 120 and _ALONE.may(text) else None
    if m is None:
        return ("carried", "motion" if "otion" in text else "") if settled(text) and _LEADS_ON.search(text) is None else None
    before, after = m.string[:m.start("out")], m.string[m.end("out"):]
    outcome: Outcome = "lost" if _NOT.search(before) else ENDED[m["out"].lower()]
    if outcome == "lost" and ENDED[m["out"].lower().removeprefix("not ")] == "carried" and _BY_ALL.match(after):
        return None  # "Not carried unanimously: For 3 Against 2"
    return outcome, (m["subject"] or "").lower().removeprefix("the ").strip()


def outcome_in(text: str) -> tuple[Outcome, str, int] | None:
    """The outcome that a sentence tells, what it speaks of, and where.

    >>> outcome_in("On being put to the vote the amendment was LOST (2 in favour and 7 against)")[:2]
    ('lost', 'amendment')
    >>> outcome_in("The deemed motion was NOT CARRIED by 31 votes to 19.")[:2], outcome_in("The motion was not lost.")
    (('lost', 'motion'), None)
    >>> outcome_in("On being put to the vote the recommendation was CARRIED. Recommendations 4c and 5 were not approved.")[:2]
    ('carried', 'motion')
    >>> outcome_in("Recommendations 4c and 5 were not approved.") is None
    True
    >>> outcome_in("With the consent of the meeting, Mrs Dean withdrew the amendment.")[:2]
    ('withdrawn', 'amendment')
    >>> outcome_in("The votes were equal and the Chairman used his casting vote against the inclusion of the amendment.")[:2]
    ('lost', 'amendment')
    >>> outcome_in("The Chairman explained that the motion was carried in 2019") is None
    True
    """
    if (so := _DECLARED_SO.match(text)) is not None:
        return ENDED[so["out"].lower()], so["what"].lower(), so.start("what")
    if (presides := DECLARED.match(text)) is not None and (said := outcome_in(f"The {text[presides.end():].replace('had been', 'was', 1)}")) is not None:
        return said[0], said[1], presides.end()
    if (m := _WITHDREW.search(text)) is not None and not reported(text[:m.start()]):
        return "withdrawn", "amendment" if m["what"].lower() == "amendment" else "motion", m.start()
    if (m := _CASTING.search(text)) is not None and not reported(text[:m.start()]):
        return "lost" if m["side"] == "against" else "carried", "amendment" if m["what"].lower() == "amendment" else "motion", m.start()
    if (m := UNSECONDED.search(text)) is not None and not reported(text[:m.start()]):
        told = re.search(r"\b(?:substitute\s+)?(?:amendment|motion)\b", text, re.I)
        return "lost", told.group().lower() if told else "", m.start()
    for m in _OUTCOME.finditer(text):
        before = text[:m.start()]
        word = m["out"] or m["out2"]
        after = text[m.end():m.end() + 30]
        if reported(before) or re.match(r"\s+(?:in|at|on|by) (?:19|20)\d\d\b", after) or re.search(r"\b(?:if|should|would|whether|unless|when|were to be)\b", before + (m["subject"] or ""), re.I):
            continue
        if re.search(r"\b(?:proposers?|movers?|seconders?) of (?:the|that|this)\s*$", before, re.I):
            continue  # "The proposer of the original motion agreed to the amendment"
        if _UNDONE.search(before) or (ENDED[word.lower()] == "carried" and _ELSEWHERE.match(after)) or (_BY_ALL.match(after) and _NOT.search(text[:m.start("out") if m["out"] else m.start("out2")])):
            continue
        if re.search(r"\b(?:no|neither|none of the)\s*$", before, re.I) or re.search(r"\bcould not be\b|^\w+s\b[^.;]*\b(?:had|have|having)\b", m.group(), re.I):
            continue  # "No amendment was carried", "As all the amendments had been determined or withdrawn, the motion was put"
        common = word.lower() in ("adopted", "approved", "agreed", "deferred", "tabled", "fell", "passed", "rejected")
        if common and not m["subject"] and not (word.lower() == "agreed" and re.search(r"\bput\b|\bvote", before)):
            continue
        if re.search(r"(?<!to )\bbe\s+(?:\w+ly\s+)?$", text[:m.start("out") if m["out"] else m.start("out2")], re.I):
            continue  # "that the recommendations be agreed": what is asked
        outcome = ENDED[word.lower()]
        if _NOT.search(text[:m.start("out") if m["out"] else m.start("out2")]):
            if outcome != "carried" or re.search(r"\d", m["subject"] or ""):  # "Recommendations 4c and 5 were not approved": the others were
                continue
            outcome = "lost"  # "The Procedural Motion was NOT CARRIED"
        subject = (m["subject"] or "").lower()
        if word.islower() and re.search(r"\b(?:that|which|to)\b\s+\w+", _PUT_TO.sub("", subject)) and re.match(r"\s+by\s+(?:the\s+|its\s+)?(?:mover|proposer)\b", after) is None:
            continue
        nouns = re.findall(r"amendment|motion|recommendation|proposal|proposition|resolution|vote|question", subject)
        nouns = [noun for noun in nouns if noun not in ("vote", "question")] or nouns  # "the amendment was put to the vote and CARRIED"
        what = "amendment" if nouns and nouns[-1] == "amendment" else "motion" if subject else ""
        if "as amended" in subject or "substantive" in subject:
            what = "substantive"
        elif what == "motion" and re.search(r"\b(?:main|original)\b", subject):
            what = "original motion"
        return outcome, what, m.start()
    return None
