"""The people of a list by evidence: each part is weighed by what speaks for a name (title, initials, forename, no word, initials or a post beside it, a mover's name below), and by its neighbours.

>>> [(p.name, p.role) for p in listed("Cllr. A Marsh (Chair), Mx. Jo Vane, Ann Orde Highland Councillor, 3 members of the public").people]
[('A Marsh', 'Chair'), ('Jo Vane', None), ('Ann Orde', 'Highland Councillor')]
>>> [p.name for p in listed("R Axtell (Chair)/J Bowyer/M Crabb").people], listed("the report of the Finance Officer, and the plan").people
(['R Axtell', 'J Bowyer', 'M Crabb'], [])
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field

from papermine import regex as re
from papermine.language.names import BRACKET, PARTY, PersonName, read_turned
from papermine.language.person import is_civic, is_forename, is_initial, is_surname, is_word, title_at
from papermine.language.posts import bare as unseated
from papermine.language.titles import CHAIR, MEMBER, POST

_STROKE = re.compile(r"/\s*")
_SPLIT = re.compile(r"\s*(?:[,;•▪●|]|\s(?:and|And|AND|&|ac|a|together with|with|plus)(?=\s)|&(?=[A-Z])|[.,]\s+(?=and\s))\s*")
_TITLE_WORD = re.compile(rf"(?:[A-Z]\.?\s?)?(?:{MEMBER}|Cllr|Mx|Ms|Mr|Mrs|Miss|Messrs|Dr|Sir|Dame|Rev|Revd|Hon|PC|PCSO|Sgt|Insp|Mayor|Reeve|Cyng|Cyngh|Cynghorydd|Cynghorwyr|Prof|Preb|Canon|Fr)s?\.?$", re.I)
_PARTICLE = re.compile(r"(?:[Dd]e|[Vv]an|[Vv]on|[Dd]er|[Dd]en|[Ll]a|[Ll]e|[Dd]u|ap|ab|ferch|St\.?)$")
_NOBODY = re.compile(r"(?:an? )?(?:\d+|one|two|three|four|five|six|several|no|none|nil|n/a|a number of|members?|residents?|parishioners?|public|press|vacan\w*|all|various|apologies|any|quorum|the (?:public|press))\b|$", re.I)
_CAP = re.compile(r"(?:[A-Z]\.)?[A-ZÀ-Þ][\w’'‘.-]*$")
_PLURAL = re.compile(r"\s*(?:the\s+|y\s+)?(?:councill?ors|cllrs|crs|members|messrs|aldermen|trustees|commissioners|supervisors|selectmen|cynghorwyr|mesdames)\b\.?\s*:?-?\s*(?=[A-Z])", re.I)
_VERB = re.compile(r"\b(?:was|were|had|has|is|are|said|noted|be|been|will|would|that|which|agreed|reported|asked|thanked|received|advised|moved|seconded|proposed|[Dd]enotes?|indicates?)\b")


_NOT_THERE = re.compile(r"\b(?:not|no longer|left|expected|tried|had|would|absent|apolog\w+|excused|resigned|vacan\w+)\b", re.I)
"""What a bracket says of one of whom a list alone does not tell that he came."""


@dataclass(slots=True)
class Part:
    """One part of a list: whom it may name, how much speaks for it, and whether it is but a post or a number of people."""

    text: str
    person: PersonName | None = None
    weight: float = 0.0
    lone: bool = False
    post: bool = False
    nobody: bool = False


@dataclass(slots=True)
class Listed:
    """The people of a list, and how many of its parts name none (``others``)."""

    people: list[PersonName] = field(default_factory=list)
    others: int = 0

    @property
    def clean(self) -> bool:
        """Do most of its parts name somebody?"""
        return bool(self.people) and len(self.people) >= 2 * self.others


def listed(text: str, known: frozenset[str] = frozenset(), *, plural: bool = False) -> Listed:
    """Who is listed in ``text`` (line ends are kept as such); ``known``: surnames of which the paper speaks elsewhere; ``plural``: a label names members, whose surnames may stand alone."""
    text = re.sub(r"\s*(?:[-–—_.·]\s?){3,}\s*", " ", text)
    text = re.sub(r"\s(?:be|were|was|is|are)\s+(?:also\s+)?(?:accepted|received|noted|approved|granted|sustained)\b.*", "", text, flags=re.S)
    rows = [line for line in text.split("\n") if line.strip()]
    if len(rows) > 1 and 2 * sum(read_turned(line) is not None for line in rows) >= len(rows):
        return Listed(others=len(rows))  # "Orde, Darragh ⏎ Hale, Anne": names that are turned
    parts: list[Part] = []
    for chunk in _chunks(text):
        head = _PLURAL.match(chunk)
        if head is not None:
            plural, chunk = True, chunk[head.end():]
        for piece in _lines(chunk, known):
            parts += _glued(piece, known)
    for before, after in itertools.pairwise(parts):
        before.weight += after.post and not before.lone  # "Norm Adams, Councillor"
    named = [p for p in parts if not p.post and not p.nobody]
    strong = sum(p.weight >= 2 for p in named)
    lone = [p for p in named if p.lone and p.weight >= 1]
    bare = [p for p in lone if p.person is not None and p.person.title is None and p.person.role is None]
    surnames = (plural or len(lone) > 2) and 2 * len(lone) >= len(named) and (len(bare) > 1 or len(named) == 1)
    posted = [p for p in lone if p.person is not None and p.person.title is None and p.person.role is not None and p.weight >= 2]
    out = Listed()
    enough = 2.5 if any(p.person is None or p.weight + (surnames or (p in posted and len(posted) > 1) if p.lone else 0.4) < 2 for p in named) else 2  # a list of which some part is no name must show better what is one
    for p in parts:
        if p.post and out.people:
            last = out.people[-1]
            if not last.role:
                out.people[-1] = PersonName(last.printed, last.name, last.title, (), p.text, last.party)
            continue
        if p.nobody or p.post:
            continue
        weight = p.weight + (surnames or (p in posted and len(posted) > 1) if p.lone else 0.4 * (2 * strong >= len(named) and len(named) > 1))
        if p.person is not None and weight >= enough:
            out.people.append(p.person)
        else:
            out.others += 1
    return out


def _chunks(text: str) -> Iterator[str]:
    """The parts of a list: cut at commas and their like outside brackets; at strokes where nothing else parts it."""
    flat = BRACKET.sub("", text)
    stroke = flat.count("/") > 0 and "," not in flat and ";" not in flat and all(_CAP.match(part.split()[0]) for part in flat.split("/") if part.split())
    start = at = depth = 0
    while at < len(text):
        depth += (text[at] in "([") - (text[at] in ")]" and depth > 0)
        cut = _SPLIT.match(text, at) if depth == 0 else None
        if stroke and depth == 0 and text[at] == "/":
            cut = _STROKE.match(text, at)
        if cut is not None and cut.end() > at:
            if text[start:at].strip():
                yield text[start:at].strip()
            start = at = cut.end()
            continue
        at += 1
    if text[start:].strip():
        yield text[start:].strip()


def _lines(chunk: str, known: frozenset[str]) -> Iterator[str]:
    """A part of a list that runs over lines, cut where each line names somebody or a post, joined where a name or a post runs over."""
    held, *more = [line.strip() for line in BRACKET.sub(lambda m: m.group().replace("\n", " "), chunk).split("\n") if line.strip()] or [""]
    for line in more:
        a, b, both = _read(held, known), _read(line, known), _read(f"{held} {line}", known)
        if a.lone and a.person is not None and is_forename(a.person.name) and b.lone and b.person is not None and b.person.title is None:
            held = f"{held} {line}"  # "Mr Peter ⏎ Orde (Chairman)"
            continue
        whole = a.weight >= 2 and (b.weight >= 2 or b.post or b.nobody)
        if line.startswith("(") or (not whole and (a.weight < 2 or a.lone) and both.weight >= max(a.weight, b.weight, 1) and (b.person is None or b.lone or "(" in line) and not (a.post and b.weight >= 2 and not b.lone and "(" not in line)):
            held = f"{held} {line}"
        else:
            yield held
            held = line
    if held:
        yield held


def _glued(chunk: str, known: frozenset[str]) -> list[Part]:
    """A part of a list, taken apart where two people stand in it: behind a bracket, before a title, two forenames with their surnames."""
    if (count := re.search(r"\)\s*(?=\d)", chunk)) is not None:  # "M. N. Bown (Clerk) 4 parishioners were present"
        return [*_glued(chunk[:count.end()].strip(), known), Part(chunk[count.end():], nobody=True)]
    for cut in re.finditer(r"\)\s*(?=[A-Z][\w.]*\s+\S)|(?<=[a-z’])\.?\s+(?=[A-Z][\w.]*\s)", chunk):
        left, right = chunk[:cut.end()].strip(), chunk[cut.end():].strip()
        first = right.split()[0]
        if cut.group()[0] != ")" and _TITLE_WORD.match(first) is None and not (len(BRACKET.sub("", chunk).split()) == 4 and cut.start() == len(" ".join(chunk.split()[:2])) and is_forename(first)) and not (is_initial(first) and first != "O" and any(is_initial(w) for w in left.split()[:-1])):
            continue  # "Mr. William D. Hale" is one
        if left.split()[-1][:1].islower():
            continue  # "Cllr Orde via Cllr Vane"
        a, b = _read(left, known), _read(right, known)
        if a.person is not None and b.person is not None and a.weight >= 2 and b.weight >= 2:
            return [a, *_glued(right, known)]
    return [_read(chunk, known)]


def _is_title(word: str) -> bool:
    return _TITLE_WORD.match(word) is not None or title_at(f"{word} X") is not None


def _post_word(word: str) -> bool:
    """Is it a word of a post, or several with strokes between them ("Administrator/CAO")?"""
    return re.fullmatch(rf"(?:{POST}|{CHAIR}|RFO|CEO|CAO|CFO|Esq|Presiding|Lord|Deputy|Right|Worshipful|Honourable)s?", word) is not None or ("/" in word and all(is_word(w) or w.isupper() or re.fullmatch(POST, w) for w in word.split("/")))


def _read(chunk: str, known: frozenset[str]) -> Part:
    """One part of a list, weighed."""
    inner = [m["inner"].strip() for m in BRACKET.finditer(chunk)]
    flat = re.sub(r"^(?:[^\w(]+|\(?(?:\d{1,2}|[a-z])[.)]\s+)", "", BRACKET.sub(" | ", chunk)).strip(" .:–—-|")
    flat = re.sub(r"^(?:the|The|and|a’r|yr?)\s+", "", flat)
    if _NOBODY.match(flat) is not None:
        return Part(chunk, nobody=True)
    if any(_NOT_THERE.search(i) for i in inner) or re.match(r"[A-Z][a-z]+(?: [a-z]+){0,3}: ", flat) is not None:
        return Part(chunk)
    if _VERB.search(flat) is not None or len(flat.split()) > 12 or re.search(r"\b(?:OF|AND|THE|FOR|TO)\b", flat) is not None:
        return Part(chunk)
    flat = re.sub(r"(?<=[a-z])\.(?=[A-Z])", ". ", unseated(flat))
    words = [w for word in flat.split() for w in ([word] if _is_title(word) else re.sub(r"(?<=^[A-Z]\.)(?=[A-Z])|(?<=\.[A-Z]\.)(?=[A-Z])", " ", word).split()) if w not in ("-", "–", "—", "/")]
    while "|" in words and not any(w[:1].isupper() and not _is_title(w) and not _post_word(w) for w in words[:words.index("|")]):
        words.remove("|")
    shut = words.index("|") if "|" in words else len(words)
    words = [w for w in words if w != "|"]
    bare = [w.rstrip(".,:") for w in words]
    titles = [k for k, w in enumerate(words) if _is_title(w) and not (k and is_forename(bare[k - 1]) and not is_word(bare[k - 1]))]  # not "Joanna Reeve"
    if titles and any(w[:1].islower() and w not in ("of", "the", "and") for w in words[titles[0]:titles[-1]]):
        return Part(chunk)  # "Cllr Orde for Cllr Vane"
    first = titles[-1] + 1 if titles and titles[-1] < len(words) - 1 else None
    if first is None:
        first = next((k for k, w in enumerate(bare) if w[:1].isupper() and not _post_word(w) and (is_initial(words[k]) or (is_forename(w) and (not is_word(w) or (k + 1 < len(bare) and bare[k + 1][:1].isupper() and (is_forename(bare[k + 1]) or not is_word(bare[k + 1]))))) or not is_word(w))), None)
    if first is None:
        if any(w.endswith(("’s", "'s")) for w in bare):
            return Part(chunk, post=True)
        if all(w[:1].isupper() or w in ("of", "and", "the", "to", "for", "&") for w in bare) and bare:
            for held in inner:
                if (who := _read(held, known)).person is not None and who.weight >= 2 and not who.lone:
                    return Part(chunk, PersonName(chunk, who.person.name, who.person.title, (), flat), who.weight)
            return Part(chunk, post=any(is_civic(w) or is_word(w) for w in bare))
        return Part(chunk, post=bool(bare) and re.search(rf"\b(?:{POST}|{CHAIR}|councill?or)\b", flat, re.I) is not None)
    titles = [k for k in titles if k < first]
    if first == 1 and not titles and re.fullmatch(r"[A-Z][a-z]+", bare[0]) and not is_civic(bare[0]) and not _post_word(bare[0]) and not is_initial(bare[1]) and (len(bare) == 2 or is_word(bare[2])):
        first = 0  # "Norm Adams, Councillor": a forename that is a word
    if any(w.endswith(("’s", "'s")) for w in bare[:first]) and not any(is_initial(w) for w in words[first:first + 1]):
        return Part(chunk, post=True)
    title = " ".join(words[k] for k in titles) or None
    before = [w for k, w in enumerate(words[:first]) if k not in titles]
    if any(not (w[:1].isupper() or w in ("of", "and", "the", "to", "for", "&")) for w in before) or len(before) > 7:
        return Part(chunk)
    name: list[str] = []
    whole = False
    for k in range(first, len(words)):
        w = words[k].rstrip(",:")
        if k >= shut and name:
            break
        w = w if is_initial(w) or len(w) < 3 else w.rstrip(".")
        settled = any(len(n) > 1 and not is_initial(n) and not _PARTICLE.match(n) for n in name)
        if settled and (_post_word(w) or (is_initial(words[k]) and len(name) > 1 and is_initial(name[-2]))):
            break
        if settled and re.fullmatch(r"[A-Z]{2,5}", w) and not all(n.isupper() for n in name):
            break
        if _PARTICLE.match(w) and k + 1 < len(words) and (name or w[0].isupper()):
            name.append(w)
            continue
        if _CAP.match(w) is None or len(name) > 4 or (name and _is_title(w) and not is_initial(w)) or w.endswith(("’s", "'s")):
            break
        if is_word(w) and not is_initial(w) and settled and (len(name) > 1 or is_civic(w)) and not (is_surname(w) and (k + 1 == len(words) or all(is_initial(n) or is_forename(n) for n in name))):
            if not (titles and len(name) == 1 and is_forename(name[0]) and w.lower() not in ("council", "committee", "board", "panel", "ward") and (words[k].endswith(",") or flat.endswith(w) or any(f"{w} {dash}" in flat for dash in "-–—"))):
                break
            whole = True  # "Cllr. Norman Scotland - Chairman"
        if settled and len(name) > 1 and not is_initial(name[-1]) and k + 1 < len(words) and re.fullmatch(rf"{MEMBER}|{POST}|{CHAIR}", bare[k + 1]):
            break
        name.append(w)
        if words[k].endswith((",", ":")):
            break
    while name and _PARTICLE.match(name[-1]):
        name.pop()
    after = words[first + len(name):]
    if not name or is_initial(name[-1]) or len(name[-1]) < 2 or (len(name) == 1 and _TITLE_WORD.match(name[0])):
        return Part(chunk)
    surname = name[-1]
    if sum(not _PARTICLE.match(n) for n in name) > 4 or (len(name) == 1 and not titles and after and _post_word(after[0].strip(".,"))):
        return Part(chunk, post=len(name) == 1)
    lead = [n for n in name[:-1] if not _PARTICLE.match(n)]
    civic = [] if whole else [n for n in (name[-1:] if titles and lead and not all(is_initial(n) for n in lead) else () if titles else name) if is_civic(n) and not is_initial(n) and not is_surname(n)]
    post = " ".join(before)
    role = re.sub(r"\s+", " ", " ".join(after)).strip(" ,.-–") or None
    marks = [i for i in inner if re.fullmatch(r"(?:[A-Z][a-z]?){2,4}", i) and i[0] == name[0][0]]
    said = [i for i in inner if i not in marks]
    lone = not lead
    office = post != "" and re.search(rf"\b(?:{POST}|{CHAIR}|Councillor|{MEMBER}|RFO|CEO|CAO|CFO)s?\b", post) is not None
    weight = 2.0 * bool(titles) + any(is_initial(n) for n in lead) + 1.0 * any(is_forename(n) for n in lead) + (not is_word(surname)) + (surname.lower() in known) + 2.0 * bool(marks)
    weight += 0.5 * bool(lead and not any(is_word(n) for n in name))
    if post:
        if lone and not titles and (not office or any(is_civic(w.strip(".,")) for w in after)):
            return Part(chunk, post=True)
        weight += 1 if office or is_civic(before[-1]) else -1
    weight += 0.5 * any(re.search(rf"{POST}|{CHAIR}|chair|member|councillor", i, re.I) for i in said)
    if after and after[0] in ("of", "for", "to") and not titles:
        weight -= 2
    if len(after) == 1 and not titles and shut > len(name) and after[0].istitle() and not _post_word(after[0]) and not _is_title(after[0]) and not is_civic(after[0]):
        weight -= 2  # a name that goes on in a word: "Carey Mills Stone"
    if civic or (role and role[0].islower() and len(after) > 8):
        weight -= 3
    if lone and (not (is_surname(surname) or (office and not is_word(surname))) or (surname.isupper() and len(surname) < 4)):
        weight -= 2
    party = next((i for i in said if PARTY.match(i)), None)
    roles = [r for r in (post or None, *(i for i in said if i != party), role) if r]
    return Part(chunk, PersonName(chunk, " ".join(name), title, (), ", ".join(roles) or None, party), weight, lone)
