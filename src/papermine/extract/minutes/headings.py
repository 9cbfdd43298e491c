"""The lines of minutes that may be numbered headings of business, and how much each looks like one (`headingchain` chooses).

Headings count up through the whole paper ("292.", "293.", …) and look like titles: bold, in capitals,
larger, or set apart. Numbered paragraphs start again under each heading.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from papermine import regex as re
from papermine.document import Line
from papermine.extract.paragraphs import Measure
from papermine.language.motions import INITIALLED, find_moved
from papermine.language.names import is_person, read_person
from papermine.language.numbering import letter_value, marker, roman_value
from papermine.language.outcomes import SETTLED
from papermine.language.person import is_word
from papermine.language.titles import CHAIR

_PREFIXED = re.compile(
    r"(?:(?:MINUTE|Minute|Min|Item|ITEM|Agenda Item|AGENDA ITEM|Agenda item|Minute No|MINUTE NO|Item No)\.?\s*(?:(?:No|Number|NO)\.?\s*)?(?P<named>\d{1,4}(?:[/.]\d{1,4})?[a-z]?)"
    r"|(?!(?:19|20)\d\d-[01]\d-[0-3]\d\b)(?P<number>\d{2,4}(?:[-–]\d{2})?/[A-Za-z]{1,5}/\d{1,3}|(?:[A-Z]{1,6}\s?[/.-]?\s?|[A-Z][a-z]{1,5}/(?=\d{1,4}/\d))?\d{1,4}(?:[/.-]\s?\d{1,4}){0,3}[a-z]?))(?P<dot>[.:)]|\s[-–])?\s+(?=[A-Z\"“‘(&]|(?<=[/A-Z]\d\d\s)\d{1,4}/\d)")
_WITH_AGENDA = re.compile(r"(?P<number>[A-Z]{1,5}\s?\d{1,4}/\d{2,4})\s+\d{1,2}[.)]\s+(?=[A-Z])")
_STREET = re.compile(r"\d{1,5}\s+(?:[A-Z][\w.’'-]*\s+){1,4}(?i:avenue|ave|street|st|road|drive|boulevard|blvd|lane|plaza|parkway|highway|square|way)\b\.?(?:,.{0,60})?")
"""Where a body meets is no heading: "12650 DETROIT AVENUE"."""
_LONG = re.compile(r"(?P<number>\d{4,5}(?=\s+[A-Z’' ]{6})|(?!(?:19|20)\d\d)\d{4}(?=\s+[A-Z][a-z]))\s+")
"""A minute's number of a book that counts through the years: "1358 DECLARATIONS"; what may be a year is none before small letters."""
_NUMBER_LINE = re.compile(r"(?:Minute|MINUTE|Min|Item|ITEM)\.?\s*(?:No|NO|Number|NUMBER|Ref|REF)\b\.?:?\s*(?P<number>\d{1,4}(?:[/.-]\d{1,4})?[a-z]?)[.:]?$")
_ITEM_LINE = re.compile(r"[\[(]?\s*(?:Agenda\s+)?Items?\s*(?:No\.?\s*)?(?P<number>\d{1,3}[a-z]?(?:\([a-z]\))?)\s*[\])]?\.?$", re.I)
_ITEM_TAIL = re.compile(r"\s*[\[(]\s*(?:Agenda\s+)?Item\s*(?:No\.?\s*)?(?P<number>\d{1,3}[a-z]?)\s*[\])]\s*$", re.I)
_ITEM_FIRST = re.compile(r"[\[(]\s*(?:Agenda\s+)?Item\s*(?:No\.?\s*)?(?P<number>\d{1,3}[a-z]?)\s*[\])]\s*(?=[A-Z])", re.I)
_SENTENCE_TAIL = re.compile(
    r"\s*(?::|\s[-–—])\s+(?=(?:the following|[Tt]here (?:was|were|being)|[Ii]t was|[Tt]his |[Tt]he (?:Chair|Clerk|minutes|Council|Committee|meeting|following)|"
    r"Motion (?:to|that)\b|None\b|Nil\b|No\b (?:further|other|apologies|declarations|items)|[a-z]+ (?:the|following|were|was|had|by)\b|Noted\b|Received\b))")
