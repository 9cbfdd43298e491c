"""The words that name who meets: "Children, Young People and Families Scrutiny Panel"; and the council it belongs to.

>>> body_in("MINUTES of a meeting of the County Council held in the Council Chamber, Sessions House")
'County Council'
>>> [body_in(t) for t in ("Minutes of the Transport and Connectivity Policy Committee", "SOULDERN PARISH COUNCIL MEETING", "CABINET - 4 February 2025")]
['Transport and Connectivity Policy Committee', 'SOULDERN PARISH COUNCIL', 'CABINET']
>>> [body_in(t) for t in ("Council Chamber, County Hall", "Members of the Public:", "Declarations of Interest")]
[None, None, None]
"""

from __future__ import annotations

from collections.abc import Iterator

from papermine import regex as re
from papermine.language.datewords import MONTH
from papermine.language.welsh import in_english

_NOUN = (r"(?:council|cabinet|(?:sub[-\s]?)?committee|subcommittee|panel|board|executive|forum|commission|authority|partnership|assembly|working\s+(?:group|party)|"
         r"task\s+(?:group|force|and\s+finish\s+group)|trust|trustees|court|agency|association|district|conference|consultative\s+group|governors|directors|"
         r"advisory\s+group|steering\s+group|review\s+body|selectmen|select\s?board|supervisors|aldermen|commissioners|freeholders|corporation|full\s+council|management|adjustment|appeals|review)")
_WORD = r"[\w'’&/.,()–-]+"
_MODERN = rf"(?:general(?=\s+(?:meeting|session))|regular|plenary|special|ordinary|extraordinary|extra[- ]ordinary|annual|additional|statutory|monthly|joint|inaugural|informal|open|public|virtual|hybrid|remote|emergency|budget|adjourned|postponed|reconvened|formal|work|study|business|(?:re)?organi[sz]ational|{MONTH})"
_OCCASION = r"(?:extra-?ordinary|special|ordinary|regular|inaugural|monthly|quarterly|adjourned|reconvened|called|adopted|unadopted|draft|unapproved|statutory|scheduled)"
"""What sort of meeting it is, before who meets: "REGULAR COUNCIL", "Monthly Board"."""
_NTH = r"(?:\d+\w\w|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
"""Which meeting of the year or the term it is: "the 1st meeting of", "First Meeting of"."""
_WELSH = re.compile(rf"^(?:(?:cyfarfod|cofnodion|rhaglen|arferol|blynyddol|misol|arbennig)\s+(?:o(?:'r)?\s+)?)*(?P<body>(?:y\s+)?(?:cyngor|gyngor|pwyllgor|bwyllgor|bwrdd)\b(?:\s+{_WORD}){{0,8}}?)"
                    r"(?:\s+(?:am|ar|yn|nos|gyda|a\s+gynhaliwyd)\b.*)?$", re.I)

NARRATED = re.compile(
    rf"(?:\b(?:minutes?|record|notes|proceedings|meetings?|sessions?|agenda)\s+(?:\([^)]*\)\s+)?(?:of|for|from)\s+(?:(?:the|an?|a\s+meeting\s+of|the\s+meeting\s+of|(?:the\s+)?members\s+of|(?:the\s+)?{_NTH}\s+meeting\s+of|"
    rf"proceedings\s+of|{_MODERN})\s+)*(?:(?:council\s+)?meeting\s+of\s+)?(?:the\s+)?)(?P<body>(?!meeting\b|held\b|the\b){_WORD}(?:\s+(?!held\b|will\b|was\b|which\b|on\b|at\b|to be\b|meeting\b|convened\b|(?-i:met)\b)"
    rf"{_WORD}){{0,16}}?)\s*,?\s+(?:{_MODERN}\s+)*(?:meeting\s+)?(?:which\s+)?(?:(?:was|were|is|will|to)\s+(?:be\s+)?|duly\s+)*(?:held|convened|meeting|took\s+place|take\s+place|being\s+held|on\s+(?:mon|tue|wed|thu|fri|sat|sun|\d))",
    re.I)
