"""Decisions told in a sentence: "The Committee noted the report", "it was agreed that …"; and what only looks like one."""

from __future__ import annotations

from functools import lru_cache

from papermine import regex as re
from papermine.extract.decisions.leads import BODY, SOFT, STATE, fell
from papermine.language.datewords import MONTH
from papermine.language.movers import NAME
from papermine.language.screened import Screened

_PAST = re.compile(
    r"\b(?:last|previous|earlier) (?:\w+ )?(?:meeting|year|month|council)|\bat (?:its|the|a|their) [^,;]{0,60}\bmeeting\b|\bin (?:19|20)\d\d\b|\b(?:had|having) (?:previously |already )?(?:been )?(?:agreed|resolved|approved|noted)|"
    r"\b(?:reported|noted|explained|advised|said|stated|recalled|reminded|confirmed|commented|asked|clarified|understood|suggested|highlighted|informed)\b[^,;]{0,60}\bthat\b", re.I)
_THINGS = (r"(?:report|reports|update|updates|minutes?|contents?|presentation|position|information|work programme|work plan|forward plan|programme|statements?|questions?|responses?|petition|public forum|"
           r"correspondence|performance|accounts?|budget|outturn|audit|plan|strategy|policy|recommendations?|progress|briefing|announcements?|letter|decision|decisions|action|actions|dates?|risk register|register|log|logs|letter|appointment|appointments|"
           r"resignation|schedule|findings|summary|document|proposals?|terms of reference|apologies|protocol|list|dashboard|statistics|balances?)")
_ADV = r"(?:(?:also|then|thereafter|therefore|unanimously|further|formally|duly|accordingly|has|have|hereby|subsequently)\s+)*"
_NOW = r"(?:(?:also|then|thereafter|therefore|unanimously|further|formally|duly|accordingly|hereby|subsequently)\s+)*"
_NOTED = re.compile(rf"^(?:{BODY})\s+{_NOW}(?:noted|received(?: and noted)?(?!\s+(?:an?|one|two|three|several|presentations?)\b)|considered and noted|NOTED|RECEIVED)\s+(?!that\b)(?:(?:the|this|these|and|a|an|all|both|with \w+)\s+)*(?:[\w’'/&,-]+\s+){{0,6}}?{_THINGS}\b")
_AGREED = re.compile(rf"^(?:{BODY})(?:,\s+(?:having|after|following)\b[^.;:]{{3,200}}?,)?\s+{_ADV}(?:agreed|resolved|decided|recommended|RECOMMENDED|AGREED|RESOLVED)(?:\s+unanimously)?(?:,?\s+(?:in terms of|under|pursuant to|in accordance with|by (?:a )?majority|in the terms)\b(?:[^.;:]|:(?=\d)){{3,140}}?)?,?\s+(?:to|that,?|the|on a|in principle)\s")
_VIEWED = re.compile(rf"^(?:{BODY})\s+{_ADV}agreed,?\s+that\s+(?:(?!\b(?:be|should|would|shall|will|to)\b)[^.;:,]){{3,80}}?\s(?:was|were|had)\b(?!\s+to\b)(?![^.;]*\b(?:be|should|(?:correct|true|accurate|fair)\b[^.;]{{0,20}}\brecord|required|needed|necessary|approved|accepted|granted|refused|no objections?)\b)")
"""A view that was shared: "The Committee agreed that Mr Poe had a point"."""
_VIEW_LAST = Screened(rf"\bagreed\s+that\s+(?![^.;]*\b(?:be|should|would|shall|will|must|to)\b)[^.;:,]{{3,80}}?\s{STATE}", "agreed")
_APPROVED = re.compile(rf"^(?:{BODY})\s+{_NOW}(?:approved|endorsed|adopted|accepted|ratified|confirmed|appointed|elected|re-elected|authorised|authorized|APPROVED|ENDORSED|ADOPTED|ACCEPTED)\s+(?!by\b|of\b|(?:that\s+)?(?:it|they|he|she|there)\s)")
_BY_CONSENT = re.compile(rf"^(?:By|On|With|Without)\s+(?:(?:a|an|general|unanimous|common|voice|mutual)\s+)*(?:acclamation|consensus|consent|agreement|vote|objection|dissent),?\s+(?:(?:{BODY})\s+{_NOW}|the\s+(?:[\w’'-]+\s+){{1,6}}?(?:was|were)\s+)"
                         r"(?:approved|adopted|accepted|agreed|amended|appointed|authori[sz]ed|awarded|confirmed|continued|deferred|denied|elected|granted|postponed|received|referred|set|tabled|voted to)\b")
