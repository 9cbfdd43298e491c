"""Which numbered lines of minutes are the headings of business, and which only number paragraphs.

Headings count up through the whole paper ("292.", "293.", …) and look like titles: bold, in capitals,
larger, or set apart. Numbered paragraphs start again under each heading.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from papermine import regex as re
from papermine.document import Line
from papermine.extract.paragraphs import Measure
from papermine.language.names import is_person
from papermine.language.numbering import letter_value, marker, roman_value
from papermine.language.person import is_word
from papermine.language.welsh import language

_PREFIXED = re.compile(
    r"(?:(?:MINUTE|Minute|Min|Item|ITEM|Agenda Item|AGENDA ITEM|Agenda item|Minute No|MINUTE NO|Item No)\.?\s*(?:(?:No|Number|NO)\.?\s*)?(?P<named>\d{1,4}[a-z]?)"
    r"|(?P<number>\d{2,4}(?:[-–]\d{2})?/[A-Z]{1,5}/\d{1,3}|(?:[A-Z]{1,6}\s?[/.-]?\s?)?\d{1,4}(?:[/.-]\s?\d{1,4}){0,3}[a-z]?))(?P<dot>[.:)]|\s[-–])?\s+(?=[A-Z\"“‘(&]|(?<=[/A-Z]\d\d\s)\d{1,4}/\d)")
_ITEM_LINE = re.compile(r"[\[(]?\s*(?:Agenda\s+)?Items?\s*(?:No\.?\s*)?(?P<number>\d{1,3}[a-z]?(?:\([a-z]\))?)\s*[\])]?\.?$", re.I)
_ITEM_TAIL = re.compile(r"\s*[\[(]\s*(?:Agenda\s+)?Item\s*(?:No\.?\s*)?(?P<number>\d{1,3}[a-z]?)\s*[\])]\s*$", re.I)
_SENTENCE_TAIL = re.compile(
    r"\s*(?::|\s[-–—])\s+(?=(?:the following|[Tt]here (?:was|were|being)|[Ii]t was|[Tt]his |[Tt]he (?:Chair|Clerk|minutes|Council|Committee|meeting|following)|"
    r"None\b|Nil\b|No\b (?:further|other|apologies|declarations|items)|[a-z]+ (?:the|following|were|was|had|by)\b|Noted\b|Received\b))")
_VERB = re.compile(r"\b(?:was|were|had|has|have|is|are|said|asked|noted|agreed|resolved|reported|will|would|be|been|did|stated|advised|explained)\b")


@dataclass(slots=True)
class Candidate:
    """A line that starts with a number or letter: its place among the lines, and how it looks.

    ``bold``: the words after its number that are bold without a break, from (first, to).
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


def item_line(text: str) -> str | None:
    """The agenda number of a line that says only "(Item 7)".

    >>> item_line("(Item 7)"), item_line("Item 12 was withdrawn")
    ('7', None)
    """
    m = _ITEM_LINE.match(text.strip())
    return m["number"] if m and (m.group().strip()[0] in "([" or m.group().strip()[-1] in ")]") else None


def take_item(title: str) -> tuple[str, str | None]:
    """A title, and the agenda number in brackets at its end.

    >>> take_item("Apologies for Absence (Item 1)")
    ('Apologies for Absence', '1')
    """
    m = _ITEM_TAIL.search(title)
    return (title[:m.start()].rstrip(), m["number"]) if m else (title, None)


_FULL_STOP = re.compile(r"(?<=[a-z)])(?:\.\s+(?=[A-Z])|:\s+(?=[A-Z\d£]))")


def sentence_tail(title: str, *, plain: bool = False) -> int | None:
    """Where a heading that runs into a sentence stops being a title.

    >>> t = "Planning – the following applications had been received"
    >>> t[:sentence_tail(t)]
    'Planning'
    >>> sentence_tail("Property – Future Options"), sentence_tail("Governance: a review")
    (None, None)

    ``plain``: the heading is set as the text is ("2. Minutes. Approved online"), and ends at its first stop.
    """
    m = _SENTENCE_TAIL.search(title)
    if m and m.start() > 2:
        return m.start()
    if plain and (m := _FULL_STOP.search(title)) and m.start() < 60 and not _VERB.search(title[:m.start()].rsplit(" ", 1)[0]):
        return m.start() + (title[m.start()] == ".")
    colon = title.find(": ")
    if colon > 2 and (is_person(title[colon + 1:].split(",")[0].split(" and ")[0].strip()) and re.search(r"apolog|present|attend|chair|absen", title[:colon], re.I)):
        return colon
    return None