"""A sentence that says who meets: "MINUTES of a meeting of the County Council held in …"."""
_HOLDS = re.compile(rf"^(?P<body>[A-Z]{_WORD}(?:\s+{_WORD}){{0,10}}?)\s+(?:held\s+(?:their|its|an?)\b|will\s+(?:be\s+)?hold(?:ing)?\s+(?:their|its|an?)\b|(?:met|convened|will\s+meet|meets)\s+(?:in|on|at|via|remotely|virtually)\b)", re.I)
WILL_HOLD = re.compile(rf"\bwill\s+(?:be\s+)?hold(?:ing)?\s+(?:the\s+)?(?P<body>(?-i:[A-Z]){_WORD}(?:\s+{_WORD}){{0,8}}?)\s+meeting\b", re.I)
"""A municipality says which of its bodies meets: "District of Elk Harbour will hold Committee of the Whole Meeting No. 3"."""

_LEAD = re.compile(
    rf"^\W*(?:(?:draft|unconfirmed|unapproved|approved|confirmed|public|amended|revised|final|summary|supplementary|printed)\s+)*(?:(?:notice\s+(?:and\s+agenda\s+)?of\s+(?:an?\s+|the\s+)?|summons\s+to\s+(?:and\s+agenda\s+for\s+)?(?:an?\s+)?|"
    rf"agenda\s+(?:for|of)\s+(?:an?\s+|the\s+)?|(?:agenda\s+)?(?:{_MODERN}\s+(?:and\s+|&\s+)?)*meeting\s+(?!of\s*:)(?:agenda\s+|minutes\s+)?(?:no\.?\s*\d+\s*|\(\s*no\.?\s*\d+\s*\)\s*|number\s*\d+\s*)?(?:(?:of|for)\s+(?:the\s+)?|[-–—:]\s*(?:(?:final|draft|revised|published|tentative)(?:[-–]\s*revised)?\s+)?)?|"
    rf"minutes?\s+(?:of|for|from)\s+(?:the\s+|an?\s+)?(?:{_MODERN}\s+)*(?:meeting\s*(?:\([^)]*\)\s*)?(?:of|for)\s+)?(?:the\s+)?|minutes?\s*[-–—:]?\s*|"
    rf"notes\s+(?:of|from)\s+(?:the\s+|an?\s+)?(?:meeting\s+of\s+)?(?:the\s+)?|decisions?\s+(?:determined|taken|made)\s+(?:at|by)\s+(?:the\s+)?|"
    rf"(?:meeting(?:\s+of)?|committee|report\s+to|to|decision\s+maker|meeting\s+name|name\s+of\s+(?:meeting|committee)|body)\s*:\s*(?:the\s+)?|agenda\s*[-–—]\s*(?:final|draft|revised|published|tentative)(?:[-–]\s*revised)?\s+|agenda\s*[-–—:]\s*|{_MODERN}\s+(?:meeting|session)\s*[-–—:]\s*|(?:the\s+)?{_NTH}\s+meeting\s+of\s+(?:the\s+)?)\s*)+", re.I)
_TAIL = re.compile(
    rf"(?:\s*[-–—,:|]\s*|\s+)(?:(?:{_MODERN}\s+(?:and\s+|&\s+)?)*(?:meetings?|sessions?)\b.*|(?:{_MODERN}\s+)*(?:business\s+|approved\s+|draft\s+|unapproved\s+|final\s+|adopted\s+)?(?:minutes|agenda|notes|supplement|summons|decisions?|public\s+questions?|questions?|packet|order\s+paper|record|workshops?|proceedings(?!\s+of\b))\b.*|"
    rf"(?:held|on|at)(?:\s+.*)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b.*|\d{{1,2}}(?:st|nd|rd|th)?\s+[A-Z][a-z]+.*|{MONTH}\b.*|"
    r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}.*|\(\s*(?:no\b|the\b|quorum|\d).*|[-–—]\s*\d.*|20\d\d.*)$", re.I)
