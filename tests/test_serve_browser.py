"""The web page in a real browser: headless Chromium, driven by Playwright; axe looks at each kind of page.

Where no Chromium is installed these are skipped (`.ci/run` installs one). ``PAPERMINE_SCREENSHOTS=docs/serve`` writes the pictures of docs/serve.md.
"""

from __future__ import annotations

import os
import re
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from playwright.sync_api import expect

from papermine.ingest import Options, ingest
from papermine.store import query

CHROMIUM = next((p for name in ("chromium", "chromium-browser", "google-chrome") if (p := shutil.which(name))), None)
pytestmark = [pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: apt-get install chromium"), pytest.mark.xdist_group("browser")]
CORPUS = Path(__file__).parent.parent / "corpus"
PACKS = ("harrowdale-cc--2024-11-14-county-council-printed-minutes.pdf", "brindlecombe--2025-02-04-cabinet-pack.pdf")
ARGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
WIDTHS = {"wide": 1280, "phone": 390}


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("browser") / "council.duckdb"
    ingest([str(CORPUS / name) for name in PACKS], str(path), Options(workers=0))
    return path


@pytest.fixture(scope="module")
def site(db: Path) -> Iterator[str]:
    """The address of a real server."""
    import socket

    import uvicorn

    from papermine.serve import make_app
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(make_app(str(db)), log_level="error"))
        thread = threading.Thread(target=lambda: server.run(sockets=[listening]), daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.05)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join(20)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Any, site: str) -> Iterator[Any]:
    context = browser.new_context(base_url=site, viewport={"width": 1280, "height": 900}, accept_downloads=True)
    opened = context.new_page()
    opened.set_default_timeout(60_000)
    wrong: list[str] = []
    opened.on("console", lambda m: wrong.append(m.text) if m.type == "error" and "400" not in m.text else None)
    opened.on("pageerror", lambda e: wrong.append(str(e)))
    yield opened
    context.close()
    assert not wrong, "the browser complained (a breach of the policy shows here too)"


def test_search_open_a_decision_and_see_its_place_outlined(page: Any) -> None:
    page.goto("/")
    page.get_by_label("Search decisions, items, papers, tables and people").fill("swimming pools")
    page.get_by_role("button", name="Search").click()
    expect(page.locator("mark")).not_to_have_count(0)
    page.get_by_role("complementary", name="Filters").get_by_role("link", name="Decisions").click()
    page.wait_for_url("**/search?*kind=*")
    page.locator(".hits h2 a").first.click()
    expect(page.locator(".decision .text")).to_have_count(1)
    page.get_by_role("link", name=re.compile("^See page")).first.click()
    place = page.locator("svg.sheet rect.place").first
    place.wait_for()
    box = place.bounding_box()
    sheet = page.locator("svg.sheet").bounding_box()
    assert sheet["x"] < box["x"] < sheet["x"] + sheet["width"]
    assert sheet["y"] < box["y"] < sheet["y"] + sheet["height"]
    assert box["width"] > 50
    drawn = page.evaluate("""async () => { const i = new Image(); i.src = document.querySelector('svg.sheet image').getAttribute('href');
                             await i.decode(); return [i.naturalWidth, i.naturalHeight]; }""")
    assert drawn[0] > 800
    assert abs(drawn[1] / drawn[0] - sheet["height"] / sheet["width"]) < 0.02


def test_download_a_table(page: Any, db: Path) -> None:
    key = query(db, "SELECT table_id FROM tables WHERE title LIKE 'Appendix A%' LIMIT 1").rows[0][0]
    page.goto(f"/tables/{key}")
    with page.expect_download() as wait:
        page.get_by_role("link", name="CSV").click()
    assert Path(wait.value.path()).read_text(encoding="utf-8-sig").count("\n") > 5
    before = page.locator("table.grid tbody td").first.inner_text()
    page.locator("table.grid th a").nth(1).click()
    expect(page.locator("th[aria-sort=ascending]")).to_have_count(1)
    assert page.locator("table.grid tbody td").first.inner_text() != before


