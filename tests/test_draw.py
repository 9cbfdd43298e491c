"""Pictures of pages: boxes stand where they should, on upright, rotated and sideways pages."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from papermine.document import Cell, LaidPage, Line, Pack, Paper, TablePart, Word
from papermine.draw import CellMark, draw_cells, draw_page, draw_places, layers
from papermine.draw.canvas import compose
from papermine.draw.fonts import cut, drawable, width, wrapped
from papermine.draw.marks import BLUE, GREEN, ORANGE, RED, SKY, Colour, Key, Mark, Sheet, Strip, ink_on
from papermine.errors import NotFound
from papermine.mined import Mined
from papermine.provenance import Box
from papermine.records import AgendaItem, Division, Evidence, Mention, PackRow, Table, TableCell

WHITE = (255, 255, 255)
PNG_BYTES = b"\x89PNG\r\n\x1a\n"


def typeset(path: Path, rotate: int = 0, sideways: bool = False, pages: int = 1) -> Path:
    """A page of 400 × 300 points with two lines of text."""
    canvas = Canvas(str(path), pagesize=(400, 300))
    for number in range(1, pages + 1):
        canvas.setPageRotation(rotate)
        if sideways:
            canvas.translate(400, 0)
            canvas.rotate(90)
        canvas.setFont("Helvetica", 12)
        canvas.drawString(60, 200, f"Apologies for absence, page {number}")
        canvas.setFont("Helvetica-Bold", 12)
        canvas.drawString(60, 150, "Declarations of interest")
        canvas.showPage()
    canvas.save()
    return path


def near(image: Image.Image, colour: Colour, within: int = 24) -> np.ndarray:
    """Where the picture has (nearly) this colour."""
    pixels = np.asarray(image.convert("RGB")).astype(int)
    found: np.ndarray = np.abs(pixels - np.array(colour)).max(axis=2) <= within
    return found


def paper_area(image: Image.Image) -> tuple[int, int, int, int]:
    """Left, top, right, bottom of the white page in the picture."""
    white = near(image, WHITE, 0)
    rows, columns = np.where(white.mean(axis=1) > 0.3)[0], np.where(white.mean(axis=0) > 0.3)[0]
    return int(columns[0]), int(rows[0]), int(columns[-1]), int(rows[-1])


def blank(wide: float = 400, high: float = 300, scale: float = 2.0) -> np.ndarray:
    return np.full((round(high * scale), round(wide * scale), 3), 255, dtype=np.uint8)


def drawn(sheet: Sheet) -> Image.Image:
    return compose(blank(), 2.0, sheet)


def edges(mask: np.ndarray) -> tuple[int, int, int, int]:
    rows, columns = np.where(mask.any(axis=1))[0], np.where(mask.any(axis=0))[0]
    return int(columns[0]), int(rows[0]), int(columns[-1]), int(rows[-1])


def test_a_box_is_drawn_at_its_place_in_points() -> None:
    box = Box(100, 50, 200, 80)
    image = drawn(Sheet("t", [Mark(box, RED)]))
    left, top, _, _ = paper_area(image)
    x0, y0, x1, y1 = edges(near(image, RED, 0))
    for got, wanted in zip((x0 - left, y0 - top, x1 - left, y1 - top), (200, 100, 400, 160), strict=True):
        assert abs(got - wanted) <= 4


def test_a_box_beyond_the_page_is_kept_on_it() -> None:
    image = drawn(Sheet("t", [Mark(Box(-50, -50, 9000, 9000), RED)]))
    assert image.width < 1000
    assert near(image, RED, 0).any()


def test_fill_is_a_tint_and_a_dashed_box_has_gaps() -> None:
    solid = drawn(Sheet("t", [Mark(Box(100, 50, 200, 80), BLUE, fill=0.5)]))
    left, top, _, _ = paper_area(solid)
    assert solid.getpixel((left + 300, top + 130)) == pytest.approx((127, 184, 216), abs=3)
    dashed = drawn(Sheet("t", [Mark(Box(100, 50, 200, 80), BLUE, "dashed")]))
    assert 0 < near(dashed, BLUE, 0).sum() < near(drawn(Sheet("t", [Mark(Box(100, 50, 200, 80), BLUE)])), BLUE, 0).sum()


def test_badges_do_not_cover_each_other() -> None:
    sheet = Sheet("t", [Mark(Box(100, 50, 200, 80), c, badge="12") for c in (RED, BLUE, GREEN)])
    image = drawn(sheet)
    areas = [near(image, c, 0) for c in (RED, BLUE, GREEN)]
    assert all(a.sum() > 200 for a in areas)


def test_badges_left_of_the_page_get_room() -> None:
    narrow, wide = drawn(Sheet("t", [Mark(Box(200, 50, 250, 80), RED, badge="1")])), drawn(Sheet("t", [Mark(Box(0, 50, 50, 80), RED, badge="1")]))
    assert wide.width > narrow.width
    assert near(wide, RED, 0)[:, :18].sum() == 0
    assert near(wide, RED, 0)[:, :60].sum() > 100


def test_many_notes_make_the_picture_taller_and_none_is_lost() -> None:
    marks = [Mark(Box(10, 10 + n, 50, 20 + n), RED, badge=str(n), note=f"note {n} " * 9, head=f"kind {n}") for n in range(60)]
    image = drawn(Sheet("t", marks))
    assert image.height > 900
    panel = near(image, RED, 0)[:, -470:]
    starts = int((np.diff(panel.any(axis=1).astype(int)) == 1).sum())
    assert starts >= 58


def test_dim_pales_all_but_the_place() -> None:
    pixels = blank()
    pixels[:] = 100
    image = compose(pixels, 2.0, Sheet("t", [Mark(Box(100, 100, 150, 120), ORANGE)], dim=True))
    colours = {c for _, c in image.getcolors(100_000) or []}
    assert (100, 100, 100) in colours
    assert (185, 185, 185) in colours


def test_legend_and_bar_of_papers_are_drawn() -> None:
    plain = drawn(Sheet("t"))
    sheet = Sheet("t", keys=[Key(GREEN, "green things", fill=1.0)], strip=Strip(10, 4, [(1, 3, BLUE, "agenda"), (4, 10, ORANGE, "report")]))
    image = drawn(sheet)
    assert image.height > plain.height
    assert near(image, GREEN, 0).sum() > 50
    blue, orange = edges(near(image, BLUE, 0)), edges(near(image, ORANGE, 0))
    assert blue[2] < orange[0]
    assert (orange[2] - orange[0]) / (blue[2] - blue[0]) == pytest.approx(7 / 3, rel=0.05)


@pytest.mark.parametrize(("colour", "ink"), [(BLUE, WHITE), (RED, WHITE), (ORANGE, (0, 0, 0)), (SKY, (0, 0, 0))])
def test_ink_reads_on_each_colour(colour: Colour, ink: Colour) -> None:
    assert ink_on(colour) == ink


def test_label_letters() -> None:
    assert drawable("£1,000\n– Café Llanfair\u00adpwll “ŵ” ✓") == "£1,000 – Café Llanfairpwll “ŵ” ✓"
    assert drawable("議会") == "\ufffd\ufffd"
    assert cut("Apologies for absence", 15, 80).endswith("…")
    assert width(cut("Apologies for absence", 15, 80), 15) <= 80
    assert wrapped("one two three four five six", 15, 60, 2)[0] == "one two"
    assert len(wrapped("one two three four five six", 15, 60, 2)) == 2


@pytest.mark.parametrize("layer", layers.LAYERS)
def test_each_layer_of_a_real_file_draws(layer: layers.Layer, tmp_path: Path) -> None:
    path = typeset(tmp_path / "a.pdf", pages=2)
    out = tmp_path / "x.png"
    legend = draw_page(path, 2, [layer], out)
    assert legend
    with Image.open(out) as image:
        assert image.format == "PNG"
        assert image.width > 800


def test_words_and_lines_stand_on_their_ink(tmp_path: Path) -> None:
    path = typeset(tmp_path / "a.pdf")
    draw_page(path, 1, ["words"], tmp_path / "x.png")
    image = Image.open(tmp_path / "x.png")
    left, top, _, _ = paper_area(image)
    x0, _, _, _ = edges(near(image, SKY, 12)[top:])
    assert abs((x0 - left) / 2 - 60) < 3
    legend = draw_page(path, 1, ["lines", "blocks"], tmp_path / "x.png")
    assert legend[0] == "2 lines in reading order"


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("sideways", [False, True])
def test_rotated_and_sideways_pages(tmp_path: Path, rotate: int, sideways: bool) -> None:
    """The words' boxes cover the ink of the words, however the page is turned."""
    path = typeset(tmp_path / "a.pdf", rotate, sideways)
    draw_page(path, 1, ["lines"], tmp_path / "lines.png")
    draw_places(path, 1, [], tmp_path / "plain.png")
    from papermine.layout import lay_page
    from papermine.reader import open_pdf
    from papermine.reader.picture import picture
    with open_pdf(path) as source:
        laid = lay_page(source.page(1))
        pixels, scale = picture(source, 1, 2.0)
    ink = pixels.min(axis=2) < 128
    covered = np.zeros_like(ink)
    for line in [*laid.lines, *laid.foot, *laid.head]:
        from papermine.document import unturn
        box = unturn(line.box, laid.turned, laid.width, laid.height)
        assert 0 <= box.x0 < box.x1 <= pixels.shape[1] / scale + 1
        covered[int(box.top * scale) - 2:int(box.bottom * scale) + 3, int(box.x0 * scale) - 2:int(box.x1 * scale) + 3] = True
    assert ink.any()
    assert (ink & ~covered).sum() <= 0.01 * ink.sum()


