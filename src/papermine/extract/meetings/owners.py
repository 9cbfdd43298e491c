"""Which of the names on a page is the body that meets: how likely each is, whose "Authority" or "Board" it is, and what heads the page where no word says so."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Sequence

from papermine import regex as re
from papermine.document import Line
from papermine.extract.paragraphs import Paragraph, paragraph
from papermine.language.bodies import council_in, generic, municipality
from papermine.language.dates import find_dates, find_times
from papermine.provenance import Place

_BARE = re.compile(r"(?:the\s+)?(?:(?:monthly|regular|ordinary|special|annual|full)\s+)*(?P<noun>committee|board|authority|commission|corporation|court)", re.I)
_NO_NAME = re.compile(r"\b(?:minutes?|agenda|meetings?|notice|summons|session|report|draft|unconfirmed|approved|copy|page|present|held|date|time|venue|chambers?|halls?|rooms?|cent(?:re|er)|offices?|street|road|library|church|public|document|pack|welcome|dear|to|from|proceedings|cofnodion|cyfarfod|rhaglen)\b|[\d@:;?!]", re.I)
_SORT = r"(?:(?:regular|special|ordinary|extra-?ordinary|annual|general|monthly|quarterly|joint|open|public|emergency|budget|adjourned|called|work|workshop|business|organi[sz]ational|board|draft|approved|unapproved|unconfirmed|final|official)\s+(?:and\s+|&\s+)?)*"
"""What sort of meeting, between who meets and the word "meeting"."""
_SLOTS = tuple(re.compile(slot, re.I) for slot in (
    rf"\b(?:minutes|meeting|session|agenda|proceedings|notes)\s+(?:of|for|from)\s+(?:(?:the|an?|{_SORT}meeting\s+of)\s+)*(?P<body>(?-i:[A-Z])[^.;:()]{{3,90}}?)(?=\s+{_SORT}(?:meeting|session|held|on|at|which|took|dated|convened|was)\b|\s*(?:[,(–—;.]|$))",
    rf"^\W*(?P<body>(?-i:[A-Z])[^.;:()]{{3,90}}?)\s*(?:[-–—]\s*)?\b{_SORT}(?:meeting|session|minutes|agenda|proceedings)\b",
    rf"\b(?:attend|hold(?:ing)?)\s+(?:the|an?)\s+(?:next\s+)?{_SORT}(?P<body>(?-i:[A-Z])[^.;:()]{{3,90}}?)\s+{_SORT}meeting\b"))
"""Where titles and letters name who meets, whatever it is called: "Minutes of … held on", "… Minutes", "invited to attend the … Meeting"."""
_NO_BODY = re.compile(r"\b(?:minutes?|agenda|meetings?|notice|summons|session|report|draft|unconfirmed|approved|page|present|held|date|time|venue|dear|from|previous|last|next|\w+day|january|february|march|april|may|june|july|august|september|october|november|december|members?|action|call|approval|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|first|second|third|\\w+th)\b|[\d@:;?!]", re.I)
_BODY_NOUN = r"(?:division|district|municipality|board|authority|corporation|schools?|county|city|town|village|hamlet|borough|township|shire|islands?|parish|community|council|commission|committee|court|society|trust|association|alliance|federation|partnership|consortium|services?|agency|panel|forum|assembly|union|department|institute|college|university|utilit(?:y|ies)|region|reserve|nation|jury|library)"
_INSTITUTION = re.compile(rf"(?:(?:the\s+)?(?:[\w’'-]+\s+){{0,4}})?{_BODY_NOUN}(?:\s+(?:of|for)\b.*|\s+no\.?\s*\d+|\s+#\d+)?\W*", re.I)
_SMALL = re.compile(r"(?:of|the|and|upon|on|in|le|de|du|y|&|for|a)", re.I)
_NUMBERED = re.compile(r"\s+no\.?\s*\d{1,4}$", re.I)


def bare_noun(body: str) -> str | None:
    """The noun of a body that is named by nothing else: "Authority", "Monthly Board"; a council's own name stands in another column.

    >>> bare_noun("Monthly Board"), bare_noun("the Authority"), bare_noun("Council")
    ('Board', 'Authority', None)
    """
    m = _BARE.fullmatch(body)
    return m["noun"] if m is not None else None


def institution(lines: Sequence[Line]) -> Line | None:
    """The line that heads the page, if it names a body by its noun, last or before "of": no motto ("Working Together For Heath"), person or address."""
    over = heading(lines)
    return over if over is not None and _INSTITUTION.fullmatch(over.text) is not None else None


def heading(lines: Sequence[Line]) -> Line | None:
    """The line that names who publishes the paper, by its place and form: one of the first three, above any date, two to nine words in capitals or each with one, and none of a title of minutes or of an address.

    "FORT LA ROSSE SCHOOL DIVISION" ⏎ "REGULAR MEETING MINUTES".
    """
    for line in lines[:3]:
        text = line.text.strip(" .,-–—*|")
        if find_dates(text) or find_times(text, context=True):
            return None
        words = _NUMBERED.sub("", text).split()
        if 1 < len(words) < 10 and not _NO_NAME.search(" ".join(words)) and all(word[:1].isupper() or _SMALL.fullmatch(word) for word in words) and len(line.segments()) == 1:
            return line
    return None


def phrased(lines: Sequence[Line]) -> tuple[str, Paragraph] | None:
    """Who meets by its place in a title's words, whether or not it ends in what bodies are called: "Minutes of the meeting of the Hall and Recreation Ground Trustee held on …", "Walden Parks and Recreation Minutes".

    None where only the sort of meeting stands there ("Annual General Meeting"), or a place ("Council Chamber").
    """
    held = [paragraph([line]) for line in lines[:5]]
    held += [paragraph([a, b]) for a, b in itertools.pairwise(lines[:5]) if abs(a.size - b.size) < 0.6 and a.bold == b.bold and b.gap < b.size]
    for slot, title in itertools.product(_SLOTS, held):
        if len(title.lines[0].segments(2.5)) > 1 or (slot is _SLOTS[1] and len(title.lines) > 1):
            continue
        for m in slot.finditer(title.text):
            body = re.sub(rf"^(?:(?:the|an?)\s+)?(?:{_SORT})(?=\S|$)|\s+{_SORT}$", "", m["body"], flags=re.I).strip(" ,-–—")
            words = body.split()
            if not words or len(words) > 10 or not body[0].isupper() or _NO_BODY.search(body) or not all(word[:1].isupper() or _SMALL.fullmatch(word) for word in words):
                continue
            if MEETS.search(words[-1]) if len(words) == 1 else not PLACES.search(body):
                return body, title
    return None


PLACES = re.compile(r"\b(?:chambers?|rooms?|halls?|offices?|street|road|house|building)$", re.I)
"""What the name of a place ends in."""


def owned(noun: str, lines: Sequence[Line]) -> tuple[str, Line] | None:
    """The full name of a body that its minutes call "Authority" or "Board", by the line that heads the page: "SAUBLE RIDGE CONSERVATION AUTHORITY"; None where nothing of that kind heads it."""
    over = heading(lines)
    if over is None:
        return None
    name = over.text.strip(" .,-–—*|")
    return (name, over) if re.search(rf"^{noun}\b|\b{noun}$", name, re.I) else None


_ACTS = r"(?:Council|Board|Committee|Commission|Authority|Panel|Forum|Trustees|Selectmen|Commissioners|Supervisors|Directors|Aldermen)"
_SAID = re.compile(rf"\b(?P<body>(?:(?!The\b)[A-Z][\w'’-]+\s+(?:(?:and|&)\s+)?){{0,4}}(?P<noun>{_ACTS})(?:\s+of\s+(?:Trustees|Directors|Selectmen|Supervisors|Commissioners|Aldermen|Education|Health|Adjustment|Appeals|Governors))?)\b(?!['’]s?\s|\s+(?:Chambers?|Rooms?|Members?|Office\w*|Chair\w*|of\s+(?:the\s+)?[A-Z])\b)")


def spoken(lines: Iterable[Line], title: str | None) -> tuple[str, Place] | None:
    """The body that minutes speak of where the title names none, or one word of it (``title``): the one that is named again and again, and none beside it half as often.

    "SELECTMEN’S MEETING" of which the text tells that "the Board of Selectmen VOTED".
    """
    said = [(line, m) for line in lines for m in _SAID.finditer(line.text) if title is None or m["body"].lower().endswith(f" of {title.lower()}")]
    (noun, often), *others = Counter(m["noun"] for _, m in said).most_common(2) or [("", 0)]
    if often < (1 if title is not None else 3) or (others and 2 * others[0][1] > often):
        return None
    names = Counter(m["body"] for _, m in said if m["noun"] == noun)
    body = max(names, key=lambda name: (names[name] > 1, len(name.split()) if names[name] > 1 else -len(name.split()), names[name]))
    line, m = next((line, m) for line, m in said if m["body"] == body)
    return body, line.place(*m.span("body"), "body")


def body_key(body: str | None) -> str:
    """The body's words for comparing, case and "the" evened out."""
    words = re.findall(r"\w+", (body or "").lower().replace("&", "and"))
    return " ".join(w for w in words if w not in ("the", "meeting", "policy"))