_NEXT_MEETING = re.compile(
    r"(?P<title>(?:Date|DATE)(?: and (?:Time|time|Venue|venue))? (?:of|OF) (?:(?:the|THE) )?(?:Next|next|NEXT) (?:Meeting|meeting|MEETING))\s*[-–—:]?\s+(?=(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\d{1,2}(?:st|nd|rd|th)?\s+[A-Z])")
VERB = re.compile(r"\b(?:was|were|had|has|have|is|are|said|asked|noted|agreed|resolved|reported|will|would|be|been|did|stated|advised|explained)\b")
"""Words that make a sentence of a line, so that it is no title."""


@dataclass(slots=True)
class Candidate:
    """A line that starts with a number or letter: its place among the lines, and how it looks.

    ``bold``: the words after its number that are bold without a break, from (first, to).
    ``above``: words without a number of their own stand below it.
    """

    at: int
    line: Line
    number: str
    value: tuple[int, ...]
    style: str
    rest: str
    strong: bool
    weight: float
    bold: tuple[int, int] = (0, 0)
    above: bool = False


def item_line(text: str) -> str | None:
    """The agenda number of a line that says only "(Item 7)".

    >>> item_line("(Item 7)"), item_line("Item 12 was withdrawn")
    ('7', None)
    """
    m = _ITEM_LINE.match(text.strip())
    return m["number"] if m and (m.group().strip()[0] in "([" or m.group().strip()[-1] in ")]") else None


def take_item(title: str) -> tuple[str, str | None]:
    """A title, and the agenda number in brackets at its end, or before it.

    >>> take_item("Apologies for Absence (Item 1)")
    ('Apologies for Absence', '1')
    >>> take_item("(Agenda Item No. 4) Speed Limits")
    ('Speed Limits', '4')
    """
    if (first := _ITEM_FIRST.match(title)) is not None:
        return title[first.end():], first["number"]
    m = _ITEM_TAIL.search(title)
    return (title[:m.start()].rstrip(), m["number"]) if m else (title, None)


_FULL_STOP = re.compile(r"(?<=[a-z)])(?:\.\s+(?=[A-Z])|:\s+(?=[A-Z\d£]))")


_TOLD = re.compile(r"(?:Apologies(?: for [Aa]bsence)?|(?:The )?Minutes of the (?:last|previous) [Mm]eeting)(?=,? (?:were|was|had been|having been|are|from)\b)")
"""What business begins with, and goes on as a sentence: "1. Apologies were received from Jo Vane"."""
_CAPITALS = re.compile(r"(?P<title>[A-Z][^a-z:.]{3,90}):\s+(?=[“\"(]?[A-Z][a-z].*[a-z)]\.(?:\s|$))")
"""A title in capitals before sentences: "CALL TO ORDER: The Chair called the meeting to order"."""


def sentence_tail(title: str, *, plain: bool = False) -> int | None:
    """Where a heading that runs into a sentence stops being a title.

    >>> t = "Planning – the following applications had been received"
    >>> t[:sentence_tail(t)]
    'Planning'
    >>> sentence_tail("Property – Future Options"), sentence_tail("Governance: a review")
    (None, None)

    ``plain``: the heading is set as the text is ("2. Minutes. Approved online"), and ends at its first stop.
    """
    if (when := _NEXT_MEETING.match(title)) is not None:
        return when.end("title")
    if (capitals := _CAPITALS.match(title)) is not None:
        return capitals.end("title")
    if (dash := re.search(r"\s*:\s?[-–—]\s+(?=\S)", title)) is not None and dash.start() > 2:
        return dash.start()  # "Present:- Mrs J Lees, Mr D Hale"
    m = _SENTENCE_TAIL.search(title)
    if m and m.start() > 2:
        return m.start()
    if plain and (m := _TOLD.match(title)) is not None:
        return m.end()
    if plain and (m := _FULL_STOP.search(title)) and m.start() < 60 and not VERB.search(title[:m.start()].rsplit(" ", 1)[0]):
        return m.start() + (title[m.start()] == ".")
    colon = title.find(": ")
    if colon > 2 and (is_person(title[colon + 1:].split(",")[0].split(" and ")[0].strip()) and re.search(r"apolog|present|attend|chair|absen", title[:colon], re.I)):
        return colon
    return None


