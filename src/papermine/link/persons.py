"""Name forms of members and officers → persons of a council, by evidence.

What is the same is told by what is printed: a full name, initials that nobody else of the surname
fits, a surname that one person at that meeting bears. What could be two stays apart, with its candidates.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from papermine.link.named import Form, Mention, fits, form, form_of, holds, initials_of, office, outside, part, title_of
from papermine.link.rows import Meeting

LONG_GAP, TERM = dt.timedelta(days=15 * 366), dt.timedelta(days=5 * 366)
"""A full name is one person while no more than 15 years lie between two printings of it; initials, for a council's term and a year."""
RECENT = dt.timedelta(days=2 * 366)
"""A surname alone counts on its body for two years."""
_SOMETIME = dt.date(1, 1, 1)
_TITLES = {"m": "Mr ", "f": "Ms "}
"""Of candidates: two J Meades are told apart by their titles alone."""


@dataclass(slots=True)
class _Node:
    """The mentions of one form, close enough in time to be one person."""

    form: Form
    mentions: list[Mention] = field(default_factory=list)
    days: list[dt.date] = field(default_factory=list)
    papers: set[str] = field(default_factory=set)
    parts: Counter[str] = field(default_factory=Counter)

    @property
    def detail(self) -> tuple[bool, int, int]:
        """How much of the name it prints."""
        return self.form.whole, len(self.form.given), sum(map(len, self.form.given))


@dataclass(slots=True)
class Person:
    """A person: the nodes that are one, the fullest form first."""

    nodes: list[_Node]
    id: str = ""
    kind: str = "member"
    names: dict[str, tuple[int, str, float | None]] = field(default_factory=dict)
    linked: list[tuple[Mention, str]] = field(default_factory=list)


Row = tuple[object, ...]


def persons(scope: str, council: str | None, mentions: Iterable[Mention], meetings: Mapping[str, Meeting],
            bodies: Mapping[str, str]) -> dict[str, list[Row]]:
    """Rows of people (after their surname), person_names and person_links for one council. ``bodies``: meeting_id → the body's key.

    Whole surnames may be linked apart from others: what is said of one depends on its own mentions, and on those who are called by an office or
    initials in a paper whose attendance gives them to it (`papermine.link.named.signs`).
    """
    rows = _indexed(sorted(mentions, key=lambda m: (m.kind, m.record_id, m.field)))
    nodes = _nodes(rows, meetings)
    people, apart = _people(nodes)
    _identify(people, scope)
    of: dict[tuple[str, str], tuple[Person, str]] = {}
    for p in people:
        for node in p.nodes:
            rule = "same name" if node.form.given == p.nodes[0].form.given else "forenames or initials agree, nobody else fits"
            for m in node.mentions:
                of[m.record_id, m.field] = (p, rule)
    unclear: dict[tuple[str, str], tuple[str, list[Person]]] = {
        (m.record_id, m.field): ("the initials fit several persons", found) for node, found in apart for m in node.mentions}
    _at_the_meeting(rows, of, unclear)
    _by_surname(rows, of, unclear, meetings, bodies, people, scope)
    return _written(scope, council, rows, of, unclear, people, meetings)


def _indexed(rows: list[Mention]) -> list[Mention]:
    """Members and officers only: whoever is at a meeting without a post, or from elsewhere, is not indexed.

    A constable whose post one paper prints is not a member in the next one, which leaves it out.
    """
    kinds = {m: part(m.status, title_of(m.printed), m.role) for m in rows if m.kind == "attendance"}
    strangers = {f[:2] for m in kinds if outside(m.role) and (f := form_of(m)) is not None}
    members = {f[:2] for m, kind in kinds.items() if kind in ("member", "officer") and (f := form_of(m)) is not None}
    out = []
    for m in rows:
        taken = form_of(m)
        kind = kinds.get(m, "member")
        if kind is None or (kind == "soft" and taken is not None and (taken[:2] in strangers - members or not (taken.given or taken.sex))):
            continue
        out.append(m)
    return out


