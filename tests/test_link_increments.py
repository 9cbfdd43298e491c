"""Whatever comes, changes or goes, in whatever order and however it is committed: the links are those of linking each whole council at once."""

from __future__ import annotations

import datetime as dt
import random
import re
from pathlib import Path

import pytest

from builders import PackOf
from link_whole import linked, linked_at_once
from papermine.records import Attendance, Declaration, Document, PageRow, Recommendation, Report
from papermine.store import Batch, commit, link, open_writer, pack_rows
from papermine.store import link_reads as reads
from papermine.store.link_near import PAPERS, Near
from papermine.store.link_reads import found

COUNCILS = (("Anytown Council", "ANYTOWN COUNCIL", "Council of Anytown"), ("Bigtown Council",))
BODIES = ("Cabinet", "THE CABINET", "Planning Committee", "Planning and Licensing Committee", None)
DAYS = (*(dt.date(2020, 1, 8) + dt.timedelta(days=n) for n in (0, 0, 28, 56, 700)), dt.date(2009, 5, 6))
NAMES = ("Mr A J Hook", "Antony Hook", "Anna Hook", "Mrs Hook", "Cllr Hook", "Nick Oakhill (NO) CHAIR", "Norma Orr (NO)", "J Cole", "Jane Cole", "John Cole",
         "Mr Cole", "Cole", "Ms R Vale", "Rose Vale (Chair)", "Sgt Rose Vale", "The Chairman", "NO", "LEE", "Bo Lee")
ROLES = (None, None, None, "Chair", "Vice-Chair", "Head of Finance", "Police", "Councillor")
TITLES = ("Budget", "Sale of land", "Highways plan for the coming year", "Minutes")
LONG = ("That the council agree to build {} new houses on the field behind the old school and to report back to the cabinet before the end of the "
        "financial year on progress made", "That the officers be instructed to write to every resident of the parish about the closure of {} bridges on the "
        "river road and the date on which it is to be opened to traffic again")
SHORT = ("That the report be noted", "That the minutes of the meeting held on {day} be approved as a correct record",
         "That the recommendations be agreed", "That the item be deferred to a future meeting")