def number_at(text: str) -> tuple[str, tuple[int, ...], str, str] | None:
    """The number that a heading starts with: as printed, its value, its style, and the words after it.

    >>> number_at("292. Apologies"), number_at("PC24/103 Finance"), number_at("7a. Convenor's report")
    (('292', (292,), '#.', 'Apologies'), ('PC24/103', (24, 103), 'A#/#', 'Finance'), ('7a', (7, 1), '#a.', "Convenor's report"))
    >>> number_at("2020 was a good year"), number_at("12 questions were put")
    (None, ('12', (12,), '#', 'questions were put'))
    """
    if (slip := re.match(r"(?P<number>\d{1,2}\.\d{2}(?:\.\.|\s)(?P<last>\d{2}))\s+(?=[A-Z])", text)) is not None:  # "01.26..03", "01.26 08"
        return slip["number"], tuple(int(n) for n in re.findall(r"\d+", slip["number"])), "#.#.#", text[slip.end():]
    mark = marker(text)
    if mark is not None and mark.kind != "bullet":
        value = _value(mark.number, mark.kind)
        if value is None:
            return None
        shape = re.sub(r"[A-Z]+", "A", re.sub(r"[a-z]+", "a", re.sub(r"\d+", "#", mark.number)))
        if mark.kind == "roman":
            shape = "i" if mark.number.islower() else "I"
        bracket = {"()": f"({shape})", "": shape}.get(mark.style, shape + mark.style)
        return mark.number, value, bracket, mark.rest
    if (lone := re.match(r"(?P<letter>[A-Z])(?P<dot>[.)])\s+(?=[A-Z])", text)) is not None:  # "F. WATER" is no F. Water
        rest = text[lone.end():]
        if all(is_word(w) for w in re.findall(r"[A-Za-z’']{2,}", rest)[:4]) and letter_value(lone["letter"]):
            return lone["letter"], (letter_value(lone["letter"]) or 0,), "A" + lone["dot"], rest
    m = _PREFIXED.match(text)
    if m is None:
        loose = re.match(r"(?P<number>\d{1,3})\s+(?=[a-z]|(?:19|20)\d\d[/ -]|\d\d/\d{3,5}(?:/|[A-Z]{1,4}\s)|\d{1,4}[A-Za-z]?(?:\s?[-–]\s?\d{1,4})?\s+[A-Z]{2})", text)
        return (loose["number"], (int(loose["number"]),), "#", text[loose.end():]) if loose else None
    number = (m["named"] or m["number"]).strip()
    if m["number"] and (not re.match(r"[A-Z]", number) or re.match(r"(?:BS|EC|SW|SE|NW|NE|WC|GL|OX|CT|ME|TN|G|M|L|B|S|N|E|W|A|COVID)\s?-?\d", number) or re.match(r"[A-Z]{3,}\s\d{4}", number)) \
            and not re.fullmatch(r"\d{1,2}(?:\.\d{1,2}){1,3}|\d{2,4}[/-]\d{1,4}(?:[/.-]\d{1,4})?|\d{2,4}(?:[-–]\d{2})?/[A-Z]{1,5}/\d{1,3}", number):
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
    >>> follows((125, 20), (126, 20)), follows((61, 21), (62, 22))
    (True, False)
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
    return 0 < step <= 3 and (common == len(b) - 1 or all(n <= 1 for n in b[common + 1:]))


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
    for i, line in enumerate(lines):
        if line.table is not None and len(line.segments()) > 2:
            continue
        found = number_at(line.text) or _letter_apart(line)
        if found is None:
            continue
        number, value, style, rest = found
        if _slip(rest) or (not rest and value[0] > 999):
            continue
        if not rest and i + 1 < len(lines) and lines[i + 1].page == line.page and (lines[i + 1].bold or lines[i + 1].text.isupper()):
            rest = lines[i + 1].text
        letters = [c for c in rest if c.isalpha()]
        caps = len(letters) > 3 and sum(c.isupper() for c in letters) > 0.85 * len(letters)
        run = bold_run(line, rest)
        if plain and run[0] < run[1] < len(line):
            rest = " ".join(rest.split(" ")[:run[1] - run[0]])
        strong = (plain and run[1] > run[0]) or caps or line.size > body + 0.7 or (
            not plain and line.bold and (measure.apart(line) or i == 0) and len(rest) < 90)
        title = bool(rest) and (rest[0].isupper() or bool(re.match(r"\d{1,4}/\d", rest))) and len(rest) < 110 and not is_person(rest)
        if strong:
            weight = 3.0 if title or caps else 1.0
            if rest.rstrip().endswith((".", ";")) and len(rest) > 45 and not caps and (_VERB.search(rest) or len(rest) > 80):
                weight = 0.6
        elif title and measure.apart(line) and not rest.endswith((".", ",", ";")) and not _VERB.search(rest):
            weight = 1.0
        elif measure.apart(line) and (run_in := _RUN_IN.match(rest)) is not None and not _VERB.search(run_in["title"]) and not is_person(run_in["title"]):
            weight = 1.0  # "3. Finance: The following cheques …", set as the text is
        elif title and len(rest) < 60 and len(value) == 1 and re.fullmatch(r"#[.)]", style) and not rest.endswith((".", ",", ";")) and not _VERB.search(rest):
            weight = 0.3  # a title in a paper whose lines all stand alike
        else:
            weight = 0.05
        out.append(Candidate(i, line, number, value, style, found[3] or rest, strong, weight, run))
        letter = letter_value(number) if len(number) == 1 and re.search("[iI]", style) else None
        if letter is not None:  # "I." after "H."
            shape = style.replace("I", "A").replace("i", "a")
            out.append(Candidate(i, line, number, (letter,), shape, found[3] or rest, strong, weight, run))
    return out