def _part(m: Mention) -> str:
    if m.kind != "attendance":
        return "member"
    found = part(m.status, title_of(m.printed), m.role) or "soft"
    return "member" if found == "soft" and (m.party or m.ward) else found


def _day(m: Mention, meetings: Mapping[str, Meeting]) -> dt.date:
    met = meetings.get(m.meeting_id or "")
    return (met.day if met else None) or _SOMETIME


def _nodes(rows: list[Mention], meetings: Mapping[str, Meeting]) -> list[_Node]:
    """One node for each form with forename or initials, cut where too many years lie between; hard officers and members apart."""
    by_form: dict[tuple[str, tuple[str, ...]], list[tuple[dt.date, Mention, Form]]] = defaultdict(list)
    for m in rows:
        taken = form_of(m)
        if taken is not None and taken.given:
            by_form[taken.surname, taken.given].append((_day(m, meetings), m, taken))
    out = []
    for (surname, given), found in sorted(by_form.items()):
        sexes = {f.sex for _, _, f in found} - {""}
        kinds = {_part(m) for _, m, _ in found} - {"soft"}
        split: dict[tuple[str, str], list[tuple[dt.date, Mention, Form]]] = defaultdict(list)
        for day, m, f in found:
            sex = f.sex if len(sexes) > 1 else next(iter(sexes), "")
            kind = _part(m) if len(kinds) > 1 else next(iter(kinds), "soft")
            split[sex, kind].append((day, m, f))
        for (sex, kind), group in sorted(split.items()):
            gap = LONG_GAP if any(len(g) > 1 for g in given) else TERM
            node: _Node | None = None
            for day, m, _ in sorted(group, key=lambda g: (g[0], g[1].record_id, g[1].field)):
                if node is None or (node.days[-1] != _SOMETIME and day - node.days[-1] > gap):
                    node = _Node(Form(surname, given, sex))
                    out.append(node)
                node.mentions.append(m)
                node.days.append(day)
                node.parts[kind] += 1
                if m.kind == "attendance":
                    node.papers.add(m.document_id)
    return out


def _may_be_one(a: _Node, b: _Node) -> bool:
    """Do names, titles, lists and years allow that two nodes are one person?"""
    if a.form.given == b.form.given or not fits(a.form, b.form) or a.papers & b.papers:
        return False
    if {*a.parts} | {*b.parts} >= {"member", "officer"}:
        return False
    first, second = sorted((min(n.days), max(n.days)) for n in (a, b))
    return second[0] - first[1] <= TERM or _SOMETIME in (first[0], second[0])


def _people(nodes: list[_Node]) -> tuple[list[Person], list[tuple[_Node, list[Person]]]]:
    """Persons, the fullest forms first; and the nodes that fit several of them."""
    by_surname: dict[str, list[_Node]] = defaultdict(list)
    for node in nodes:
        by_surname[node.form.surname].append(node)
    people: list[Person] = []
    apart: list[tuple[_Node, list[Person]]] = []
    for group in by_surname.values():
        ranked = sorted(group, key=lambda n: (not n.detail[0], -n.detail[1], -n.detail[2], n.form, n.days[0]))
        mine: list[Person] = []
        for node in ranked:
            fit = [p for p in mine if all(_may_be_one(node, other) for other in p.nodes)]
            rivals = [n for n in ranked if n is not node and not _may_be_one(n, node) and n.form.given != node.form.given]
            if len(fit) == 1 and not any(all(_may_be_one(r, other) for other in fit[0].nodes if other is not r) and r not in fit[0].nodes
                                         for r in rivals):
                fit[0].nodes.append(node)
            elif len(fit) > 1 and not node.form.whole:
                apart.append((node, fit))
            else:
                mine.append(Person([node]))
        people += mine
    return people, apart