"""How it was decided stands before who did: "By acclamation, the Council continued the item."."""
_WELCOMED = re.compile(rf"^(?:{BODY})\s+[^.;]{{3,90}}\band (?:agreed|resolved|noted|approved|endorsed)\b\s+(?:to|that|the|its)\b")
_MINUTES = re.compile(r"^(?:The )?[Mm]inutes (?:of [^.;:]{3,80} )?(?:agreed|approved|accepted) as an? (?:true|correct|accurate)\b|^(?:The |the |These |Draft |Public |Exempt |That the )?(?:draft |public |exempt |(?:notes|decisions|proceedings|actions) and )*[Mm]inutes?\b(?!\s+(?:[Nn]o\.?\s*)?\d)[^;]{0,260}?\b(?:was|were|be|having been [^,]{0,60}, were)\s+(?:[^.;]{0,90}\s)?(?:agreed|approved|accepted|confirmed|adopted|signed|received|ratified|taken as read)\b")
_WELSH_MINUTES = re.compile(r"^(?:Derbyniwyd|Cadarnhawyd|Cymeradwywyd|Llofnodwyd|Arwyddwyd)\s+(?:yr?\s+)?[gc]ofnodion\b(?=[^.;]*\b(?:cywir|gywir|chywir|gofnod|cofnod|cyfarfod|gyfarfod)\b)")
"""Welsh: "Derbyniwyd cofnodion y cyfarfod fel rhai cywir" (the minutes were accepted as correct)."""
_PASSIVE = re.compile(
    rf"^(?:The|This|These|That|All)\s+(?:[\w’'/&,-]+\s+){{0,5}}?(?i:{_THINGS})\b[^.;]{{0,110}}?(?<!,\swhich)(?<!,\sthat)\s(?:was|were)\s+(?:also\s+|then\s+|duly\s+|unanimously\s+|formally\s+)*(?:noted|agreed|approved|accepted|received|adopted|endorsed|ratified|NOTED|AGREED|APPROVED)\b(?!\s+(?:to\s+(?:be|have)|that|and had)\b)")
_DONE = re.compile(
    r"^(?:(?:Prior to|Before|After|Following|At|On|In|With|Subject to)\b[^.;:,]{3,120},\s+(?=[A-Z]))?(?:(?:The|This|These|That|All|An?|Both|[Ss]tanding\s+[Oo]rders?\s+\w+)\s+)(?!\w+\s+(?:which|who|that)\b)(?:[^.;:](?!,\s(?:which|who|that)\b)){0,140}?\b(?:was|were)\s+"
    r"(?:(?:also|then|duly|unanimously|formally|considered,?|reviewed,?|discussed,?|read,?|and)\s+)*(?:adopted|approved|ratified|endorsed|agreed(?=\W*$|\s+(?:as|and|by\s+(?:all|members|the)|unanimously|subject)\b))\b(?=\W*$|\s+(?:as|and|by\s+(?:all|members|the\s+(?:Council|Committee|Board|meeting|members))|unanimously|with(?:out)?|subject|for|to)\b)")
"""Anything, not only papers, that was approved or adopted there and then: "A revised procedure was considered and adopted"."""
_DONE_ELSEWHERE = re.compile(
    r"\b(?:applications?|planning|appeals?|permissions?|consents?|licen[cs]es?|claims?|bids?|insurers?|funding|grants?|loans?|mortgages?|warrants?|(?:he|she|they|it|who|which)\s+(?:was|were)|said|told|asked|felt|thought|hoped|whether|if|until|when|once|unless|because|would|could|should|might|had|has|have|"
    r"previous\w*|earlier|originally|already|since|not|never|no|last (?:year|month|week)|(?:19|20)\d\d|not yet|provisionally|in principle by|nationally)\b|"
    r"\b(?:extensions?|dwellings?|houses?|homes|bungalows?|garages?|barns?|trees?|works|hedges?|roads?|streets?|highways?|paths?|footpaths?|land|routes?|timetables?|petitions?)\s+(?:(?:at|on|in|near|by|to|for|of)\s[^.;:]*)?(?:was|were)\b|\bconditions\W*$|\bas\s+(?:too|highway)\b|"
    r"\b(?:to|for)\s+(?:use|start|begin|stand|construction|debate|children|adults)\b|\band\s+(?:is|are|starts?|started|begins?|began|opens?|opened|ended)\b|\bmembers\s+of\s+the\s+(?!council|committee|board|panel|meeting)", re.I)
