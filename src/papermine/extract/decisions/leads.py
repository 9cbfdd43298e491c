"""The words that open a decision, and those that end the list of what was decided."""

from __future__ import annotations

from functools import lru_cache

from papermine import regex as re
from papermine.extract.paragraphs import Paragraph
from papermine.extract.votes.options import option_label
from papermine.language.movers import paired
from papermine.language.outcomes import outcome_alone
from papermine.language.person import is_word
from papermine.language.screened import Screened

_SPACED = r"R\s?E\s?S\s?O\s?L\s?V\s?E\s?D"
_ADVERB = r"(?:(?:UNANIMOUSLY|[Uu]nanimously|nem\.?\s?con\.?|NEM\.?\s?CON\.?|[Aa]ccordingly|[Tt]hen|[Dd]uly|[Aa]lso|[Ff]urther|[Tt]herefore|[Hh]ereby|by a majority|by (?:general )?consent|without a vote)\s*,?\s+)*"
BODY = (r"(?:[Tt]he |THE |An |[Tt]his |THIS |That the |[Ff]ull )?(?:[A-Z][\w&’'/-]*,?(?: (?:and|of|for|on|the|&|to) | ))*?"
         r"(?:Committee|COMMITTEE|Comhairle|Chomhairle|Council|COUNCIL|Cabinet|CABINET|Panel|PANEL|Board|BOARD|Executive|EXECUTIVE|Sub-Committee|SUB-COMMITTEE|Subcommittee|Forum|Commission|Authority|Assembly|Partnership|"
         r"Working Group|Working Party|Group|Trustees|Commissioners(?: Court)?|Selectmen|Supervisors|Freeholders|Police Jury|Legislature|PC|BCC|CC|Town Council|Parish Council)(?: for [A-Z][\w& -]{3,60}| of (?:County )?(?:Trustees|Selectmen|Supervisors|Commissioners|Directors|Education|Health|Aldermen|Freeholders|Governors|Adjustment|Appeals|Zoning Appeals)| Members)?|"
         r"[Tt]he (?:panel|committee|council|board|cabinet|meeting|members|Members|Councillors|Commissioners|forum|group|sub-committee)|(?:All )?(?:Members|MEMBERS|Councillors|councillors|Trustees|members)|[Ww]e")
_VOTE = (r"\((?=[^()]*(?:[Uu]nanim|UNANIM|[Nn]em\.?\s*(?:con|dis)|[Vv]ot(?:e|ing)|[Aa]gainst|AGAINST|[Aa]bst|ABST|[Yy]es\b|[Mm]ajority|[Ff]avou?r|\b[Ff]or:?\s*\d|\d\s+[Ff]or\b|\d\s*[:–-]\s*\d|to\s+(?:the\s+)?(?:Full\s+)?(?:Council|Cabinet|Executive)\b))"
         r"[^()]{3,90}\)")
