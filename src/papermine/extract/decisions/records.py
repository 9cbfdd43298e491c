"""What was decided: motions, divisions, votes and resolutions."""

from __future__ import annotations

from collections.abc import Sequence

from papermine import regex as re
from papermine.document import Paper
from papermine.extract.decisions.annulled import drop_annulled
from papermine.extract.decisions.blocks import house_of
from papermine.extract.decisions.consent import apply_consent
from papermine.extract.decisions.endings import on_lines
from papermine.extract.decisions.item import Item
from papermine.extract.decisions.narrative import decided_sentence
from papermine.extract.decisions.notices import notice_items
from papermine.extract.decisions.operative import Operative, Piece
from papermine.extract.decisions.proceedings import read_item
from papermine.extract.decisions.proposals import Decided, Proposal
from papermine.extract.minutes.items import MinuteItem
from papermine.extract.paragraphs import Measure, Paragraph, paragraph, paragraphs
from papermine.extract.votes.ballots import Option
from papermine.extract.votes.voters import members_alone, names_on, voters_apart
from papermine.language.motions import find_moved
from papermine.language.movers import bare
from papermine.language.sentences import sentences
from papermine.language.titles import CHAIR, MEMBER
from papermine.provenance import Basis, Ids, Place
from papermine.records import Division, DivisionVote, Evidence, Motion, Record, Resolution


def decision_records(paper: Paper, parts: list[MinuteItem], ids: Ids, roll: Sequence[Record] = ()) -> list[Record]:
    """Motion, Division, DivisionVote and Resolution records of minutes or a decision record; ``roll``: who came, as far as it is known."""
    return list(voters_apart([*members_alone(_decision_records(paper, parts, ids, names_on(roll)), roll)], roll, ids))


def _decision_records(paper: Paper, parts: list[MinuteItem], ids: Ids, known: frozenset[str]) -> list[Record]:
    measure = Measure.of(line for part in parts for line in (*part.heading, *part.body))
    if paper.kind == "decision":
        items = notice_items(paper, measure)
        return _records([(item, None) for item in items], paper, ids)
    held: list[tuple[Item, MinuteItem | None]] = []
    head = " ".join(line.text for line in parts[0].body[:15]) if parts and parts[0].item is None else ""
    house = house_of(list(on_lines(part.paragraphs(measure))) for part in parts)
    for k, part in enumerate(parts):
        paras = part.paragraphs(measure)
        if part.item is not None and len(part.item.title.split()) > 7 and any(decided_sentence(s) is not None or find_moved(s) is not None for s in (part.item.title[a:b] for a, b in sentences(part.item.title))):
            paras = paragraphs([*part.heading, *part.body], measure)  # "6. The minutes of 3 May were agreed as a true record.": a heading that decides
        held.append((read_item(paras, part.number, 10_000 * k, part.item.title if part.item is not None else "", paragraph(part.heading) if part.heading else None, head, house, known), part))
    apply_consent([(item, part.heading if part is not None else (), part.item.title if part is not None and part.item is not None else "") for item, part in held])
    return _records(held, paper, ids)


def _records(held: Sequence[tuple[Item, MinuteItem | None]], paper: Paper, ids: Ids) -> list[Record]:
    out: list[Record] = []
    made: dict[int, tuple[str | None, str | None]] = {}
    homes = {id(proposal): _item_id(part) for item, part in held for proposal in item.floor.proposals}
    for item, part in held:
        item_id = _item_id(part)
        drop_annulled(item)
        for proposal in item.floor.proposals:
            if id(proposal) not in made:
                made[id(proposal)] = _proposal(proposal, paper, item_id, made, ids, out)
        seen: set[tuple[str, str | None, bool]] = set()
        for decided in item.decided:
            if id(decided.proposal) not in made:
                made[id(decided.proposal)] = _proposal(decided.proposal, paper, homes.get(id(decided.proposal), item_id), made, ids, out)
            key = (re.sub(r"\W+", " ", decided.operative.text).lower(), made[id(decided.proposal)][0], any(piece.text[:9].lower() == "recommend" for piece in decided.operative.lead))  # resolved, and recommended to the council
            if key in seen and decided.operative.number is None:
                continue
            seen.add(key)
            out.append(_resolution(decided, item, paper, item_id, made[id(decided.proposal)], ids))
    return out


def _item_id(part: MinuteItem | None) -> str | None:
    return part.item.item_id if part is not None and part.item is not None else None


def _basis(p: Proposal) -> Basis:
    """Derived where the outcome follows from the votes and is not itself printed."""
    return "derived" if p.counted_out else "stated"


def _name(found: tuple[Paragraph, int, int] | None) -> str | None:
    return bare(found[0].text[found[1]:found[2]]) if found is not None else None


_OFFICE = re.compile(rf"(?:(?:His|Her) Worship,?\s+)?(?:[Tt]he\s+)?(?:{CHAIR}|"
                     rf"(?:(?:Town|City|County|Village|Board) )*{MEMBER}\.?|(?:County )?Judge|Directors?|(?:Board )?Member(?:\s+Clerk)?)\s+(?:{MEMBER}\.?\s+)?(?=[A-Z])")