_VOTER = re.compile(r"[A-Z][a-z’']+-[A-Z][a-z’']+|.*\s[Xx✓✔√]")
"""A name with its tick in a grid of votes, or a double surname, of which each part may be a word: "D. Clegg-Holm X"."""


def number_at(text: str) -> tuple[str, tuple[int, ...], str, str] | None:
    """The number that a heading starts with: as printed, its value, its style, and the words after it.

    >>> number_at("292. Apologies"), number_at("PC24/103 Finance"), number_at("7a. Convenor's report")
    (('292', (292,), '#.', 'Apologies'), ('PC24/103', (24, 103), 'A#/#', 'Finance'), ('7a', (7, 1), '#a.', "Convenor's report"))
    >>> number_at("1358 DECLARATIONS"), number_at("C048/23 1. APOLOGIES"), number_at("G-1 Public hearing")[0]
    (('1358', (1358,), '#', 'DECLARATIONS'), ('C048/23', (48, 23), 'A#/#', 'APOLOGIES'), 'G-1')
    >>> number_at("I. CONCERT HALL ROOF"), number_at("J. SMITH"), number_at("J. SMITH Mayor"), number_at("D. Clegg-Holm X")
    (('I', (9,), 'A.', 'CONCERT HALL ROOF'), None, None, None)
    >>> number_at("III  MINUTE OF PREVIOUS MEETING"), number_at("I AGREE with it")
    (('III', (3,), 'I', 'MINUTE OF PREVIOUS MEETING'), None)
    >>> number_at("2020 was a good year"), number_at("12 questions were put")
    (None, ('12', (12,), '#', 'questions were put'))
    """
    if (slip := re.match(r"(?P<number>\d{1,2}\.\d{2}(?:\.\.|\s)(?P<last>\d{2}))\s+(?=[A-Z])", text)) is not None:  # "01.26..03", "01.26 08"
        return slip["number"], tuple(int(n) for n in re.findall(r"\d+", slip["number"])), "#.#.#", text[slip.end():]
    if (colon := re.match(r"(?P<number>\d{1,2}(?:/\d{2})?:\d{2})\s+(?=[A-Z][a-z])(?![APap]\.?[Mm]\b)", text)) is not None and (colon["number"].endswith(":00") or "/" in colon["number"]):  # "04/08:01 Apologies", "1:00 Apologies:"
        return colon["number"], tuple(int(n) for n in re.findall(r"\d+", colon["number"])), "#:#", text[colon.end():]
    if (book := re.match(r"(?P<number>\d{4,6}\.(?!00)\d\d)\s+(?=[A-Z][a-z]|[A-Z]{4})", text)) is not None:  # "2307.02 Disclosure of Interests": the month's book, and the minute
        return book["number"], tuple(int(n) for n in book["number"].split(".")), "#.#", text[book.end():]
    if (under := re.match(r"(?P<number>(?P<roman>[IVX]{1,5})\.(?P<letter>[A-Z]))\.?\s+(?=[A-Z])", text)) is not None and (roman := roman_value(under["roman"])):  # "IV.B. Bus Bids"
        return under["number"], (roman, ord(under["letter"]) - 64), "I.A", text[under.end():]
    if (bare := re.match(r"(?P<number>[IVX]{1,6})\s+(?=[A-Z]{3})", text)) is not None and text[bare.end():].isupper() and (roman := roman_value(bare["number"])):  # "III  MINUTE OF PREVIOUS MEETING"
        return bare["number"], (roman,), "I", text[bare.end():]
    if (tight := re.match(r"(?P<number>\d{1,2})\.(?=[A-Z][a-z]{3})", text)) is not None:  # "1.Apologies for absence"
        return tight["number"], (int(tight["number"]),), "#.", text[tight.end():]
    mark = marker(text)
    if mark is not None and mark.kind != "bullet":
        value = _value(mark.number, mark.kind)
        if value is None or (len(mark.number) == 1 and mark.number.isupper() and _VOTER.fullmatch(mark.rest)):
            return None
        shape = re.sub(r"[A-Z]+", "A", re.sub(r"[a-z]+", "a", re.sub(r"\d+", "#", mark.number)))
        if mark.kind == "roman":
            shape = "i" if mark.number.islower() else "I"
        bracket = {"()": f"({shape})", "": shape}.get(mark.style, shape + mark.style)
        return mark.number, value, bracket, mark.rest
    if (lone := re.match(r"(?P<letter>[A-Z])(?P<dot>[.)])\s+(?=[A-Z])", text)) is not None:  # "F. WATER" is no F. Water
        rest = text[lone.end():]
        words = re.findall(r"[A-Za-z’']{2,}", rest)[:4]
        if not _VOTER.fullmatch(rest) and all(is_word(w) for w in (words[1:] if len(words) > 2 else words)) and letter_value(lone["letter"]):  # "I. CONCERT HALL ROOF"
            return lone["letter"], (letter_value(lone["letter"]) or 0,), "A" + lone["dot"], rest
    if (over := _NUMBER_LINE.match(text)) is not None:  # "Minute No. 150/04", its title on the next line
        return over["number"], tuple(int(n) for n in re.findall(r"\d+", over["number"])), "Item #", ""
    if (twice := _WITH_AGENDA.match(text)) is not None:  # "C048/23 1. APOLOGIES": the minute's number, then the agenda's
        return twice["number"], tuple(int(n) for n in re.findall(r"\d+", twice["number"])), "A#/#", text[twice.end():]
    if (lettered := re.match(r"(?P<number>(?P<n>\d{1,3})(?:(?P<letter>[A-Z])\.|-(?P<dashed>[A-Z])\.?))\s+(?=[A-Z])", text)) is not None:  # "19C. EXCUSED ABSENCES", "8-A MINUTES"
        letter = lettered["letter"] or lettered["dashed"]
        return lettered["number"].rstrip("."), (int(lettered["n"]), ord(letter) - 64), "#A." if lettered["letter"] else "#-A", text[lettered.end():]
    if (long := _LONG.match(text)) is not None:
        return long["number"], (int(long["number"]),), "#", text[long.end():]
    m = _PREFIXED.match(text)
    if m is None:
        loose = re.match(r"(?P<number>\d{1,3})\s+(?=[a-z]|(?:19|20)\d\d[/ -]|\d\d/\d{3,5}(?:/|[A-Z]{1,4}\s)|\d{1,4}[A-Za-z]?(?:\s?[-–]\s?\d{1,4})?\s+[A-Z]{2})", text)
        return (loose["number"], (int(loose["number"]),), "#", text[loose.end():]) if loose else None
    number = (m["named"] or m["number"]).strip()
    if m["number"] and (not re.match(r"[A-Z]", number) or (re.match(r"(?:(?:BS|EC|SW|SE|NW|NE|WC|GL|OX|CT|ME|TN|COVID)\s?-?|[GMLBSNEWA]\s?)\d(?!\d/\d\d)", number) and not re.fullmatch(r"[A-Z]\d{1,2}", number)) or re.match(r"[A-Z]{3,}\s\d{4}", number)) \
            and not re.fullmatch(r"\d{1,2}(?:\.\d{1,2}){1,3}|\d{2,4}[/-]\d{1,4}(?:[/.-]\d{1,4})?|\d{2,4}(?:[-–]\d{2})?/[A-Za-z]{1,5}/\d{1,3}", number):
        return None
    value = tuple(int(n) for n in re.findall(r"\d+", number)) + tuple(ord(c) - 96 for c in re.findall(r"(?<=\d)[a-z]$", number))
    shape = re.sub(r"[A-Z]+\s?", "A", re.sub(r"\d+", "#", number)) if m["number"] else "Item #"
    return number, value, shape, text[m.end():]