"""A vote in brackets: "(nem con)", "(Yes: 26, No: 0, Abstain: 21)", "(7:7 and on the chair's casting vote)"."""
_PUT = r"(?:(?:duly\s+)?(?:[Mm]oved|[Pp]roposed|MOVED|PROPOSED)(?:(?:,|\s+and|\s+AND)\s+(?:duly\s+)?(?:seconded|SECONDED))?)"
_THAT = r"(?:\s*,)?\s*(?:to:?(?=\s|[–—-]+\s*$)|(?:[Tt]hat|THAT|T\s?H\s?A\s?T)\b)?"
_LEAD = re.compile(
    rf"(?P<lead>(?:[“\"]\s*)?(?:(?:(?P<body>{BODY})\s+)|(?P<it>(?:[Ii]t|IT)\s+(?:was|WAS|is|IS|be|BE)\s+(?:{_PUT},?\s+(?:and|AND)\s+)?)|{_PUT},?\s+(?:and|AND)\s+(?=RESOLVED|AGREED)|And\s+(?:unanimously\s+)?(?=RESOLVED|Resolved|AGREED|Agreed)|(?i:no (?:comments?|objections?|observations?)),?\s+and\s+(?=RESOLVED|AGREED)|(?P<be>(?:(?i:now|and)\s*,?\s+)?(?:(?i:therefore)\s*,?\s+)?(?i:(?:let\s+it\s+)?be\s+it)\s*,?\s+(?:(?i:further|hereby)\s*,?\s+)?))?(?:(?:have|has)\s+)?{_ADVERB}"
    rf"(?P<verb>{_SPACED}|Resolved|(?<=it )resolved|(?<=further )resolved|(?<=it, )resolved|RESOLUTION|Resolution|Agreed|Decided|Recommended|AGREED|DECIDED|APPROVED(?! MINUTES\W*$)|ORDERED|VOTED(?=\W+(?i:to|that)\s)(?!\W+(?i:to\s+(?:approve|accept|adopt|pass)\s+the\s+motion\b))|RECOMMEND(?:ED|S)?|R\s?É\s?I\s?T\s?I\s?O\s?D?H)\b(?:,?\s+(?:UNANIMOUSLY|[Uu]nanimously|nem\.?\s?con\.?|NEM\.?\s?CON\.?|accordingly|by a majority|without a vote)\b)*"
    rf"(?:\s+(?:TO RECOMMEND|to recommend)\b(?=\s*(?:,|:|[Tt]hat\b|THAT\b)),?)?(?:\s+(?:TO|[Tt]o) (?:THE |the )?(?:COUNCIL|[Cc]ouncil|FULL COUNCIL|CABINET|[Cc]abinet|County Council|Full Council))?(?:\s*\([^)]{{1,90}}\))?(?:\s*,?\s*(?:by|with) \w+ votes? (?:to|for)[^,:]{{0,40}},?)?(?:\s*[:;,.–—-]+\s*{_VOTE})?(?(be)(?:,?\s+(?i:by\s+the)\s+(?:(?!(?i:that)\b)[^.;:]){{3,160}}?,?(?=\s+(?i:that)\b))?)\s*{_THAT}\s*[:;,.–—-]*)\s*", re.S)
_DISCUSSED = r"[A-Z][^.;:]{2,160}? (?:was|were) (?:\w+ )?(?:discussed|considered|debated),? and(?= (?:unanimously )?(?:resolved|agreed|decided|RESOLVED|AGREED|DECIDED)(?: unanimously)? (?:that|THAT)\b)"
"""A sentence whose subject is the matter: "The bench was discussed and RESOLVED that it be moved"."""
SOFT = Screened(
    rf"(?P<lead>(?:\b(?:[Aa]fter|[Ff]ollowing|[Hh]aving|(?:[Uu]p)?[Oo]n)\b[^.;]{{0,140}}?,?\s+)?(?:\b(?:[Ii]t|IT) (?:was|WAS|has been)|{_DISCUSSED})\s+{_ADVERB}(?P<verb>resolved|agreed?|decided|approved|recommended|(?:duly )?proposed and seconded|RESOLVED|AGREED|DECIDED|APPROVED|RECOMMENDED)\b"
    rf"(?:,?\s+(?:in principle|unanimously|(?:by|with) (?:a vote of )?\w+ votes? to \w+(?:,? (?:with|and) \w+ abst\w+)?|by \d+\s?(?:[-–/]|to)\s?\d+|by all|by (?:the )?(?:Council|Committee|Members|members|all present)|nem\.? con\.?))*(?:\s*{_VOTE})?\s*,?\s*{_THAT}\s*[:;,–—-]*)\s*", ("resolved", "agree", "decided", "approved", "recommended", "seconded"), flags=re.S)
_WELSH = re.compile(
    r"(?P<lead>(?P<verb>PENDERFYNWYD|Penderfynwyd|CYTUNWYD|Cytunwyd)(?:\s+(?:YN UNFRYDOL|yn unfrydol|gan bawb))*\s*,?\s*(?:(?:[bf]od|B?OD|y(?=\s+(?:dylid|byddai|bydd)))\b|(?=(?:i|na|nad|peidio)\s)|(?=[:;–—-]|$)|(?=(?!(?:gan|yn|ym|yng|ar|mewn|eisoes|o|eto|hyn|hynny|felly|mai|mewn|wedi|cyn|ers|pan|gyda)\s)[a-zâêîôûŵŷ]{3,}\s))\s*[:;–—-]*)\s*")