"""In such a sentence, what may have been done by others, at another time, or not at all."""
_SHORT = re.compile(r"^(?:It|This|They|These|Both)\s+(?:was|were)\s+(?:then\s+|duly\s+|unanimously\s+|formally\s+)*(?:adopted|approved|accepted|agreed)(?:\s+and\s+signed)?(?:\s+(?:as|without|with|by all|by the Council|unanimously|nem)\b(?![^.;]*\b(?:that|to)\b)[^.;]{0,60})?\.?$|"
                    r"^(?:This|The)\s+(?:(?:agenda\s+)?item|matter|application)\s+was\s+(?:\w+ly\s+)?deferred\s+(?:until|to|for|pending)\b[^.;]{3,160}\.?$|"
                    r"^[A-Z][^.;]{4,160}\s[–-]\s(?:this was|these were)\s+(?:\w+ly\s+)?(?:noted|agreed|approved|accepted)\.?$")
"""What was put before in other words: "It was adopted without amendment.", "Income to 30th September – this was noted."."""
_MONEY = re.compile(
    r"^(?:(?:The|All)\s+)?(?:[Pp]ayments?|[Aa]ccounts?|[Ii]nvoices?|[Ee]xpenditure|[Cc]heques|[Bb]ank (?:balances?|reconciliations?|statements?)|(?:[Ff]inancial|[Bb]udget) (?:statements?|reports?))\b[^;]{0,160}?(?<!,\swhich)\s(?:was|were)\s+"
    r"(?:also |then |duly |unanimously |formally )*(?:noted|agreed|approved|authorised|authorized|accepted|received|ratified)\b(?!\s+(?:by|at|in|last|on|when|from)\b)")
_FOLLOWING = re.compile(r"^The following\b[^.;]{3,120}\b(?:was|were)\s+(?:also\s+|duly\s+|unanimously\s+)*(?:agreed|approved|authorised|authorized|accepted|adopted|appointed|elected|passed)\b")
_ALL = re.compile(r"^(?:All|ALL)(?=\s[a-z]|\sAGREED) (?:members |councillors |those present |present )?(?:were in agreement|agreed|AGREED|were agreed)\s+(?:(?:that|to)\b|[a-z][^.;:,]{2,60}\s(?:to be|should|would)\s)")
_VOTED = re.compile(rf"^(?:{BODY})\s+(?:then\s+|unanimously\s+)*voted\s+(?:unanimously\s+|(?:by\s+)?\d+\s*(?:to|t0|-|–)\s*\d+\s+|by (?:a )?roll[- ]call(?: vote)?\s+)*(?:(?:in favou?r of|for|against)\s+(?!the (?:motion|amendment|proposal)\b)\w|to\s+[a-z])")
_STOOD = re.compile(rf"^(?:{NAME})\s+(?:was|were)\s+(?:then\s+|duly\s+|both\s+)*(?:proposed(?: and| &) seconded|nominated)\b[^;]{{0,160}}?\b(?:and|was|were|nominations?)\s+(?:then\s+|duly\s+|therefore\s+|unanimously\s+|now\s+)*(?:elected|re-elected|appointed|co-opted)\b")
_THAT = re.compile(r"^That,?\s+[^.;]{3,400}?\bbe (?:also |duly |hereby |now )?(?:approved|noted|agreed|adopted|accepted|confirmed|received|excluded|endorsed|authorised|granted|refused|deferred|appointed|elected|signed|"
                   r"ratified|recommended|thanked|added|circulated|updated|requested|asked|delegated|given|supported|amended|submitted|referred|published|brought|re-elected)\b")
