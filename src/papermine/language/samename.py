"""Which printed names are one person's, going by the names alone.

>>> same_name("Mr R Thomas", "Rob Thomas"), same_name("Mr R Thomas", "David Thomas")
(True, False)
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from papermine.language.names import clean_name, read_person
from papermine.language.person import is_initial

_SHORT = {"rob": "robert", "bob": "robert", "bobby": "robert", "bill": "william", "will": "william", "billy": "william", "tony": "anthony antony",
          "mike": "michael", "mick": "michael", "dick": "richard", "rick": "richard", "jim": "james", "jack": "john", "ted": "edward",
          "harry": "henry", "liz": "elizabeth", "beth": "elizabeth", "kate": "catherine katherine", "peggy": "margaret", "maggie": "margaret",
          "sue": "susan suzanne", "jenny": "jennifer", "andy": "andrew", "steve": "stephen steven", "nick": "nicholas", "chris": "christopher",
          "dave": "david", "tom": "thomas", "joe": "joseph", "pat": "patricia patrick", "penny": "penelope", "becky": "rebecca"}
_HE = ("mr", "sir", "lord", "father", "fr", "alderman", "councilman")
_SHE = ("mrs", "ms", "miss", "dame", "lady", "baroness", "alderwoman", "councilwoman")


def _sex(title: str) -> str:
    words = title.lower().replace(".", "").split()
    return "m" if any(w in _HE for w in words) else "f" if any(w in _SHE for w in words) else ""


class NameParts(NamedTuple):
    """A name for comparing: its title, forenames (initials split, lower case) and surname (lower case, and as printed)."""

    title: str
    given: tuple[str, ...]
    surname: str
    printed_surname: str
    name: str


@lru_cache(maxsize=8192)
def name_parts(text: str) -> NameParts | None:
    """The parts of one printed name; None where it is none.

    >>> name_parts("Cllr B.J. van der Berg")
    NameParts(title='Cllr', given=('b', 'j'), surname='van der berg', printed_surname='van der Berg', name='B.J. van der Berg')
    """
    person = read_person(text, surname=True)
    if person is None:
        return None
    tokens = [t for t in person.name.split() if t[0] not in "\"“'‘("]
    last = len(tokens) - 1
    while last > 1 and tokens[last - 1][0].islower():
        last -= 1
    given = tuple(g for t in tokens[:last] for g in (t.replace(".", "").lower() if is_initial(t) else [t.lower()]))
    surname = " ".join(tokens[last:])
    return NameParts(person.title or "", given, surname.lower().replace("’", "'").replace("‘", "'"), surname, person.name)


def agree(a: str, b: str) -> bool:
    """May two forenames or initials (lower case) be one: equal, an initial of the other, or its usual short form?"""
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    return a == b or b in _SHORT.get(a, "").split() or a in _SHORT.get(b, "").split() or (
        min(len(a), len(b)) >= 3 and (a.startswith(b) or b.startswith(a)))


def may_be(one: NameParts, two: NameParts) -> bool | None:
    """True: forename and surname agree; None: a surname alone agrees; False: they differ."""
    if one.surname != two.surname or {_sex(one.title), _sex(two.title)} == {"m", "f"}:
        return False
    if not one.given or not two.given:
        return None
    return all(agree(x, y) for x, y in zip(one.given, two.given, strict=False))


def _may_be(a: str, b: str) -> bool | None:
    one, two = name_parts(a), name_parts(b)
    return False if one is None or two is None else may_be(one, two)


def same_name(a: str, b: str) -> bool:
    """Do both name the same person, going by surname and forename or initials? A bare surname is no proof.

    >>> same_name("Cllr A J Hook", "Mr Antony Hook"), same_name("Mr Hook", "Mr A J Hook"), same_name("Mr J Meade", "Ms J Meade")
    (True, False, False)
    """
    if _may_be(a, b):
        return True
    return bool(clean_name(a)) and clean_name(a).lower() == clean_name(b).lower() and _may_be(a, b) is not False


def who(name: str, roster: Sequence[str]) -> str | None:
    """The one name of ``roster`` that ``name`` can mean; None where none or several fit.

    >>> who("Mr Hook", ["Mr A J Hook", "Mrs S Hudson"]), who("Mr Cole", ["Mr P Cole", "Mr P T Cole"])
    ('Mr A J Hook', None)
    """
    judged = [(entry, _may_be(name, entry)) for entry in dict.fromkeys(roster)]
    fits = [entry for entry, fit in judged if fit] or [entry for entry, fit in judged if fit is None]
    return fits[0] if len(fits) == 1 else None