_ASSEMBLY = re.compile(r"(?:^|\b(?:minutes|notice|agenda|notes|summons)\s+(?:of|for|to)\s+(?:the\s+|an?\s+)?)(?P<body>(?!(?:minutes|notice|agenda|notes|summons)\b)(?:[A-Z][\w'’-]+\s+){0,4}(?:annual\s+)?(?:parish|town|community|village|electors['’]?)\s+(?:meeting|assembly)\b"
                       r"(?!\s+of\b)(?:\s+of\s+electors)?)", re.I)
_BODY = re.compile(
    rf"^(?:the\s+)?(?:(?:{_WORD}\s+){{0,14}}?{_NOUN}(?:\s*\([^)]{{2,40}}\)|\s+(?:no\.?\s*)?(?-i:[A-F]|[IV]{{1,3}}|\d))?(?:\s*(?:/|&|and)\s*(?:{_WORD}\s+){{0,8}}{_NOUN})?|(?:{_WORD}\s+){{0,4}}{_NOUN}\s+(?:of|for|on|to)\s+(?:the\s+)?(?:{_WORD}\s*){{1,9}}|(?:(?:rural|summer|regional|charter)\s+)?(?:township|town|city|village|municipality|county)\s+of\s+(?:the\s+)?(?:[\w'’-]+\s*){{1,4}}|comhairle(?:\s+[\w'’-]+){{1,5}})$", re.I)
_NOT_BODY = re.compile(
    r"^(?:next|no|in|at|by|upon|if|from)\b|,\s+(?:district|ward|board)(?:\s+\w+)?$|\bcouncil\s+districts?$|\b\d+\.\d|\bpublic\s+document\s+pack\b|\b(?:chambers?|members?\s+(?:of|are)|report|item|minutes|declarations?|councillors?|website|chief\s+executive|director|officer|clerk|please|contact|apolog\w+|membership|(?:other|old|unfinished)\s+business|n/a|is|are|was|were|will|be|has|have|"
    r"public\s+speaking|email|telephone|leader|mayor(?!\s+(?:and|&)\s+(?:cabinet|(?:(?:city|town|borough|village|common)\s+)?council|(?:board\s+of\s+)?(?:aldermen|commissioners|selectmen))\b)|chair\w*|purpose|agenda|considered|agreed|resolved|voted|wrote|which|who|that|this|any|all|pursuant|attend|allows?|to|dear)\b|^(?:public|open)\s+forum$|[@?!;]|\d{4,}|[:.]\s", re.I)

_NOT_ALONE = re.compile(r"\b(?:house|room|hall|services|monitoring|order|persons?|under|accounts?|street|road|department)\b", re.I)
"""Words of addresses and posts, which a committee's name may hold too: "Corporate Services Committee"."""
_OF_COUNCIL = re.compile(r"(?P<body>.*\b(?:committee|panel|commission|forum|cabinet|executive|board(?:\s+of\s+(?:education|directors|trustees|governors))?+))\s+of\s+(?!the\s+whole\b)(?:the\s+)?(?-i:[A-Z]).{2,60}\b(?:council|(?:school|water|fire|utility|sanitary)\s+district)$", re.I)
"""Whose a committee is does not belong to its name: "Planning Committee of Strathorrin Council"."""
_OF_PLACE = re.compile(r"(?P<body>(?:city|town|village|borough)\s+council)\s+of\s+the\s+(?:city|town|village|borough)\s+of\s+(?-i:[A-Z])[^,;:]{2,40}(?:,\s+(?-i:[A-Z])[a-zA-Z ]{2,20})?$", re.I)
"""The same of a council: "City Council of the City of Brant, Texas"."""
_COUNCILS = re.compile(r"(?:[A-Z].{2,80}\b(?:council|authority)|[A-Z].{2,50}\b(?:library|schools?|(?:school|water|fire|utility)\s+district)|(?:city|town|village|township|borough|county|municipality)\s+of\s+[A-Z][^–—]{2,40}?)\s+[-–—]\s+(?P<body>.*\b(?:committee|panel|board(?:\s+of\s+\w+)?|commission|forum|cabinet|executive))$", re.I)
"""The same before it: "STRATHORRIN COUNCIL – PLANNING COMMITTEE"."""
_AND_SENTENCE = re.compile(rf"(?P<body>.*\b{_NOUN})\s+(?-i:The)\s+{_NOUN}$", re.I)
"""The sentence below a title begins with the body, too: "MINUTES OF THE TOWN BOARD" ⏎ "The Board met …"."""
_SITS = re.compile(r"\b(?:committee|panel|board|commission|forum|working\s+(?:group|party)|cabinet)$", re.I)