_ELECTED = re.compile(rf"^(?:(?:There being no (?:other|further) (?:nominations?|candidates?)(?: received)?|(?:Up)?[Oo]n (?:accepting|receiving) [^.;:,]{{3,60}}),?\s+)?(?P<who>(?:{NAME})(?:(?:,| and) {NAME})*)(?:,\s(?:having received|on receiving|having)\s[^.;:,]{{3,80}},)?\s+(?:was|were|be|is)\s+(?:then\s+|duly\s+|unanimously\s+|therefore\s+|declared\s+|re-)*(?:elected|appointed|re-elected|re-appointed|co-opted|nominated and elected)\b")
_DECLARED = re.compile(rf"^[A-Z][^.;:]{{2,150}}?\s+(?:then\s+|duly\s+)?(?:declared|deemed)\s+(?:that\s+)?(?P<who>{NAME})\s+(?:was\s+|to be\s+|duly\s+)*elected\s+(?:as\s+|to be\s+|the\s+)*(?:[Cc]hair|[Mm]ayor|[Pp]resident|[Cc]onvener|[Pp]rovost|[Cc]athaoirleach|Leas|Llywydd|Cadeirydd|Vice|Deputy|Dirprwy|[Ll]eader)")
"""Who presides tells who has the office: "The outgoing Mayor declared Councillor Tull elected Mayor"."""
_STRONG = r"(?:RESOLVED|AGREED|NOTED|APPROVED|ENDORSED|DECIDED|RECOMMENDED|GRANTED|REFUSED|DEFERRED|DELEGATED|AUTHORISED|AUTHORIZED|INSTRUCTED|REMITTED|HOMOLOGATED|CONTINUED|ADOPTED|RATIFIED|CONFIRMED)"
_EMPHATIC = re.compile(
    rf"^(?:(?:After|Following|Having|On|Upon|In|At|As|Thereafter|Accordingly|Consequently)\b[^.;:]{{0,200}}?,\s+)?(?:(?:{BODY})\b(?:\s+[^.;:]{{3,200}}?\s+and)?\s+(?:(?:\w+ly|also|then|further|otherwise|therefore|hereby|in so doing)\s+)*|"
    rf"(?:The|There|These|All|Both|Apologies|Minutes)\b[^.;:]{{3,260}}?\b(?:was|were)\s+(?:\w+ly\s+)?)(?P<verb>{_STRONG})\b(?!\s+that (?:it|there)\b)")
_BY_OTHER = Screened(r"\b(?:approved|agreed|accepted|authorised|authorized|confirmed|adopted|ratified|noted|received)\s+(?:for payment\s+|in principle\s+|of\s+)*by\s+(?:(?:the\s+)?(?:residents|parishioners|public|electors|developers?|applicants?|officers|staff|government|police|e-?mail\b[^.;]*\b(?:in|on|before))\b|the\s+(?:County|District|Borough)\b|(?:the\s+)?(?:(?:internal|external)\s+)?(?:auditors?|clerk|chair\w*\s+under|solicitors?|inspector|bank|contractors?|insurers?|suppliers?|landlord|owners?|tenants?|school|secretary of state|minister|planning authority)\b|(?:its|their)\s+(?:\w+\s+)?(?:trustees|governors|members|directors|shareholders)\b|(?:the\s+)?(?:[\w’'-]+\s+){1,3}(?:England|Scotland|Wales|Trust|Agency|Ministry|Association|Society|Lottery)\b|(?:the\s+)?(?:\w+\s+){0,3}(?:District|County|Borough) Council\b|that (?:committee|council|board)\b)|\b(?:at the (?:January|February|March|April|May|June|July|August|September|October|November|December) meeting|at (?:its|their) own meeting|(?:was|were) (?:\w+ly )?(?:approved|agreed|accepted|adopted|confirmed|received) (?:late|at (?:the|its|their) (?:last|previous|earlier) \w+)\b[^.;]*|(?:approved|agreed|accepted|adopted|confirmed|ratified) (?:back )?in (?:January|February|March|April|May|June|July|August|September|October|November|December))\W*$", ("approved", "agreed", "accepted", "authori", "confirmed", "adopted", "ratified", "noted", "received", "meeting"), flags=re.I)
"""Who did it instead, or when: "The accounts were approved by the auditor", "… at the June meeting"."""
_WHILE = re.compile(r"(?:As|Where|Had|Should|Yesterday|Earlier|Previously|Since|After|Although|While|When|Before|Until|If|Because|Once|Whereas|Unless|Though|In (?:January|February|March|April|May|June|July|August|September|October|November|December))\s")
"""What opens a clause, and is no part of a body's name: "Since the Board agreed to fund the bus, …"."""
_NAMED = re.compile(r"(?:The |the )?(?P<which>(?:[A-Z][\w’'&-]*,?(?: (?:and|of|for|&))? )+)(?P<noun>Council|Committee|Sub-Committee|Commission|Board|(?:(?<=Working )|(?<=Task ))(?:Party|Group|Force))\b")
_DONE_BY = Screened(r"\b(?:was|were)\s+(?:\w+ly\s+)?(?:noted|agreed|approved|accepted|received|adopted|endorsed|ratified|confirmed|authori[sz]ed)(?:\s+and\s+\w+ed)?\s+by\s+(?=(?:[Tt]he\s+)?[A-Z])", ("noted", "agreed", "approved", "accepted", "received", "adopted", "endorsed", "ratified", "confirmed", "authori"))
_ADVISED = re.compile(r"(?:[Tt]he )?(?:(?:Sub-?)?(?:Committee|Commission|Panel)\s+(?:\w+ly\s+|also\s+)?(?:has\s+|have\s+)?(?i:recommend(?:s|ed)?)|(?:Panel|Cabinet)\s+(?:\w+ly\s+|also\s+|then\s+)?(?:has\s+|have\s+)?(?i:resolved|agreed|decided|approved|noted))\b")
"""What a committee that is not named recommended, or its cabinet or a panel did, in the minutes of the council that it advises."""
_ANYONES = {"town", "parish", "community", "city", "village", "borough", "county", "district", "full", "whole", "new", "municipal", "regional", "shire"}
_PROPER = re.compile(r"[A-Z][\w’'-]+\s+(?:[A-Z][\w’'-]+\s+){0,3}(?:Council|COUNCIL)\b")
_BY_WHOM = re.compile(r"(?:RECOMMENDED|RESOLVED|AGREED|Recommended|Resolved|Agreed)\s*\(by\s+(?P<who>(?:the\s+)?(?:[A-Z][\w’'-]*\s?)+)(?=\)|\s+(?:on|at)\b)")
"""Who did it, in brackets behind the verb: "RECOMMENDED (by Cabinet on 4 April) – That …"."""
_ADVISERS = {"committee", "subcommittee", "sub", "commission", "panel", "group", "party"}
_SMALL = {"parish", "community"}
_TIERS = {"district", "county", "borough", "school", "youth"}
_ONE = re.compile(r"\b(?:[Aa]|[Oo]ne|[Ss]ome|[Ss]everal|[Tt]wo|[Pp]anel|[Oo]ther)\s+(?:[Mm]embers?|[Cc]ouncillors?)\b")
_FEELING = re.compile(r"\b(?:concern|importance|difficult|challenge|frustrat|disappoint|need for|lack of|problems?|comments? (?:made|of))", re.I)


