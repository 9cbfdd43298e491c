"""Text out of papers that cannot steer what shows it."""

from __future__ import annotations

from papermine import regex as re

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\ud800-\udfff]")


def safe(text: str) -> str:
    """Text that cannot steer a terminal: control characters, escapes and direction marks are shown, not sent.

    >>> safe("a\\x1b[31mb")
    'a␛[31mb'
    """
    return _CONTROL.sub(_shown, text)


def _shown(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"<U+{code:04X}>"