def _value(number: str, kind: str) -> tuple[int, ...] | None:
    if kind == "roman":
        value = roman_value(number)
        return (value,) if value else None
    if kind == "letter":
        value = letter_value(number)
        return (value,) if value else None
    out = []
    for part in re.findall(r"\d+|[a-z]+", number.lower()):
        n = int(part) if part.isdigit() else letter_value(part) or roman_value(part)
        if n is None:
            return None
        out.append(n)
    return tuple(out) or None


def follows(a: tuple[int, ...], b: tuple[int, ...]) -> bool:
    """Does number ``b`` come soon after ``a`` in a numbering of headings?

    >>> follows((292,), (293,)), follows((9, 24, 1), (9, 24, 2)), follows((5,), (5, 1)), follows((5, 1), (6,)), follows((3,), (9,))
    (True, True, True, True, False)
    >>> follows((125, 20), (126, 20)), follows((61, 21), (62, 22)), follows((150, 4), (151, 4)), follows((285, 7, 8), (286, 7, 8)), follows((3, 4), (4, 4))
    (True, False, True, True, False)
    """
    common = 0
    while common < min(len(a), len(b)) and a[common] == b[common]:
        common += 1
    if common == len(a):
        return len(b) == len(a) + 1 and b[-1] <= 2
    if common == len(b):
        return False
    step = b[common] - a[common]
    if common == 0 and len(a) == len(b) == 2 and a[1] == b[1] and a[1] > 9:
        return 0 < step <= 3  # the second number is the year
    if common == 0 and len(a) == len(b) > 1 and a[1:] == b[1:] and (len(b) > 2 or a[0] > 31):
        return 0 < step <= 3  # "285/07-08", "286/07-08"; "150/04", "151/04"
    return 0 < step <= 3 and (common == len(b) - 1 or all(n <= 1 for n in b[common + 1:]))


