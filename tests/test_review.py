"""`papermine review`: look at a record beside its page, say what it is, and find what was said again."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

import command
from builders import rows
from papermine.cli.inline import sequence
from papermine.cli.inline import way as how
from papermine.ingest import Options, ingest
from papermine.store import open_writer

CORPUS = Path(__file__).parent.parent / "corpus"
PACK = CORPUS / "nether-quillmere-pc--2024-09-17-minutes.pdf"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    db = tmp_path_factory.mktemp("made") / "council.duckdb"
    ingest([PACK], db, Options(workers=0))
    return db


@pytest.fixture
def db(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(made, tmp_path))


def run(*args: str, **more: Any) -> command.Done:
    return command.run("review", *args, **more)


def ok(*args: str, **more: Any) -> str:
    return command.ok("review", *args, **more)


def first(db: Path, view: str = "resolutions", key: str = "resolution_id") -> str:
    return str(rows(db, f"SELECT {key} FROM {view} ORDER BY ordinal LIMIT 1")[0][0])


def lines(db: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (db.parent / "corrections.jsonl").read_text().splitlines()]


def test_show_prints_the_words_and_cuts_the_place_out_of_its_page(db: Path, tmp_path: Path) -> None:
    record = first(db)
    out = ok("show", record, "-o", str(tmp_path / "place.png"), db=db)
    words = rows(db, "SELECT text FROM evidence WHERE record_id = ? ORDER BY ordinal", record)[0][0].split("\n")[0]
    assert words in out
    assert f"{PACK.name}, page " in out
    picture = (tmp_path / "place.png").read_bytes()
    assert picture.startswith(b"\x89PNG")
    width, height = (int.from_bytes(picture[n:n + 4], "big") for n in (16, 20))
    assert height < width, "a strip of the page, not the page"


def test_correct_writes_who_when_and_what_stood_there(db: Path) -> None:
    record = first(db)
    was = rows(db, "SELECT mover FROM resolutions WHERE resolution_id = ?", record)[0][0]
    done = run("correct", record, "--field", "mover", "--value", "Ada Quill", "--by", "Ann Clerk", "--note", "smudged", db=db)
    assert (done.returncode, done.stdout) == (0, "")
    assert "mover is now Ada Quill (by Ann Clerk;" in done.stderr
    (line,) = lines(db)
    assert (line["id"], line["kind"], line["action"], line["field"], line["value"], line["was"], line["by"], line["note"]) == (
        record, "resolutions", "correct", "mover", "Ada Quill", was, "Ann Clerk", "smudged")
    assert str(line["when"]).endswith("+00:00")
    assert set(line["place"]) == {"page", "x0", "top", "words"}  # type: ignore[call-overload]
    assert rows(db, "SELECT mover FROM resolutions WHERE resolution_id = ?", record) == [("Ada Quill",)]
    assert rows(db, "SELECT DISTINCT basis FROM evidence WHERE record_id = ? AND field IS NULL", record) == [("corrected",)]


def test_it_is_still_there_after_ingest_again_and_rebuild(db: Path) -> None:
    record = first(db)
    ok("correct", record, "--field", "seconder", "--value", "Bo Mere", db=db, PAPERMINE_BY="Ann")
    for option in (Options(workers=0, again=True), Options(workers=0, rebuild=True)):
        ingest([PACK], db, option)
        assert rows(db, "SELECT seconder FROM resolutions WHERE resolution_id = ?", record) == [("Bo Mere",)]
    assert rows(db, "SELECT who, state FROM corrections") == [("Ann", "applied")]


def test_reject_takes_out_and_undo_brings_back(db: Path) -> None:
    person = first(db, "attendance", "attendance_id")
    before = rows(db, "SELECT * FROM attendance ORDER BY ordinal")
    ok("reject", person, "--note", "a heading", db=db)
    assert rows(db, "SELECT count(*) FROM attendance") == [(len(before) - 1,)]
    ok("undo", person, db=db)
    assert rows(db, "SELECT * FROM attendance ORDER BY ordinal") == before
    assert "since that was taken back" in run("undo", person, db=db).stderr
    assert [line["action"] for line in lines(db)] == ["reject", "undo"]


@pytest.mark.parametrize(("args", "says"), [
    (("accept", "0000000000000000:resolution:1.1"), "no record has the id"),
    (("correct", "{record}", "--field", "movr", "--value", "x"), "mover"),
    (("correct", "{record}", "--field", "pack_id", "--value", "x"), "no field 'pack_id' that can be corrected"),
    (("correct", "{record}", "--field", "votes_for", "--value", "many"), "votes_for cannot be 'many'"),
    (("correct", "{record}", "--field", "outcome", "--value", "won"), "'carried', 'lost', 'withdrawn' or 'deferred'"),
    (("correct", "{record}", "--field", "text", "--blank"), "text cannot be None"),
    (("correct", "{record}", "--field", "text"), "--blank"),
    (("undo", "{record}"), "nobody has said anything"),
    (("list", "--code", "nonsense"), "nothing has the code nonsense: there are"),
    (("list", "--severity", "bad"), "info, warning, error"),
])
def test_what_cannot_be_is_refused_before_it_is_written(db: Path, args: tuple[str, ...], says: str) -> None:
    done = run(*(a.replace("{record}", first(db)) for a in args), db=db)
    assert done.returncode == 1
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert not (db.parent / "corrections.jsonl").exists()


def test_one_at_a_time_with_answers_from_standard_input(db: Path, tmp_path: Path) -> None:
    ids = [i for (i,) in rows(db, "SELECT attendance_id FROM attendance ORDER BY ordinal LIMIT 3")]
    for record, name in zip(ids, ("Item 7", "Dr", "Public:"), strict=True):
        ok("correct", record, "--field", "name", "--value", name, "--by", "test", db=db)
    (db.parent / "corrections.jsonl").unlink()
    with open_writer(db) as con:  # as if extraction had read these names itself
        con.execute("DELETE FROM stored.corrections")
        con.execute("DELETE FROM stored.corrected_fields")
    answers = ["?", "u", "a it is a nickname", "c", "name", "", "c", "1", "Ada Quill", "r not a person"]
    out = ok("--code", "odd-name", "--by", "Ann", "--crops", str(tmp_path / "crops"), db=db, stdin="\n".join(answers) + "\n")
    assert "1 of 3 · odd-name" in out
    assert "Is this a name? Item 7" in out
    assert "name: Dr → Ada Quill" in out
    assert "nothing was said in this sitting" in out
    pictures = sorted(p.name for p in (tmp_path / "crops").iterdir())
    assert len(pictures) == 3
    for name in pictures:
        assert str(tmp_path / "crops" / name) in out
    said = [(line["id"], line["action"], line.get("note")) for line in lines(db)]
    assert said == [(ids[0], "accept", "it is a nickname"), (ids[1], "correct", None), (ids[2], "reject", "not a person")]
    assert "3 of 3 seen: 1 accepted, 1 corrected, 1 rejected." in out
    assert "Nothing is left to look at." in ok("--code", "odd-name", db=db)
    assert ok("list", "--code", "odd-name", "-f", "csv", db=db).splitlines() == ["id,kind,code,file,page,why,about"]


def test_input_that_ends_ends_the_sitting(db: Path) -> None:
    out = ok("--severity", "info", db=db)
    assert "seen: nothing said." in out or "Nothing is left" in out


def test_the_log_lists_every_line_with_what_came_of_it(db: Path) -> None:
    record = first(db)
    ok("accept", record, "--by", "Ann", db=db)
    with open(db.parent / "corrections.jsonl", "a") as out:
        out.write('{"id": "ffffffffffffffff:resolution:1.1", "kind": "resolutions", "action": "reject", "by": "Bo", "when": "2026-01-01"}\n')
        out.write(json.dumps({"id": record.rsplit(":", 1)[0] + ":9.9", "kind": "resolutions", "action": "reject", "by": "Bo"}) + "\nwhat?\n")
    logged = json.loads(ok("log", "-f", "json", db=db))
    assert [(one["line"], one["state"], one["action"], one["by"]) for one in logged] == [
        (1, "applied", "accept", "Ann"), (2, "other-pack", "reject", "Bo"), (3, "waiting", "reject", "Bo"), (4, "unusable", "?", "?")]
    done = run("apply", db=db)
    assert done.stderr.strip() == "1 applied, 1 gone, 1 other-pack, 1 unusable"
    assert [one["state"] for one in json.loads(ok("log", "-f", "json", "--state", "gone", db=db))] == ["gone"]


def test_a_file_that_has_moved_is_said_so_and_the_record_can_still_be_judged(db: Path) -> None:
    with open_writer(db) as con:
        con.execute("UPDATE stored.files SET path = '/gone/away.pdf'")
    assert "picture: none: " + PACK.name + " is no longer at /gone/away.pdf" in ok("show", first(db), db=db)
    ok("accept", first(db), db=db)


def test_pictures_are_sent_only_to_terminals_that_show_them() -> None:
    assert how({"TERM_PROGRAM": "iTerm.app"}, False) is None
    assert how({"TERM": "dumb"}, True) is None
    assert sequence(b"png", "iterm") == "\x1b]1337;File=inline=1;width=100%;preserveAspectRatio=1;size=3:cG5n\x07\n"
    kitty = sequence(b"x" * 6000, "kitty")
    assert kitty.startswith("\x1b_Gf=100,a=T,q=2,m=1;")
    assert kitty.endswith("\x1b\\\n")
    assert kitty.count("\x1b_G") == 2
    assert "\x1b_Gm=0;" in kitty