def test_no_such_page_names_the_range(tmp_path: Path) -> None:
    one, three = typeset(tmp_path / "one.pdf"), typeset(tmp_path / "three.pdf", pages=3)
    with pytest.raises(NotFound, match=r"^one\.pdf has one page: there is no page 2$"):
        draw_page(one, 2, ["words"], tmp_path / "x.png")
    for number in (0, 4, -1):
        with pytest.raises(NotFound, match=rf"^three\.pdf has pages 1 to 3: there is no page {number}$"):
            draw_places(three, number, [], tmp_path / "x.png")
    assert not (tmp_path / "x.png").exists()


def test_a_vast_page_is_drawn_smaller(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "plan.pdf"), pagesize=(9000, 9000))
    canvas.drawString(100, 100, "a plan")
    canvas.save()
    draw_places(tmp_path / "plan.pdf", 1, [Box(100, 100, 200, 200)], tmp_path / "x.png", scale=4)
    with Image.open(tmp_path / "x.png") as image:
        assert 5_000 < image.width < 8_000


def test_draw_places_writes_to_a_file_of_any_name_or_a_stream(tmp_path: Path) -> None:
    path = typeset(tmp_path / "a.pdf")
    draw_places(path, 1, [Box(60, 90, 200, 105)], tmp_path / ".x.png.123.part")
    stream = io.BytesIO()
    draw_places(path, 1, [Box(60, 90, 200, 105)], stream)
    assert stream.getvalue() == (tmp_path / ".x.png.123.part").read_bytes()
    image = Image.open(stream)
    assert near(image, ORANGE, 0).sum() > 200


