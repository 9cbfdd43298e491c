"""The parts of one printed name: title, forenames, surname, honours; and what is no name.

>>> is_person("Mr P V Barrington-King"), is_person("Finance Committee")
(True, False)
>>> parts("Councillor Mrs. Ann de Souza MBE")
Parts(title='Councillor Mrs.', tokens=('Ann', 'de', 'Souza'), honours=('MBE',), end=32)
"""

from __future__ import annotations

import itertools
import unicodedata
from functools import cache
from pathlib import Path
from typing import NamedTuple

from papermine import regex as re
from papermine.language.titles import TITLE

_TITLE_WORDS = (
    r"(?:An\s+)?(?:Leas[- ])?t?Ard-Mhéara|Comhairleoir(?:í|i)?|(?:His|Her|The\s+Right|The)\s+Worship(?:ful)?(?:,?\s+[Tt]he)?(?:\s+(?:Lord\s+)?Mayor)?|CFO|DCFO|ACFO|ACO|D?PCC|PFCC|"
    rf"{TITLE}|Lord(?!\s+(?:Mayor|Provost|Lieutenant))|Baroness|Baron|"
    r"Cyng(?:h)?\.?\s*/\s*Cllrs?|Canon|Father|Fr|Rabbi|Imam|CCllrs?|Cnr|"
    r"(?:(?:Town|City|County|Village|Borough)\s+)?Council(?:m[ae]n|wom[ae]n|members?|persons?)|Selectwoman|Freeholders?|Board\s?[Mm]embers?|Alternate\s+(?:Director|Trustee|Member)|Ald|Rt\.?\s+Hon|Right\s+Hon(?:ourable)?|Honou?rable|Hon|Captain|Capt|Colonel|Col|"
    r"Lt|Major|Brigadier|Judge|Justice|Sergeant|Sgt|PCSO|PCO|PS(?=\s[A-Z]\s[A-Z])|P\.C\.S\.O|PC|Inspector|Insp|Superintendent|Supt|"
    r"Shire\s+President|Mayor\s+Pro[ -]?Tem(?:pore)?|(?:Lord|Deputy|Vice|Acting|Executive|City)[\s-]+Mayor|Mayor|(?:Lord\s+|Deputy\s+)?Provost|(?:Deputy\s+)?(?:Reeve|Warden)|"
    r"(?:County|Cty|Dist|District|City|Parish|Town|Community|Borough|Ward|Unitary)\s+(?:Councillors?|Cllrs?|Crs?)|"
    r"Y\s+Cynghor(?:ydd|wyr)|[CG]h?ynghorydd(?:\s+Sir\b)?|[CG]ynghorwyr|[CG]yng\.?\s+Sir\b|[CG]yng|M[rs]s?\.?\s+Justice")
_TITLE = re.compile(r"(?:The\s+)?(?:(?:" + _TITLE_WORDS + r")\b\.?\s*(?:\((?:Mrs?|Ms|Miss|Dr)\.?\)\s*)?)+(?=\S)")
_TITLE_UPPER = re.compile(_TITLE.pattern.replace("(?:The", "(?i:The", 1), re.I)
_HONOUR = re.compile(
    r"[\s,]+\(?(?P<honour>(?:C|O|M|K|D|G)BE|BEM|KC|QC|DL|JP|MP|MSP|MEP|AM|MS|CC|TD|VC|KCB|CB|CMG|KCMG|CVO|LVO|MVO|MC|DSO|DFC|QPM|KPM|QFSM|RN|"
    r"Ph\.?D|M\.?A|B\.?A|B\.?Sc|M\.?Sc|LL\.?B|MBA|FRICS|MRICS|MRTPI|CPFA|FCA|ACA|P\.\s?Eng|B\.E|Esq|Jr|Sr|(?<=, )JR|(?<=, )SR|II|III|IV|MPP|CAO)\b\.?\)?(?=$|[\s,;(\[)–-])")
