"""PDFs made to hurt a reader: bombs, cycles, and seeded mutations of good ones."""

from __future__ import annotations

import io
import random
import re
import zlib
from collections.abc import Iterator

FONT = b"<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
TEXT = b"BT /F1 12 Tf 72 700 Td (Anytown Council) Tj ET"
GIB = 1 << 30


def pdf(objects: dict[int, bytes]) -> bytes:
    """A PDF of these numbered objects; object 1 is its catalogue."""
    out = io.BytesIO(b"%PDF-1.7\n")
    out.seek(0, io.SEEK_END)
    at = {}
    for n, body in objects.items():
        at[n] = out.tell()
        out.write(b"%d 0 obj\n%s\nendobj\n" % (n, body))
    xref, size = out.tell(), max(objects) + 1
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % size)
    for n in range(1, size):
        out.write(b"%010d 00000 n \n" % at[n] if n in at else b"0000000000 65535 f \n")
    out.write(b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, xref))
    return out.getvalue()


def stream(data: bytes, entries: bytes = b"/Filter /FlateDecode") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries, data)


def page(contents: bytes = b"5 0 R", box: bytes = b"[0 0 595 842]", resources: bytes = FONT) -> bytes:
    return b"<< /Type /Page /Parent 2 0 R /MediaBox %s /Resources %s /Contents %s >>" % (box, resources, contents)


def after_a_good_page(bad: bytes, **more: bytes) -> bytes:
    """A file of two pages: a good one, and this one. ``o20=…`` adds object 20."""
    objects = {1: CATALOG, 2: b"<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>", 3: page(b"6 0 R"), 4: bad, 6: stream(zlib.compress(TEXT))}
    return pdf(objects | {int(name[1:]): body for name, body in more.items()})


def spaces(n: int) -> bytes:
    """``n`` bytes of spaces, deflated."""
    packer, block = zlib.compressobj(9), b" " * (1 << 20)
    return b"".join([*(packer.compress(block) for _ in range(n >> 20)), packer.flush()])


def many_pages(levels: int) -> bytes:
    """A file of a page that its page tree holds ten times over at each level."""
    tree = {1: b"<< /Type /Catalog /Pages %d 0 R >>" % (10 if levels else 2), 2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", 3: page(b"6 0 R"),
            6: stream(zlib.compress(TEXT))}
    for level in range(levels):
        kids = b" ".join([b"%d 0 R" % (11 + level if level < levels - 1 else 3)] * 10)
        tree[10 + level] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, 10 ** (levels - level))
    return pdf(tree)