COUNCIL = re.compile(
    r"\b(?P<name>(?:(?:[A-Z][\w'’-]+|of|on|upon|in|the|and|&|a|le|y|St\.?)\s+){1,6}?(?:(?:COUNTY|CITY|DISTRICT|BOROUGH|PARISH|TOWN|COMMUNITY|METROPOLITAN|UNITARY|REGIONAL|VILLAGE|MUNICIPAL|"
    r"County|City|District|Borough|Parish|Town|Community|Metropolitan|Unitary|Regional|Village|Municipal)\s+){1,3}(?:Council|COUNCIL)(?:\s+of\s+[A-Z]\w+)?|"
    r"(?:(?:The\s+|THE\s+)?(?:Corporation\s+of\s+the\s+|CORPORATION\s+OF\s+THE\s+)?(?:(?:Rural|RURAL|Summer|SUMMER|Regional|REGIONAL|Charter|CHARTER|United|UNITED)\s+)?(?:City|CITY|Town|TOWN|Township|TOWNSHIP|County|COUNTY|Village|VILLAGE|Municipality|MUNICIPALITY|Borough|BOROUGH|District|DISTRICT|Shire|SHIRE)\s+(?:of|OF)\s+"
    r"(?:[A-Z][\w'’-]+\s?){1,4}(?:Council|COUNCIL)?)|"
    r"(?:Royal\s+Borough|London\s+Borough|ROYAL\s+BOROUGH|LONDON\s+BOROUGH)\s+(?:of|OF)\s+(?:[A-Z][\w'’-]+\s?(?:(?:and|AND|upon|UPON)\s)?){1,4}|"
    r"(?:(?:[A-Z][\w'’-]+|of|and|&|the)\s+){1,6}?(?:Combined\s+Authority|COMBINED\s+AUTHORITY)|(?:Cyngor|CYNGOR|Gyngor)\s+(?:(?!(?i:cofnodion|cyfarfod|agenda|rhybudd|hysbysiad|minutes|adroddiad|a\s+gynhaliwyd|gynhaliwyd)\b)[A-Z][\w'’-]+\s?(?:[aA]\s)?){1,6}|"
    r"(?:Comhairle|COMHAIRLE)\s+(?:[\wÀ-ÿ'’-]+\s?){1,5})")
"""A council's name: "Kent County Council", "City of Morgan Hill", "London Borough of Southwark"."""


def body_in(text: str) -> str | None:
    """The body that a title line or an opening sentence names, as printed; None where it names none."""
    text = " ".join(text.split())
    if (m := _ASSEMBLY.search(text)) and m["body"][0].isupper():
        return _trim(m["body"])
    for m in (next(narrations(text), None), WILL_HOLD.search(text), _HOLDS.search(text)):
        if m is not None and (body := clean_body(m["body"])):
            return body
    if m := _WELSH.match(text):
        return _one_language(_trim(m["body"]))
    return clean_body(text)


def narrations(text: str) -> Iterator[re.Match[str]]:
    """The sentences that say who meets, but not who meets next: "The next meeting of the Board is on …"."""
    return (told for told in NARRATED.finditer(text, 0, 2600) if not re.search(r"\b(?:next|future|last|previous)\s*$", text[max(0, told.start() - 12):told.start()], re.I))



def welsh_body(text: str) -> bool:
    """The words name a body in Welsh: "Pwyllgor Craffu Cymunedau a Hinsawdd"."""
    return _WELSH.match(" ".join(text.split())) is not None