_WORD = re.compile(r"(?:O['’] (?=[A-Z]))?[^\W\d_][\w'’‘`.-]*|[\"“'‘(][^\W\d_][\w’'-]*[\"”'’)]")
_VOWEL = re.compile(r"[aeiouyáéíóúàèìòùâêîôûäëïöüåæøŵŷ]")
_PARTICLES = frozenset(("de", "da", "di", "del", "della", "dos", "du", "la", "le", "van", "von", "der", "den", "ter", "ten", "ap", "ab", "al", "el",
                        "bin", "ibn", "of", "y", "e", "st", "st.", "af", "zu", "mac", "verch"))
_SPACE = re.compile(r"[^\S\n]*\n?[^\S\n]*(?<=\s)(?=\S)")
_INITIAL = re.compile(r"(?:[A-Z]\.?){1,2}$|[A-Z]\.?-[A-Z]\.?$|(?:[A-Z]\.){3,4}$|(?:Ll|Ff|Rh|Th)\.$")

_STREETS = ("victoria", "albert", "george", "grace", "jubilee", "clarence", "elizabeth", "alexandra")
_ROLE_WORDS = ("chairman", "chairwoman", "chairperson", "chair", "speaker", "mayor", "provost", "president", "convener", "convenor",
               "leader", "clerk", "vice-chairman", "vice-chair", "vice", "deputy")


class Parts(NamedTuple):
    """A printed name taken apart; ``end`` is where it ends in the text it was read from."""

    title: str | None
    tokens: tuple[str, ...]
    honours: tuple[str, ...]
    end: int


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(Path(__file__).with_name(name).read_text(encoding="utf-8").split())


def is_forename(word: str) -> bool:
    """Is it a common forename?

    >>> is_forename("Rashpal"), is_forename("Finance")
    (True, False)
    """
    bare = word.strip(".").lower()
    if not bare.isascii():  # "José", "Siân"
        bare = "".join(c for c in unicodedata.normalize("NFD", bare) if not unicodedata.combining(c))
    return bare in _listed("forenames.txt") or (
        "-" in word and all(part in _listed("forenames.txt") for part in word.lower().split("-")))


def is_word(word: str) -> bool:
    """Is it an ordinary word of council papers, whatever its case?

    >>> is_word("Bridge"), is_word("Barrington")
    (True, False)
    """
    low = word.lower().replace("’", "'").strip(".'")
    listed = _listed("words.txt")
    civic = _listed("civic.txt")
    return low in listed or low in civic or low.removesuffix("'s") in listed or (
        "-" in low and any(part in listed or part in civic for part in low.split("-")))


def is_civic(word: str) -> bool:
    """Is it a word of bodies, posts and places?

    >>> is_civic("Officer"), is_civic("Stone")
    (True, False)
    """
    return word.lower() in _listed("civic.txt")


def is_surname(word: str) -> bool:
    """May a lone word be a surname: no word of council papers, or one that is a common surname too?

    >>> is_surname("Ward"), is_surname("Backhouse"), is_surname("Finance")
    (True, True, False)
    """
    return word.lower() in _listed("surnames.txt") or not is_word(word)


def is_initial(token: str) -> bool:
    """Is the token initials?

    >>> is_initial("B"), is_initial("B.J."), is_initial("R-M"), is_initial("Ng")
    (True, True, True, False)
    """
    return _INITIAL.match(token) is not None


def title_at(text: str, start: int = 0) -> re.Match[str] | None:
    """The titles that stand at ``start``: "Councillor Mrs. ", "Sir ", "THE MAYOR " …"""
    found = _TITLE.match(text, start) or (_TITLE_UPPER.match(text, start) if text[start:start + 4].isupper() else None)
    if found and found.end() < len(text) and not text[found.end() - 1].isspace() and text[found.end() - 1] != ".":
        return None
    return found


