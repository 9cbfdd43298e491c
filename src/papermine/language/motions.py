"""Who moved and who seconded, as minutes print it (`outcomes`: what became of it)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from papermine import regex as re
from papermine.language.movers import NAME, person_at
from papermine.language.outcomes import ENDED, Outcome, reported
from papermine.language.screened import Screened, Screens
from papermine.language.titles import CHAIR, COUNCILLOR, SEAT, TITLE
from papermine.language.votewords import of_voting

Kind = Literal["motion", "amendment", "procedural"]

_AND = r"(?:\s*[,;:./–-]?\s*(?:and\s+)?(?:(?:this|it|which)\s+(?=was\b))?(?:was\s+|duly\s+|then\s+|formally\s+)*)"
_BY = rf"(?:\s+[Bb][Yy])?\s*(?:[:;]|\s[–—-](?=\s)|[–—](?=[A-Z]))?\s*(?:the\s+(?={TITLE}\b)|the\s+(?:{CHAIR}|Cabinet Member|Portfolio Holder)(?:\s+(?:of|for)\s[^.,;:]{{3,60}})?,\s+(?=(?:[A-Z]\w+\s)?{TITLE}\b))?"


@dataclass(slots=True)
class Moved:
    """A mover and a seconder found in a sentence: their names and where they stand, what kind of motion, and where the words about it begin and end."""

    start: int
    end: int
    mover: tuple[int, int] | None
    seconder: tuple[int, int] | None
    kind: Kind
    what: tuple[int, int] | None = None
    outcome: Outcome | None = None


_VERB = r"(?:[Pp]roposed|[Mm]oved|[Mm]otioned|MOVED|PROPOSED|proposes|[Nn]ominated|nominates|moves)"
_SECOND = r"(?:[Ss]econded|SECONDED|second(?:ed)?|2nd(?:ed)?|[Ss]econd|seconds|[Ss]upported|SUPPORTED)"
_MOVING = ("moved", "moves", "proposed", "motioned", "proposes", "nominat")
_SECONDING = ("second", "2nd", "supported")
_WORDS = r"(?:[^.;:]|(?<=\bNo)\.|(?<=\b[MD][rs])\.|(?<=\bMrs)\.|\.(?=\d)|(?<=\d\s[ap])\.(?=m)|(?<=\d\s[ap]\.m)\.(?=\s+(?:and|with|,))|:(?=\d\d))"
"""Words of one sentence: "Ordinance No. 1187", "£1,204.66" and "8:12" do not end it."""
INITIALLED = re.compile(r"(?P<m>(?:[A-Z]\.\s?)+[A-Z][\w’'-]+)\s+[–—-]\s+(?P<s>(?:[A-Z]\.\s?)+[A-Z][\w’'-]+)")
"""Mover and seconder by initial and surname, on a line of their own: "E. Rind – W. Pacam"; "Finance – Planning" is none."""
ACT = (r"(?:Accept|Add|Adjourn|Adopt|Allow|Amend|Appoint|Approve|Authori[sz]e|Award|Close|Closed|Confirm|Continue|Defer|Deny|Direct|Dismiss|Elect|Endorse|Enter|Executive|Extend|File|Fund|Go|Grant|Hire|Hold|"
        r"Increase|Introduce|Nominate|Pay|Postpone|Proceed|Purchase|Ratify|Receive|Recess|Recommend|Reconsider|Refer|Reject|Remove|Rescind|Sell|Set|Suspend|Table|Waive|Withdraw)")
"""What is moved, printed with a capital: "moved to Approve"; others are places: "moved to Heath"."""
_PATTERNS = Screens(
    Screened(rf"^{INITIALLED.pattern}$", ("–", "—", "-")),
    # "Mr Sweetland proposed, and Mr Ridgers seconded, that …"
    Screened(rf"(?P<m>{NAME})\s+(?:then\s+|also\s+|formally\s+|duly\s+)?{_VERB},?\s+(?:and|with)\s+(?P<s>{NAME})\s+(?:duly\s+|formally\s+)?{_SECOND},?", _MOVING, _SECONDING),
    # "proposed by Cllr A, seconded by Cllr B"; "Moved by A; seconded by B"; "Moved: A Seconded: B"
    Screened(rf"(?:\b(?:[Ii]t was |[Tt]his was |[Ww]as |[Ww]ere |[Oo]n (?:a |the )?(?:motion|proposal|proposition)(?: of)?|[Mm]otion(?: was)?(?: made)?|MOTION)?\s*\(?)"
               rf"\b(?:{_VERB}(?:\s+as\s+\w+(?:\s\w+){{0,3}}?(?=\s+by\b)|\s+in\s+(?:his|her|their)\s+absence(?=\s+by\b))?|[Pp]roposer|[Mm]over|[Pp]rop|MOVER|[Mm]otion|MOTION|MOTION made|[Mm]otion made|(?:[Mm]otion|[Rr]esolution|RESOLUTION) (?:was )?offered|[Mm]otion was (?:presented|introduced|submitted|put forward)|[Mm]ade)\.?{_BY}(?P<m>{NAME})\s*(?:,?\s*\([^)]*\))?{_AND}(?:\(?{_SECOND}\b|[Ss]econder|SECONDER|SECOND|[Ss]ec)\.?{_BY}(?P<s>{NAME})", ("prop", "mov", "motion", "made", "nominat", "offered"), ("sec", "2nd", "supported")),
    # "On the motion of Councillor A, seconded by Councillor B"
    Screened(rf"\b(?:(?:[Uu]p)?[Oo]n|ON) (?:a |the |THE )?(?:motion|proposal|proposition|MOTION|PROPOSAL) (?:of|by|from|OF)\s+(?P<m>{NAME})\s*,?\s*(?:and\s+|with\s+)?(?:a\s+)?(?:duly\s+)?{_SECOND}\s+(?:(?:by|of|from|BY)\s+|(?={TITLE}\b))(?P<s>{NAME})", ("motion", "proposal", "proposition"), _SECONDING),
    # "RESOLVED on the motion of Councillors A and B that …"
    Screened(rf"\b(?:(?:[Uu]p)?[Oo]n|ON) (?:a |the |THE )?(?:motion|MOTION) (?:of|OF)\s+(?:Councillors|COUNCILLORS|Crs|CRS|Cllrs|Members|Commissioners|Directors|Trustees)\s+(?P<m>{NAME})\s+(?:and|AND|&)\s+(?P<s>{NAME})", "motion", ("and", "&")),
    # "On entertainment of the Mayor, Councilmen A and B moved a motion to …"
    Screened(rf"\b(?:Councilmen|Councill?ors|Crs|Cllrs|Commissioners|Trustees|Supervisors|Members|Directors)\s+(?P<m>{NAME})\s+and\s+(?P<s>{NAME})\s+moved\b", "moved", "and"),
    # "Councillor A moved, seconded by Councillor B, that …"; "A moved and B seconded"; "A moved an amendment which was seconded by B"
    Screened(rf"(?P<m>{NAME})(?:,?\s+(?:presented|introduced|outlined|spoke to)\s+the\s+[^.;:,]{{3,60}}?\s+and)?\s+(?:then\s+|also\s+|who\s+)?(?:{_VERB}|(?:made|offered) (?:(?:a|the) )?(?:substitute )?motion)(?P<what>{_WORDS}{{0,240}}?)[,;]?\s+(?:and\s+)?(?:(?:this|it|which(?:\s+motion)?|(?:the|this)\s+(?:proposal|motion)(?=\s+was\b))\s+)?(?:was\s+|were\s+)?(?:duly\s+|then\s+|formally\s+|also\s+)?{_SECOND}\s+(?:by\s+)?(?P<s>{NAME})", (*_MOVING, "motion"), _SECONDING),
    # "Commissioner A moved to approve the purchase and Commissioner B seconded"; "A made a motion to adjourn, with B seconding"
    Screened(rf"(?P<m>{NAME})\s+(?:then\s+|also\s+)?(?:{_VERB}|(?:made|offered) (?:(?:a|the) )?(?:substitute )?motion)(?P<what>\s+(?:(?:that|to|for)\b|the (?:adoption|approval|acceptance|confirmation) of\b){_WORDS}{{3,240}}?),?\s+(?:and|with)\s+(?P<s>{NAME})\s+(?:{_SECOND}|seconding|providing the second)\b(?:\s+(?:the\s+motion|it)\b)?", (*_MOVING, "motion"), _SECONDING),
    # "A proposes B as Chairman and C seconds"; "A nominated B for Chair, C seconded"
    Screened(rf"(?P<m>{NAME})\s+(?:then\s+|also\s+)?(?:proposed|proposes|nominated|nominates)(?P<what>\s+[A-Z][^.;:,]{{2,80}}?\s+(?:as|for|to be)\s+[^.;:,]{{3,60}}?)\s*(?:,(?:\s+and)?|\band|&)\s+(?P<s>{NAME})\s+(?:seconded|seconds)\b(?:\s+(?:this|the)\s+\w+)?", _MOVING, "second"),
    # "The minutes were approved by A and seconded by B", "… were approved by motion of A, seconded by B", "… with a motion made by A and …"
    Screened(rf"(?:(?<=approved )|(?<=adopted )|(?<=accepted ))(?:by\s+|(?:by|with|through)\s+(?:an?\s+|the\s+)?motion\s+(?:made\s+)?(?:of|by|from)\s+)(?P<m>{NAME})\s*,?\s*(?:and\s+)?seconded\s+by\s+(?P<s>{NAME})", ("approved", "adopted", "accepted"), "seconded"),
    # "Proposed (AH) & Seconded (SB)", "Proposal (AH), seconded (GL)"
    Screened(rf"\b(?:[Pp]roposed|[Pp]roposal|[Mm]oved|[Mm]otion)\s*(?:by\s*)?\((?P<m>{NAME})\)\s*(?:,|&|and)?\s*(?:and\s+)?{_SECOND}\s*(?:by\s*)?\((?P<s>{NAME})\)", ("proposed", "proposal", "moved", "motion"), _SECONDING),
    # "Cllr A proposed that a grant be made, Cllr B seconded"; "A moved to approve the rezone; B seconded the motion"
    Screened(rf"(?P<m>{NAME})\s+(?:then\s+|also\s+)?(?:{_VERB}|(?:made|offered) (?:(?:a|the) )?(?:substitute )?motion)(?P<what>\s+(?:that|to|the|this|an?|(?!regarding|concerning|following|during|nothing|according)[a-z]+ing|approval|adoption|acceptance)\b{_WORDS}{{3,300}}?)\s*[,;]\s+(?P<s>{NAME})\s+(?:second(?:ed|s)\b(?:\s+(?:the\s+(?:motion|proposal)|it|this)\b)?|(?:2nd(?:ed)?|second)(?=\s*(?:[.,;]|$))|made the second\b)", (*_MOVING, "motion"), ("second", "2nd")),
    # "It was proposed by A that a grant be made and B seconded"
    Screened(rf"\b[Ii]t was (?:then )?{_VERB} by\s+(?P<m>{NAME}),?(?P<what>\s+(?:that|to)\b{_WORDS}{{3,240}}?),?\s+(?:and\s+|with\s+)?(?P<by>seconded by\s+)?(?P<s>{NAME})(?(by)|\s+(?:seconded|seconding)\b(?:\s+(?:it|this|the\s+\w+))?)(?=\W*$|,|\.|;|\s+(?:and|with|all)\b)", _MOVING, "second"),
    # "Councillor A presented his motion, which was seconded by Councillor B"
    Screened(rf"(?P<m>{NAME})\s+(?:presented|introduced|put forward)\s+(?:his|her|their|the|a)\s+(?:\w+\s)?motion[^.;:]{{0,60}}?,?\s+which\s+was\s+(?:duly\s+)?{_SECOND}\s+by\s+(?P<s>{NAME})", "motion", _SECONDING),
    # "Councillor A, seconded by Councillor B, moved that …"
    Screened(rf"(?P<m>{NAME})\s*,\s*(?:duly\s+)?{_SECOND}\s+by\s+(?P<s>{NAME})\s*,?\s+(?:then\s+|also\s+)?{_VERB}", _MOVING, _SECONDING, "by"),
    # "Motion (Cole/Diaz) to approve"; "Moved/Seconded (Cole/Diaz)"; "Resolved (Cr A / Cr B)"; "Motion to approve the minutes as amended (Cole/Diaz)"
    Screened(rf"(?:^(?:(?:A\s+)?[Mm]otion|MOTION)(?P<what>\s+(?:to|that)\b[^;()]{{3,300}}?)|(?:[Mm]otion(?:\s+and\s+second(?:ed)?|\s+(?:was\s+)?made\s+and\s+seconded(?:\s+by)?)?|MOTION|[Mm]oved/[Ss]econded|M/S|RESOLVED|Resolved|Amendment|AMENDMENT|Decision|DECISION|Moved|MOVED)(?:\s+on the motion of)?\s*:?)\s*\((?P<m>{NAME})\s*/\s*(?P<s>{NAME})\s*[);](?(what)(?!\s+(?:be|of|and|for|in|from|at|to|or)\b))", "/", ("motion", "moved", "m/s", "resolved", "amendment", "decision")),
    # "Motion Passed: Motion to approve the agenda passed with a motion by A and a second by B."
    Screened(rf"\b(?:[Mm]otion (?:[Pp]assed|[Ff]ailed|[Cc]arried)\s*[:–-]\s+)?[Mm]otion(?P<what>\s+(?:to|that)\b(?:[^.;]|\.(?=\d)){{3,300}}?)\s+(?P<told>passed|failed|carried)\s+with\s+a\s+motion\s+by\s+(?P<m>{NAME})\s+and\s+(?:a\s+)?second\s+by\s+(?P<s>{NAME})", "with a motion by", "second by"),
    # "MOTION: The agenda be approved – Councillor Pell, Councillor Orde"
    Screened(rf"^(?:MOTION|Motion):\s+(?P<words>[^.;]{{8,300}}?)\s+[–—-]\s+(?P<m>(?:{CHAIR}|{TITLE}\.?)\s{NAME}),\s+(?P<s>(?:{CHAIR}|{TITLE}\.?)\s{NAME})(?=\s*\.?$|\s+[–—-]\s)", "motion"),
    # "Thomas: Motion to recess, seconded by Flanner."
    Screened(rf"^(?P<m>{NAME}):\s+[Mm]otion(?P<what>\s+(?:to|that)\b[^.;]{{3,300}}?),?\s+(?:and\s+)?{_SECOND}\s+by\s+(?P<s>{NAME})", "motion", _SECONDING, "by"),
    # "Motion to pay bills made by A, seconded by B"; "Motion to pay bills – A, second – B"
    Screened(rf"(?:^|(?<=[–—:,-] )|(?<=•))(?:(?:A\s+|The\s+)?[Mm]otion|MOTION)(?:\s+was\s+(?:made|offered))?(?P<what>\s+(?:to|that)\b[^.;]{{3,240}}?)(?:\s+(?:(?:was\s+)?(?:made|moved|offered|proposed)\s+)?by\s+|\s*(?::|\s[–—-])\s+)(?P<m>{NAME})\s*[,.]?\s*(?:and\s+)?(?:was\s+)?{_SECOND}(?:\s+(?:by\s+)?|\s*(?::|\s[–—-])\s+)(?P<s>{NAME})", "motion", _SECONDING),
    # "RESOLVED WDC22/071 Crs Anker/Broad", "MOVED Crs Broad/Joll": a line of its own
    Screened(rf"(?:^|(?<=[:.] ))(?:RESOLVED|Resolved|MOVED|Moved|MOTION|Motion|AMENDMENT|Amendment)\s*:?\s*(?:(?:made )?by\s+)?(?:(?:No\.?\s*)?[A-Z]{{0,5}}\d[\w/.-]*\s+)?(?P<m>{NAME})\s*/\s*(?P<s>{NAME})(?:\s*[:.]?$|(?=\s+(?:that|That|THAT|to|for)\b))", "/", ("resolved", "moved", "motion", "amendment")),
    # "HEMPHILL/ROBERTSEN", "KEY – SPRINGER": surnames in capitals on a line of their own
    Screened(r"^\(?(?P<m>[A-Z][A-Z’'-]+(?: [A-Z][A-Z’'-]+)?)\s*(?:/|\s[–—-]\s)\s*(?P<s>[A-Z][A-Z’'-]+(?: [A-Z][A-Z’'-]+)?)\)?\s*:?$", ("/", "–", "—", "-")),
    # "MOVED/SECOND: Council Member A/Council Member B", "Proposed / Seconded: Cllr A / Cllr B": a line of its own, or "Agreed that …" after it
    Screened(rf"(?:^|(?<=[.:] ))(?i:moved|motion|mover|proposed|proposer)\s*/\s*(?i:second(?:ed|er)?)(?:\s+(?i:by))?\s*(?::|\s[–—-])\s*(?P<m>{NAME})\s*/\s*(?P<s>{NAME}?)(?=\s*\.?$|\.?\s+(?:Agreed|AGREED|Resolved|RESOLVED|(?:[Ii]t was|[Aa]nd) (?:agreed|resolved))\b)", "/", "second"),
    # "MILLS/HUNTLEY MOVED TO APPROVE THE MINUTES."
    Screened(rf"(?:^|(?<=[.:] ))\(?(?P<m>{NAME})\s*/\s*(?P<s>{NAME}?)\)?\s+(?:{_VERB})(?=,?\s+(?:to|that|approval|adoption)\b)(?!\s+to\s+(?!(?i:{ACT})\b)[A-Z][a-z])", "/", _MOVING),
    # "Pell/Orde – to approve the minutes of 4 May."
    Screened(rf"^(?P<m>{NAME})\s?/\s?(?P<s>{NAME})\s+[–—-]\s+(?=to\s+(?i:{ACT})\b)", "/", "to"),
    # "A motion was made by A to adjourn and seconded by B", "Motion by A to approve the minutes, with a second from B"
    Screened(rf"\b(?:[Mm]otion|MOTION)(?:\s+was)?(?:\s+(?:made|offered))?\s+by:?\s+(?P<m>{NAME})(?P<what>\s+(?:to|that)\b{_WORDS}{{3,300}}?)(?:\s*[,;]|\s+(?:and|with|followed\s+by))(?:\s+(?:and|with|was|then|duly|an?))*\s+{_SECOND}\s+(?:by|from)\s+(?P<s>{NAME})", "motion", _SECONDING, ("by", "from")),
    # "Upon MMS&C, by Councilmembers A and B" (moved, motion seconded and carried)
    Screened(rf"\b(?P<code>MMS)\s?&?\s?C\b,?\s+(?:by\s+)?(?:(?:Councilmembers|Councilpersons|Commissioners|Trustees|Members)\s+)?(?P<m>{NAME})\s+(?:and|&)\s+(?P<s>{NAME})", "mms"),
    # "Councilman A offered the following resolution, which was seconded by Councilwoman B"
    Screened(rf"(?P<m>{NAME})\s+(?:offered|introduced|presented)\s+(?:the\s+)?(?:following\s+|above\s+)?(?:[Rr]esolution|[Mm]otion|[Oo]rdinance)[^.;:]{{0,60}}?,?\s+(?:which\s+was\s+|and\s+(?:was\s+)?)?(?:duly\s+)?{_SECOND}\s+by\s+(?P<s>{NAME})", ("offered", "introduced", "presented"), _SECONDING),
    # "Proposed and seconded – Margaret Hill and Watson Bell", "Proposed and seconded by Cllrs Hill and Bell", "Moved, seconded by Crs Hill/Bell"
    Screened(rf"\b(?:[Pp]roposed|[Mm]oved|MOVED)(?:\s+(?:and|&|/|AND)|,)\s+(?:[Ss]econded|SECONDED)\s*(?:(?:by|BY)\b|[-–—:])\s*(?P<m>{NAME})\s*(?:,|/|&|\band\b)\s*(?P<s>{NAME})", _MOVING, _SECONDING),
    # "183/17 Moved by D. Pell – R. Orde – THAT …"; "Cr A Pell / Cr G Orde that …"
    Screened(rf"\b(?:Moved|MOVED)\s+(?:by|BY)\s+(?P<m>{NAME})\s+[–—-]\s+(?P<s>{NAME})\s+[–—-]\s+(?=(?:that|That|THAT)\b)", "moved", "that"),
    Screened(rf"^(?P<m>{TITLE}\.?\s{NAME})\s*/\s*(?P<s>{TITLE}\.?\s{NAME})\s+(?=(?:that|That|THAT)\b)", "/", "that"),
    # "M/S/C Cole/Diaz to …"
    Screened(rf"\b(?P<code>M/?S/?[CFPUX]?(?:/[A-Z])?)\s*:?\s*(?:by\s+)?\(?(?P<m>{NAME})\s*[/,]\s*(?P<s>{NAME})\)?", ("m/s", "ms"), ("/", ",")),
    # "NO proposed JH seconded"
    Screened(rf"(?P<m>{NAME})\s+{_VERB}(?:,?\s+(?:and\s+)?|\s?/\s?)(?P<s>{NAME})\s+{_SECOND}\b(?!\s+(?:by\s+)?[A-Z])", _MOVING, _SECONDING),
    # "Cynigiwyd gan y Cyng. O. Williams, eiliwyd gan y Cyng. W. Loynton" (Welsh: proposed by …, seconded by …)
    Screened(rf"\b[Cc]ynigiwyd\s+gan\s+(?:yr?\s+)?(?P<m>{NAME})\s*,?\s+(?:ac\s+)?(?:fe[’']i\s+)?[Ee]iliwyd\s+gan\s+(?:yr?\s+)?(?P<s>{NAME})", "ynigiwyd", "iliwyd"),
    # "ar gynnig Cyng. H. Puw a'i eilio gan Cyng. C. Rees", "Cynnig: A Eilio: B" (Welsh)
    Screened(rf"\b(?:ar\s+gynnig|[Cc]ynigiwyd\s+gan|wedi\s+ei\s+gynnig\s+gan|[Cc]ynn?ig(?:ydd|iwyd)?\s*:)\s+(?:yr?\s+)?(?P<m>{NAME})\s*[,;]?\s+(?:ac\s+|a(?:[’']i)?\s+)?(?:fe[’']i\s+)?(?:(?:[Ee]ilio|[Ee]iliwyd|[Ee]ilwyd|gefnogwyd)\s+gan|[Ee]il(?:io|ydd|iwyd)\s*:)\s+(?:yr?\s+)?(?P<s>{NAME})", ("gynnig", "ynigiwyd", "ynnig", "ynigydd"), ("ilio", "ilydd", "iliwyd", "ilwyd", "gefnogwyd")),
    # "Cynigiodd Cyng. H. Puw fod …, ac eiliodd Cyng. C. Rees" (Welsh)
    Screened(rf"\b[Cc]ynigiodd\s+(?:yr?\s+)?(?P<m>{NAME})(?P<what>{_WORDS}{{0,240}}?)\s*,?\s+(?:ac\s+)?(?:fe[’']i\s+)?[Ee]ili(?:odd|wyd\s+gan)\s+(?:yr?\s+)?(?P<s>{NAME})", "ynigiodd", "ili"),
    # "Ar moladh Cllr A, cuidithe ag Cllr B", "Arna mholadh ag A agus arna chuidiú ag B" (Irish: on the proposal of …, seconded by …)
    Screened(rf"\b(?:[Aa]r\s+(?:mh?oladh|th?airiscint)|[Aa]rna\s+(?:mholadh|thairiscint)|[Mm]olta)\s+(?:ag\s+)?(?:an\s+(?={TITLE}\b))?(?P<m>{NAME})\s*[,;]?\s*(?:agus\s+)?(?:arna\s+)?(?:[Cc]h?uid[ií]\w*|[Tt]h?ac\w+)\s+(?:ag|le)\s+(?:an\s+(?={TITLE}\b))?(?P<s>{NAME})", ("mol", "mhol", "airiscint"), ("cuid", "chuid", "tac", "thac")),
    # "R2023-147 D. Yemm, S. Foote:", "#166-12-18 H. Hale – L. Orde"
    Screened(rf"^(?:#?\s?[A-Z]{{0,3}}\d{{2,4}}(?:[-/]\d{{1,4}}){{1,2}}|R\d{{1,3}}|Motion-\d+-\d+-(?=[A-Z])|(?:Resolution|RESOLUTION)\s*(?:No\.?|#|Number|NUMBER)?:?\s*[\w/-]+)(?:\s+|(?<=-))(?P<m>{NAME})\s*(?:[,/;]|(?<=\s)[–—-](?=\s))\s*(?P<s>{NAME})\s*[:;.]?\s*$", (",", "/", ";", "–", "—", "-")),
)
_OFFICE = rf"(?:{TITLE}|Ald|{CHAIR}|Director|Member)"
_MOVER_ONLY = Screens(
    Screened(rf"(?P<m>{NAME})(?:\s+(?:presented|read)\s+the\s+[^.;:]{{3,120}}?,?\s+and(?=\s+moved\b))?\s+(?:then\s+|also\s+)?(?:{_VERB})\s+(?:(?:the|an|a)\s+(?:following\s+|further\s+|procedural\s+)?(?:amendment|motion|recommendation)|that\b|to\b|as an amendment|(?:for (?:the )?)?(?i:approv\w+|adopt\w*|accept\w*|denial|passage|suspension|adjournment|deferral|referral)\b|(?=the\s+(?:[A-Z]\w+\s+){{0,3}}(?:Council|Commission|Board|Committee|Court)\s+[a-z])|[A-Z])", _MOVING),
    Screened(rf"(?P<m>{NAME})\s+(?:then\s+|also\s+)?(?:{_VERB})\s+(?=(?:the|this|these|our|an?)\s[^.;:]{{3,160}}?\sbe\s)", _MOVING),
    # "The Mayor called on Councillor A to introduce the budget and move the report. Councillor B formally seconded the motion."
    Screened(rf"\b(?:called (?:up)?on|invited)\s+(?P<m>{NAME})\s+to\s+(?:introduce\b[^.;:]{{2,60}}?\band\s+)?(?:formally\s+)?move\b(?=\s+(?:the|his|her|their|its)\s+(?:[\w’'-]+\s+){{0,3}}?(?:motion|amendment|recommendations?|report|budget|minutes|proposals?)(?=\s*[.,;]|\s+(?:of|for|on|in|as|and|to|that|which)\b))", ("called on", "called upon", "invited")),
    Screened(rf"^\(?(?:{_VERB}|[Mm]over|MOVER|[Pp]roposer|PROPOSER|(?:MOTION|[Mm]otion)(?=\s+(?i:by)\b))\s*(?:[Bb][Yy]\b)?\s*:?\s*(?P<m>{NAME})(?:\s*\({TITLE}\.?\s[^()]{{2,40}}\))?\s*[.,;)]?(?:\s+and(?:\s+(?:duly\s+)?seconded)?)?$", (*_MOVING, "mover", "proposer", "motion")),
    Screened(rf"^(?:[A-Z]{{0,5}}\d[\w/.-]*\s+)?(?:RESOLVED|Resolved|MOTION|Motion|MOVED|Moved)\s*\((?P<m>{NAME})\)\s*[:.]?$", "(", ("resolved", "motion", "moved")),
    Screened(rf"\b[Nn]otice of [Mm]otion (?:submitted |received |given |put forward )?by\s+(?P<m>{NAME})(?=\s*[,:])", "otice of ", "by"),
    Screened(rf"(?P<m>{NAME})\s+(?:then\s+|also\s+)?(?P<made>(?:made|makes|offered)\s+(?:a|the)\s+motion)\s+(?:to|that|for)\b", "motion", ("made", "makes", "offered")),
    Screened(rf"(?P<m>{NAME})\s+(?:offered|introduced|presented)\s+the\s+(?:following\s+)?(?i:resolution|ordinance)\b[^.;:]{{0,40}}?\s+and\s+moved\s+(?:for\s+)?(?:its|the)\s+(?:adoption|approval|passage)", "moved", ("offered", "introduced", "presented")),
    Screened(rf"\b(?:[Uu]p)?[Oo]n (?:a |the )?(?:motion|proposal|proposition|MOTION|PROPOSAL) (?:of|by|from|OF)\s+(?P<m>{NAME})", ("motion", "proposal", "proposition"), ("of", "by", "from")),
    Screened(rf"\b(?:[Mm]otion|MOTION)\s+(?:was\s+)?(?:made\s+)?(?:at\s+\d{{1,2}}:\d\d\s?[AaPp]\.?[Mm]\.?,?\s+)?[Bb]y:?\s+(?P<m>{NAME})(?<!-)(?=(?:\s|\s?[–—-]{{1,2}}\s?)(?:to|that)\b|,?\s+and\s+(?:was\s+)?(?:unanimously\s+)?(?:carried|passed|approved)\b[^.;]{{0,40}}?\sto\s)", "motion", "by"),
    Screened(rf"\b(?:[Ii]t|[Tt]his) was {_VERB} by\s+(?P<m>{NAME})", _MOVING, "by"),
    Screened(rf"(?:^(?:(?i:(?:motion|resolution)\s+)?(?i:no\.?\s+|#\s?|number\s+)?[A-Z]{{0,5}}[-\d./]*\d:?\s+|[A-Z][A-Z &/’'-]{{2,40}}:\s+)?|(?<=[a-z] )\d{{1,4}}[/-]\d{{2,4}}\s+)(?:Moved|MOVED|Proposed|PROPOSED)\s+(?:(?:by|BY)\s*:?\s*|(?={_OFFICE}\b))(?P<m>{NAME})(?=\s+(?:that|That|THAT|to)\b)", _MOVING),
    Screened(rf"^(?P<m>{NAME})\s+(?:then\s+|also\s+)?(?:[Pp]roposed\s+(?=(?:an?|the)\s)|(?:[Mm]oved|MOVED)\s*[:,]\s*-?$)", ("proposed", "moved")),
    # "#93-13 J FIELDING - That the agenda be approved.", "19/086 ORDE: That …"
    Screened(r"^#?\s?\d{1,4}[\\/-]\d{2,4}\s+(?P<m>(?:[A-Z]\.?\s?){1,2}\s[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?|[A-Z’'-]{3,}(?: [A-Z’'-]{3,})?|(?:D[eiu]|L[ae]|V[ao]n|Ter)(?: [Dd]er)? [A-Z][\w’'-]+)(?:\s+[–—-]|:)\s+(?=(?:That|THAT)\b)", "that"),
)
_SECONDER_ONLY = Screens(
    # "Seconded Cr Booth CARRIED 2018-22/23"
    Screened(rf"^\(?{_SECOND}\s*(?:[Bb][Yy]\b)?\s*:?\s*(?P<s>{NAME.replace('{0,6}', '{0,6}?')})(?=\s+(?:CARRIED|LOST|DEFEATED|Carried|Lost|Defeated|that)\b)", _SECONDING),
    Screened(rf"^\(?(?:{_SECOND}|[Ss]econder|SECONDER)\s*(?:[Bb][Yy]\b)?\s*:?\s*(?P<s>{NAME})\s*[.,;:)]?(?:\s+and)?(?:\s+(?:it was\s+)?(?:unanimously\s+)?(?:agreed|resolved|AGREED|RESOLVED)(?:\s+(?:that|to))?\s*[:–-]*)?$", _SECONDING),
    Screened(rf"^\(?{_SECOND}\s+[Bb][Yy]\s+(?P<s>{NAME})\s+(?:and\s+(?:it was\s+)?(?:agreed|resolved)\s*[:,–-]*\s*)?(?=[“\"])", _SECONDING, "by"),
    Screened(rf"^\(?{_SECOND}\s*(?:[Bb][Yy]\b)?\s*:?\s*(?P<s>{NAME})\s*(?:[,;–-]|\.(?=\s+\d)|(?=and\b))\s*(?:and\s+)?(?=\d{{1,2}}\s+(?:voted|in favou?r|for|ayes?)\b|(?:it was\s+|(?:(?:the|this)\s+)?motion\s+(?:was\s+)?)?(?:all|unanimous|carried|agreed|approved|passed|resolved|failed|lost|defeated|with|[Vv]oted?)\b)", _SECONDING),
    Screened(rf"^{_SECOND}\s+(?:[Bb][Yy]\s+)?(?P<s>[A-Z]{{2,4}})\.(?=\s)", _SECONDING),
    Screened(rf"\b(?:(?:amendment|motion(?:\s+for\s+(?:the\s+)?adoption\s+of\s+the\s+(?:foregoing\s+)?\w+)?|proposal|nomination|recommendations?|This|this|It|it)\s+(?:was|were)\s+(?:duly\s+|then\s+|formally\s+)?|^Motion\s+(?:was\s+)?){_SECOND}\s+by\s+(?P<s>{NAME})", _SECONDING, "by"),
    Screened(rf"^(?:\([^()]{{2,40}}\)\s*)?(?P<s>{NAME})\s+(?:(?:duly\s+|formally\s+)?(?:seconded|SECONDED)\b(?:\s+the\s+(?:motion|amendment|proposal))?|made the second\b|second(?=\.?$))", "second"),
    # "2nd was by Mike.", "The second was made by Cole."
    Screened(rf"^(?:(?:This|It)\s+was\s+followed\s+by\s+a\s+|(?:The|A)\s+)?(?:2nd|[Ss]econd)\s+(?:was\s+)?(?:made\s+)?(?:by|from)\s+(?P<s>{NAME})", ("2nd", "second"), ("by", "from")),
)
_PROCEDURAL = Screened(
    r"\b(?:be (?:now )?put to the vote|put to the vote$|question be (?:now )?put\b|extend the meeting|meeting (?:be|to) (?:extended|adjourned|continue)|suspen(?:d|sion of) standing orders|"
    r"standing orders? .{0,40}suspended|go beyond|next business|recorded vote be taken|guillotine)\b", ("vote", "question", "meeting", "standing", "go beyond", "next business", "guillotine"), flags=re.I)
_WENT_ON = re.compile(rf"\s+(?:then\s+)?(?:moved\s+(?:to (?:a|the) vote|on(?:to)?\b|into\b|to (?:the )?(?:next|item|agenda|chair)\b|to (?!{ACT}\b)[A-Z][a-z]+(?: [A-Z][a-z]+)?(?!,?\s+(?:and\s+)?seconded\b)(?=\s*(?:[.,;]|$)| (?:in|from|with|and (?:was|is|has))\b))|proposed\s+to\s+(?={TITLE}\b))")
"""No motion: "The Chair moved to the vote", "the Mayor moved on to the next item", "Mrs Roe moved to Heath in 2010"."""
_NO_SUBJECT = re.compile(r"\b(?:to|of|from|with|by|for|against|about)\s+(?:the\s+)?$")
"""Before a name that moves nothing: "Cllr Vane in reply to Cllr Bell moved"."""


_HE_MOVED = re.compile(r"(?:He|She|They)\s+(?:then\s+|also\s+|formally\s+|duly\s+)?(?:proposed|moved)\s+(?:the\s+(?:officers?['’]?\s+)?(?:recommendations?|motion|report|adoption|approval)\b)")
_SPEAKER = re.compile(rf"(?P<who>{TITLE}\.?\s{NAME})\s+(?:\w+ly\s+)?[a-z]+ed\b")
_TITLED = re.compile(rf"\b(?:{TITLE}\.?|The {CHAIR})\s")


def he_moved(text: str, first: int, start: int, end: int) -> tuple[int, int] | None:
    """Who "He proposed the recommendation." (``start`` to ``end``) means: the one person whom the paragraph, which begins with him at ``first``, names before it.

    >>> t = "Councillor Vane presented the report. He proposed the recommendation."; t[slice(*he_moved(t, 0, 38, len(t)))]
    'Councillor Vane'
    >>> t = "Councillor Vane presented the report and Mr Tull spoke. He moved the report."; he_moved(t, 0, 56, len(t)) is None
    True
    """
    if start == first or _HE_MOVED.match(text, start, end) is None or find_moved(text[start:end]) is not None:
        return None
    m = _SPEAKER.match(text, first)
    if m is None or _TITLED.search(text, m.end("who"), start) is not None:
        return None
    return person_at(text, m.span("who"))


_DOING = re.compile(r"\s+(?!(?:having|being|according|regarding|during|concerning|owing|following|including)\b)[a-z]{3,}ing\s+(?:[a-z£\d]|[A-Z])")
_BE = re.compile(r"\s*(?:the|this|these|our|an?)\s[^.;:]{3,160}?\sbe\s")
"""A clause moved without "that": "proposed the meeting be re-opened"."""
_LITTLE = re.compile(r"\b(?:MOVED|SECONDED|PROPOSED|SECOND|MOTION|AND|BY|THAT|TO|THE|WAS|IT|WERE|MADE|AN?(?!\.))\b")


def find_moved(text: str) -> Moved | None:
    """The first mover (and seconder) that a sentence names.

    >>> t = "It was proposed by Cllr. W. Loynton, seconded by Cllr. D. Jones and agreed"
    >>> m = find_moved(t); t[slice(*m.mover)], t[slice(*m.seconder)]
    ('Cllr. W. Loynton', 'Cllr. D. Jones')
    >>> t = "M/S/C Cole/Diaz to approve the minutes"; m = find_moved(t); t[slice(*m.mover)], t[slice(*m.seconder)], m.outcome
    ('Cole', 'Diaz', 'carried')
    >>> find_moved("It was proposed by the developer to move the bus stop") is None
    True
    """
    seats = list(_SEAT_BEHIND.finditer(text)) if "," in text else []
    for seat in seats:  # "Motion by Ann Orde, Board Member, second by Ben Tull, President, to …"
        text = text[:seat.start()] + " " * len(seat.group()) + text[seat.end():]
    if (known := _found(text)) is None:
        return None
    found = replace(known)
    if (behind := next((seat.end() for seat in seats if seat.start() == found.end), None)) is not None:
        found.end = behind
    return found


_SEAT_BEHIND = re.compile(rf"(?<=[a-z]),\s+{SEAT}(?=\s*[,.;]|\s*$|\s+(?i:second|support|that|to)\w*\b)")


_JOINT = re.compile(rf"\b(?:{TITLE}|{CHAIR}|Mayor Pro Tem)\.?\s?/\s?(?=(?!{COUNCILLOR}\b)(?:{TITLE}|{CHAIR})\b)")
"""The first of two offices that a member of two bodies holds: "Council Member/Commissioner Pell"."""
_PROPOSER = re.compile(r"\(?(?:Propos(?:ed|er)|Mov(?:ed|er))\b(?:\s+by\b)?\s*[:;–—-]?\s")
"""What says before a name that it is the mover's: "Proposed by: JF. Seconded by: MB."."""