def _letter_apart(line: Line) -> tuple[str, tuple[int, ...], str, str] | None:
    """ "A      CALL TO ORDER": a bare letter in a column of its own."""
    if len(line.words) < 2 or re.fullmatch(r"[A-Z]", line.words[0].text) is None or line.words[1].x0 - line.words[0].x1 < line.size:
        return None
    letter, _, rest = line.text.partition(" ")
    return letter, (ord(letter) - 64,), "A", rest.lstrip()


_RUN_IN = re.compile(r"(?P<title>[A-Z][^:.;]{3,60}):\s+\S")


def _slip(rest: str) -> bool:
    """ "D. Yemm, S. Foote:" after a resolution's number names its mover and seconder."""
    named = [n for n in re.split(r",|/|;| and ", rest.rstrip(" :;.")) if n.strip()]
    if re.match(r"(?:NOTED|AGREED|APPROVED|RECOMMENDED|RESOLVED|ENDORSED|REMITTED|AUTHORISED|DELEGATED|INSTRUCTED)\b(?!\s*[:.]?\s*[A-Z]{2})", rest):
        return True
    if re.match(r"(?:RESOLVED|Resolved|Motion|MOTION|Resolution|RESOLUTION)\s*(?:\(|[–:-]|$)", rest):
        return True  # "2021/152 Resolved (Cr A / Cr B)"
    return bool(re.match(r"(?:Moved|MOVED|Mover|Proposed by|CARRIED|DEFEATED|LOST|Carried|Defeated|Lost)\b", rest)) or (
        len(named) == 2 and all(is_person(n.strip(), surname=len(n.split()) > 1) for n in named))


def bold_run(line: Line, rest: str) -> tuple[int, int]:
    """The words of ``rest``, at the end of ``line``, that are bold from its first word on: (first, to), by word index."""
    words = line.words
    first = len(words) - (rest.count(" ") + 1 if rest and line.text.endswith(rest) else 0)
    to = first
    while to < len(words) and words[to].bold:
        to += 1
    return first, to


def choose(found: Sequence[Candidate], lines: Sequence[Line]) -> list[Candidate]:
    """The candidates that are the paper's headings of business, in order."""
    best: list[Candidate] = []
    top = 2.4
    groups: dict[str, list[Candidate]] = {}
    for c in found:
        groups.setdefault(_family(c.style), []).append(c)
    for held in groups.values():
        for x0 in sorted({round(c.line.x0 / 4) * 4 for c in held}):
            near = [c for c in held if -5 <= c.line.x0 - x0 <= 11]
            chain, score = _chain(near)
            if len(chain) < 2 and not (chain and chain[0].weight >= 3):
                continue
            again = sum(1 for c in near if c.value == chain[0].value and c.weight >= 1) - 1
            score = score / (1 + max(again, 0)) - 0.3 * sum(1 for c in near if c.value == near[0].value and c not in chain)
            if score > top:
                best, top = chain, score
    if not best:
        return []
    return sorted({c.at: c for c in (*_twins(best, groups[_family(best[0].style)], lines), *_with_kin(best, found))}.values(), key=lambda c: c.at)


def _twins(chain: list[Candidate], held: Sequence[Candidate], lines: Sequence[Line]) -> list[Candidate]:
    """The same numbers once more, over the same minutes in Welsh or English: "2. YSWIRIANT" on the left, "2. INSURANCE" on the right."""
    kept = {c.at for c in chain}
    left = [c for c in held if c.at not in kept]
    for x0 in sorted({round(c.line.x0 / 4) * 4 for c in left}):
        twins, _ = _chain([c for c in left if -5 <= c.line.x0 - x0 <= 11])
        if len(twins) < 2 or {c.value for c in twins} != {c.value for c in chain}:
            continue
        ends = sorted([*(c.at for c in (*chain, *twins)), len(lines)])
        said = [[language(" ".join(line.text for line in lines[c.at:ends[ends.index(c.at) + 1]])) for c in side] for side in (chain, twins)]
        if {max(("cy", "en"), key=side.count) for side in said if any(side)} == {"cy", "en"}:
            return twins
    return []