def _somebody(rest: str) -> bool:
    """A person in a numbered roll: "Cr R DE LA HAYE (Mayor)", "Jo Vane, Chair"."""
    if is_person(rest):
        return True
    who = read_person(rest)
    return who is not None and " " in who.name and (who.title is not None or (who.role is not None and re.fullmatch(CHAIR, who.role) is not None))


_COUNTS = re.compile(r"(?:Item )?#[.)]?|\(#\)|[#A]+/#[.:]?|[AI]\.")
"""The numbers that headings of business have, and lists inside a minute seldom: "3.", "(3)", "24/113", "Item 3", "C."."""


def candidates(lines: Sequence[Line], measure: Measure) -> list[Candidate]:
    """The lines that may be numbered headings."""
    sizes: dict[float, int] = {}
    bold = 0
    for line in lines:
        sizes[line.size] = sizes.get(line.size, 0) + len(line.text)
        bold += len(line.text) if line.bold else 0
    body = max(sizes, key=lambda s: sizes[s]) if sizes else 0.0
    plain = bold < 0.6 * sum(sizes.values())
    out = []
    row = _letter_row(lines) if plain else {}
    resolved: tuple[str, tuple[int, ...]] | None = None  # the style and the value of the last paragraph of what was resolved
    for i, line in enumerate(lines):
        if line.table is not None and len(line.segments()) > 2:
            continue
        found = number_at(line.text) or _letter_apart(line) or row.get(i)
        if found is None:
            continue
        number, value, style, rest = found
        if (value == (1,) and i and _RESOLVED.fullmatch(lines[i - 1].text) and _OPERATIVE.match(rest)) or (resolved == (style, (value[-1] - 1,)) and len(value) == 1 and _OPERATIVE.match(rest)):
            resolved = style, value
            continue
        if re.fullmatch(r"[GMLBSNEWA]\d{1,2}", number) and not line.bold:
            continue  # a road: "A1 works at Scotch Corner"
        if _slip(rest) or _slip_whole(line.text, rest) or _STREET.fullmatch(line.text) or (not rest and value[0] > 999):
            continue
        below = not rest and i + 1 < len(lines) and lines[i + 1].page == line.page and (lines[i + 1].bold or lines[i + 1].text.isupper())
        if below:
            rest = lines[i + 1].text
        letters = [c for c in rest if c.isalpha()]
        named = _somebody(rest)
        caps = len(letters) > 3 and sum(c.isupper() for c in letters) > 0.85 * len(letters) and not named
        run = bold_run(line, rest)
        if plain and run[0] < run[1] < len(line):
            rest = " ".join(rest.split(" ")[:run[1] - run[0]])
        strong = (plain and (run[1] > run[0] or (below and line.bold and lines[i + 1].bold))) or caps or line.size > body + 0.7 or (
            not plain and line.bold and (measure.apart(line) or i == 0) and len(rest) < 90)
        title = bool(rest) and (rest[0].isupper() or bool(re.match(r"\d{1,4}/\d", rest))) and len(rest) < 110 and not named
        if strong:
            weight = 3.0 if title or caps else 1.0
            if rest.rstrip().endswith((".", ";")) and len(rest) > 45 and not caps and (VERB.search(rest) or len(rest) > 80):
                weight = 0.6
        elif measure.apart(line) and re.fullmatch(r"#[.)]?", style) and _FIRST_BUSINESS.match(rest) is not None:
            weight = 1.3  # "1. Apologies were received from …": what business begins with, set as the text is
        elif title and measure.apart(line) and not rest.endswith((".", ",", ";")) and not VERB.search(rest):
            weight = 1.0
        elif measure.apart(line) and (run_in := _RUN_IN.match(rest)) is not None and not VERB.search(run_in["title"]) and not is_person(run_in["title"]):
            weight = 1.0  # "3. Finance: The following cheques …", set as the text is
        elif title and len(rest) < 60 and _COUNTS.fullmatch(style) and not rest.endswith((".", ",", ";")) and not VERB.search(rest):
            below = i + 1 < len(lines) and lines[i + 1].text[:1].isupper() and number_at(lines[i + 1].text) is None
            weight = 0.6 if below else 0.3  # a title in a paper whose lines all stand alike, its text below it
        else:
            weight = 0.05
        out.append(Candidate(i, line, number, value, style, found[3] or rest, strong, weight, run))
        letter = letter_value(number) if len(number) == 1 and re.search("[iI]", style) else None
        if letter is not None:  # "I." after "H."
            shape = style.replace("I", "A").replace("i", "a")
            out.append(Candidate(i, line, number, (letter,), shape, found[3] or rest, strong, weight, run))
        elif len(number) == 1 and re.fullmatch(r"A[.)]?", style) and (roman := roman_value(number)):  # "V. HIGHWAYS" after "IV."
            out.append(Candidate(i, line, number, (roman,), style.replace("A", "I"), found[3] or rest, strong, weight, run))
    at = {c.at for c in out}
    for c in out:
        c.above = c.at + 1 < len(lines) and c.at + 1 not in at and lines[c.at + 1].table == c.line.table and lines[c.at + 1].text[:1].isupper()
    return out