@lru_cache(4096)
def _found(text: str) -> Moved | None:
    best: Moved | None = None
    if "__" in text:
        text = text.replace("_", " ")  # "Moved by ____Hale____": a form's line is no part of the name
    if "/" in text:
        text = _JOINT.sub(lambda m: " " * len(m.group()), text)
    if text.isupper() and len(text) > 12:
        text = _LITTLE.sub(lambda m: m.group().lower(), text)
    for pattern in _PATTERNS.for_text(text):
        for m in pattern.finditer(text):
            mover, seconder = person_at(text, m.span("m")), person_at(text, m.span("s"))
            if mover is None or seconder is None:
                continue
            if _tells(text, m, mover) or re.match(r"\.\s+(?:Proposed|Moved|Motion)\b" if _PROPOSER.match(text, m.start()) else r"\.\s+(?:Proposed|Moved|Seconded|Motion)\b", text[mover[1]:]):
                continue  # "The accounts were presented by RP. Proposed by JL and seconded by MH"
            end = max(seconder[1], m.end()) if m.end() > m.end("s") else seconder[1]
            tail = re.match(rf"\s*,?\s*(?:duly\s+)?{_SECOND}\b,?|[.:;)]", text[end:])
            end += tail.end() if tail and "econd" in tail.group() else 0
            end += mark.end() if (mark := re.match(r"\s*\([A-Z]{1,2}\)", text[end:])) is not None else 0  # "seconded by Councillor Collins (B)": which of two
            found = Moved(m.start(), end, mover, seconder, _kind(text[max(m.start() - 45, 0):end + 60] + (m.groupdict().get("what") or "")))
            what = m.groupdict().get("what") or ""
            if re.match(r"\s*,?\s*an?\s+\w", what) and not re.search(r"\b(?:motion|amendment|recommendations?|report|following|minutes|proposal)\b", what, re.I):
                found.what = (m.start("what") + len(what) - len(what.lstrip(" ,")), m.end("what"))  # "proposed a donation of £100, seconded by B"
            if _BE.match(what) or re.match(r"\s*[A-Z][^,;:]*\s(?:as|for|to be)\s|\s*(?:(?!regarding|concerning|following|during|nothing|according)[a-z]{3,}ing|acceptance|approval|adoption|payment|closure|suspension|re-?opening|adjournment)\b", what):
                found.what = (m.start("what") + len(what) - len(what.lstrip()), m.end("what"))  # "proposed Jo Vane for Secretary", "proposed acceptance of the minutes"
            if (noun := re.match(r"\s*for\s+(?:the\s+)?(?=(?:adoption|approval|acceptance|passage|denial|suspension)\b)", what)) is not None:
                found.what = (m.start("what") + noun.end(), m.end("what"))  # "moved for the adoption of Resolution 46, seconded by B"
            if (amended := re.match(r"\s*,?\s*(?:an|the following) amendment (?:that|to)\s+", what)) is not None:
                found.what = (m.start("what") + amended.end(), m.end("what"))  # "proposed an amendment that the precept be £12,000, seconded by B"
            if re.match(r"\s*,?\s*(?:that|to|[bf]od)\s+\w", what):
                found.what = (m.start("what") + len(what) - len(re.sub(r"^\s*,?\s*(?:that|to|[bf]od)\s+", "", what)), m.end("what"))
            elif _DOING.match(what):
                found.what = (m.start("what") + len(what) - len(what.lstrip(" ,")), m.end("what"))  # "proposed renewing the insurance, seconded by B"
            if m.groupdict().get("words"):
                found.what = m.span("words")
            code = m.groupdict().get("code") or ""
            if code:
                found.outcome = "lost" if "F" in code else "carried" if code == "MMS" or (code.rstrip("/")[-1:] in "CPU" and len(code.replace("/", "")) > 2) else None
            if told := m.groupdict().get("told"):
                found.outcome = ENDED[told]
            if best is None or found.start < best.start or (found.start == best.start and found.end > best.end):
                best = found
            break
    if best is not None:
        return best
    return _half(text)