"""Welsh: "Penderfynwyd bod …" (resolved that), "Cytunwyd yn unfrydol i …" (agreed unanimously to), "Penderfynwyd rhoi …" (resolved to give)."""
_BODY_LEAD = re.compile(rf"(?P<lead>(?:{BODY})\s+{_ADVERB}(?P<verb>agreed|resolved|decided|recommended|noted|approved)(?:\s+unanimously)?(?:\s+to\s+(?:adopt|agree|approve|support|pass)\s+the\s+(?:following\s+)?(?:substantive\s+|amended\s+)?(?:motion|resolution)(?:\s+as\s+amended|\s+set\s+out\s+below)?|\s+(?:that|to))?\s*[:;–—-]+)\s*(?:$|(?=\(?[ia1][.)]\s))")
_CONSIDERED = Screened(
    rf"(?P<lead>(?:(?:After|Following|Having|On|Upon|In|At|As|Thereafter|Accordingly|Consequently)\b[^.;:]{{0,200}}?,?\s+)?(?P<body>{BODY})(?:\s+[^.;:]{{3,200}}?\s+and)?\s+(?:(?:\w+ly|also|then|further|otherwise|therefore|hereby)\s+)*"
    rf"(?P<verb>RESOLVED|AGREED|DECIDED|RECOMMENDED|resolved|agreed|decided|recommended)(?:\s+unanimously)?(?:\s+(?:that|to|THAT|TO)(?:\s+(?:authori[sz]e|approve|adopt|note|accept|agree)(?:\s+the following)?)?|\s+the\s+recommendations?(?:\s+(?:of|in)\s+the\s+\w+)?,?\s+as\s+follows)?\s*[:;–—-]+)\s*$", ("resolved", "agreed", "decided", "recommended"))
"""A list's opening words: "Having considered the report, the Committee noted its contents and AGREED:-"."""
_AT_END = Screened(
    rf"(?P<lead>(?:[A-Z][^.;:]{{3,200}}?\s(?:and|,)\s+)?(?P<body>{BODY})\s+{_ADVERB}(?P<verb>RESOLVED|AGREED|DECIDED)(?:,\s+(?:having|subject|after|in|noting|taking|following)\b[^.;:]{{3,160}}?,?)?\s*(?:\b(?:that|to|THAT|TO))?\s*:\s*[–—-]?)\s*$", ("resolved", "agreed", "decided", "recommended"))
"""A list's opening words behind what went before, or before what was had in mind: "… introduced the report and Cabinet RESOLVED, having noted the comments made:"."""
_DECISION_LABEL = re.compile(
    r"(?P<lead>(?:THE\s+|The\s+)?(?:DECISIONS?|Decisions?|DECISION TAKEN|Decision [Tt]aken|Decisions? [Mm]ade|DECISIONS? MADE|AGREED ACTIONS?|Agreed [Aa]ctions?|RESOLUTIONS?|Resolutions?|Agreed|RECOMMENDATION TO (?:THE )?COUNCIL|"
    r"Council [Dd]ecision|Committee [Dd]ecision)\s*[:–-]+)\s*")
_PAST_VERB = re.compile(r"(?:also |unanimously |formally )?(?:noted|agreed|approved|resolved|endorsed|instructed|authorised|authorized|recommended|received|delegated|adopted|accepted|confirmed|welcomed|homologated|remitted|continued|"
                        r"appointed|granted|refused|ratified|considered and)\b", re.I)