_APOLOGIES = re.compile(r"(?:The )?apolog(?:y|ies)\b(?![^.;]*\b(?:accepted|approved|leave)\b)[^.;]{0,80}?\b(?:was|were)\s+(?:\w+ly\s+)?(?:noted|received|presented|given|recorded)\b", re.I)
"""Apologies that were noted: no decision; one that accepts them is."""


def stood(sentence: str) -> bool:
    """Does a sentence tell a nomination and the election together?

    >>> stood("Mr Drew Hale was proposed and seconded and on being put to the vote was duly elected to the Council.")
    True
    """
    return bool(_STOOD.match(sentence)) and not _PAST.search(sentence[:160])


def elected(sentence: str) -> bool:
    """Does a sentence under an item of elections or appointments fill an office?

    >>> elected("Cllr Jones was duly elected Chairman for the year."), elected("Cllr Jones was elected in 1998.")
    (True, False)
    >>> elected("The outgoing Mayor declared Councillor Tull elected Mayor."), elected("The Clerk declared the poll open.")
    (True, False)
    """
    if re.search(r"\belected to (?:the )?(?:\w+ )*(?:County|District|Borough|Parliament|Senedd|Assembly)\b", sentence):
        return False
    return bool(_ELECTED.match(sentence) or _DECLARED.match(sentence)) and not _PAST.search(sentence) and not re.search(r"\bin [A-Z][a-z]+ (?:19|20)\d\d\b", sentence)


def who_was_elected(sentence: str) -> str:
    """Whom a sentence about an election says was elected; all of it where that is told in other words.

    >>> who_was_elected("As nobody seconded Cllr Bell, the Mayor declared Councillor Tull elected Mayor.")
    'Councillor Tull'
    """
    m = _ELECTED.match(sentence) or _DECLARED.match(sentence)
    return m["who"] if m is not None else sentence


