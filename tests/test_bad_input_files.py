"""Files that cannot be read, or hardly: each costs itself alone, and says in one sentence what to do."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from builders import rows
from papermine.ingest import Options, ingest


def pdf(*pages: str, encrypt: str | None = None) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, invariant=True, encrypt=StandardEncryption(encrypt) if encrypt else None)
    for text in pages:
        if text:
            canvas.drawString(72, 700, text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


GOOD = pdf("Anytown Council", "Minutes of the Cabinet held on 22 January 2020")
NO_PAGES = (b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n"
            b"xref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000058 00000 n \ntrailer\n<< /Size 3 /Root 1 0 R >>\nstartxref\n110\n%%EOF\n")
BAD = {
    "text.pdf": (b"Dear Sir, this is no PDF", "not-pdf"),
    "page.pdf": (b"<!DOCTYPE html><html><body>404</body></html>", "not-pdf"),
    "empty.pdf": (b"", "empty-file"),
    "truncated.pdf": (GOOD[:300], "truncated"),
    "locked.pdf": (pdf("secret", encrypt="sesame"), "encrypted"),
    "none.pdf": (NO_PAGES, "no-pages"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_does_not_open(tmp_path: Path, name: str) -> None:
    data, code = BAD[name]
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.pdf").write_bytes(GOOD)
    db = tmp_path / "x.duckdb"
    report = ingest([tmp_path], db, Options(workers=0))
    assert [(Path(f.path).name, f.code) for f in report.failures] == [(name, code)]
    message = report.failures[0].message
    assert "\n" not in message
    assert str(tmp_path) not in message
    assert rows(db, "SELECT file_name, status FROM packs ORDER BY file_name = 'good.pdf'")[0] == (name, "failed")
    assert rows(db, "SELECT count(*) FROM pages") == [(2,)]
    assert rows(db, "SELECT severity, i.code FROM issues i JOIN packs k USING (pack_id) WHERE k.status = 'failed'") == [("error", code)]


def test_a_password_opens_it(tmp_path: Path) -> None:
    (tmp_path / "locked.pdf").write_bytes(pdf("Anytown Council", encrypt="sesame"))
    db = tmp_path / "x.duckdb"
    assert ingest([tmp_path], db, Options(workers=0)).failures
    assert not ingest([tmp_path], db, Options(workers=0, password="sesame")).failures
    assert rows(db, "SELECT text FROM pages") == [("Anytown Council",)]


def test_a_page_without_text_is_an_issue_that_names_it(tmp_path: Path) -> None:
    out = io.BytesIO()
    canvas = Canvas(out, invariant=True)
    canvas.drawString(72, 700, "Anytown Council agenda with words")
    canvas.showPage()
    from PIL import Image
    from reportlab.lib.utils import ImageReader
    canvas.drawImage(ImageReader(Image.effect_noise((300, 400), 90)), 0, 0, 595, 842)
    canvas.showPage()
    canvas.save()
    (tmp_path / "scan.pdf").write_bytes(out.getvalue())
    db = tmp_path / "x.duckdb"
    ingest([tmp_path], db, Options(workers=0))
    assert rows(db, "SELECT status FROM packs") == [("partial",)]
    assert (2,) in rows(db, "SELECT page FROM issues WHERE severity <> 'info'")


@pytest.mark.parametrize("name", ["a 'quoted' \"name\".pdf", "two\nlines.pdf", "🏛️ minutes – ünï.pdf", "semi;colon --.pdf", "\udcff broken.pdf",
                                  "%s {x} [1].pdf", "-rf.pdf"])
def test_odd_file_names(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    try:
        (folder / name).write_bytes(GOOD)
    except (OSError, UnicodeEncodeError):
        pytest.skip("this disk cannot hold the name")
    db = tmp_path / "x.duckdb"
    assert ingest([folder], db, Options(workers=0)).failures == []
    again = ingest([folder / name], db, Options(workers=0, prune=True))
    assert (again.unchanged, again.forgotten) == (1, 0)
    assert rows(db, "SELECT file_name FROM files") == [(name.replace("\udcff", "\ufffd"),)]


def test_five_thousand_pages(tmp_path: Path) -> None:
    (tmp_path / "long.pdf").write_bytes(pdf(*(f"Page {n} of a long paper" for n in range(5000))))
    db = tmp_path / "x.duckdb"
    report = ingest([tmp_path], db, Options(workers=1))
    assert report.failures == []
    assert rows(db, "SELECT count(*), max(page) FROM pages") == [(5000, 5000)]


def test_the_command_says_which_and_why(tmp_path: Path) -> None:
    for name, (data, _) in BAD.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "good.pdf").write_bytes(GOOD)
    done = subprocess.run([sys.executable, "-m", "papermine", "ingest", str(tmp_path), "--db", str(tmp_path / "x.duckdb")],
                          capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "6 of 7 files could not be read" in done.stderr
    for name, (_, code) in BAD.items():
        assert any(name in line and code in line for line in done.stderr.splitlines())
