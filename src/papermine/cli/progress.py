"""How far a run is: a bar on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager

from papermine.cli.terminal import one_line, say
from papermine.ingest import Listener, Progress

LINE_EVERY = 10.0
"""Seconds between two lines where stderr is no terminal."""
DRAW_EVERY = 0.1
"""Seconds between two drawings of the bar."""


@contextmanager
def bar() -> Iterator[Listener]:
    """A Rich progress bar: pages done, pages a second, time left, and what is being read."""
    from rich.progress import BarColumn, ProgressColumn, Task, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar
    from rich.text import Text

    from papermine.cli.terminal import console

    class Speed(ProgressColumn):
        """Pages a second."""

        def render(self, task: Task) -> Text:
            return Text(f"{task.finished_speed or task.speed or 0:.1f} pages/s", style="progress.data.speed")

    columns = (TextColumn("{task.fields[files]}"), BarColumn(), TextColumn("{task.completed:.0f}/{task.total:.0f} pages"), Speed(),
               TimeRemainingColumn(), TextColumn("{task.fields[name]}", markup=False))
    with Bar(*columns, console=console(stderr=True), transient=True, auto_refresh=False) as progress:  # no thread: see ingest.pool
        task = progress.add_task("", total=1, files="", name="")
        drawn = 0.0

        def listen(now: Progress) -> None:
            nonlocal drawn
            names = list(now.in_hand.values())
            progress.update(task, completed=now.pages_done, total=max(now.pages_total, now.pages_done, 1),
                            files=f"{now.files_done}/{now.files_total} files", name=one_line(os.path.basename(names[0]))[:40] if names else "")
            if time.monotonic() - drawn >= DRAW_EVERY:
                progress.refresh()
                drawn = time.monotonic()

        yield listen


def lines() -> Listener:
    """Says on stderr how far it is, every ten seconds."""
    began = last = time.monotonic()

    def listen(now: Progress) -> None:
        nonlocal last
        at = time.monotonic()
        if at - last >= LINE_EVERY:
            last = at
            speed = now.pages_done / (at - began)
            left = (now.pages_total - now.pages_done) / speed if speed else 0
            say(f"{now.files_done}/{now.files_total} files, {now.pages_done} of about {now.pages_total} pages, {speed:.1f} pages/s, "
                f"about {left:.0f} s left")

    return listen