MEETS = re.compile(r"\b(?:council|select\s?board|cabinet|(?:sub-?)?committee|panel|board|executive|commission|authority|assembly|forum|group|party|governors|trustees|supervisors|commissioners|selectmen|meeting|partnership|trust|court)\b", re.I)
"""What a body is called; "review" or "management" ends the name of one as often as a report's title."""


def rank(body: str, council: str | None) -> float:
    """How likely a name is the body that meets: a committee before the council that it belongs to, a name before its translation."""
    if re.match(r"(?:cyngor|comhairle)\b", body, re.I):
        return 4.3  # "CYNGOR CYMUNED CWMDULAS" over "Cwmdulas Community Council"
    if re.fullmatch(r"(?:the\s+)?(?:full\s+)?council", body, re.I):
        return 4.5
    if re.match(r"(?:parish|town|community)\s+council$", body, re.I) and re.match(r"(?:the\s+)?(?:town|village|borough)\s+of\b", council or "", re.I) is None:
        return 5.5  # the council's own name says which
    if (council is not None and body_key(body) == body_key(council)) or council_in(body) == body or municipality(body):
        return 4.2 if municipality(body) else 4
    if re.match(r"(?:the\s+)?(?:\w+\s+)?council\s+of\s", body, re.I):
        return 3.5  # "City Council of the City of X met in regular session": the heading calls it "City Council"
    if re.search(r"\bcouncil$", body, re.I) and not generic(body) and not re.search(r"/|\b(?:authority|agency|committee|board|commission)\b", body, re.I):
        return 2.5  # "NORTHMOOR & VALE COUNCIL" above "CABINET – 3 JANUARY 2019"
    if re.search(r"\bauthority$", body, re.I):
        return 0.8  # "NORTHMOOR FIRE AUTHORITY" above "AUDIT COMMITTEE"
    return 2 if generic(body) else 0 if MEETS.search(body) else 1 if " " in body else 4.4  # "APPEALS" heads business as well