_HAVING = Screened(rf"(?P<lead>(?P<body>{BODY})(?:\s+[^.;:]{{3,120}}?\s+and)?(?:,)?\s+(?:(?:having|in|after|following|upon|on|by|noting|taking)\b)[^.;:]{{3,220}}?,?\s+(?:(?:\w+ly|also|then|therefore|hereby)\s+)*(?P<verb>RESOLVED|AGREED|DECIDED)(?:\s+unanimously)?\s+(?:that|to|THAT|TO)\b\s*[:;–—-]*)\s*", ("resolved", "agreed", "decided", "recommended"))
"""A sentence that gives its reasons before the verb: "The Committee having considered the matter, RESOLVED that the application be refused"."""
_BODY_ALONE = re.compile(rf"(?:{BODY})\s*[:;]?\s*[:;–—-]+\s*$")
_STOP = re.compile(
    r"(?:SECTION [A-Z]\b\W*(?:$|[-–—:])|REASONS?\b|Reasons?\s+(?:for|behind)|Reason\s*:|Other [Oo]ptions|OTHER OPTIONS|Alternative\s|ALTERNATIVE|Options [Cc]onsidered|OPTIONS|Options\s*:|Conflicts? of [Ii]nterest|Dispensation|Call[- ]in|Voting|VOTING|Vote\b|Note\s*:|NOTE\b|"
    r"Notes?\s*:|\(?NB\b|\*|\(?The meeting (?:closed|ended|finished|concluded|adjourned)|The [Mm]eeting (?:closed|ended|finished|concluded|commenced|was closed|terminated)|There being no|MEETING (?:CLOSED|ENDED)|Meeting (?:closed|ended)|CHAIR|Chair(?:man|person)?\s*[_….:]|"
    r"Signed|SIGNED|Date of [Nn]ext|DATE OF NEXT|ACTIONS?\b|Actions?\s*[:–-]|Mayor:|The (?:[A-Z]\w+ )?(?:Clerk|Chair\w*|Mayor|Officers?|[Pp]ublic|[Pp]ress)\b[^.;:]{0,20}\b(?:left|returned|withdrew|re-?joined)\b|In accordance with (?:paragraph|Standing|Rule|Procedure|section)|\(?(?:At|At this point|The time being)\b[^.]{0,30}\d[.:]\d\d|"
    r"Background|BACKGROUND|Proposed|PROPOSED|Moved by|Summary of|SUMMARY OF|Discussion|DISCUSSION|Exempt [Ii]nformation|Wards? [Aa]ffected|Lead [Oo]fficer|Contact|Implementation|Following the vote|\(?Councillors? [A-Z][\w’' ]+ (?:left|joined|declared|abstained|returned))")
_SIGNED = re.compile(r"(?:[-–]\s*)?(?:COUNCILLOR|Councillor|CLLR|Cllr)\b[^,:;]{2,40},\s*(?:Conven[eo]r|CONVEN[EO]R|Chair\w*|CHAIR\w*|Provost|PROVOST|Mayor)\.?$")
_ON_PROPOSAL = re.compile(r"[,(]?\s*(?:on the (?:proposal|motion|proposition)|proposed by|moved by)\b", re.I)


_QUOTED = re.compile(r"[“\"]\s*(?:That|THAT|To|TO)\b")
"""What was agreed, in quotation marks behind the verb alone: "And Agreed “That the procedure be adhered to”."."""
_TITLE = re.compile(r"RESOLUTION\s+[–—-]\s+(?!.*\b(?:THAT|TO|BE|IS|ARE|\w+ED)\b)[A-Z][A-Z\d &/,’'().-]{3,80}")
"""What a resolution is about, no decision: "RESOLUTION – ROAD REPAIRS"."""
_MOVED_LATER = re.compile(r"[.:]\s+(?:(?:A\s+)?[Mm]otion (?:was )?(?:made )?by|MOTION|Moved by|It was moved)\b")
"""A title, not a decision: "Resolution – Lien Agreement. Motion made by A, seconded by B that …"."""


_NUMBER_ALONE = re.compile(r"(?:(?:No|NO|Number|#)\.?\s*)?(?:[A-Z]{1,4}[-/. ]?)?\d+(?:[-/.]\d+)*[A-Z]?\s*(?:$|(?=(?i:result|motioned|moved|mover|seconded|seconder|proposed|vote|ayes?|yes)(?i: by)?\s*:))")