def bombs() -> dict[str, tuple[bytes, set[str]]]:
    """Name → (file, codes of the issues that it may end in; empty: it is read as if nothing were)."""
    def drawn(content: bytes) -> bytes:
        return after_a_good_page(page(), o5=stream(zlib.compress(content, 9)))

    def forms(last: int) -> bytes:
        """Twelve forms, each drawing the next ten times: 10¹² texts. With ``last`` 20 the first draws itself."""
        entries = b"/Type /XObject /Subtype /Form /BBox [0 0 600 850] /Filter /FlateDecode /Resources "
        made = {f"o{20 + n}": stream(zlib.compress(b"/X Do " * 10), entries + b"<< /XObject << /X %d 0 R >> >>" % (21 + n if last > 20 else 20))
                for n in range(12)}
        made["o32"] = stream(zlib.compress(TEXT), entries + FONT)
        return after_a_good_page(page(resources=b"<< /XObject << /X 20 0 R >> >>"), o5=stream(zlib.compress(b"/X Do")), **made)

    def counted(count: bytes, kids: bytes = b"3 0 R") -> bytes:
        return pdf({1: CATALOG, 2: b"<< /Type /Pages /Kids [%s] /Count %s >>" % (kids, count), 3: page(b"6 0 R"), 6: stream(zlib.compress(TEXT))})

    script = b"<< /S /JavaScript /JS (app.launchURL('http://127.0.0.1:9/')) >>"
    spent = {"page-memory", "page-timeout"}
    return {
        "deflate": (after_a_good_page(page(), o5=stream(spaces(2 * GIB))), spent),
        "deflate-twice": (after_a_good_page(page(), o5=stream(zlib.compress(spaces(2 * GIB), 9), b"/Filter [/FlateDecode /FlateDecode]")), spent),
        "glyphs": (drawn((b"BT /F1 1 Tf (" + b"a" * 60 + b") Tj ET\n") * 1_000_000), spent | {"unmapped-glyphs"}),
        "saved-states": (drawn(b"q " * 8_000_000), spent),
        "nested-arrays": (drawn(b"[" * 1_000_000), set()),
        "nested-resources": (after_a_good_page(page(b"6 0 R", resources=b"[" * 200_000 + b"]" * 200_000)), set()),
        "forms": (forms(21), spent),
        "a-form-that-draws-itself": (forms(20), spent),
        "ten-billion-pages": (many_pages(10), {"damaged", "no-pages", "too-many-pages"}),
        "a-count-that-lies": (counted(b"2147483647"), set()),
        "a-count-below-zero": (counted(b"-5"), set()),
        "a-tree-that-bites-its-tail": (counted(b"4", b"3 0 R 2 0 R"), {"page-unreadable"}),
        "ten-kilometres": (after_a_good_page(page(b"6 0 R", b"[0 0 28346456 28346456]")), {"page-too-large"}),
        "a-picture-of-30-GB": (after_a_good_page(
            page(resources=b"<< /XObject << /X 20 0 R >> >>"), o5=stream(zlib.compress(b"595 0 0 842 0 0 cm /X Do")),
            o20=stream(zlib.compress(b"\0" * 1000), b"/Type /XObject /Subtype /Image /Width 100000 /Height 100000 /BitsPerComponent 8 "
                       b"/ColorSpace /DeviceRGB /Filter /FlateDecode")), {"no-text-layer", *spent}),
        "an-outline-that-bites-its-tail": (pdf({
            1: b"<< /Type /Catalog /Pages 2 0 R /Outlines 7 0 R >>", 2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", 3: page(b"6 0 R"),
            6: stream(zlib.compress(TEXT)), 7: b"<< /First 8 0 R /Last 8 0 R >>",
            8: b"<< /Title (a) /Parent 7 0 R /Next 8 0 R /First 8 0 R /Dest [3 0 R /Fit] >>"}), set()),
        "active": (pdf({1: b"<< /Type /Catalog /Pages 2 0 R /OpenAction %s /AA << /WC %s >> >>" % (script, script),
                        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", 3: page(b"6 0 R"), 6: stream(zlib.compress(TEXT))}), set()),
    }


_NUMBER = re.compile(rb"(?<![\w.])-?\d+(?:\.\d+)?(?![\w.])")
_NAME = re.compile(rb"/[A-Z][A-Za-z0-9]+")
_OBJECT = re.compile(rb"\d+ 0 obj\b.*?\bendobj\b", re.S)
_ODD = [b"-1", b"0", b"2147483648", b"-2147483649", b"99999999999999999999", b"1e308", b"0.0000000001", b"null", b"NaN", b"<<", b"]", b"()"]


def mutated(data: bytes, seed: int) -> bytes:
    """``data`` with one to eight faults, the same for the same seed: bits, numbers, names, objects, a cut, an endless copy.

    Give it a PDF whose streams are not deflated, so that the faults reach what is drawn.
    """
    chance = random.Random(seed)
    for _ in range(chance.choice((1, 1, 2, 3, 5, 8))):
        data = chance.choice((_bits, _bits, _number, _number, _number, _name, _object, _slice, _cut, _garbage))(data, chance) or data  # nothing at all is another test
    return data


def _bits(data: bytes, chance: random.Random) -> bytes:
    out = bytearray(data)
    for _ in range(chance.choice((1, 4, 40))):
        out[chance.randrange(len(out))] ^= 1 << chance.randrange(8)
    return bytes(out)


def _swap(data: bytes, found: re.Match[bytes], new: bytes) -> bytes:
    return data[:found.start()] + new + data[found.end():]


def _pick(pattern: re.Pattern[bytes], data: bytes, chance: random.Random) -> re.Match[bytes] | None:
    """A match at a random place, without listing them all."""
    return pattern.search(data, chance.randrange(len(data))) or pattern.search(data)


def _number(data: bytes, chance: random.Random) -> bytes:
    found = _pick(_NUMBER, data, chance)
    return _swap(data, found, chance.choice(_ODD)) if found else data


def _name(data: bytes, chance: random.Random) -> bytes:
    one, other = _pick(_NAME, data, chance), _pick(_NAME, data, chance)
    return _swap(data, one, other[0]) if one and other else data


def _object(data: bytes, chance: random.Random) -> bytes:
    """One object in the place of another, or twice, or not at all."""
    one, other = _pick(_OBJECT, data, chance), _pick(_OBJECT, data, chance)
    if not one or not other:
        return data
    return _swap(data, one, chance.choice((other[0], one[0] * 2, b"")))


def _slice(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    size = chance.choice((1, 16, 256, 4096))
    return data[:start] + data[start:start + size] * chance.choice((0, 2, 50)) + data[start + size:]


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[:max(20, int(len(data) * chance.random()))] if chance.random() < 0.3 else data


def _garbage(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    return data[:start] + chance.randbytes(chance.choice((1, 8, 200))) + data[start:]


def mutations(sources: list[bytes], seed: int, count: int) -> Iterator[bytes]:
    """``count`` mutations of these files in turn."""
    for n in range(count):
        yield mutated(sources[n % len(sources)], seed * 1_000_003 + n)