def of_another(sentence: str, head: str) -> bool:
    """Does a sentence tell what another body did than the one whose minutes have this ``head`` (the lines above the first item)?

    >>> of_another("The District Council approved the application.", "Minutes of Heath Parish Council"), of_another("The Finance Committee agreed the grant.", "Heath Parish Council")
    (True, True)
    >>> of_another("The Parish Council agreed the grant.", "Minutes of Heath Parish Council"), of_another("The Finance Committee agreed the grant.", "HEATH PARISH COUNCIL Finance Committee")
    (False, False)
    >>> [of_another("The report was noted by the Finance Committee.", f"Minutes of {body}") for body in ("Heath Parish Council", "the Planning Committee", "the Finance and Audit Committee")]
    [True, True, False]
    """
    by = _DONE_BY.search(sentence)
    m = _NAMED.match(sentence, by.end() if by is not None else 0)
    known = set(re.findall(r"[a-z]+", head.lower()))
    if re.match(r"(?:The )?(?:Cabinet|Executive)\b", sentence) is not None and known & _SMALL and not known & {"cabinet", "executive"}:
        return True  # of the county, in the minutes of a parish
    if (bracket := _BY_WHOM.match(sentence)) is not None and not set(re.findall(r"[a-z]+", bracket["who"].lower())) <= known | {"the"}:
        return True
    if _ADVISED.match(sentence) is not None and "council" in known and not known & (_ADVISERS | {"cabinet"}):
        return True
    if m is None or not known & {"council", "committee", "board", "commission", "commissioners"}:
        return False
    which = set(re.findall(r"[a-z]+", m["which"].lower())) - {"and", "of", "for", "the", "full", "s"}
    words = which - known
    if by is not None and which and which == words and m["noun"] != "Council":
        return True
    if which and which == words and which - _ANYONES and ((m["noun"] == "Council" and _PROPER.search(head) is not None) or (m["noun"] == "Board" and "council" in known and "board" not in known)):
        return True  # "The National Joint Council agreed …", "The Fire Board voted …"
    return bool(words & _TIERS) or bool(words and m["noun"] != "Council" and m["noun"] != "Board" and not known & _ADVISERS)


def emphatic(sentence: str) -> str | None:
    """The word by which a sentence in running type sets its decision apart in capitals: "The Council otherwise AGREED the changes".

    >>> emphatic("Following the vote, the Committee RESOLVED to GRANT PLANNING PERMISSION.")
    'RESOLVED'
    >>> emphatic("The minutes of 3 May were submitted and were APPROVED."), emphatic("MEMBERS NOTED THE REPORT AND WERE PLEASED")
    ('APPROVED', None)
    >>> emphatic("The Chair said that the report was NOTED") is None
    True
    """
    m = _EMPHATIC.match(sentence)
    if m is None or sum(c.isupper() for c in sentence[:m.start("verb")]) > 0.5 * sum(c.isalpha() for c in sentence[:m.start("verb")]):
        return None
    if re.search(r"\b(?:said|stated|reported|explained|advised|asked|recalled|reminded|told)\b", sentence[:m.start("verb")]):
        return None
    return m["verb"]


