"""Titles that say what a paper is: the words that its first page prints large.

>>> bool(MINUTES.search("MINUTES of a meeting of the County Council held in the Council Chamber,")), bool(MINUTES.search("City Council Minutes"))
(True, True)
>>> bool(MINUTES.search("3. Minutes of the previous meeting")), bool(AGENDA.search("A G E N D A")), bool(AGENDA.search("Agenda Item 4"))
(False, True, False)
"""

from __future__ import annotations

from papermine import regex as re
from papermine.language.screened import Screened

_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|march|april|may|june|july|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
_DRAFT = r"(?:(?:draft\s?[-–—]|draft|amended|revised|unconfirmed|unapproved|approved|confirmed|unadopted|adopted|action|public|open|printed|final|official)\s+)*"
_MEETING = r"(?:the\s+|an?\s+)?(?:[\w'’&/.,()-]+\s+){0,14}?(?:meetings?|sessions?|assembly|hearings?|council|committee|panel|board|cabinet|executive|proceedings)\b"
MINUTES = re.compile(
    rf"^\W*(?:{_DRAFT}(?:minutes?|cofnodion|miont[uú]airisc[ií])\W*(?:$|\d|of\b|for\b|from\b|approved|[-–—:(]|{_MONTH}\W+(?:19|20)\d\d\b|(?:(?:ordinary|special|general|regular|extraordinary|annual|inaugural|council|committee|board|statutory)\s+){{1,4}}meeting\W*$|no\b|o['’]?r?\b|(?:yr?\s+)?(?:cyfarfod|cyngor|pwyllgor)\b(?!\s+(?:diwethaf|blaenorol)))|"
    rf"[A-Z][A-Z .'’-]+,\s+\d{{1,2}}\s+{_MONTH}\s+(?:19|20)\d\d\.?\s+minutes?\s+of\s+{_MEETING}|"
    rf"{_DRAFT}(?:notes|notes and actions|record|(?:report of (?:the )?)?proceedings|journal)\s+of\s+{_MEETING}|"
    rf"(?!.*\b(?:approv\w*|confirm\w*|receiv\w*|previous|last|adopt\w*|agree\w*|sign\w*|note|consider\w*)\b)(?:(?:[\w'’&/.,()–-]+\s+){{1,9}}minutes|(?:[\w'’&/.,()–-]+\s+){{0,9}}(?:meeting|commission(?:er)?s?['’]?s?|board|council)\s+proceedings)\W*(?:$|from\s+(?:the\s+)?meeting\b|(?:(?:for|of|from)\s+)?(?:\w+day,?\s+)?(?:{_MONTH}\s+\d|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}|\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2}})))",
    re.I)
"""Titles of minutes."""
MINUTES_ITEM = re.compile(r"^\W*minutes\s+of\s+(?:the\s+)?(?:previous|last)\s+meetings?\W*$", re.I)
"""An item of business, not a paper's title: "Minutes of the previous meeting"."""
AGENDA = Screened(
    r"^\W*(?!.*\b(?:item|report|statement|plan)\b)(?!(?:(?:\d[\d.]*|[A-Z]\.)\s+)?(?:adoption|approval|acceptance|confirmation|review|setting|consent)\b)(?:(?:[\w'’&/,.()–-]+\s+){0,9}?(?:agenda|a\s+g\s+e\s+n\s+d\s+a|cl[aá]r|rhaglen)"
    r"(?:\W*$|\W+(?:packet|pack|pub\w+|supplement\w*|revised|amended|final(?:-revised)?|draft|tentative|preliminary|and|&|of|for|page|part\s+(?:\d|[ivx]+|[a-c]|one))\b.*|\W+(?:\d|mon|tue|wed|thu|fri|sat|sun).*)|"
    r"(?:notice\s+of\s+(?:[\w'’]+\s+){0,8}meeting|summons|(?:(?:order|items)\s+of\s+)?business|b\s+u\s+s\s+i\s+n\s+e\s+s\s+s|order\s+paper|orders\s+of\s+the\s+day|(?:supplementary|supplemental)\s+(?:agenda|information|papers?)\W*.*)\W*$|"
    r"(?:summons\s+(?:to|and)|agenda\s*(?:&|and)\s*summons)\b.*|you\s+are\s+(?:hereby\s+)?(?:summoned|invited)\b.*|dear\s+(?:sir|member|councillor|colleague)\b.*)",
    ("agenda", "a g e", "clár", "clar", "rhaglen", "notice", "summon", "business", "b u s", "order", "supplement", "invited", "dear"), flags=re.I)
"""Titles of agendas, and of the letters that enclose papers."""
DECISION = re.compile(
    r"^\W*(?:[\w'’&/,.()]+\s+){0,6}?(?:[-–—]\s*)?(?:records?\s+of\s+(?:(?:an?|the|cabinet|executive|officer|member|delegated|individual|portfolio|key|urgent)\s+)*"
    r"decisions?|(?:statement|notice)\s+of\s+(?:executive\s+|cabinet\s+|key\s+)?decisions?(?:\s+(?:made|taken|by|of)\b.*)?|"
    r"decisions?\s+(?:notices?|records?|recording|sheets?|list|summary|log|form|statement)|"
    r"decisions\s+(?:taken|made|of)\b.*|summary\s+of\s+decisions|(?:officer|delegated|executive|cabinet\s+member|portfolio\s+holder)\s+decision(?:\s+(?:report\s+)?form|\s+record|\s+notice)?"
    r")(?:\s+form)?(?:\s+(?:of|by)\s+(?:the\s+)?(?:(?:[\w'’&-]+\s+){0,6}(?:cabinet|executive|council|committee|board|leader|mayor|member|holder|director|officer)\b)[^.]{0,60})?\W*(?:$|[-–—:(]|\d)", re.I)
