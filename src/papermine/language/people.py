"""Members and officers in running text, by the names that a pack itself prints of them.

Members of the public are not indexed: a name counts where the roster holds it, or where the title
itself says that the person is a member ("Councillor Potter").

>>> people = Roster(["Rita Potter", "A J Hook", "Rob Thomas"])
>>> [(text, value) for _, _, text, value in people.find("Mr Hook and Cllr Rita Potter thanked Mrs Brown, Rob Thomas's neighbour.")]
[('Mr Hook', 'Hook'), ('Cllr Rita Potter', 'Rita Potter'), ('Rob Thomas', 'Rob Thomas')]
>>> Roster([]).find("Councillor Ann Lee spoke; Mr Green objected.")
[(0, 18, 'Councillor Ann Lee', 'Ann Lee')]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from papermine import regex as re
from papermine.language.person import Parts, is_forename, is_initial, is_name, is_word, parts
from papermine.language.samename import NameParts, agree, may_be, name_parts
from papermine.language.titles import COUNCILLOR, STYLE

_TITLED = re.compile(
    rf"(?<![\w’'-])(?=[A-Z])(?i:(?P<member>(?:(?:City|County|District|Town|Parish|Community|Borough)\s+)?{COUNCILLOR}|Cynghorwyr|Cynghorydd|Cyng|(?:(?:Lord|Deputy|Vice|Acting)\s+)?Mayor)|"
    rf"{STYLE}|Lord|Baroness)\b\.?\s+(?=[A-Z])")
_PLURAL = re.compile(r"(?:councillors|cllrs|councilors|council\s?members|aldermen|messrs|cynghorwyr)\b", re.I)
_NEXT = re.compile(r"\s*(?:\([^()]{1,40}\)\s*)?(?:,\s*(?:and|a|ac)\s|,|\s(?:and|&|a|ac)\s)\s*(?=[A-Z])")
_GIVEN = re.compile(r"(?:(?<![\w’'.-])[A-Z][\w’'-]*\.?(?:[A-Z]\.)*\s+){1,3}$")
_PLACE_AFTER = re.compile(
    r"(?:['’]s)?\s+(?:Road|Street|Avenue|Close|Lane|Drive|Way|House|Court|Hall|Park|School|Academy|Trust|Foundation|Centre|Center|Building|Library|"
    r"Place|Square|Gardens|Crescent|Estate|Farm|Ward|Ltd|Limited|LLP|Inc|LLC|Award|Prize|Fund|Memorial|Group|Review|Report|Associates)\b", re.I)


class Roster:
    """The names that a pack prints of its members and officers."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = list(dict.fromkeys(" ".join(n.split()) for n in names))
        self._by_surname: dict[str, list[tuple[NameParts, str]]] = {}
        for name in self.names:
            if (taken := name_parts(name)) is not None:
                self._by_surname.setdefault(taken.surname, []).append((taken, name))
        self._known: dict[str, str] = {}
        forms = {form for s, entries in self._by_surname.items() if any(e.given for e, _ in entries)
                 for entry, _ in entries for form in (entry.printed_surname, entry.printed_surname.upper(), s.title())}
        alternatives = "|".join(re.escape(f).replace("'", "['’]").replace("’", "['’]") for f in sorted(forms, key=len, reverse=True))
        self._surname = re.made_of(alternatives) if alternatives else None

    def find(self, text: str) -> list[tuple[int, int, str, str]]:
        """(start, end, words, bare name) of each member or officer named, in order.

        The bare name is the roster's where forename or initials fit one of its names alone; else as printed.
        """
        out: list[tuple[int, int, str, str]] = []
        for start, end in (*self._titled(text), *self._untitled(text)):
            if not any(start < e and s < end for s, e, _, _ in out):
                words = " ".join(text[start:end].split())
                if words not in self._known:
                    self._known[words] = self._bare_name(words)
                out.append((start, end, words, self._known[words]))
        return sorted(out)

    def _bare_name(self, words: str) -> str:
        taken = name_parts(words)
        if taken is None:
            return words
        fits = [(entry, name) for entry, name in self._by_surname.get(taken.surname, ()) if may_be(taken, entry)]
        if any(name.lower() == taken.name.lower() for _, name in fits):
            return taken.name
        # "A Hook" and "Antony Hook" on one roster: the fuller is the name
        fits = [(e, f) for e, f in fits if not any(len(o.given) == len(e.given) and len(g) > len(f) and may_be(e, o) for o, g in fits)]
        return fits[0][1] if len(fits) == 1 else taken.name

    def _titled(self, text: str) -> Iterator[tuple[int, int]]:
        done = 0
        for m in _TITLED.finditer(text):
            if m.start() < done:
                continue
            found = parts(text, m.start())
            if found is None or (found.title and "\n" in found.title):  # a column of names: "Councillor" ends the line before
                continue
            member = m["member"] is not None
            end = self._end(text, found, m.end(), member)
            if end is None:
                continue
            yield m.start(), end
            done = end
            if _PLURAL.match(m.group()):
                for span in self._listed(text, end):
                    yield span
                    done = span[1]

    def _listed(self, text: str, at: int) -> Iterator[tuple[int, int]]:
        """The names that go on after "Councillors Edwards, …"."""
        while (gap := _NEXT.match(text, at)) and not _TITLED.match(text, gap.end()):
            found = parts(text, gap.end())
            end = self._end(text, found, gap.end(), member=False) if found else None
            if end is None:
                return
            yield gap.end(), end
            at = end

    def _end(self, text: str, found: Parts, start: int, member: bool) -> int | None:
        """Where the name of ``found`` ends; None where it is nobody that we may index."""
        spans = _spans(text, found, start)
        while spans and (re.search(r"\w\.[a-z]", _bare(text, spans[-1])) or text[spans[-1][1]:spans[-1][1] + 1] == "@"):
            spans.pop()  # an address: "Dave.davis@"
        if not spans:
            return None
        for n in range(len(spans), 0, -1):
            tokens = [text[a:b] for a, b in spans[:n]]
            if self._knows(tokens):
                return None if _PLACE_AFTER.match(text, spans[n - 1][1]) and not member else spans[n - 1][1]
        if not member:
            return None
        for n in range(1, len(spans) + 1):
            tokens = [text[a:b] for a, b in spans[:n]]
            if is_initial(tokens[-1]) or (n == 1 and is_forename(tokens[0]) and len(spans) > 1 and not is_word(_bare(text, spans[1]))):
                continue
            if n < len(spans) and not is_word(_bare(text, spans[n])) and n < 3 and not is_initial(_bare(text, spans[n])):
                continue
            if is_name(Parts(found.title or "Councillor", tuple(tokens), (), 0)) and not (n == 1 and _common(tokens[0])):
                return spans[n - 1][1]
        return None

    def _knows(self, tokens: list[str], full: bool = False) -> bool:
        """Is it a name of the roster: its surname, and forenames that agree as far as printed (``full``: both print some)?"""
        for k in range(len(tokens)):
            surname = " ".join(tokens[k:]).lower().replace("’", "'")
            for entry, _ in self._by_surname.get(surname, ()):
                given = [g for t in tokens[:k] for g in (t.replace(".", "").lower() if is_initial(t) else [t.lower()])]
                if full and not (given and entry.given):
                    continue
                if all(agree(x, y) for x, y in zip(given, entry.given, strict=False)):
                    return True
        return False

    def _untitled(self, text: str) -> Iterator[tuple[int, int]]:
        if self._surname is None:
            return
        for m in self._surname.finditer(text):
            after = text[m.end():m.end() + 1]
            if after.isalnum() or after == "-" or not text[m.start() - 1:m.start()].isspace():
                continue
            if not (left := _GIVEN.search(text, max(0, m.start() - 40), m.start())) or _PLACE_AFTER.match(text, m.end()):
                continue
            words = list(re.finditer(r"\S+", left.group()))
            for word in words:
                given = [w.group() for w in words if w.start() >= word.start()]
                if (is_forename(given[0]) or is_initial(given[0]) or not is_word(given[0])) and self._knows([*given, m.group()], full=True):
                    yield left.start() + word.start(), m.end()
                    break


def _common(word: str) -> bool:
    """ "Councillor Attendance", "Mayor Update": an ordinary word is no lone surname after a title in capitals or headings."""
    return is_word(word) and not word.isupper() and len(word) > 6


def _bare(text: str, span: tuple[int, int]) -> str:
    return text[span[0]:span[1]]


def _spans(text: str, found: Parts, start: int) -> list[tuple[int, int]]:
    """Where each token of the name stands, without "'s"."""
    spans: list[tuple[int, int]] = []
    at = start
    for token in found.tokens:
        begin = text.find(token, at, found.end + 1)
        if begin < 0:
            break
        at = begin + len(token)
        bare = re.sub(r"['’]s$|['’]$", "", token)
        spans.append((begin, begin + len(bare)))
        if len(bare) != len(token):
            break
    return spans
