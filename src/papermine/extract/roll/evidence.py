"""Who came, by evidence: labels of any wording over or before whatever reads as a list of names, and sentences that say of names that they came.

The lines of the head are taken in turn (`_statements`): a line that begins with a label opens a list, what goes on in names belongs to it, and all
else is prose, of which each sentence may tell of names. Labels are weighed word by word (`papermine.language.rollwords`), names part by part
(`papermine.language.listed`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from papermine import regex as re
from papermine.document import Line
from papermine.extract.minutes.items import MinuteItem
from papermine.extract.paragraphs import Measure
from papermine.extract.roll.columns import within
from papermine.extract.roll.narrated import POSTED
from papermine.extract.roll.running import Seen
from papermine.extract.votes.options import option_label
from papermine.language.labels import Status
from papermine.language.listed import Listed, listed
from papermine.language.posts import SERVANT, STAFF
from papermine.language.rollwords import Told, kind_of, label_of, status_by
from papermine.language.sentences import sentences
from papermine.language.titles import CHAIR, MEMBER, POST, TITLE
from papermine.provenance import Place

_NUMBER = re.compile(r"(?:(?:[(\[]?\d[\w.:/()\]–-]*\s+|[(\[]?(?:[A-Z]|[a-z]|[ivxIVX]{1,5})(?P<dot>\.)?[):\]]*\s+)(?:[-–—]\s*)?|[•*▪–-]\s+)(?=[A-Za-z])")
_ROLL = re.compile(r"apolog|presen|attend|absen|sederunt|roll call|ymddiheur|bresennol|excus|leave of|welcome|call to order|open", re.I)
_BUSINESS = re.compile(r"\b(?:moved|seconded|resolved that|motion|carried|approved|minutes of the (?:last|previous)|declarations? of|datgan|cofnodion|matters arising)\b", re.I)
_MOVERS = re.compile(rf"(?:\b{MEMBER}\.?|\b(?i:moved|seconded|proposed)(?i: by)?:?|\bMrs?\.?|\bMs\.?)\s+(?:[A-Z][\w.]*\s+)?(?P<a>[A-Z][\w’'-]+)|(?P<b>[A-Z][\w’'-]+)\s(?:moved|seconded|proposed|declared|opened)\b|(?P<c>[A-Z][\w’'-]+)/(?P<d>[A-Z][\w’'-]+)")
_DOES = re.compile(r"\s(?:(?:also|both|all) (?:present|attending|in attendance)|in the [Cc]hair|presided|were|was|had|has|have|attended|sent|gave|tendered|recorded|took|joined|is|are)\b")
_ITEM = re.compile(r"(?P<n>\d{1,3})[.)]?[;\s]")
_CLAUSE = re.compile(r"\s(?:and|so) (?:therefore|thus|so|hence)\b")
_ACTS = re.compile(r"\b(?:called|opened|led|welcomed|moved|seconded|addressed|declared|asked|advised|reported)\b")
_TAKES = re.compile(r"(?:recorded|took|was taking|taking|kept) (?:the )?minutes\W*$")
_JOINTS = frozenset(("de", "van", "von", "der", "den", "la", "le", "du", "ap", "ab", "ferch", "with", "ac"))
_FOREIGN = re.compile(r"\b(?:(?:County|District|Borough|Ward|City|Highland|Regional|Unitary|Shire) (?:Councillor|Cllr|Cr)|[A-Z]{1,3}(?:CC|DC)|PC(?:SO)?|Press|[Mm]embers? of the public|[Rr]eporter|[Oo]bserver|[Gg]uest|[Rr]esident|[Mm]inute)\b")


_SEAT = re.compile(r"(?:(?:A|The|No)\s+)?Quorum|(?:Mayor\s+)?Pro[- ]?Tem(?:pore)?|(?:Ward|Precinct|District|Position|Place|Seat|Zone|Division|Area|Librarian|Comptroller|Treasurer|Secretary)(?:\s+\w{1,2})?", re.I)
"""A seat or a post alone, whose holder stands beside it: "MAYOR PRO TEM; JOHN D. SHELBY", "Commissioner Ward 1"."""


@dataclass(slots=True)
class _Statement:
    """Lines that say one thing: under a label, or prose (``told`` None); ``at``: where the label ends in its first line."""

    told: Told | None
    lines: list[Line] = field(default_factory=list)
    at: int = 0
    texts: list[str] = field(default_factory=list)


def by_evidence(parts: Sequence[MinuteItem], measure: Measure, found: Sequence[Seen]) -> list[Seen]:
    """Everyone whom the head and the items of the roll name, with the status that the words about them give; ``found``: what is known already."""
    headings = {(line.page, line.top) for part in parts for line in part.heading}
    telling = {(line.page, line.top) for k, part in enumerate(parts[:9]) if not k or _ROLL.search(_title(part)) for line in part.body}
    known = _spoken(parts)
    out: list[Seen] = []
    for flow in _flows(_head(parts, met=_met(found))):
        above: Told | None = None
        closed = voted = False
        for said in _statements(flow, measure, known, headings):
            voted = voted or any((option := option_label(text)) is not None and option[0] in ("for", "against") for text in said.texts)
            if voted:
                continue  # "NOES: None ⏎ ABSENT: Councilmember Vazquez"
            told, text = _labelled(said, above)
            if told is not None and not text.strip(" .:-–\n"):
                above = told
                continue
            if told is not None:
                above = None
                rest: list[str] = []
                for label, names in _lists(told, text):
                    people, more = _listed(said, label, names, known, [*found, *out])
                    out += people
                    rest += more
            else:
                rest = [text.replace("\n", " ")[a:b] for a, b in sentences(text.replace("\n", " "))]
                above = None
                closed = closed or _BUSINESS.search(text) is not None
                if closed or not any((line.page, line.top) in telling for line in said.lines):
                    continue
            for sentence in rest:
                out += _told(sentence, said, known, _met([*found, *out]))
    return [seen for seen in out if _SEAT.fullmatch(seen.person.name) is None]


def _lists(told: Told, text: str) -> Iterator[tuple[Told, str]]:
    """The lists of a text under a label, each with its own: "Trustees in attendance: Vane, Orde; absent: Tull; also present: Clerk Roe"."""
    start = 0
    for m in re.finditer(r";\s+(?=[^;:,]{4,40}:\s)", text):
        if (inner := label_of(text[m.end():])) is not None and inner.sure and inner.by == ":":
            yield told, text[start:m.start()]
            told, start = inner, m.end() + inner.end
    yield told, text[start:]


def _met(seen: Sequence[Seen]) -> bool:
    return any(one.status == "present" for one in seen)


def _labelled(said: _Statement, above: Told | None) -> tuple[Told | None, str]:
    """What a statement's label tells, with the label above it ("APOLOGIES ⏎ were received from …") and those that follow it ("Present: Reeve: Jo Vane"), and the text behind."""
    told, text = said.told, "\n".join(said.texts)[said.at:]
    if told is None:
        joined = label_of(f"{above.words} {text}") if above is not None else None
        if above is None or joined is None or re.match(r"\w+ by\b", text) is not None or "verb" not in joined.kinds or joined.end <= len(above.words) + 1:
            return None, text
        return joined, text[joined.end - len(above.words) - 1:]
    while (inner := label_of(text.strip(" :-–"))) is not None and (inner.sure or (inner.by == ":" and inner.kinds <= {"office", "free", "group"})):
        text = text.strip(" :-–")[inner.end:]
        if told.status is None or (inner.sure and inner.status is not None):
            told = inner
    if above is not None and not told.sure and told.status == "present" and above.status in ("absent", "apologies"):
        told = above
    return told, text