def test_draw_cells_numbers_rows_and_tells_kinds_apart(tmp_path: Path) -> None:
    path = typeset(tmp_path / "a.pdf")
    cells = [CellMark(Box(60 + 80 * c, 40 + 20 * r, 135 + 80 * c, 58 + 20 * r), r, c, header=r == 0, figure=r > 0 and c == 1)
             for r in range(3) for c in range(2)]
    cells.append(CellMark(Box(60, 200, 135, 218), None, 0, header=True))
    draw_cells(path, 1, cells, tmp_path / "x.png")
    image = Image.open(tmp_path / "x.png")
    assert all(near(image, colour, 0).sum() > 100 for colour in (ORANGE, BLUE, RED))


def laid_page() -> LaidPage:
    line = Line(1, [Word("Budget", 60, 40, 100, 52, 12), Word("1,000", 150, 40, 180, 52, 12)])
    head = Line(1, [Word("Page", 300, 10, 330, 20, 9)])
    cells = [Cell(0, 0, "Budget", Box(60, 40, 140, 55)), Cell(0, 1, "1,000", Box(140, 40, 220, 55)), Cell(1, 0, "x", Box(60, 55, 140, 70))]
    return LaidPage(1, 400, 300, [line], head=[head], redacted=[Box(10, 10, 20, 20)],
                    tables=[TablePart(1, Box(60, 40, 220, 70), 2, 2, cells, True, "lattice", header_rows=1)])