@pytest.fixture(autouse=True)
def copied_however_few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Councils at hand are copied in these small databases, too; in those of the other tests they are not."""
    monkeypatch.setattr("papermine.store.link_near.FEW", 0)


def random_pack(chance: random.Random, name: str) -> PackOf:
    """One or two papers of a few pools of councils, bodies, days, titles, names and words, so that much of it belongs together."""
    pack = PackOf(f"{name}{chance.choice(('', '-draft', '-final'))}{chance.random()}")
    pack.records = [r for r in pack.records if not isinstance(r, PageRow)]
    council = chance.choice(chance.choice(COUNCILS))
    met = [pack.meeting(chance.choice(BODIES), chance.choice((*DAYS, None)), chance.choice((council, council, council, None)))
           for _ in range(chance.choice((1, 1, 1, 2)))]
    for n, kind in enumerate(chance.choices(("agenda", "minutes", "minutes", "report", "report", "decision", "appendix"), k=chance.randint(1, 3))):
        paper = pack.paper(chance.choice(met), kind, (n + 1, n + 1))
        paper.title = chance.choice(TITLES)
        items = [pack.item(paper, chance.choice(TITLES), str(k), "agenda" if kind == "agenda" else "minutes", exempt=chance.random() < 0.1)
                 for k in range(1, 3)] if kind in ("agenda", "minutes", "decision") else []
        text = _fill(pack, paper, chance, items)
        head = chance.choice(("", "", "DRAFT MINUTES\n", "Revised agenda\n")) + f"{kind.title()} {paper.title}\n"
        page = head + text + chance.choice(("", "\nThe plan is to follow (Pages 5 - 12)", " common words" * chance.choice((20, 21))))
        pack.add(PageRow(page_id=f"{pack.id}:page:{n + 1}", pack_id=pack.id, page=n + 1, width=595, height=842, source="text", text=page))
    return pack


def _fill(pack: PackOf, paper: Document, chance: random.Random, items: list[object]) -> str:
    said = []
    if paper.kind in ("minutes", "decision"):
        for printed in chance.sample(NAMES, chance.randint(0, 6)):
            bare = printed.partition(" (")[0]
            for title in ("Mr ", "Mrs ", "Ms ", "Cllr ", "Sgt "):
                bare = bare.removeprefix(title)
            pack.add(Attendance(attendance_id=pack.ids("attendance", 1), document_id=paper.document_id, pack_meeting_id=paper.pack_meeting_id, name=bare,
                                name_printed=printed, status=chance.choice(("present", "present", "apologies", "in_attendance")),
                                role=chance.choice(ROLES), party=chance.choice((None, "Green")), ward=None))
        for _ in range(chance.randint(0, 3)):
            pack.motion(paper, "That it be so", mover=chance.choice(NAMES), seconder=chance.choice(NAMES))
        if chance.random() < 0.4:
            pack.division(paper, {"for": chance.sample(NAMES, 3)})
        if chance.random() < 0.3:
            pack.add(Declaration(declaration_id=pack.ids("declaration", 1), document_id=paper.document_id, pack_meeting_id=paper.pack_meeting_id,
                                 name=chance.choice(NAMES), text="An interest", page=1))
        for _ in range(chance.randint(0, 4)):
            text = _words(chance)
            pack.resolution(paper, text, chance.choice((*items, None)), mover=chance.choice((None, *NAMES)),  # type: ignore[arg-type]
                            outcome=chance.choice((None, None, "carried", "lost")))
            said.append(text + ".")
    if paper.kind == "report":
        if chance.random() < 0.5:
            pack.add(Report(report_id=pack.ids("report", 1), document_id=paper.document_id, title=chance.choice(TITLES), page=1))
        for n in range(chance.randint(0, 3)):
            pack.add(Recommendation(recommendation_id=pack.ids("recommendation", 1), document_id=paper.document_id, number=str(n + 1),
                                    text=_words(chance), page=1))
    return "\n".join(said)


def _words(chance: random.Random) -> str:
    day = chance.choice(DAYS)
    return chance.choice(LONG * 2 + SHORT).format(chance.choice((3, 4)), day=f"{day.day} {day:%B %Y}")


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_changes_makes_no_difference(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    db, stored = tmp_path / "changed.duckdb", {}
    for _ in range(4):
        batch = Batch()
        for path in chance.sample(range(14), chance.randint(1, 6)):
            name = f"/in/{path}.pdf"
            if name in stored and chance.random() < 0.3:
                batch.gone.append(name)
                del stored[name]
                continue
            pack = random_pack(chance, f"p{path}") if name not in stored or chance.random() < 0.8 else stored[name][0]
            file = pack.file(name, **({"council": chance.choice(("Anytown Council", "Bigtown Council"))} if chance.random() < 0.2 else {}))
            batch.packs.append(pack_rows(pack.mined))
            batch.files.append(file)
            stored[name] = (pack, file)
        commit(db, batch, links=chance.random() < 0.5)
        if chance.random() < 0.6:
            link(db)
            assert linked(db) == linked_at_once(db)
    link(db)
    assert linked(db) == linked_at_once(db)
    assert sum(map(len, linked(db).values())) > 20
    before = linked(db)
    link(db, everything=True)
    assert linked(db) == before


@pytest.mark.parametrize("copied", [True, False])
def test_a_council_larger_than_one_go_is_linked_alike(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, copied: bool) -> None:
    """Packs by threes, names one surname at a time; the council's rows copied beside the stored ones, or read where they are."""
    monkeypatch.setattr("papermine.store.linking.PACKS_AT_ONCE", 3)
    monkeypatch.setattr("papermine.store.linking.OTHERS_AT_ONCE", 10)
    monkeypatch.setattr("papermine.store.link_people.MENTIONS_AT_ONCE", 1)
    monkeypatch.setattr("papermine.store.link_people.SURNAMES_AT_ONCE", 2)
    monkeypatch.setattr("papermine.store.link_near.AT_ONCE", 5)
    monkeypatch.setattr("papermine.store.link_near.MOST", 1_000 if copied else 0)
    chance = random.Random(99)
    packs = [random_pack(chance, f"p{n}") for n in range(25)]
    commit(tmp_path / "db", Batch([pack_rows(p.mined) for p in packs], [p.file() for p in packs]), links=False)
    link(tmp_path / "db")
    assert linked(tmp_path / "db") == linked_at_once(tmp_path / "db")