def _letter_apart(line: Line) -> tuple[str, tuple[int, ...], str, str] | None:
    """ "A      CALL TO ORDER", "II      Pledge of Allegiance": a bare letter, or a Roman number, in a column of its own."""
    if re.match(r"(?:[A-Z]|[IVX]{2,5}) ", line.text) is None:
        return None
    first, second, *_ = line.words
    if second.x0 - first.x1 < line.size:
        return None
    letter, _, rest = line.text.partition(" ")
    if len(letter) > 1:
        roman = roman_value(letter)
        return (letter, (roman,), "I", rest.lstrip()) if roman and rest.lstrip()[:1].isupper() else None
    return letter, (ord(letter) - 64,), "A", rest.lstrip()


def _letter_row(lines: Sequence[Line]) -> dict[int, tuple[str, tuple[int, ...], str, str]]:
    """Bare letters before bold titles that count on from A to C at least: "A Recording of Meeting", "B Apologies", "C Election of Chair"; "A NEW LIBRARY" alone is none."""
    held: list[int] = []
    out: dict[int, tuple[str, tuple[int, ...], str, str]] = {}
    for i, line in enumerate(lines):
        if not line.bold or re.match(r"[A-Z]\s+[A-Z]", line.text) is None:
            continue
        letter = ord(line.text[0]) - 64
        if letter == 1:
            held = [i]
        elif held and letter == len(held) + 1:
            held.append(i)
            if letter > 2:
                out |= {k: (lines[k].text[0], (ord(lines[k].text[0]) - 64,), "A", lines[k].text[1:].lstrip()) for k in held}
    return out