def _listed(said: _Statement, told: Told, text: str, known: frozenset[str], before: Sequence[Seen]) -> tuple[list[Seen], list[str]]:
    """Those whom a list names, and the sentences behind it that are no more names."""
    cuts = _cuts(text)
    status, rest = _means(told, before), [text[a:b] for a, b in cuts[1:]]
    if status is None or not cuts:
        return [], rest
    out: list[Seen] = []
    first = text[:cuts[0][1]]
    lone = sum(seen.status == "present" and " " not in seen.person.name for seen in before) > 2
    people = listed(first, known, plural=lone or ("group" in told.kinds and told.by != ""))
    if _holds(people, told, first):
        status = _agreed(people, status, before)
        out += _seen(people, status, said, told.words)
    while rest and _names_alone(rest[0], known):
        out += _seen(listed(rest.pop(0), known), status, said, told.words)
    return out, rest


def _means(told: Told, before: Sequence[Seen]) -> Status | None:
    """The status that a label gives, after the lists ``before`` it: the first of those who attended is of those who met."""
    here = sum(seen.status == "present" for seen in before)
    if told.status == "in_attendance" and "here" in told.kinds:
        first = not here and "also" not in told.kinds and ("group" in told.kinds or "besides" not in told.kinds)
        rest = here < 2 and {"also", "group"} <= told.kinds and "besides" not in told.kinds  # "Chairman Orde presiding, with the following other members present: …"
        return "present" if first or rest else "in_attendance"
    if told.status == "present" and here and "attend" in told.words.lower() and "group" not in told.kinds:
        return "in_attendance"
    if told.status is None and "office" in told.kinds:
        return "present" if re.search(rf"{CHAIR}|presid|cadeir", told.words, re.I) else "in_attendance"
    return told.status