_SAID_FIRST = re.compile(r"^.*\b(?:noted|reported|advised|explained|informed|understood)\b[^.;]*?\bthat\b[^.;]*,\s+and\s+$", re.S)
"""Before a clause of its own: "It was noted that the date was wrong, and it was proposed by A …"."""
_WHICH_HAD = re.compile(r"(?:The|the) (?:\w+ )?(?:motion|amendment),? (?:which|that) had been\s*")
"""Who moved what is put now: "The motion, which had been moved by A and seconded by B, was put and carried"."""


def _tells(text: str, m: re.Match[str], mover: tuple[int, int]) -> bool:
    """Is what looks like a mover none: told of another time, on the way to somewhere, or the object of a preposition?"""
    before = _SAID_FIRST.sub("", text[:m.start()]) if m.group().startswith("it was ") else text[:m.start()]
    return (reported(before) and _WHICH_HAD.fullmatch(before) is None) or _WENT_ON.match(text, mover[1]) is not None or (m.start() == m.start("m") == mover[0] and _NO_SUBJECT.search(text[:m.start()]) is not None)


def _half(text: str) -> Moved | None:
    for pattern in _SECONDER_ONLY.for_text(text):
        if (m := pattern.search(text)) is not None and (seconder := person_at(text, m.span("s"))) is not None and not reported(text[:m.start()]):
            return Moved(m.start(), seconder[1], None, seconder, _kind(text))
    for pattern in _MOVER_ONLY.for_text(text):
        if (m := pattern.search(text)) is not None and (mover := person_at(text, m.span("m"))) is not None and not _tells(text, m, mover):
            verb = re.match(rf"(?:\s+(?:presented|read)\s[^.;:]{{3,120}}?\sand)?\s+(?:then\s+|also\s+)?(?:{_VERB}|(?:made|makes|offered)\s+(?:a|the)\s+motion)", text[mover[1]:])
            end = mover[1] + (verb.end() if verb else 0)
            if (duly := re.match(r"\s*,?\s*(?:and\s+)?(?:was\s+)?(?:duly\s+|formally\s+)?seconded\b,?(?!\s+by\b)", text[end:])) is not None:
                end += duly.end()  # "moved by Councillor Bond and duly seconded that …": nobody is named
            return Moved(m.start(), end, mover, None, _kind(text))
    return None