def _voter(name: str) -> str:
    """A voter's name without the office before it; Mr, Mrs and Dr stay, for they tell two members apart.

    >>> [_voter(n) for n in ("Deputy Mayor Ralph Hogue", "Mr Cannon", "the Mayor", "Councillor O'Dowd", "COMMISSIONER PELL")]
    ['Ralph Hogue', 'Mr Cannon', 'the Mayor', "O'Dowd", 'PELL']
    """
    office = _OFFICE.match(name.title() if name.isupper() else name)
    return name[office.end():] if office is not None else name


def _named(found: tuple[Paragraph, int, int] | None, field: str) -> list[Place]:
    return found[0].places(found[1], found[2], field) if found is not None else []


def _proposal(p: Proposal, paper: Paper, item_id: str | None, made: dict[int, tuple[str | None, str | None]], ids: Ids, out: list[Record]) -> tuple[str | None, str | None]:
    """Motion and Division (with its named votes) of one proposal; their ids."""
    motion_id = division_id = None
    page = p.pieces[0].para.page_at(p.pieces[0].start) if p.pieces else p.mover[0].page_at(p.mover[1]) if p.mover else None
    if page is not None and (p.mover is not None or (not p.implied and p.pieces)) and p.base is None and p.text:
        motion_id = ids("motion", page)
        amends = made.get(id(p.amends), (None, None))[0] if p.amends is not None else None
        out.append(Motion(
            motion_id=motion_id, document_id=paper.document_id, item_id=item_id, kind=p.kind, text=p.text, mover=_name(p.mover), seconder=_name(p.seconder), amends=amends,
            outcome=p.outcome, page=page, evidence=Evidence.at([*_places(p.pieces), *_named(p.mover, "mover"), *_named(p.seconder, "seconder")]), rule="proceedings.motion",
            basis=_basis(p)))
    b = p.ballot
    if not b.empty:
        where = [*b.places, *p.stated]
        names = [place for _, _, place in b.names]
        on = (where or names)[0].page if where or names else page or paper.first_page
        division_id = ids("division", on)
        text = " ".join(dict.fromkeys(place.text for place in where)) or None
        out.append(Division(
            division_id=division_id, document_id=paper.document_id, motion_id=motion_id, votes_for=b.votes_for, votes_against=b.votes_against, votes_abstain=b.votes_abstain,
            outcome=p.outcome if p.outcome in ("carried", "lost") and not p.counted_out else None, method=b.method, text=text, page=on, evidence=Evidence.at(where or names[:1]), rule="votes.ballot"))
        voters: dict[tuple[str, Option], Place] = {}
        for printed, way, at in b.names:  # "with Board Member Pell opposed", and "Noes: Pell" below
            voters.setdefault((_voter(printed), way), at)
        for (name, option), place in voters.items():
            out.append(DivisionVote(division_vote_id=ids("division_vote", place.page), division_id=division_id, person_name=name, option=option, page=place.page,
                                    evidence=Evidence.at([place]), rule="votes.named"))
    return motion_id, division_id


def _places(pieces: Sequence[Piece]) -> list[Place]:
    found: list[Place] = []
    for piece in pieces:
        found += piece.para.places(piece.start, piece.end)
    joined: dict[int, Place] = {}
    for place in found:
        if place.page in joined:
            before = joined[place.page]
            joined[place.page] = Place(place.page, before.box.join(place.box), f"{before.text} {place.text}")
        else:
            joined[place.page] = place
    return list(joined.values())


def _resolution(d: Decided, item: Item, paper: Paper, item_id: str | None, made: tuple[str | None, str | None], ids: Ids) -> Resolution:
    p, op = d.proposal, d.operative
    b = p.ballot
    counted = list(b.places) if b.votes_for is not None or b.votes_against is not None else []
    evidence = [*_places(op.pieces), *_named(p.mover, "mover"), *_named(p.seconder, "seconder"),
                *(Place(x.page, x.box, x.text, field="votes_for") for x in counted[:2])]
    return Resolution(
        resolution_id=ids("resolution", op.page), document_id=paper.document_id, item_id=item_id, item_number=d.item or item.number, number=op.number, text=_tidy(op.text),
        lead_in=_lead(op), page=op.page, motion_id=made[0], division_id=made[1], mover=_name(p.mover), seconder=_name(p.seconder), outcome=p.outcome,
        votes_for=b.votes_for, votes_against=b.votes_against, votes_abstain=b.votes_abstain, evidence=Evidence.at(evidence), rule=d.rule, basis=_basis(p))


def _tidy(text: str) -> str:
    return re.sub(r"\s+([,.;])", r"\1", " ".join(text.split())).strip(" ,–-")


def _lead(op: Operative) -> str | None:
    return " ".join(" ".join(p.text for p in op.lead).split()) or None