def test_layer_lines_and_tables_say_what_they_show() -> None:
    sheet, page = Sheet("t"), laid_page()
    layers.add_lines(sheet, page)
    layers.add_tables(sheet, page)
    layers.add_redacted(sheet, page)
    assert [k.text for k in sheet.keys] == ["1 line in reading order", "1 running line (head, foot) set aside", "1 table with 3 cells", "header rows",
                                            "1 place with text painted over"]
    table = next(m for m in sheet.marks if m.badge == "T1")
    assert (table.box, table.head) == (Box(60, 40, 220, 70), "table 1")
    assert table.note == "2 rows × 2 columns, 1 header row; by its borders (lattice)"


def test_layer_papers() -> None:
    pages = [laid_page() for _ in range(3)]
    for number, page in enumerate(pages, 1):
        page.number = number
    pack = Pack("p", "s", "a.pdf", "/a.pdf", pages)
    papers = [Paper("agenda", pages[:1]), Paper("work_programme", pages[1:], title="Work Programme", rule="heading")]
    sheet = Sheet("t")
    layers.add_papers(sheet, pack, papers, 3)
    assert [(m.head, m.note) for m in sheet.marks] == [("work programme, paper 2 of 2, pages 2 to 3", "Work Programme (heading)")]
    assert sheet.strip is not None
    assert [(a, b, kind) for a, b, _, kind in sheet.strip.papers] == [(1, 1, "agenda"), (2, 3, "work programme")]


def test_layer_records_shows_what_is_printed_on_the_page_only() -> None:
    def at(page: int, top: float, field: str | None = None) -> Evidence:
        return Evidence(field=field, page=page, x0=60, top=top, x1=200, bottom=top + 12, text="words")
    records = [
        Division(division_id="p:division:1.1", document_id="d", votes_for=5, votes_against=2, page=1, evidence=(at(1, 80),)),
        AgendaItem(item_id="p:agenda_item:1.1", document_id="d", source="agenda", number="7", title="Budget", page=1,
                   evidence=(at(1, 40), at(1, 60, "presenter"))),
        AgendaItem(item_id="p:agenda_item:2.1", document_id="d", source="agenda", number="8", title="Elsewhere", page=2, evidence=(at(2, 40),)),
        Mention(mention_id="p:mention:1.1", document_id="d", page=1, kind="money", text="£5", evidence=(at(1, 90),)),
        Table(table_id="p:table:1.1", document_id="d", first_page=1, last_page=1, row_count=2, column_count=1, ruled=True, evidence=(at(1, 100),)),
        TableCell(cell_id="p:table:1.1:0.0", table_id="p:table:1.1", row_index=0, column_index=0, text="x", page=1, evidence=(at(1, 100),)),
    ]
    row = PackRow(pack_id="p", sha256="s", file_name="a.pdf", status="clean", papermine_version="0", rules_version="0", seconds=0)
    sheet = Sheet("t")
    layers.add_records(sheet, Mined(row, list(records)), 1)
    assert [(m.badge, m.head, m.note) for m in sheet.marks if m.badge] == [
        ("1", "agenda item 7", "Budget"), ("2", "division", "5 : 2"), ("3", "table", "without a title, 2 rows × 1 column")]
    assert [m.stroke for m in sheet.marks] == ["solid", "dashed", "solid", "solid", "none"]
    assert [k.text for k in sheet.keys] == ["1 × agenda items", "1 × divisions", "1 × tables", "mentions: 1 × money"]