_OF_A_PAPER = re.compile(r"(?:\b(?:approv|adopt|accept|authori[sz]|ratif|execut|introduc|deny|table|enact|sign)\w*\b[^.;]{0,80}?)\b(?:budget|zoning|text|code|contract|ordinance|by-?law|map|charter|agreement|lease|land use|fee schedule|permit)\s+amendments?\b", re.I)
"""What is altered by it is no motion: "to approve the budget amendment"."""


def _kind(text: str) -> Kind:
    if re.search(r"\bamendment\b|\bdirect negative\b", _OF_A_PAPER.sub("", text), re.I):
        return "amendment"
    return "procedural" if _PROCEDURAL.search(text) else "motion"


def procedural(text: str) -> bool:
    """Is a motion about the meeting itself, not its business?

    >>> procedural("that the motion be put to the vote"), procedural("that the report be noted")
    (True, False)
    """
    return _PROCEDURAL.search(text) is not None


THE_MOTION = re.compile(r"(?:The|This) (?:[Mm]otion|[Pp]roposal) was (?:then )?(?:proposed|moved)\b")
_IT_WAS_PROPOSED = re.compile(r"(?:^|(?<=[.!–—:-] ))It was (?:then )?(?:proposed|suggested|moved) (?:that|to) (?P<words>\w[^.]{4,300}\.)\s*$")