def parts(text: str, start: int = 0) -> Parts | None:
    """Title, name and honours from ``start`` on; None where no capitalised word stands there.

    >>> parts("Sir Paul Carter, CBE (Chair)")
    Parts(title='Sir', tokens=('Paul', 'Carter'), honours=('CBE',), end=20)
    >>> parts("Cllr Potter left the room").tokens
    ('Potter',)
    """
    title = title_at(text, start)
    at = title.end() if title else start
    tokens: list[str] = []
    end = at
    while len(tokens) < 7 and (m := _WORD.match(text, at)):
        word = m.group()
        low = word.lower()
        if not word.lstrip("\"“'‘(")[:1].isupper() and (low not in _PARTICLES or (low in ("of", "y", "e", "st") and not tokens)):
            break
        if word[0] == "(" and not tokens:
            break
        if word[0] == "(" and (not title_like(word) or not re.match(r"\s+[A-Z]", text[m.end():])):
            break  # "(Bob)" inside a name only
        if tokens and _HONOUR.match(text, at - 1) and text[at - 1].isspace() and any(not is_initial(t) for t in tokens):
            break
        tokens.append(word)
        end = m.end()
        space = _SPACE.match(text, end)
        if not space or (word.endswith(".") and not is_initial(word) and low not in _PARTICLES):
            break
        at = space.end()
    while tokens and tokens[-1].lower() in _PARTICLES and not tokens[-1][0].isupper():
        end = text.rfind(tokens.pop(), start, end)
        end = len(text[:end].rstrip())
    if not tokens:
        return None
    if tokens[-1].endswith(".") and not is_initial(tokens[-1]):
        tokens[-1], end = tokens[-1][:-1], end - 1
    honours: list[str] = []
    while h := _HONOUR.match(text, end):
        honours.append(h["honour"])
        end = h.end()
    return Parts(title.group().strip() if title else None, tuple(tokens), tuple(honours), end)


def title_like(word: str) -> bool:
    """Is a bracketed word inside a name a by-name, not a role or initials: "(Bob)" but not "(Chair)", "(SH)"?"""
    return not (is_word(word.strip("()\"“”'‘’")) or re.fullmatch(r"\([A-Z]{2,3}\)", word)) or is_forename(word.strip("()\"“”'‘’"))


def is_person(text: str, *, surname: bool = False) -> bool:
    """Do the words, all of them, look like one person's name? Conservative: when in doubt, no.

    ``surname``: a lone surname will do ("Bond"), as in a list that is known to hold names.

    >>> [is_person(t) for t in ("Rita Potter", "Mr Hook", "R W GOUGH", "Cllr Ng", "Ann van der Berg", "Bob O'Hara MBE")]
    [True, True, True, True, True, True]
    >>> [is_person(t) for t in ("Kent County Council", "Head of Service", "Cabinet Member", "Swing Bridge", "Mr Chairman")]
    [False, False, False, False, False]
    >>> is_person("Bond"), is_person("Bond", surname=True), is_person("Update", surname=True)
    (False, True, False)
    """
    text = text.strip(" ,;")
    found = parts(text)
    return found is not None and found.end >= len(text.rstrip(".")) and is_name(found, surname=surname)


def may_be_person(text: str) -> bool:
    """Two words of which one is no word of council papers and the other may stand in a name: for where the rest of a list, or a post beside them, says that they are somebody's.

    >>> [may_be_person(t) for t in ("Hal Stone", "Non Griffiths", "H. Church", "Mill Lane", "Wexmere Council", "Clerk Griffiths")]
    [True, True, True, False, False, False]
    """
    found = parts(text.strip(" ,;."))
    if found is None or found.title or found.honours or len(found.tokens) != 2 or found.end < len(text.strip(" ,;.")):
        return False
    first, last = (t.lower().strip(".") for t in found.tokens)
    civic = _listed("civic.txt")
    return len(last) > 2 and found.tokens[1][:1].isupper() and first not in civic and first not in _STREETS and last not in _ROLE_WORDS and (last not in civic or last in _listed("surnames.txt")) and not (is_word(first) and is_word(last))