def _family(style: str) -> str:
    """Styles that one numbering mixes: "7." and "7a."; "24/1" and "24/1a"."""
    return re.sub(r"(?<=#)\.?\(?a\)?", "", style)


def _chain(held: Sequence[Candidate]) -> tuple[list[Candidate], float]:
    """The heaviest run of candidates whose numbers count up."""
    score = [c.weight for c in held]
    back = [-1] * len(held)
    for j, c in enumerate(held):
        for i in range(j):
            if follows(held[i].value, c.value) and score[i] + c.weight > score[j]:
                score[j], back[j] = score[i] + c.weight, i
    if not held:
        return [], 0.0
    j = max(range(len(held)), key=lambda k: score[k])
    total, chain = score[j], []
    while j >= 0:
        chain.append(held[j])
        j = back[j]
    return chain[::-1], total


def _with_kin(chain: list[Candidate], found: Sequence[Candidate]) -> list[Candidate]:
    """The chain with headings of its look that are out of sequence, and bold lettered headings below them."""
    kept = {c.at for c in chain}
    strong = sum(c.strong for c in chain) > 0.5 * len(chain)
    xs = [c.line.x0 for c in chain]
    styles = {c.style for c in chain}
    out = list(chain)
    if strong:
        for c in found:
            same = c.style in styles or (_family(c.style) in {_family(s) for s in styles} and len(c.value) > 1)
            if c.at not in kept and c.strong and c.weight >= 3 and same and min(xs) - 5 <= c.line.x0 <= max(xs) + 5 and c.at > chain[0].at:
                kept.add(c.at)
                out.append(c)
    out += _lettered(sorted(out, key=lambda c: c.at), found, kept)
    return sorted(out, key=lambda c: c.at)


def _plain_title(c: Candidate) -> bool:
    """Set apart, short, without a verb or a stop: "3.1 Dog Fouling Campaign"."""
    return c.weight >= 1 and len(c.rest) < 80 and not re.search(r"[.,;:]$|[.;] ", c.rest) and not _VERB.search(c.rest) and sum(w[:1].isupper() or not w[:1].isalpha() or len(w) < 5 for w in c.rest.split()) >= 0.8 * len(c.rest.split())


def _count_up(held: Sequence[Candidate]) -> bool:
    """Do the numbers of sub-headings only ever count up?"""
    return all(a.value < b.value for a, b in itertools.pairwise(held))


def _lettered(chain: list[Candidate], found: Sequence[Candidate], kept: set[int]) -> list[Candidate]:
    """Lettered or decimal headings under the main ones: "(a) Chair", "5.1 Budget": bold titles, not sentences."""
    groups: dict[str, list[Candidate]] = {}
    for c in found:
        if c.at > chain[0].at and c.at not in kept and re.fullmatch(r"\(?a[).]*|#a?[).]?|#\.#(?:\.#)?\.?|\(?i[).]*|A#\.?", c.style):
            groups.setdefault(c.style, []).append(c)
    out = []
    for style, held in groups.items():
        titles = [c for c in held if c.strong and c.weight >= 3 and not (c.line.bold and (len(c.rest) > 75 or c.rest.endswith((".", ";"))))]
        parents = {c.value for c in chain}
        if style.startswith("#.#") and not all(c.value[:-1] in parents for c in titles):
            continue
        if re.fullmatch(r"#[).]?", style):
            continue
        if re.fullmatch(r"A#\.?", style):  # "D1." under "D. Regular Business"
            above = [max((x for x in chain if x.at < c.at), key=lambda x: x.at).number for c in held]
            out += held if len(held) > 1 and all(c.number[:1] == parent for c, parent in zip(held, above, strict=True)) else []
            continue
        before = {c.at: max((x for x in chain if x.at < c.at), key=lambda x: x.at, default=chain[0]).value for c in titles}
        lone = len(titles) == 1 and style.startswith("#.#") and before[titles[0].at] == titles[0].value[:-1]
        if (len(titles) >= 2 or lone) and len(titles) > 0.8 * len(held):
            out += titles
        elif re.fullmatch(r"#a\.?|#\.#\.?", style) and len(held) > 1 and all(_plain_title(c) and c.value[:-1] in parents for c in held) and _count_up(held):
            out += held  # "4a. Purchase of a Grader" under "4. BUSINESS", set as the text is
    return out