def proposed_before(text: str) -> tuple[int, int] | None:
    """The words of the motion in the last sentence: "It was proposed that X be done.", before "The motion was proposed by A and seconded by B."

    >>> t = "It was proposed that Cllr Lee be Chairman. "; t[slice(*proposed_before(t))]
    'Cllr Lee be Chairman.'
    """
    m = _IT_WAS_PROPOSED.search(text)
    return m.span("words") if m is not None else None


_ONLY_NAMES = re.compile(r"(?:Moved|MOVED|Seconded|SECONDED|Proposed|PROPOSED)\s*(?:[Bb][Yy]|BY)?\s*:?\s+(?:[A-Z][\w.’'-]*\s*){1,5}[.,;]?")
"""A mover's line says nothing of what was moved: "Moved: Cr Chambers"."""


def only_names(sentence: str) -> bool:
    """Does a sentence say who moved, and nothing of what: "It was moved by Mr Dale and seconded by Mr Crook:"?"""
    moved = find_moved(sentence)
    rest = sentence if moved is None else re.sub(r"^(?:It|This)\s+was\b", "", sentence[:moved.start]) + sentence[moved.end:]
    return _ONLY_NAMES.fullmatch(sentence) is not None or (moved is not None and (re.search(r"\w{3}", rest) is None or of_voting(rest)))
