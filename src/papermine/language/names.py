"""Names of people as councils print them, one by one (`namelists`: running lists; `samename`: which of them are the same).

>>> clean_name("Councillor Mrs. Ann O'Neill MBE (Lab)")
"Ann O'Neill"
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from papermine import regex as re
from papermine.language.person import Parts, is_forename, is_initial, is_name, is_person, is_word, parts, title_at
from papermine.language.titles import CHAIR, MEMBER, TITLE

__all__ = ["PARTICLE", "PARTY", "PersonName", "clean_name", "is_person", "read_person", "read_turned"]


@dataclass(frozen=True, slots=True)
class PersonName:
    """One person in a text. ``printed`` is ``text[start:end]``: name, honours, brackets and post.

    ``title``: "Mr", "Councillor Mrs."; a plural ("Councillors A, B and C") is given to each in the
    singular. ``role``: post or office as printed. ``note``: what else is printed of the person.
    """

    printed: str
    name: str
    title: str | None = None
    honours: tuple[str, ...] = ()
    role: str | None = None
    party: str | None = None
    start: int = 0
    end: int = 0
    substitute_for: str | None = None
    remote: bool = False
    note: str | None = None


PARTICLE = r"(?:(?:De|Du|Di|Da|Le|La|Van|Von|St\.?)(?: (?:[Dd]e[nr]?|[Ll]a|[Ll]os))? )?"
"""What a surname may begin with: "De Graaf", "Van der Wal"."""
BRACKET = re.compile(r"\s*[(\[](?P<inner>(?:[^()\[\]]|\([^()]*\))*)[)\]]")
_MARKS = re.compile(r"(?:[A-Z](?:ac|[a-z])?){2,6}(?:,\s*|$)")
PARTY = re.compile(
    r"(?:lab(?:our)?(?:[\s/&]*(?:and\s+)?co-?op(?:erative)?)?|con(?:s|servatives?)?|cons?\.|lib(?:eral)?\.?[\s-]*dem(?:ocrat)?s?|ld|"
    r"green(?: party)?|grn|ind(?:ependents?)?\.?|ukip|reform(?: uk)?|snp|(?:scottish )?greens?|plaid(?: cymru)?|pc|dup|sinn féin|sf|sdlp|uup|"
    r"ff|fg|fianna fáil|fine gael|aontú|pbp|alliance|non-?aligned|democrats?|republican|liberal|ndp|tusc|residents'? association|no party)(?:\s+(?:party|group))?$", re.I)
OFFICE = re.compile(
    r"(?:vice|deputy|acting|interim|joint|co|leas)?[-\s]*(?:in the\s+)?(?:chair(?:man|woman|person|s)?|c(?:h)?athaoirleach|(?:shire\s+)?president|mayor|convenor|convener|leader|speaker|"
    r"president|provost|secretary|treasurer|clerk|cadeirydd|is-gadeirydd|clerc|reeve|presiding)\b", re.I)
_SUBSTITUTE = re.compile(r"(?:sub(?:stitut\w*|\.)?|deputis\w+|on behalf|in (?:the )?place|proxy|alternate)\s*(?:of|for)?\s*:?\s*(?P<whom>.*)$", re.I)
REMOTE = re.compile(r"(?:virtual(?:ly)?|remote(?:ly)?|online|on-line|via (?:zoom|teams|video|telephone|ms teams|microsoft teams)|zoom|teams|by (?:telephone|video)|video ?conference|teleconference|electronically)\b", re.I)
_NOTE = re.compile(r"(?:from|until|till|left|arrived|joined|items?|minutes?(?! (?:sec(?:retary)?|taker|clerk|officer|assistant)\b)|up to|for|part|except|present|absent|apolog\w+|late|to)\b|\d", re.I)
POST_PREFIX = re.compile(
    rf"(?:(?:(?:Leas[- ])?(?:{CHAIR}|Chathaoirleach)(?=\s+{TITLE}\b)|(?:Council|Commission)(?=\s+(?:Vice[ -])?(?:Chair|President))|City|Town|Township|County|Deputy|Assistant|Interim|Acting|Vice|Chief|Executive|Committee|Panel|Board|Parish|Municipal|Finance|Planning|"
    r"Public|Senior|Community|Police|Fire|Recording|Managing|Director|Commissioner|Manager|Clerk|Attorney|Treasurer|Administrator|Superintendent|"
    r"Engineer|Planner|Secretary|Convenor|Convener|Chair(?:man|woman|person)?|President|Leader|Officer|Trustee|Supervisor|Member|Solicitor|General(?=\s+(?:Counsel|Manager)\b)|Counsel|Asst|GM|"
    r"Cadeirydd|Clerc|CAO|CEO|CFO)\b[.\s/,–-]*)+(?=[A-Z])")
_POST_AFTER = re.compile(r"(?:(?:Parish|Town|Deputy|Assistant|Acting|Locum|County|District|City|Borough|Ward|Community|Council|Finance|Responsible)\s+)*(?:Clerk|Councillor|Officer|RFO|Mayor)\b")
_LABEL = re.compile(r"\s*(?P<label>[A-Z][^:(,;]{1,60}?)\s*:\s*(?=\S)")
PLURALS = {"councillors": "Councillor", "cllrs": "Cllr", "crs": "Cr", "trustees": "Trustee", "commissioners": "Commissioner", "supervisors": "Supervisor", "selectmen": "Selectman", "board members": "Board Member", "councilors": "Councilor", "messrs": "Mr", "messers": "Mr", "comhairleoirí": "Comhairleoir", "comhairleoiri": "Comhairleoir", "aldermen": "Alderman",
           "cynghorwyr": "Cynghorydd", "y cynghorwyr": "Cynghorydd", "gynghorwyr": "Cynghorydd", "council members": "Council Member", "councilmembers": "Councilmember"}


@lru_cache(maxsize=8192)  # a name is read again for each list, vote and motion that it is compared with
def read_person(text: str, *, surname: bool = False) -> PersonName | None:
    """One person with title, honours, brackets and post; None where the words are no name.

    >>> read_person("Clerk: Cathy Fleming")
    PersonName(printed='Clerk: Cathy Fleming', name='Cathy Fleming', title=None, honours=(), role='Clerk', \
party=None, start=0, end=20, substitute_for=None, remote=False, note=None)
    >>> read_person("Mr J Hill (Substitute for Mr X Vale) (Virtual)").substitute_for
    'Mr X Vale'
    >>> read_person("Finance Committee")
    """
    start, role, begin = 0, None, 0
    if (label := _LABEL.match(text)) and not is_person(label["label"]):
        start = begin = label.end()
        words = label["label"].strip()
        if OFFICE.match(words) or (words.istitle() and POST_PREFIX.match(words + " X")):
            role, begin = words, label.start("label")
    start += len(text[start:]) - len(text[start:].lstrip(" \t*-–•"))
    titled = title_at(text, start)
    if not titled and (post := POST_PREFIX.match(text, start)) and not is_forename(post.group().split()[0]):
        role, start = post.group().strip(" ,–-/\n"), post.end()
    found = _without_portfolio(text, parts(text, start))
    if found is None or not is_name(found, surname=surname):
        return capitals_first(text)
    title = found.title
    if title and (office := re.search(r"(?:\w+[\s-]+)?(?:Mayor(?:\s+Pro\s+Tem(?:pore)?)?|Provost|Reeve|Warden)\b", title)):
        role = role or re.sub(r"^the\s+", "", office.group().strip(), flags=re.I)
    if title:
        plural = next((p for p in PLURALS if title.lower().startswith(p)), None)
        title = PLURALS[plural] + title[len(plural):].lstrip(".") if plural else title
    begin += len(text[begin:]) - len(text[begin:].lstrip())
    person = PersonName(text[begin:].strip(), " ".join(found.tokens), title, found.honours, role, None, begin, len(text.rstrip()))
    return _after_name(person, text[found.end:])


_SEATED = re.compile(r"Council(?:man|woman|member|person)|Select(?:man|woman)|Alderman|Supervisor|Trustee|Commissioner")


def _without_portfolio(text: str, found: Parts | None) -> Parts | None:
    """ "Councillor Mike Hardacre Education and Skills": the name ends before the portfolio."""
    if found is None or len(found.tokens) < 3:
        return found
    if _SEATED.fullmatch(found.tokens[-1]) is not None:  # "Eugene P. Hale Councilman"
        return found._replace(tokens=found.tokens[:-1], honours=(), end=len(text[:text.rindex(found.tokens[-1], 0, found.end)].rstrip()))
    if is_name(found):
        return found
    for n in range(2, len(found.tokens)):
        if is_word(found.tokens[n]) and (is_forename(found.tokens[0]) or (found.title and is_initial(found.tokens[0]) and not is_word(found.tokens[n - 1]))):
            at = found.end
            for token in reversed(found.tokens[n:]):
                at = text.rindex(token, 0, at)
            return found._replace(tokens=found.tokens[:n], honours=(), end=len(text[:at].rstrip()))
    return found


def capitals_first(text: str) -> PersonName | None:
    """ "SMITH, John": only capitals before the comma and a known forename after it are evident."""
    m = re.match(r"\s*(?P<surname>[A-Z][A-Z'’ -]{2,}),\s*(?P<given>[A-Z][a-z]+(?:\s+[A-Z]\.?)*)\s*$", text)
    if m and is_forename(m["given"].split()[0]) and not re.fullmatch(r"[COMKDG]BE|BEM|DSO|DFC|[QK]PM|C[MV]G|[CLM]VO", m["surname"]):
        return PersonName(text.strip(), f"{m['given']} {m['surname']}", start=0, end=len(text))
    return None


_SURNAME_FIRST = re.compile(
    rf"\s*(?:{MEMBER}\.?:?\s+)?(?P<surname>(?:Ma?c|O['’]|[Dd]e |[Vv]an )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?),\s*(?P<given>[A-Z][a-z]*\.?(?:[\s.]*[A-Z][a-z]*\.?){{0,2}})(?P<rest>\s*(?:\([^()]*\)|[-–]\s.*)?)\s*[.,]?\s*$")
def read_turned(text: str, *, rare: bool = False) -> PersonName | None:
    """A surname, a comma, and initials or a forename: "Orde, Darragh", "Fenn, J.P."; ``rare``: a forename that is on no list will do.

    >>> read_turned("Browne, Kieran").name, read_turned("Ambrose, S (Chair)").role, read_turned("Goldsboro, Hanafin")
    ('Kieran Browne', 'Chair', None)
    """
    m = _SURNAME_FIRST.match(text)
    given = m["given"].split()[0].strip(".") if m else ""
    if m is None or not (rare or len(given) == 1 or given.isupper() or is_forename(given)):
        return None
    person = PersonName(text.strip(), f"{m['given'].strip()} {m['surname']}", start=len(text) - len(text.lstrip()), end=len(text.rstrip()))
    return (_after_name(person, m["rest"]) or person) if m["rest"].strip() else person


def _after_name(person: PersonName, rest: str) -> PersonName | None:
    """Brackets, honours, a post after a dash or comma; None where something else follows the name."""
    notes: list[str] = []
    while bracket := BRACKET.match(rest):
        inner, rest = bracket["inner"].strip(), rest[bracket.end():]
        person = _bracket(person, inner, notes)
        if extra := parts("X Y" + rest):  # honours may follow a bracket
            person, rest = replace(person, honours=person.honours + extra.honours), ("X Y" + rest)[extra.end:] if extra.honours else rest
    rest = rest.strip(" .,;*\n")
    if re.fullmatch(r"(?:(?:who )?(?:was )?)?in the [Cc]hair", rest) and person.role is None:
        person = replace(person, role="Chair")
    rest = re.sub(r"^(?:who )?(?:presided|Presided|Presiding|presiding|(?:was )?in the [Cc]hair|taking (?:the )?minutes(?: of the meeting)?)$", "", rest)
    if rest[:1].isupper() and (_SEATED.fullmatch(rest) is not None or (is_word(rest.split()[0]) and (person.title or _POST_AFTER.match(rest) or OFFICE.fullmatch(rest)))):
        return replace(person, role=f"{person.role}, {rest}" if person.role else rest, note="; ".join(notes) or None)
    if rest:
        dash = re.match(r"[-–—:]\s*(?P<post>\S.*)$", rest, re.S)
        words = (dash["post"] if dash else rest).strip()
        if PARTY.match(words):
            person = replace(person, party=words)
        elif dash and not words[0].isdigit() and not words[0].islower():
            person = replace(person, role=f"{person.role}, {words}" if person.role else words)
        elif words[0].islower() or dash:
            if REMOTE.search(words):
                person = replace(person, remote=True)
            notes.append(words)
        else:
            return None
    return replace(person, note="; ".join(notes) or None)


def _bracket(person: PersonName, inner: str, notes: list[str]) -> PersonName:
    own = inner.isupper() and inner == "".join(w[0] for w in person.name.split())  # "Sue Fenn (SF)"
    if PARTY.match(inner) and not own:
        return replace(person, party=inner)
    if (sub := _SUBSTITUTE.match(inner)) and not inner.lower().startswith("subject"):
        return replace(person, substitute_for=sub["whom"].strip() or None, role=person.role or (None if sub["whom"] else inner))
    if REMOTE.match(inner) or REMOTE.fullmatch(inner):
        notes.append(inner)
        return replace(person, remote=True)
    if _NOTE.match(inner) and not OFFICE.match(inner):
        notes.append(inner)
        return person
    if not inner or (len(inner) <= 3 and inner.isupper()):  # "(NO)": initials
        return person
    if (marks := _MARKS.match(inner)) is not None and inner[0] == person.name[0] and (marks.end() < len(inner) or person.name.split()[-1][0] in inner):
        inner = inner[marks.end():].strip()  # "(IY, Secretary)", "(BMcT, Chair)", "(LRMcC)"
        if not inner:
            return person
    return replace(person, role=f"{person.role}, {inner}" if person.role else inner)


@lru_cache(maxsize=8192)
def clean_name(text: str) -> str:
    """The bare name: no title, honours, party or post. Words that are no name come back as they are.

    >>> clean_name("Cllr Rita Potter (Chair)"), clean_name("Mr Hook"), clean_name("the Chairman")
    ('Rita Potter', 'Hook', 'the Chairman')
    """
    person = read_person(text, surname=True)
    return " ".join((person.name if person else text).split())