_COUNCILLOR = re.compile(r"(?:Councill?or|Cllr|Cr)\b")
_BUSINESS = ("council", "committee", "board", "ward", "report", "application", "applications", "road", "street", "school", "cabinet", "member", "officer")
"""What "Councillor" may stand before that is no surname, whatever the word between."""


def is_name(found: Parts, *, surname: bool = False) -> bool:
    """The judgement of `is_person`, on parts already taken."""
    tokens = [t for t in found.tokens if t[0] not in "\"“'‘("]
    low = [t.lower().strip(".") for t in tokens]
    if not tokens or len(tokens) > 6 or is_initial(tokens[-1]) or low[-1].endswith(("'s", "’s")):
        return False
    if is_initial(tokens[0]) and len(tokens) > 3 and any(is_initial(b) and not is_initial(a) and a.lower() not in _PARTICLES for a, b in itertools.pairwise(tokens)):
        return False  # "J Baird K Burnside" is two people
    if len(low[-1]) < 2 or low[-1] in _ROLE_WORDS or low[0] in _ROLE_WORDS or "of" in low[:1]:
        return False
    civic = [t for t in low if len(t) > 1 and t in _listed("civic.txt") and t not in _PARTICLES]
    if len(low) > 1 and is_forename(low[0]) and civic == [low[0]]:
        civic.remove(low[0])  # "Councillor Dean Carroll"
    surnames = _listed("surnames.txt")
    if found.title and _COUNCILLOR.match(found.title) and len(tokens) == 2 and re.fullmatch(r"[A-Z]{3}", tokens[0]) and tokens[1].istitle() and not civic:
        return True  # "Councillor WLS Bowen"
    if not all(_VOWEL.search(t.lower()) for t in tokens if len(t) > 2 and "." not in t and not is_initial(t)):
        return False
    if found.title:
        if _COUNCILLOR.match(found.title) and len(tokens) > 1 and all(is_initial(t) for t in tokens[:-1]) and tokens[-1].istitle():
            return True  # "Councillor M Champion"
        if _COUNCILLOR.match(found.title) and len(tokens) == 2 and is_forename(tokens[0]) and not is_word(tokens[0]) and tokens[1].istitle() and low[1] not in _BUSINESS:
            return True  # "Councillor Jordan Meadow"
        return len(tokens) <= 5 and all(t in surnames for t in civic) and not (len(tokens) > 1 and civic and civic[0] == low[0])
    if len(tokens) == 1:
        return surname and not civic and len(low[0]) > 1 and not (tokens[0].isupper() and len(low[0]) < 4)
    if "of" in low or len(tokens) > 5:
        return False
    capitals = [t for t in tokens if len(t) > 1 and t.isupper() and not is_initial(t)]
    if capitals and len(low[-1]) < 4 and tokens[-1].isupper() and not all(t.isupper() for t in tokens):
        return False  # "Souldern PC"
    if is_initial(tokens[0]) or is_forename(tokens[0]):
        # "Rose Green", "A Marsh"; but not "Victoria Park", "Rose Cottage"
        doubtful = [t for t in civic if t not in surnames or t != low[-1]]
        if doubtful or (civic and (low[0] in _STREETS or low[-1] == "court")):
            return False  # "Mary Court" is a building, until a title says otherwise
        return not (is_forename(tokens[0]) and is_word(tokens[0]) and all(is_word(t) for t in tokens[1:]))
    if civic or (capitals and len(capitals) != len(tokens)):
        return bool(capitals) and not civic and len(capitals[0]) > 3 and capitals[-1] == tokens[-1] and not is_word(tokens[0])
    if any(is_word(t) for t in tokens if t.lower() not in _PARTICLES):
        return False
    return not (capitals and min(map(len, capitals)) < 4)