_FIRST_BUSINESS = re.compile(r"(?i:welcome|apolog(?:y|ies)|(?:approval |adoption |confirmation |adopt |approve |to approve |to sign )?(?:of )?(?:the )?minutes?|declarations? of|matters arising|croeso|ymddiheuriadau|cofnodion|datgan|materion yn codi)\b(?!\s+(?:of thanks|to (?!approve))\b)")
_RESOLVED = re.compile(r"(?:It was )?(?:RESOLVED|Resolved|AGREED|Agreed)(?: (?:that|to|THAT|TO))?\s*[:–—-]+")
_OPERATIVE = re.compile(r"(?:To|That|TO|THAT)\s+\w")
"""What stands below the words that open a decision: "RESOLVED: ⏎ 1. To note the report."."""
_RUN_IN = re.compile(r"(?P<title>[A-Z][^:.;]{3,60}):\s+\S")


def _slip_whole(text: str, rest: str) -> bool:
    """ "R2025-024 S.Kirk, J. Tull:", a resolution's number and its movers, which only the whole line tells."""
    return "," in rest and len(rest) < 60 and (moved := find_moved(text)) is not None and moved.seconder is not None and moved.mover is not None and moved.mover[0] == len(text) - len(rest) and not text[moved.end:].strip(" :")


def _slip(rest: str) -> bool:
    """ "D. Yemm, S. Foote:" after a resolution's number names its mover and seconder."""
    if INITIALLED.fullmatch(rest) or re.match(r"[A-Z][A-Z’'-]+:\s+(?:That|THAT)\b", rest) or ((moved := find_moved(rest)) is not None and moved.mover is not None and moved.start == 0 and VERB.search(rest[:moved.mover[0]]) is None and not rest.isupper()):
        return True  # "v. Motion by Hale, seconded by Pell, to approve …", "186/11 Councillor Hale moved approval of the agenda"
    named = [n for n in re.split(r",|/|;| and ", rest.rstrip(" :;.")) if n.strip()]
    if re.match(r"(?:NOTED|AGREED|APPROVED|RECOMMENDED|RESOLVED|ENDORSED|REMITTED|AUTHORISED|DELEGATED|INSTRUCTED)\b(?!\s*[:.]?\s*[A-Z]{2})", rest):
        return True
    if re.match(r"(?:RESOLVED|Resolved|Motion|MOTION|Resolution|RESOLUTION)\s*(?:\(|[–:-]|$)|(?i:vote|division|decision)\W*$|votes?\s(?:to|for|against|in)\b", rest):
        return True  # "2021/152 Resolved (Cr A / Cr B)"; "8 votes to 0.", the end of a sentence
    return bool(re.match(rf"(?:Moved|MOVED|Mover|Proposed by|{SETTLED})\b", rest)) or (
        len(named) == 2 and all(is_person(n.strip(), surname=len(n.split()) > 1) for n in named))


_DECIDES = re.compile(r"(?:RESOLVED|AGREED|NOTED|APPROVED)\b")


def bold_run(line: Line, rest: str) -> tuple[int, int]:
    """The words of ``rest``, at the end of ``line``, that are bold from its first word on: (first, to), by word index."""
    words = line.words
    first = len(words) - (rest.count(" ") + 1 if rest and line.text.endswith(rest) else 0)
    to = first
    while to < len(words) and words[to].bold and not (to > first and _DECIDES.match(words[to].text) and words[to - 1].text[-1] in ":.–—-" and not (to + 1 < len(words) and words[to + 1].bold and words[to + 1].text.isupper())):
        to += 1
    return first, to