def test_what_is_asked_of_a_council_at_hand_is_what_is_asked_of_the_stored_tables(tmp_path: Path) -> None:
    """Two councils and two lone packs in one database: every row that a step of one council reads is in its copies, and none of another's."""
    chance = random.Random(5)
    packs = [random_pack(chance, f"p{n}") for n in range(30)]
    commit(tmp_path / "db", Batch([pack_rows(p.mined) for p in packs], [p.file() for p in packs]))
    with open_writer(tmp_path / "db") as con:
        scopes = [scope for (scope,) in con.execute("SELECT DISTINCT scope FROM stored.link_scopes ORDER BY scope").fetchall()]
        assert {"anytown", "bigtown"} < set(scopes)
        for scope in scopes:
            whole = Near(con, [scope], PAPERS, set())
            whole.end()  # it reads where they are stored now
            mine = set(con.execute("SELECT scope, pack_id FROM stored.link_scopes WHERE scope = ?", [scope]).fetchall())
            met = found(whole, reads.MEETINGS_OF_PACKS, packs=mine)
            papers = found(whole, reads.PAPERS_OF_PACKS, packs=mine)
            decided = found(whole, reads.RESOLVED_BY, packs=mine)
            reports = found(whole, reads.REPORTS_OF_PACKS, packs=mine)
            named = set(con.execute("SELECT DISTINCT z.scope, n.surname FROM stored.link_scopes z JOIN stored.signs_names n USING (pack_id) "
                                    "WHERE z.scope = ? AND n.surname IS NOT NULL", [scope]).fetchall())
            days = reads.days_of(whole, met)
            assert sum(len(_questions(of)) for of in _KEYS) > 25
            for asked in ({"met": met}, {"papers": papers}, {"decided": decided}, {"reports": reports}, {"packs": mine}, {"days": days},
                          {"named": named}):
                (name, keys), = asked.items()
                if not keys:
                    continue
                for sql in _questions(name):
                    near = Near(con, [scope], PAPERS, set(), [pack for _, pack in mine])
                    copied = sorted(map(str, reads.ask(near, sql, **asked)))
                    near.end()
                    assert copied == sorted(map(str, reads.ask(whole, sql, **asked))), sql


def test_what_is_not_asked_where_a_table_is_empty_would_have_no_answer(tmp_path: Path) -> None:
    chance = random.Random(5)
    packs = [random_pack(chance, f"p{n}") for n in range(30)]
    commit(tmp_path / "db", Batch([pack_rows(p.mined) for p in packs], [p.file() for p in packs]))
    with open_writer(tmp_path / "db") as con:
        keys = {"met": "SELECT z.scope, m.meeting_id FROM stored.meeting_links m", "packs": "SELECT z.scope, z.pack_id FROM stored.packs m",
                "papers": "SELECT z.scope, m.document_id FROM stored.documents m", "decided": "SELECT z.scope, m.resolution_id FROM stored.resolutions m",
                "reports": "SELECT z.scope, m.document_id FROM stored.recommendations m",
                "days": "SELECT z.scope, m.meeting_date::VARCHAR FROM stored.meeting_links m",
                "named": "SELECT z.scope, m.surname FROM stored.signs_names m"}
        every = {name: set(con.execute(f"{sql} JOIN stored.link_scopes z USING (pack_id)").fetchall()) - {(None, None)} for name, sql in keys.items()}
        every = {name: {key for key in found if None not in key} for name, found in every.items()}
        assert reads.empty_tables(con) <= {"division_votes", "motions", "attendance", "declarations"}
        asked = 0
        for table, questions in reads.OF.items():
            con.execute("BEGIN")
            con.execute(f"DELETE FROM stored.{table}")
            assert table in reads.empty_tables(con)
            for name in _KEYS:
                for sql in questions.intersection(_questions(name)):
                    asked += 1
                    assert reads.run(con, sql, **{name: every[name]}).fetchall() == [], (table, sql)
            con.execute("ROLLBACK")
        assert asked >= sum(map(len, reads.OF.values())) - 1  # but NAMES_DUE, which is no question


def _questions(of: str) -> list[str]:
    """The queries of the link step about keys of one kind."""
    wanted = re.compile(rf"\b(?:FROM|JOIN) {of} k\b|FROM {of}\)")
    every = [sql for name, sql in vars(reads).items() if name.isupper() and isinstance(sql, str) and "SELECT" in sql and "$" not in sql and "INSERT" not in sql]
    return [sql for sql in every if wanted.search(sql) and not any(
        re.search(rf"\b(?:FROM|JOIN) {other} k\b|FROM {other}\)", sql) for other in _KEYS if other != of)]


_KEYS = ("met", "papers", "decided", "reports", "packs", "days", "named")