@lru_cache(4096)
def decided_sentence(sentence: str) -> str | None:
    """The pattern by which a sentence with its own subject decides something; None for notes of discussion.

    >>> [decided_sentence(t) for t in ("The Transport and Connectivity Committee noted the report.", "The panel agreed to note the report.",
    ...  "The minutes of the previous meeting were agreed as accurate.", "That the minutes be approved as a correct record.")]
    ['noted', 'agreed', 'minutes', 'minutes']
    >>> [decided_sentence(t) for t in ("Members noted that it rained.", "The Cabinet Member agreed to bring a report.",
    ...  "The Committee noted that the following questions had been received.", "A Member noted the absence of school exclusions.",
    ...  "Officers agreed to return to the Committee.", "Members noted the challenges of managing limited funding.")]
    [None, None, None, None, None, None]
    """
    if _PAST.search(_AS_BEFORE.sub("", sentence)[:160]) and not _MINUTES.match(sentence):
        return None
    if re.match(r"(?:[Tt]he )?(?:(?:Deputy|Assistant|Acting|Interim) )?Chief Executive\b(?!['’]|\s+(?:report|update|appraisal|salary)\b)", sentence) is not None:
        return None  # an officer; "the Executive" is a body
    if _APOLOGIES.match(sentence) is not None:
        return None
    if _ONE.match(sentence) or _BY_OTHER.search(sentence):
        return None
    if _WHILE.match(sentence) and emphatic(sentence) is None:
        return None
    if _BY_CONSENT.match(sentence):
        return "approved"
    if emphatic(sentence) is not None:
        return "emphatic"
    if _NOTED.match(sentence) and not _FEELING.search(sentence[:90]):
        return "noted"
    if _VIEWED.match(sentence) or _VIEW_LAST.search(sentence) or re.search(r"\bagreed (?:to (?:differ|disagree)\b|that (?:it|there) (?:might|may|could)\b)", sentence):
        return None
    if _AGREED.match(sentence) and not re.match(r"(?:Members|members|Councillors|councillors)\s+(?:\w+\s+)?agreed\s+(?:the\s|that (?:it|there|this|the \w+ (?:was|were|had|is))\b)", sentence):
        return "agreed"
    if re.match(r"\S+ accepted the (?:role|post|position|chair|office|nomination)\b", sentence):
        return None  # "CC accepted the role": a person by his initials
    if _APPROVED.match(sentence) and not re.match(r"(?:Members|members)\s+(?:accepted|confirmed)\b|[^a-z]+ MINUTES\W*$", sentence):  # "EDDMONT COUNCIL APPROVED MINUTES": a title
        return "approved"
    if (both := _WELCOMED.match(sentence)) is not None and re.search(r"\bmet\b", both.group()) is None and _VIEW_LAST.search(sentence) is None:
        return "welcomed"
    if _WELSH_MINUTES.match(sentence):
        return "minutes"
    if _MINUTES.match(sentence) and not re.search(r"\b(?:would be|will be|to be|not(?: be)?)\s+(?:agreed|approved|signed|confirmed|accepted|ratified|adopted)", sentence):
        return "minutes"
    if _PASSIVE.match(sentence) or _SHORT.match(sentence):
        return "passive"
    if _MONEY.match(sentence) or _done(sentence):
        return "passive"
    if _FOLLOWING.match(sentence):
        return "following"
    if (shared := _ALL.match(sentence)) is not None and not _opinion(sentence[shared.end():]):
        return "all_agreed"
    if _VOTED.match(sentence):
        return "voted"
    if _THAT.match(sentence):
        return "that"
    return None


def _done(sentence: str) -> bool:
    m = _DONE.match(sentence)
    return m is not None and len(sentence.split()) < 36 and not sentence.endswith(":") and len(_FINITE.findall(m.group())) == 1 and _DONE_ELSEWHERE.search(sentence) is None


_FINITE = re.compile(r"\b(?:was|were|is|are)\b")
_AS_BEFORE = re.compile(r"\bas (?:\w+ly )?(?:agreed|approved|discussed|resolved|set|recommended) (?:at|in) [^,.;:]{3,60}")
"""What was settled before and is kept to: "should remain as agreed at the May meeting"."""
_MODAL = re.compile(r"\b(?P<act>be|would|will|should|shall|must|to)\b|\b(?P<view>could|are|is|was|were|had|has|have|may|might|can)\b")


def _opinion(clause: str) -> bool:
    """ "such bins are unsuitable": a view that was shared, nothing to be done."""
    m = _MODAL.search(clause)
    if re.search(r"\b(?:had|has|have) no (?:objections?|comments?)\b", clause):
        return False  # "that the Parish Council had no objection"
    if re.search(r"\b(?:true|correct|accurate|fair)\b[^.;]{0,20}\brecord\b", clause):
        return False
    if re.match(r"(?:since|as|because|given|in view|due to)\b", clause) and re.search(r"\b(?:should|would|will|shall|must)\b", clause):
        return False
    if re.search(r"\bwould be (?:an?|very|sadly|greatly|sorely|more|good|helpful|useful|beneficial|better|difficult)\b", clause):
        return True
    return m is not None and m["view"] is not None