def _title(part: MinuteItem) -> str:
    return " ".join(line.text for line in part.heading)


def _agreed(people: Listed, status: Status, found: Sequence[Seen]) -> Status:
    """The status that most of a list are known to have by the paper's own forms; else what its label says."""
    told = Counter(seen.status for seen in found for person in people.people if seen.person.name == person.name and POSTED.search(seen.person.role or "") is None)
    return told.most_common(1)[0][0] if told and {status, told.most_common(1)[0][0]} == {"present", "in_attendance"} else status


def _cuts(text: str) -> list[tuple[int, int]]:
    """The sentences of a list: none ends behind a title."""
    out: list[tuple[int, int]] = []
    for a, b in sentences(text.replace("\n", " ")):
        held = text[:out[-1][1]] if out else ""
        if out and (held.count("(") > held.count(")") or re.search(rf"(?:{TITLE}|Messrs|[A-Z])\.$", held)):
            out[-1] = (out[-1][0], b)
        else:
            out.append((a, b))
    return out


def _names_alone(text: str, known: frozenset[str]) -> bool:
    """Does a sentence behind a list hold nothing but further names?"""
    people = listed(text, known)
    return bool(people.people) and not people.others and _DOES.search(re.sub(r"\([^()]*\)", "", text)) is None and label_of(text) is None


def _head(parts: Sequence[MinuteItem], *, met: bool) -> list[Line]:
    """The lines that may hold a roll: before the first item, and of the first items, as far as they speak of it; ``met``: it is known who met, so that "Present:" in other business is of another body."""
    out: list[Line] = []
    for k, part in enumerate(parts[:9]):
        if not k or _ROLL.search(_title(part)) or (k < 3 and not met and any(label_of(_bare(line.text)) is not None for line in part.body[:12])):
            out += [*part.heading, *(line for line in part.body[:60] if not any(line.page == h.page and abs(line.top - h.top) < 1 and h.x0 <= line.x0 and line.x1 <= h.x1 + 1 for h in part.heading))]
    first = out[0].page if out else 0
    return [line for line in out if line.page <= first + 2]


def _spoken(parts: Sequence[MinuteItem]) -> frozenset[str]:
    """The surnames, in small letters, that stand behind a title or a mover's word anywhere in the paper."""
    return frozenset(name.lower() for part in parts for line in (*part.heading, *part.body) for m in _MOVERS.finditer(line.text) for name in m.groups() if name and len(name) > 2)


def _bare(text: str) -> str:
    m = _NUMBER.match(text)
    if m is None or (m["dot"] and len(m.group().strip()) == 2 and label_of(text[m.end():]) is None) or (m.group().strip().isalpha()):
        return text  # "L. Beath, Director": an initial
    return text[m.end():]