_TOLD = re.compile(r"(?:the|an?|this|it)\s(?!.*\b(?:be|agreed|approved|adopted|noted|accepted|refused|granted|carried|resolved)\b)[^.:;]*\b(?:was|were|had)\b", re.S)
"""Behind "Resolution:", what only tells: "the photograph was of low resolution"."""
STATE = r"(?:is|are|was|were)\s+(?:(?:too|very|so|quite|extremely|rather|still|now)\s+)*(?:[a-z]+(?:ous|ful|less)|un(?:(?!changed|altered|amended|opposed|limited)[a-z]+(?:able|ed)|safe|wise)|old|bad|poor|wet|dry|high|low|slow|fast|long|short|shabby|dirty|hard|easy|weak|strong|right|wrong|good|fine|busy|important|difficult|inadequate)\b[^,.;:]*\.?$"
"""How things are, told at the end of a sentence; a piece of patterns."""
_VIEW = re.compile(r"(?:that,?\s+)?(?:at present|at the moment|currently|presently)\b(?![^.;]*\b(?:be|to|should|would|shall|will|must|required|needed|necessary|no|not|nothing|continues?|remains?)\b)[^.;:]*|(?:that,?\s+)?(?![^.;]*\b(?:be|should|would|shall|will|must|to)\b)[^.;:]{3,60}?\b" + STATE, re.I)
"""Behind "agreed", a view of how things are: "at present the Committee were struggling"."""
_SETTLED = re.compile(r"\d+\W+[A-Z]\w+\s*:\s*\d+\W*$|(?:issues|complaints|cases|matters|items|actions|queries|faults|tickets|requests|enquiries|disputes)\b\s*(?:\([^()]*\)\s*)?(?:[:–—-]|$|(?:were|are|have)\b)", re.I)
"""Behind "RESOLVED", what has been settled: "RESOLVED issues: the bins at Mill Lane"."""
_WORDING = re.compile(r"^[^“”\"]*[”\"]\s+(?:was|were|is|are|had|has|should|could|would|might|may|will)\b")
"""What is said of words in quotation marks: "“RESOLVED that no action be taken” was the wording circulated"."""
_FELL = re.compile(r"\b(?:[Aa]mendment|lost|defeated|withdr[ae]wn?|withdrew|rejected|deferred|fell\b|against\b|(?:not|nor) (?:carried|agreed|supported|approved|accepted|resolved)|no (?:agreement|decision|vote)|failed)")


def fell(verb: str, rest: str) -> bool:
    """Was what "was proposed and seconded" contested, by the words that follow, so that nothing is said to be decided?

    >>> fell("proposed and seconded", "the hall be let. Cllr Pell moved an amendment."), fell("proposed and seconded", "the hall be let.")
    (True, False)
    """
    return verb.endswith("proposed and seconded") and _FELL.search(rest) is not None