def test_run_a_query(page: Any) -> None:
    page.goto("/sql")
    page.get_by_label("Query").fill("SELECT body, count(*) AS n FROM decisions GROUP BY body ORDER BY 2 DESC")
    page.get_by_role("button", name="Run").click()
    expect(page.get_by_role("heading", name=re.compile(r"\d rows"))).to_have_count(1)
    assert page.locator("svg.chart rect").count() >= 2
    page.get_by_label("Query").fill("SELECT * FROM decisons")
    page.get_by_role("button", name="Run").click()
    assert "Nearest views" in page.get_by_role("alert").inner_text()


def test_the_keyboard_alone_is_enough(page: Any) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.type("leisure centre")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=*")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_function("location.hash === '#content'")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.hits h2 a')"):
            break
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/(records|items|tables|packs|people)/"))


def test_reading_needs_no_script(browser: Any, site: str) -> None:
    context = browser.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.goto("/")
    page.get_by_role("searchbox").fill("council")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("complementary", name="Filters").get_by_role("link", name="Decisions").click()
    with page.expect_download() as wait:
        page.get_by_role("link", name="CSV").click()
    assert b"decision" in Path(wait.value.path()).read_bytes()
    page.locator(".hits h2 a").first.click()
    expect(page.locator("h1")).to_have_count(1)
    assert page.locator(".cite input").first.input_value()
    page.get_by_role("link", name=re.compile("^See page")).first.click()
    page.locator("svg.sheet rect.place").first.wait_for()
    page.get_by_role("link", name="Decisions", exact=True).click()
    page.get_by_label("Outcome").select_option("carried")
    page.get_by_label("Body").fill("County Council")
    page.get_by_role("button", name="Apply").click()
    assert page.locator("table.list tbody tr").count() > 1
    assert set(page.locator("table.list td[data-label=Outcome]").all_inner_texts()) == {"carried"}
    context.close()


def test_a_citation_is_copied(page: Any, db: Path) -> None:
    key = query(db, "SELECT resolution_id FROM decisions WHERE votes_for IS NOT NULL LIMIT 1").rows[0][0]
    page.goto(f"/records/{key}")
    said = page.locator("input.copy").input_value()
    assert re.search(r"HARROWDALE.*14 November 2024.*item .*page \d+ of ", said)
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("button", name="Copied")).to_have_count(1)


def addresses(db: Path) -> dict[str, str]:
    """One page of each kind."""
    def one(sql: str) -> Any:
        return query(db, sql).rows[0][0]

    decision = one("SELECT resolution_id FROM decisions WHERE votes_for = 41 LIMIT 1")
    pack, page = query(db, "SELECT pack_id, page FROM resolutions WHERE resolution_id = ?", [decision]).rows[0]
    table = one("SELECT table_id FROM tables WHERE title LIKE 'Appendix A%' LIMIT 1")
    return {
        "home": "/", "search": "/search?q=council", "council": "/councils/brindlecombe-borough-council",
        "meeting": f"/meetings/{one('SELECT meeting_id FROM decisions WHERE votes_for = 41 LIMIT 1')}", "decision": f"/records/{decision}",
        "page": f"/packs/{pack}/pages/{page}?record={decision}", "table": f"/tables/{table}", "list": "/decisions", "people": "/people",
        "item": f"/items/{one('SELECT item_id FROM recommendations WHERE item_id IS NOT NULL LIMIT 1')}", "pack": f"/packs/{pack}",
        "sql": "/sql?q=SELECT+body,+count(*)+AS+decisions+FROM+decisions+GROUP+BY+body+ORDER+BY+2+DESC", "api": "/api", "about": "/about",
        "error": "/nowhere", "review": "/review", "coverage": "/coverage", "votes": "/votes", "paper": f"/papers/{one('SELECT document_id FROM recommendations LIMIT 1')}",
        **({"person": f"/people/{p[0][0]}"} if (p := query(db, "SELECT person_id FROM people ORDER BY meetings DESC, name LIMIT 1").rows) else {})}