def _flows(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines as they are read: those below two labels side by side, column by column."""
    i = 0
    plain: list[Line] = []
    while i < len(lines):
        cells = lines[i].segments(1.5)
        tells = [told for text, _ in cells if (told := label_of(text)) is not None and told.by == ":"]
        if len(cells) < 2 or not any(told.sure for told in tells) or (len(tells) == 1 and label_of(cells[0][0]) is not None):
            plain.append(lines[i])
            i += 1
            continue
        xs = [box.x0 for _, box in cells]
        end = i + 1
        while end < len(lines) and lines[end].page == lines[i].page and not any(box.x0 < x - 4 and box.x1 > x + 4 for x in xs[1:] for _, box in lines[end].segments(1.5)):
            end += 1
        yield plain
        plain = []
        for k, x in enumerate(xs):
            high = xs[k + 1] - 2 if k + 1 < len(xs) else 1e6
            yield [part for line in lines[i:end] if (part := within(line, x - 3 if k else 0.0, high)) is not None]
        i = end
    yield plain


def _statements(lines: Sequence[Line], measure: Measure, known: frozenset[str], headings: set[tuple[int, float]]) -> Iterator[_Statement]:
    """What the lines say, one statement after the other."""
    here: _Statement | None = None
    for line in lines:
        text = _set(line, known)
        lead = len(text) - len(_bare(text))
        opened = _open(here) and not _next_number(here, line)
        told = _label(text[lead:], line, known)
        if opened and told is not None and not (told.by == ":" or told.kinds == {"also"} or (told.sure and told.words[:1].isupper())):
            told = None
        if told is not None and told.by != ":" and here is not None and here.told is None and text[:1].islower() and not here.texts[-1].rstrip().endswith((".", ":", ";")):
            told = None  # "… and a member of ⏎ the public were also present."
        opened = opened and _BUSINESS.search(text) is None
        if told is not None:
            if here is not None:
                yield here
            here = _Statement(told, [line], lead + told.end, [text])
        elif here is not None and here.told is not None and (opened or ((line.page, line.top) not in headings and (here.lines[-1].bold or not line.bold) and not _next_number(here, line) and _goes_on(text[lead:], here, known))):
            here.lines.append(line)
            here.texts.append(text if opened else text[lead:])
        elif here is not None and here.told is None and not measure.apart(line) and lead == 0:
            here.lines.append(line)
            here.texts.append(text)
        else:
            if here is not None:
                yield here
            here = _Statement(None, [line], lead, [text])
    if here is not None:
        yield here


def _next_number(here: _Statement | None, line: Line) -> bool:
    """Does a line begin with the number after that of the list above it: the next item?"""
    if here is None or (one := _ITEM.match(here.texts[0])) is None or (other := _ITEM.match(line.text)) is None:
        return False
    return int(other["n"]) == int(one["n"]) + 1 and line.x0 < here.lines[0].x0 + 3


def _set(line: Line, known: frozenset[str]) -> str:
    """A line's text; what stands in columns of its own behind a name is put in brackets, further names behind a semicolon."""
    cells = line.segments(1.5)
    if len(cells) < 2 or (":" not in line.text and all(label_of(text) is not None for text, _ in cells)) or sum(len(text) for text, _ in cells) != len(line.text) - len(cells) + 1:
        return line.text
    out = cells[0][0]
    for text, _ in cells[1:]:
        if label_of(out) is not None and ":" not in out:
            out += f": {text}"
        elif out.rstrip().endswith((":", ",", ";", "-", "–")) or out.count("(") > out.count(")") or text.count("(") != text.count(")"):
            out += f" {text}"
        else:
            named = listed(text, known)
            whole = named.clean and all(p.title is not None or p.role is None or text.endswith(p.name) or "(" in text or "," in text for p in named.people)
            out += f"; {text}" if whole or label_of(text) is not None else f" ({text})"
    return out


def _label(text: str, line: Line, known: frozenset[str]) -> Told | None:
    """The label that a line begins with; one that nothing parts from the names needs names behind it."""
    told = label_of(text)
    cells = [cell for cell, _ in line.segments(1.5)]
    if ":" not in text and len(cells) > 1 and all(label_of(cell) is not None for cell in cells):
        return None  # the heads of columns
    if told is None and ":" in text[:90]:  # "The Chairman asked for the roll call: Present: Commissioners Orde, Vane"
        at = text.index(":") + 1
        inner = label_of(text[at:].lstrip())
        if inner is not None and inner.by in (":", "-") and inner.sure:
            return Told(inner.words, inner.end + len(text) - len(text[at:].lstrip()), inner.by, inner.kinds)
    if told is None or (told.by == "$" and not told.sure and not (line.bold or text.isupper() or len(text) < 30)):
        return None
    rest = text[told.end:]
    if told.by in ("", "."):
        if not told.sure and told.kinds != {"also"}:
            return None
        who = listed(rest, known, plural="group" in told.kinds)
        if not who.people or who.others > len(who.people):
            return None
    return told


def _open(here: _Statement | None) -> bool:
    """Does the last line of a list stop inside a name or a bracket?"""
    if here is None or here.told is None or not here.texts:
        return False
    text = here.texts[-1].rstrip()
    whole = "\n".join(here.texts)
    return whole.count("(") > whole.count(")") or ((len(here.texts) > 1 or len(text) > here.at) and re.search(rf"(?:[,;&/]|\band|\b(?:of|the|for|in|to|from|by)|(?<!,\s)\b{MEMBER}\.?|\b(?:Mrs?|Ms|Dr|[A-Z])\.?)$", text) is not None)


def _goes_on(text: str, here: _Statement, known: frozenset[str]) -> bool:
    """Does a line go on with the list above it: does it name people, and tell nothing?"""
    if re.match(r"\([^()]*\)", text):
        return True
    flat = re.sub(r"\([^()]*\)?", "", text)
    if len([w for w in next((flat[a:b] for a, b in sentences(flat)), "").split() if w[:1].islower() and kind_of(w) is None and w not in _JOINTS]) > 0:
        return False
    if re.match(r"[A-Z][\w’' ]{1,40}:\s", flat) is not None or (here.told is not None and here.told.status in ("apologies", "absent") and len(here.texts[0]) > here.at + 1):
        return False  # another label; or a list that its line has told
    if _BUSINESS.search(flat) or (_DOES.search(flat) and label_of(text) is None and not re.match(r"[^.]{0,60}\.\s", flat)):
        return False
    text = text + ")" * (text.count("(") - text.count(")"))
    who = listed(text, known, plural=here.told is not None and "group" in here.told.kinds)
    if who.people:
        return who.others <= len(who.people)
    return len(text.split()) < 9 and len(here.texts) > 0 and len(here.texts[-1]) > 60 and not here.texts[-1].rstrip().endswith(".")


def _holds(people: Listed, told: Told, text: str) -> bool:
    """Is a list, read, a list?"""
    if not people.people:
        return False
    flat = re.sub(r"\([^()]*\)", "", text)
    if told.by in ("", ".") or not told.sure or "verb" in told.kinds:
        last = max((flat.rfind(p.name.split()[-1]) + len(p.name.split()[-1]) for p in people.people), default=0)
        lower = [w for w in flat[last:].split() if w[:1].islower() and kind_of(w) is None]
        return people.clean and len(lower) < (1 if told.kinds & {"sorry", "absent"} else 4)
    return people.clean and _ACTS.search(flat) is None


def _told(sentence: str, said: _Statement, known: frozenset[str], met: bool) -> list[Seen]:
    """Of whom a sentence says that he came, stayed away or took the minutes."""
    told = label_of(sentence)
    if told is not None and told.sure and told.status is not None:
        rest = sentence[told.end:]
        people = listed(rest, known, plural="group" in told.kinds)
        status = told.status
        if status == "in_attendance" and not met and "group" in told.kinds and "also" not in told.kinds:
            status = "present"
        if _holds(people, told, rest) and people.others < len(people.people):
            return _seen(people, status, said, told.words)
    m = _DOES.search(sentence)
    if m is None or re.search(r"\b(?:if|who|that|which|when|after|until|for the)\b", sentence, re.I):
        return []
    tail = sentence[m.start():]
    people = listed(sentence[:m.start()], known)
    if not people.people or 4 * people.others > len(people.people):
        return []
    if _TAKES.search(tail) is not None:
        return _seen(people, "in_attendance", said, tail)
    if re.fullmatch(r"[\s,]*(?:(?:was )?in the [Cc]hair|presided)[\s.]*", tail) is not None:
        return _seen(people, "present", said, tail)
    kinds = [kind_of(w) for w in tail.split()]
    if None in kinds:
        kinds = [kind_of(w) for w in _CLAUSE.split(tail)[0].split()]  # "… was absent and therefore nothing could be added"
    if None in kinds or len(kinds) > 10:
        return []
    found = frozenset(k for k in kinds if k)
    if "not" in found and re.search(r"\bnot at (?:the|this) meeting\b", tail):
        return _seen(people, "absent", said, tail)
    meant = status_by(found)
    if meant is None or found.isdisjoint(("here", "absent", "sorry")):
        return []
    if meant == "present" and (met or not all(re.match(MEMBER, p.title or "") for p in people.people)):
        meant = "in_attendance"
    return _seen(people, meant, said, tail)


def _seen(people: Listed, status: Status, said: _Statement, label: str) -> list[Seen]:
    """The people of a statement where they are printed, each with his own status: those who serve or visit the body are in attendance."""
    out = []
    titled = sum(re.match(MEMBER, p.title or "") is not None for p in people.people) > 1
    for person in people.people:
        own = status
        posts = f"{person.title or ''} {person.role or ''}"
        member = re.match(MEMBER, person.title or "") is not None
        serves = SERVANT.match(person.role or "") or STAFF.fullmatch(person.role or "") or (titled and not person.title and re.search(POST, person.role or ""))
        if own == "present" and (_FOREIGN.search(posts) or (serves and not member)):
            own = "in_attendance"
        out.append(Seen(person, own, [_place(person.name, said.lines)], "roll.evidence", label=label))
    return out


def _place(name: str, lines: Sequence[Line]) -> Place:
    """Where a name is printed; where it runs over two lines, the line of its last word."""
    for words in (name, name.split()[-1]):
        for line in lines:
            at = line.text.find(words)
            if at >= 0:
                return line.place(at, at + len(words))
    return lines[0].place(0, len(lines[0].text))