def _identify(people: list[Person], scope: str) -> None:
    """Ids from the council, the fullest name and the kind; the second of the same is numbered by its first day."""
    seen: Counter[str] = Counter()
    for p in sorted(people, key=lambda p: (p.nodes[0].form, p.nodes[0].days[0], sorted(p.nodes[0].parts))):
        parts: Counter[str] = Counter()
        for node in p.nodes:
            parts += node.parts
        p.kind = "officer" if parts["officer"] else "member"
        key = f"{scope}|{p.kind}|{' '.join(p.nodes[0].form.given)}|{p.nodes[0].form.surname}"
        seen[key] += 1
        p.id = person_id(key, seen[key])


def person_id(key: str, nth: int = 1) -> str:
    """A short id for a person's key."""
    return "person:" + hashlib.sha256(f"{key}|{nth}".encode()).hexdigest()[:16]


_Of = dict[tuple[str, str], tuple[Person, str]]
_Unclear = dict[tuple[str, str], tuple[str, list[Person]]]


def _at_the_meeting(rows: list[Mention], of: _Of, unclear: _Unclear) -> None:
    """Movers, seconders, voters and declarers by the attendance of their own paper: the Chair, initials, surnames."""
    there: dict[str, list[tuple[Mention, Person]]] = defaultdict(list)
    for m in rows:
        if m.kind == "attendance" and m.status != "apologies" and (m.record_id, m.field) in of:
            there[m.document_id].append((m, of[m.record_id, m.field][0]))
    for m in rows:
        key = (m.record_id, m.field)
        if m.kind == "attendance" or (key in of and key not in unclear):
            continue
        present = there[m.document_id]
        if (which := office(m.name)) is not None:
            found, rule = _distinct(p for a, p in present if holds(a.role, which)), f"the {which} of the meeting"
        elif (taken := form(m.name)) is None or (m.name.isupper() and len(m.name) < 5):
            found, rule = _distinct(p for a, p in present if initials_of(a.printed) == m.name), "initials given in the attendance list"
        else:
            fit = [(p, fits(taken, f)) for a, p in present if (f := form_of(a)) is not None]
            found = _distinct(p for p, yes in fit if yes) or _distinct(p for p, yes in fit if yes is None)
            rule = "the only one present of that name"
        if len(found) == 1:
            of[key] = (found[0], rule)
            unclear.pop(key, None)
        elif len(found) > 1:
            unclear[key] = ("several persons present bear that name", found)


def _distinct(found: Iterable[Person]) -> list[Person]:
    return list({id(p): p for p in found}.values())