def clean_body(text: str) -> str | None:
    """A title line without the words round the body's name: "Minutes of the", "meeting", the date.

    >>> clean_body("Joint Morgan Hill Financing Authority/City Council Meeting"), clean_body("Cabinet Member for Education")
    ('Joint Morgan Hill Financing Authority/City Council', None)
    >>> clean_body("REGULAR TOWN BOARD MEETING"), clean_body("MINUTES OF THE PROCEEDINGS OF THE CITY COUNCIL")
    ('TOWN BOARD', 'CITY COUNCIL')
    >>> [clean_body(t) for t in ("SELECTMEN’S MEETING", "Trustees' Meeting", "Clerk’s Meeting", "Residents' Meeting", "Parish Council of St Mary's")]
    ['SELECTMEN', 'Trustees', None, None, "Parish Council of St Mary's"]
    """
    kept = re.sub(r"^of\s+(?:a|an|the)\s+(?=.*\bmeetings?\s+of\b)", "", text.strip(" .,:;-–—*|"), flags=re.I)
    for _ in range(3):
        shorter = _TAIL.sub("", _LEAD.sub("", kept)).strip(" .,:;-–—*|")
        if shorter == kept or not shorter:
            break
        kept = shorter
    kept = re.sub(r"(?<=men)['’]s$|(?<=[eo]rs|ees)['’]$", "", kept, flags=re.I)  # "SELECTMEN'S MEETING", "Trustees' Meeting"
    kept = re.sub(r"^(?:the\s+)?(?:official\s+)?proceedings\s+of\s+(?:the\s+)?|^(?:(?:open|closed|public)\s+)?(?:session|portion)\s+of\s+(?:the\s+)?|^regular\s+|^of\s+the\s+|^(?:the\s+)?honou?rable\s+(?=(?:\w+\s+)?(?:council|board|commission)\b)", "", kept, flags=re.I) or kept
    kept = re.sub(rf"^(?:(?:the|an?)\s+)?(?:{_OCCASION}\s+)+(?=(?:meeting|(?:\w+\s+)?council|(?:\w+\s+)?board|trustees|selectmen|supervisors)\b)", "", kept, flags=re.I) or kept
    kept = re.sub(r"^(?:(?:the|a|an)\s+)?(?:corporation\s+of\s+the\s+(?=(?:township|town|city|village|municipality|county)\b))?(?:(?:the|a|an)\s+)?", "", kept, flags=re.I)
    kept = re.sub(r"^(?:city|town|village)\s+of\s+[^,]{2,40},\s+(?-i:[A-Z])[a-zA-Z]+(?:\s(?-i:[A-Z])[a-zA-Z]+)?\s+(?=(?:city|town|village)\s+council\b)", "", kept, flags=re.I)
    kept = re.sub(r"(?<=council)\s+(?:ordinary|special|extra-?ordinary|regular|annual)\s+(?:council|meeting)$", "", kept, flags=re.I)
    kept = _one_language(re.sub(r"^cruinni[úu]\s+[^/]{3,60}/\s*(?=[A-Z])", "", kept, flags=re.I)) if kept else kept
    if (m := _OF_COUNCIL.match(kept) or _OF_PLACE.match(kept) or _COUNCILS.match(kept) or _AND_SENTENCE.match(kept)) is not None:
        kept = m["body"]
    if not kept or len(kept) > 130 or not kept[0].isalpha() or kept[0].islower() or _NOT_BODY.search(re.sub(r"(?i)\bno\. (?=\d)|(?<=board )to (?=the successor agency\b)|(?<=successor agency )to (?=the )", "no ", kept)) or not _BODY.match(kept) or re.search(r"\b(?:of|the|and|for)$", kept, re.I) or (
            _NOT_ALONE.search(kept) and not _SITS.search(kept)):
        return None
    return _trim(kept)


def _trim(text: str) -> str:
    return text.strip(" .,:;-–—")


