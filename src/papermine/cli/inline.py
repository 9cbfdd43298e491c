"""A picture inside a terminal, where the terminal can."""

from __future__ import annotations

import base64
import os
import sys
from collections.abc import Mapping


def way(env: Mapping[str, str], tty: bool) -> str | None:
    """How this terminal shows pictures: ``kitty``, ``iterm`` or None.

    >>> way({"TERM": "xterm-kitty"}, True), way({"TERM_PROGRAM": "WezTerm"}, True), way({"TERM": "xterm-256color"}, True)
    ('kitty', 'iterm', None)
    >>> way({"TERM": "xterm-kitty"}, False) is None and way({"TERM": "xterm-kitty", "TMUX": "x"}, True) is None
    True
    """
    if not tty or env.get("TMUX") or env.get("TERM", "").startswith(("screen", "tmux")):
        return None
    program = env.get("TERM_PROGRAM", "")
    if env.get("KITTY_WINDOW_ID") or "kitty" in env.get("TERM", "") or program == "ghostty":
        return "kitty"
    return "iterm" if program in ("iTerm.app", "WezTerm", "mintty") or env.get("LC_TERMINAL") == "iTerm2" else None


def sequence(png: bytes, how: str) -> str:
    """The escape sequences that draw a PNG: kitty's graphics protocol in chunks of 4096, or iTerm2's OSC 1337.

    https://sw.kovidgoyal.net/kitty/graphics-protocol/ and https://iterm2.com/documentation-images.html
    """
    data = base64.standard_b64encode(png).decode()
    if how == "iterm":
        return f"\x1b]1337;File=inline=1;width=100%;preserveAspectRatio=1;size={len(png)}:{data}\x07\n"
    chunks = [data[i:i + 4096] for i in range(0, len(data), 4096)]
    out = []
    for n, chunk in enumerate(chunks):
        head = "f=100,a=T,q=2," if n == 0 else ""
        out.append(f"\x1b_G{head}m={int(n < len(chunks) - 1)};{chunk}\x1b\\")
    return "".join(out) + "\n"


def show(png: bytes) -> bool:
    """Draw it here if this terminal can; says whether it did."""
    how = way(os.environ, sys.stdout.isatty())
    if how is not None:
        sys.stdout.write(sequence(png, how))
        sys.stdout.flush()
    return how is not None


def open_outside(path: str) -> bool:
    """Open a file with the program that the system has for it; says whether one was started."""
    import shutil
    import subprocess
    if sys.platform == "win32":
        os.startfile(path)
        return True
    program = "open" if sys.platform == "darwin" else shutil.which("xdg-open")
    if not program or (sys.platform != "darwin" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))):
        return False
    subprocess.Popen([program, path], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    return True