def _by_surname(rows: list[Mention], of: _Of, unclear: _Unclear, meetings: Mapping[str, Meeting], bodies: Mapping[str, str], people: list[Person],
                scope: str) -> None:
    """A surname alone ("Mr Bond") is the one member of that surname whom the body had within two years; or a member of whom no more is printed."""
    on_body: dict[tuple[str, str], list[tuple[dt.date, Person]]] = defaultdict(list)
    bearers: dict[str, list[Person]] = defaultdict(list)
    for p in people:
        bearers[p.nodes[0].form.surname].append(p)
        for node in p.nodes:
            for m, day in zip(node.mentions, node.days, strict=True):
                if (m.meeting_id or "") in bodies:
                    on_body[bodies[m.meeting_id or ""], node.form.surname].append((day, p))
    bare: dict[tuple[str, str, str], list[tuple[dt.date, Mention, Form]]] = defaultdict(list)
    for m in rows:
        key = (m.record_id, m.field)
        taken = form_of(m)
        if key in of or key in unclear:
            continue
        if taken is None or taken.given:
            unclear[key] = ("it is no name that can be told apart", [])
            continue
        day, body = _day(m, meetings), bodies.get(m.meeting_id or "", "")
        fit = [p for p in bearers[taken.surname] if p.kind == "member" and {p.nodes[0].form.sex, taken.sex} != {"m", "f"}]
        near = _distinct(p for d, p in on_body[body, taken.surname] if body and p in fit and abs(day - d) <= RECENT)
        if len(near) == 1 and len(fit) == 1:
            of[key] = (near[0], "the only member of that surname, on the body within two years")
        elif fit:
            unclear[key] = ("a surname alone, and nothing that tells whose", fit)
        elif body:
            bare[taken.surname, taken.sex, body].append((day, m, taken))
        else:
            unclear[key] = ("a surname alone", [])
    surnames = Counter((s, b) for s, _, b in bare)
    for (surname, sex, body), found in sorted(bare.items()):
        if surnames[surname, body] > 1:
            for _, m, _ in found:
                unclear[m.record_id, m.field] = ("a surname alone, and nothing that tells whose", [])
            continue
        person: Person | None = None
        last = _SOMETIME
        for n, (day, m, taken) in enumerate(sorted(found, key=lambda f: (f[0], f[1].record_id, f[1].field))):
            if person is None or day - last > RECENT:
                kind = "officer" if any(_part(f[1]) == "officer" for f in found) else "member"
                person = Person([_Node(taken)], person_id(f"{scope}|{kind}||{surname}|{sex}|{body}", n + 1), kind)
                people.append(person)
            person.nodes[0].mentions.append(m)
            person.nodes[0].days.append(day)
            of[m.record_id, m.field] = (person, "a surname alone, the only one on the body")
            last = day


def _written(scope: str, council: str | None, rows: list[Mention], of: _Of, unclear: _Unclear, people: list[Person],
             meetings: Mapping[str, Meeting]) -> dict[str, list[Row]]:
    links: list[Row] = []
    for m in rows:
        key = (m.record_id, m.field)
        if key in of and key not in unclear:
            person, rule = of[key]
            person.linked.append((m, rule))
            links.append((m.record_id, m.kind, m.field, m.name, m.pack_id, person.id, rule, None, None))
        else:
            reason, found = unclear.get(key, ("it is no name that can be told apart", []))
            names = "; ".join(sorted(f"{p.nodes[0].form.sex and _TITLES[p.nodes[0].form.sex]}{_name(p)}" for p in found)) or None
            links.append((m.record_id, m.kind, m.field, m.name, m.pack_id, None, None, reason, names))
    out: dict[str, list[Row]] = {"people": [], "person_names": [], "person_links": links}
    for p in people:
        if not p.linked:
            continue
        printed: dict[str, Counter[str]] = defaultdict(Counter)
        for m, rule in p.linked:
            printed[m.name][rule] += 1
        for name, rules in sorted(printed.items()):
            out["person_names"].append((p.id, name, sum(rules.values()), min(rules, key=lambda r: (-rules[r], r)), None))
        dated = sorted(((_day(m, meetings), m) for m, _ in p.linked), key=lambda d: (d[0], d[1].record_id, d[1].field))
        days = [d for d, _ in dated if d != _SOMETIME]
        titles = Counter(t for _, m in dated if (t := title_of(m.printed if m.kind == "attendance" else m.name)))

        def last(column: str, dated: list[tuple[dt.date, Mention]] = dated) -> str | None:
            return next((v for _, m in reversed(dated) if (v := getattr(m, column))), None)

        out["people"].append((
            p.nodes[0].form.surname, p.id, council, _name(p), p.kind, min(titles, key=lambda t: (-titles[t], t)) if titles else None, last("role"), last("party"), last("ward"),
            days[0] if days else None, days[-1] if days else None, len({m.meeting_id for _, m in dated if m.meeting_id})))
    return out


def _name(p: Person) -> str:
    """The fullest form, as most records have it."""
    names = Counter(m.name for m in p.nodes[0].mentions)
    return min(names, key=lambda n: (n.isupper(), -names[n], n))