def council_in(text: str) -> str | None:
    """The council that ``text`` names.

    >>> council_in("KENT COUNTY COUNCIL"), council_in("COUNTY COUNCIL"), council_in("Minutes of the Souldern Parish Council meeting")
    ('KENT COUNTY COUNCIL', None, 'Souldern Parish Council')
    >>> council_in("CYNGOR TREF ABERMACH ABERMACH TOWN COUNCIL"), council_in("CYNGOR TREF ABERMACH COFNODION")
    ('ABERMACH TOWN COUNCIL', 'CYNGOR TREF ABERMACH')
    """
    for m in COUNCIL.finditer(text):
        name = _one_language(re.sub(r"^(?:(?:the|of|a|and|meeting|minutes|for|to|in|on|by|&)\s+)+", "", re.sub(r"\s+a$", "", m["name"].strip(), flags=re.I), flags=re.I))
        if re.search(r"\b(?:report|staff|agenda|minutes|meeting|committee|regular|special|members|notice|joint)\b", name, re.I):
            continue
        if len(name.split()) > 2 or (len(name.split()) == 2 and not re.match(r"(?:county|city|district|borough|parish|town|community|metropolitan|full)\s+council", name, re.I)):
            return name
    return None


def _one_language(name: str) -> str:
    """The English half of a name that is printed in Welsh and in English ("Cyngor Tref Abermach Abermach Town Council")."""
    halves = [half.strip() for half in name.split(" / ")]
    english = [half for half in halves if not re.match(r"(?:[cg]y?ngor|[pb]wyllgor|comhairle|coiste)\b", half, re.I)]
    if len(halves) == 2 and len(english) == 1 and _BODY.match(english[0]):
        return english[0]  # "CYNGOR CYMUNED CWMDULAS / CWMDULAS COMMUNITY COUNCIL"
    words = name.split()
    for k in range(2, len(words) - 1) if words[0].lower() == "cyngor" else ():
        if in_english(" ".join(words[:k]).lower()) == " ".join(words[k:]).lower().replace("&", "and"):
            return " ".join(words[k:])
    if (m := re.match(r"[cg]y?ngor\s+(?:cymuned|tref|cymdeithas|sir|plwyf)\s+(?=.+\s(?:community|town|county|parish)\s+council$)", name, re.I)):
        return name[m.end():]  # the place once between the two: "CYNGOR CYMUNED CWMDULAS COMMUNITY COUNCIL"
    return name


def generic(body: str) -> bool:
    """The body's name is a kind of council alone ("City Council", "Parish Council"), or nothing but a council's own name."""
    return re.fullmatch(r"(?:the\s+)?(?:full\s+)?(?:\w+\s+)?council", body, re.I) is not None


def municipality(body: str) -> bool:
    """The name is a municipality's, not its council's.

    >>> municipality("Township of Nipissing"), municipality("Township of Nipissing Council")
    (True, False)
    """
    return re.match(r"(?:the\s+)?(?:corporation|(?:(?:rural|summer|regional|charter)\s+)?(?:city|town|township|village|municipality)|county|district|region|shire|london\s+borough|royal\s+borough)\b.{0,40}\bof\b", body, re.I) is not None and (
        re.search(r"\b(?:council|committee|board|panel|cabinet|authority|commission)\b", body, re.I) is None)


ASKS_FOR = re.compile(
    r"(?:(?:The|This)\s+)?(?:[A-Z][\w’'&-]*\s+){0,4}?(?:Council|Committee|Sub-Committee|Cabinet|Board|Panel|Authority|Forum|Executive|Members|Councillors)\s+(?:is|are)\s+(?:therefore\s+|hereby\s+|accordingly\s+|now\s+)?(?:asked|recommended|requested|invited)\s+to\s+"
    r"(?:consider\s+and\s+)?(?:accept|adopt|agree|approve|authori[sz]e|confirm|consider|decide|delegate|determine|endorse|grant|note|ratify|receive|recommend|resolve|support)\b")
"""How a paragraph of a report begins that asks the meeting for something: "Members are asked to approve the dredging"."""