@lru_cache(4096)
def lead_in(text: str, start: int = 0) -> tuple[int, int, str, bool] | None:
    """The words that open a decision at ``start`` of a text: (start, end, verb, has a subject of its own).

    >>> t = "RESOLVED that the report be noted."; t[slice(*lead_in(t)[:2])]
    'RESOLVED that '
    >>> [bool(lead_in(t)) for t in ("R E S O L V E D  T H A T the", "It was agreed that", "The Panel RESOLVED:", "AGREED:", "Resolved –", "It was RESOLVED to")]
    [True, True, True, True, True, True]
    >>> [bool(lead_in(t)) for t in ("Following consideration the Board agreed:", "Upon a vote, it was RESOLVED (8 for, 2 against) to defer", "Following the Board agreed plan")]
    [True, True, False]
    >>> [bool(lead_in(t)) for t in ("RECOMMEND (to Council) that the budget be approved.", "The Cabinet RECOMMENDS to Council that:", "The Cabinet recommends approval in its report.", "RECOMMENDATION")]
    [True, True, False, False]
    >>> [bool(lead_in(t)) for t in ("Members noted that it rained", "He agreed that", "Resolved issues were listed", "Agreed actions", "It was noted that")]
    [False, False, False, False, False]
    """
    for pattern in (_LEAD, SOFT, _WELSH, _BODY_LEAD, _CONSIDERED, _HAVING, _AT_END, _DECISION_LABEL):
        m = pattern.match(text, start)
        if m is None:
            continue
        verb = "RESOLVED" if m.groupdict().get("be") else m.groupdict().get("verb") or "DECISION"
        lead = m["lead"]
        rest = text[m.end():]
        if m.groupdict().get("be") and re.match(r"by the\b(?![^.;]{0,160}\bthat\b)", rest, re.I):
            continue
        if re.match(r"\(?\d{1,2}\s?[-–]\s?\d{1,2}\b", rest):
            continue  # "APPROVED: 5-0-1 (Mrs Hure abstained)": a vote, no words
        if lead[:10].lower() == "resolution" and _TOLD.match(rest) is not None:
            continue
        if "agreed" in (verb.lower(), lead[:6].lower()) and _VIEW.match(rest) is not None:
            continue
        if lead.split()[-1].lower().rstrip(":") == "resolved" and (lead.rstrip()[-1:].isalpha() or rest[:1].isdigit()) and _SETTLED.match(rest) is not None:
            continue
        if _NUMBER_ALONE.match(rest):
            continue  # "Resolution: 137-2023" above "Result: Approved": a number, no words
        if _TITLE.fullmatch(text, start) is not None or fell(verb, rest) or (lead[:1] in "“\"" and _WORDING.search(rest) is not None):
            continue
        plain = verb in ("Resolved", "Resolution", "RESOLUTION", "Agreed", "Decided", "Recommended")
        if plain and not re.search(r"(?:[Tt]hat|THAT|to|[:;–—-])\s*$", lead) and rest.strip() and not _ON_PROPOSAL.match(rest) and not _QUOTED.match(rest) and not m.groupdict().get("it") and not m.groupdict().get("body"):
            continue
        if pattern is _DECISION_LABEL and _MOVED_LATER.search(rest):
            continue
        if verb in ("RESOLUTION", "Resolution") and (not lead.rstrip().endswith((":", "-", "–")) or _MOVED_LATER.search(rest)):
            continue
        if verb in ("ORDERED", "VOTED", "APPROVED", "AGREED", "RECOMMENDED", "RECOMMENDS", "RECOMMEND", "DECIDED") and rest.strip() and not re.search(r"(?:[Tt]hat|THAT|to|TO|RECOMMEND,?|[:;–—-])\s*$", lead) and not _ON_PROPOSAL.match(rest) \
                and not m.groupdict().get("it") and not m.groupdict().get("body"):
            continue
        if pattern is _LEAD and (m.groupdict().get("body") or m.groupdict().get("it")) and verb.istitle():
            continue
        return start, m.end(), verb, bool(m.groupdict().get("body"))
    return None


def body_alone(para: Paragraph, after: Paragraph | None) -> bool:
    """ "The Committee:-" over a list of what it did: "(i) noted the report; and (ii) agreed …"."""
    return bool(_BODY_ALONE.match(para.text) and after is not None and after.mark is not None and _PAST_VERB.match(after.rest))


def stops(para: Paragraph) -> bool:
    """Does a paragraph end the list of what was decided: reasons, votes, notes, the close of the meeting?

    >>> from papermine.document import Line, Word
    >>> from papermine.extract.paragraphs import paragraph
    >>> def p(text): return paragraph([Line(1, [Word(w, i * 9, 0, i * 9 + 8, 9, 9) for i, w in enumerate(text.split())])])
    >>> [stops(p(t)) for t in ("Reasons for decision", "Against (0)", "Motion carried.", "2. That the Vote on Account be agreed")]
    [True, True, True, False]
    """
    text = para.text
    label = option_label(text)
    return bool(_STOP.match(text)) or bool(_SIGNED.match(text)) or ("/" in text and (pair := paired(text)) is not None and not all(is_word(text[a:b].split()[-1]) for a, b in pair[:2])) or (label is not None and (label[1] is not None or label[0] is not None)) or outcome_alone(text) is not None or (
        para.mark is None and lead_in(text) is not None) or (para.mark is not None and lead_in(text, para.start) is not None)