def test_axe_finds_nothing_serious(browser: Any, site: str, db: Path) -> None:
    from axe_playwright_python.sync_playwright import Axe
    found = []
    for width, colours in ((WIDTHS["wide"], "light"), (WIDTHS["phone"], "light"), (WIDTHS["wide"], "dark")):
        context = browser.new_context(base_url=site, viewport={"width": width, "height": 900}, bypass_csp=True, color_scheme=colours)
        page = context.new_page()
        for name, address in addresses(db).items():
            page.goto(address)
            for v in Axe().run(page).response["violations"]:
                if v["impact"] in ("serious", "critical", "moderate"):
                    found.append((name, width, colours, v["id"], [n["html"][:160] for n in v["nodes"][:2]]))
        context.close()
    assert found == []


@pytest.mark.parametrize("width", [390, 320])
def test_no_page_is_wider_than_a_phone(browser: Any, site: str, db: Path, width: int) -> None:
    context = browser.new_context(base_url=site, viewport={"width": width, "height": 800})
    page = context.new_page()
    for name, address in addresses(db).items():
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
        box = page.get_by_role("button", name="Search", exact=True).bounding_box()
        assert box["x"] + box["width"] < width - 8, name
        # a broken PDF's words have no end: its title must not make the page wider
        page.evaluate("for (const e of document.querySelectorAll('main h1, main li > a:not(.where), main p:not(.where)')) e.append('Llanfairpwll'.repeat(40))")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
    context.close()


def test_a_meeting_prints_on_paper(browser: Any, site: str, db: Path) -> None:
    context = browser.new_context(base_url=site)
    page = context.new_page()
    page.goto(addresses(db)["meeting"])
    page.emulate_media(media="print")
    assert not page.locator("nav.main").is_visible()
    assert not page.locator(".find").is_visible()
    assert page.locator(".decision").first.is_visible()
    page.goto(addresses(db)["decision"])
    voter = query(db, "SELECT person_name FROM votes WHERE resolution_id = ? ORDER BY page DESC, person_name DESC LIMIT 1",
                  [addresses(db)["decision"].rsplit("/", 1)[1]]).rows[0][0]
    printed = pypdfium2.PdfDocument(page.pdf(format="A4"))
    text = " ".join(" ".join(sheet.get_textpage().get_text_range() for sheet in printed).split())
    assert voter in text, "who voted how stands in a closed <details> on the screen"
    assert page.locator("input.copy").first.input_value() in text
    page.evaluate("document.querySelector('.decision .text').append('That the works go on. '.repeat(200))")
    first = pypdfium2.PdfDocument(page.pdf(format="A4"))[0].get_textpage().get_text_range()
    assert "That the works go on." in first, "a decision that fills a sheet begins below its heading, not on the next sheet"
    page.goto("/sql?q=SELECT+d.*,+length(text)+AS+long,+length(file_name)+AS+name+FROM+decisions+d+LIMIT+40")
    first = pypdfium2.PdfDocument(page.pdf(format="A4"))[0].get_textpage().get_text_range()
    assert "resolution_id: " in first, "an answer of many columns is a list of rows, and begins on the first sheet, its tall chart behind it"
    page.goto("/decisions")
    assert not page.locator("form.filters").is_visible()
    first = pypdfium2.PdfDocument(page.pdf(format="A4"))[0].get_textpage().get_text_range()
    assert "p. " in first, "the list begins on the first sheet"
    context.close()


@pytest.mark.skipif("PAPERMINE_SCREENSHOTS" not in os.environ, reason="PAPERMINE_SCREENSHOTS names no folder")
def test_screenshots_for_the_documentation(browser: Any, site: str, db: Path) -> None:
    from PIL import Image
    folder = Path(os.environ["PAPERMINE_SCREENSHOTS"])
    folder.mkdir(parents=True, exist_ok=True)
    for label, width in WIDTHS.items():
        context = browser.new_context(base_url=site, viewport={"width": width, "height": 900 if label == "wide" else 780})
        page = context.new_page()
        for name, address in addresses(db).items():
            if name not in ("home", "search", "meeting", "page", "table", "sql"):
                continue
            page.goto(address)
            page.wait_for_load_state("networkidle")
            path = folder / f"{name}-{label}.png"
            page.screenshot(path=str(path))
            Image.open(path).convert("P", palette=Image.Palette.ADAPTIVE, colors=48).save(path, optimize=True)
        context.close()