"""Titles of records and notices of decisions."""
PROGRAMME = re.compile(
    r"^\W*(?:[\w'’&/,.()–-]+\s+){0,8}?(?:(?:forward|work|scrutiny|annual|future)\s+)?(?:(?:forward|work)\s+(?:work\s+)?(?:plan|programme|program|planner|planning)|(?:business|committee)\s+planner)\b"
    r"(?:\W*$|\W+(?:for|of|as|at|to|20\d\d|\d|and|19\d\d|update).{0,60}$)|^\W*notice\s+of\s+(?:(?:forthcoming|intention\s+to\s+(?:make|take)|intended|proposed|future)\s+)?"
    r"(?:key\s+)?(?:executive\s+)?decisions\W*$|^\W*(?:rolling|schedule\s+of)\s+(?:programme|forthcoming)\b.{0,40}$", re.I)
"""Titles of work programmes and forward plans."""
QUESTIONS = re.compile(
    r"^\W*(?!.*\b(?:financial|accounts?|policy|strategy|governance|assurance|annual|income|investment|impact|position)\s+statements?\b)(?:[\w'’&/,.()]+\s+){0,5}?(?:[-–—]\s*)?(?:(?:public|written|oral|members?['’]?|councillors?['’]?|supplementary|councillor|member)\s+)*"
    r"(?:questions?|statements?|petitions?|public\s+forum|deputations?)\b(?:\W*$|\W*(?:\d+\W*$)|\W+(?:from|to|and|by|for|under|submitted|received|pursuant|put)\b.{0,90}$)", re.I)
"""Titles of questions, statements and petitions."""
APPENDIX = re.compile(
    r"^\W*(?:(?:appendix|annex|annexe|attachment|enclosure|exhibit|atodiad|schedule|addendum)\b\s*(?:no\.?\s*)?[\"“”'‘’]?"
    r"(?P<which>[A-Z]{1,2}\d{0,2}|\d{1,2}[A-Za-z]?|[ivx]{1,5}|one|two|three|four|five)?(?=[\s:.,–—\-)\"“”'’]|$)(?:\.\d{1,2})?)", re.I)
"""Headings of appendices, at the start of a line."""
APPENDIX_LATER = re.compile(r"^[^.]{4,60}\s[-–—(]?\s*(?:appendix|annex|annexe|attachment)\s+(?:[A-Z]|\d{1,2}[a-z]?)\b(?!\s*(?:to|of|and)\s+th(?:is|e|at)\b)", re.I)
IMPACT_FORM = re.compile(r"^(?:[\w’'&,-]+\s+){0,5}?(?:impact\s+(?:assessments?|analysis)|EQIA|EIA|ECIA)\b(?:\s+(?:form|template|screening|summary|record|\(.{2,20}\)))*\W*$", re.I)
STAMP = re.compile(r"^\s*(?:public\s+)?(?:agenda|minute)\s+(?:item|annex)\s*(?:no\.?|number)?\s*:?\s*#?\s*(?P<number>[A-Z]{0,2}[-.]?\d[\w.()/-]*)\s*$", re.I)
"""The stamp "Agenda Item 3" on the first page of an item's papers."""
REPORT_TITLE = re.compile(
    r"^\W*(?:(?:[\w'’&,]+\s+){0,5}?(?:staff|committee|council|cabinet|board|officer['’]?s?|agenda|planning|delegated|executive|information|administrative|manager['’]?s?|clerk['’]?s?)\s+"
    r"(?:agenda\s+)?(?:item\s+)?report(?:\s+to\s+(?:the\s+)?(?:city\s+|town\s+|county\s+)?(?:council|committee|cabinet|board|mayor.*))?|(?:joint\s+)?report\s+(?:of|to|by|from)\s+(?:the\s+)?[A-Z].{3,90}|"
    r"(?:(?:city|town|county|village)\s+)?(?:council|agenda|board|commission)\s+(?:letter|communication|memorandum|action\s+(?:form|request)|(?:agenda\s+)?item\s+(?:summary|report|cover\s+sheet|transmittal|briefing(?:\s+sheet)?|memo(?:randum)?|form)|action\s+memo(?:randum)?|briefing\s+sheet|summary)|request\s+for\s+(?:decision|(?:(?:city|town|county|village)\s+)?(?:council|board|commission|committee)\s+action)|"
    r"(?:city|town|county|council)?\s*memorandum|report)\W*(?:$|\d)", re.I)
PERIODIC = re.compile(
    rf"^(?:[^/]{{4,60}}\s/\s)?(?:chief\s+executive(?:['’]s|\s+officer['’]?s?)?\s+(?:(?:monthly|management|progress)\s+)*report|monthly\s+management\s+report)\b(?:\W*$|\W+(?:to|for|no|{_MONTH})\b.{{0,60}}$)", re.I)
"""The title of what the chief executive reports each month: "Chief Executive’s Management Report – May 2024"."""
OF_MONTH = re.compile(rf"(?:^|[-–—:,(]\s*|\b(?:report|for|meeting)\s+)(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?{_MONTH},?\s+(?:19|20)\d\d\W*$", re.I)
REPORT_BY = re.compile(r"^\W*(?:joint\s+|a\s+)?report\s+(?:of|by|from)\s*:?\s+(?:the\s+)?[A-Z].{3,120}$", re.I)