_WELSH_SOFT = re.compile(r"\b(?:ac?|felly)\s+(?:ph?enderfynwyd|ch?ytunwyd)(?:\s+yn\s+unfrydol|\s+gan\s+bawb)*\s+(?:(?:[bf]od|i|y)\s+)?(?!(?:gan|yn|ym|yng|ar|mewn|eisoes|o|eto|mai|wedi|cyn|ers|pan)\s)(?=[a-zâêîôûŵŷ]{3,}\s)")
"""Welsh, inside a sentence: "Cafwyd trafodaeth a phenderfynwyd gadael y praesept …" (and it was resolved to leave)."""
_ON_RECORD = re.compile(r"(?:his|her|their|(?:the )?names?\b[^.;]{0,40}?)\s*(?:votes?|abstentions?|dissent|names?)?\b[^.;]{0,40}\bbe\s+(?:recorded|noted|minuted)\b")
"""What is put on record of a vote, and decides nothing: "it was agreed that his vote against be recorded"."""
_BARE = re.compile(r"for (?:the )?[A-Z][\w’'. -]{2,40}? to\s[a-z]|not to\s(?!be\b)[a-z]|(?:the|a|an|this|these|we|he|she|they|[A-Z][\w’'-]+)\s[^.;:]{0,90}?\b(?:should|would|will|shall|must|be|to)\b(?! have)")
"""What follows "it was agreed" without "that": "it was agreed the Secretary would write"."""
_READ_OUT = re.compile(r"\b(?:letters?|e-?mails?|message|note|reply|minutes?|statement)\s+(?:(?:dated|received)\s[^:]{3,30}\s)?(?:from|of)\s+(?:the\s+)?[A-Z][^:]{2,80}:\s*$|\bmeeting,?\s+(?:of\s+|on\s+|held\s+(?:on\s+)?)?(?:[A-Z]\w+\s+)?\d{1,2}[^:.;]{0,25}:\s*$|\b(?:notes|minutes|report|letter|e-?mail)\b[^.;:]*\b(?:was|were)\s+(?:\w+ly\s+)?(?:circulated|read(?:\s+out)?|tabled|distributed|quoted):\s*$|\bread(?:s|ing)?\s+(?:out\s+)?(?:an?|the)\s[^.;:]{3,80}:\s*$", re.I)
"""Before what is read out: "The Clerk read an email from the County: it was agreed that …"."""
_ON_A_DAY = re.compile(rf"^\W*On\s+(?:the\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?i:{MONTH})|(?i:{MONTH})\s+\d)")
"""What was agreed on a day that is told: "On 6 June 2022 it was agreed to market the depot"."""
_BECAUSE = re.compile(r"(?:^|\band|\bbut|[,;.])\s*(?:[Aa]s|[Ss]ince|[Aa]fter|[Ff]ollowing|[Gg]iven|[Hh]aving|[Tt]here being|[Tt]herefore|[Hh]ence|[Tt]hen|[Ii]n (?:accordance|line|response|reply|view)|[Dd]ue|[Aa]t the request)\b[^,;.]*\s$")
"""A clause that gives the reason for what was decided: "as there were no further nominations it was resolved that …"."""


def soft_decision(sentence: str, after: str = "") -> int | None:
    """Where the words decided begin in a sentence that says "it was agreed that …" inside; None where it tells of another time
    or the words ``after`` it tell that the proposal fell.

    >>> t = "As there were many requests, it was agreed to prioritise local charities."
    >>> t[soft_decision(t):]
    'prioritise local charities.'
    >>> soft_decision("It was agreed that such bins are unsuitable for the area.") is None
    True
    >>> soft_decision("At the last meeting it was agreed that the weighting should stay."), soft_decision("It was agreed unanimously.")
    (None, None)
    """
    if (welsh := _WELSH_SOFT.search(sentence)) is not None and not re.search(r"\b(?:diwethaf|blaenorol|llynedd)\b", sentence[:welsh.start()]):
        return welsh.end()
    for m in SOFT.finditer(sentence):
        before = sentence[:m.start()]
        if fell(m["verb"], sentence[m.end():] + after):
            continue
        if re.search(r"\bhas been\b[^.]*\brecommended\b", m["lead"]):
            continue  # "It has been recommended to the Borough's Cabinet that …"
        if before.strip() and not re.search(r"(?:[;,:–—-]|\band|\bso|\bbut|\.|\))\s*$", before) and not _BECAUSE.search(before):
            continue
        if (not re.search(r"(?:\bthat|\bto|:)\s*[:,–-]?\s*$", m["lead"], re.I) and not _BARE.match(sentence, m.end())) or not sentence[m.end():].strip(" ."):
            continue
        if _opinion(sentence[m.end():]) or _ON_RECORD.match(sentence, m.end()):
            continue
        if _PAST.search(before) or _READ_OUT.search(before) or _READ_OUT.search(before[:before.find(":") + 1]) or _ON_A_DAY.match(m["lead"]) or _ON_A_DAY.match(before) or re.search(r"\b(?:last|previous) meeting\b", m["lead"]):
            continue
        return m.end()
    return None
