"""The loop of `papermine review`: a card, a picture, a question."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from papermine.cli import inline
from papermine.cli.terminal import one_line, safe, shown
from papermine.errors import NotFound, PapermineError
from papermine.export.files import whole_file
from papermine.review import Look, Printed, correctable, cut_out, fields, judge, printed

_KEYS = "[a]ccept  [c]orrect  [r]eject  [s]kip  [o]pen picture  [u]ndo last  [q]uit  [?]"
_HELP = """  a  it is right (of an issue: it needs no more work)
  c  give a field the value that is printed
  r  it is no such record (of an issue: a false alarm); it is taken out
  s  leave it for another time
  o  open the picture in the system's viewer
  u  take back what you said last
  q  stop; all that you said is already kept
  A letter may be followed by a note: r a heading, not a person"""


def card(what: Printed, names: list[str]) -> str:
    """A record as text: its printed words, where they stand, and its fields, the correctable ones numbered."""
    label = f", stamped {what.page_label}" if what.page_label else ""
    at = f"page {what.page}{label}" if what.page else "no page of its own"
    more = f", goes on on page {', '.join(map(str, what.more))}" if what.more else ""
    basis = f", {what.basis}" if what.basis else ""
    out = [f"{safe(what.record_id)}  ({what.kind}{basis})", f"printed: {one_line(what.file_name)}, {one_line(at)}{more}"]
    if what.words:
        out += [f"  | {line}" for line in safe(what.words).split("\n")]
    wide = max((len(n) for n in names), default=0)
    for number, name in enumerate(names, 1):
        value = shown(what.fields.get(name))
        out.append(f"  {number:2} {name:{wide}}  {one_line(value) or '-'}")
    return "\n".join(out)


def crop_file(what: Printed, output: str | None, folder: str | None) -> str:
    """Write the record's part of the page as a PNG and return its path; a sentence where there is none to write."""
    try:
        data = cut_out(what)
    except PapermineError as error:
        return f"none: {error}"
    target = Path(output) if output else Path(folder or tempfile.mkdtemp(prefix="papermine-review-")) / f"{what.record_id.replace(':', '-')}.png"
    with whole_file(target) as part:
        part.write_bytes(data)
    inline.show(data)
    return str(target)


class Session:
    """One sitting over a queue. Every verdict is kept at once."""

    def __init__(self, db: str, looks: list[Look], by: str | None, crops: str | None) -> None:
        self.db, self.looks, self.by = db, looks, by
        self.folder = crops or tempfile.mkdtemp(prefix="papermine-review-")
        self.said: list[str] = []
        self.counts = {"accepted": 0, "corrected": 0, "rejected": 0}

    def run(self) -> None:
        """Show each, ask, do; until the queue or the input ends."""
        if not self.looks:
            print("Nothing is left to look at.")
            return
        n = 0
        for n, look in enumerate(self.looks, 1):
            if not self._one(n, look):
                n -= 1
                break
        told = ", ".join(f"{count} {word}" for word, count in self.counts.items() if count) or "nothing said"
        print(f"\n{n} of {len(self.looks)} seen: {told}.")

    def _one(self, n: int, look: Look) -> bool:
        """Deal with one; False ends the sitting."""
        about = look.about or look.record_id
        try:
            what = printed(self.db, about)
            issue = printed(self.db, look.record_id) if look.record_id != about else what
        except NotFound:
            about, what = look.record_id, printed(self.db, look.record_id)
            issue = what
        if what.page is None and issue.page is not None:
            what = issue
        try:
            names = fields(correctable(self.db, what.record_id))
        except NotFound:
            names = []
        print(f"\n{'─' * 72}\n{n} of {len(self.looks)} · {look.code}\n{one_line(look.why)}\n")
        print(card(what, names))
        path = crop_file(what, None, self.folder)
        print(f"picture: {safe(path)}\n")
        while True:
            answer = self._ask(f"{_KEYS} > ")
            if answer is None or answer[:1].lower() == "q":
                return False
            key, note = answer[:1].lower(), answer[1:].strip() or None
            try:
                if key == "s":
                    return True
                if key == "a":
                    return self._say(look.record_id, "accept", "accepted", note)
                if key == "r":
                    return self._say(look.record_id, "reject", "rejected", note)
                if key == "c":
                    if self._correct(what, names, look, note):
                        return True
                elif key == "o":
                    print("opened" if inline.open_outside(path) else f"no viewer was found: open {safe(path)} yourself")
                elif key == "u":
                    self._undo()
                else:
                    print(_HELP)
            except PapermineError as error:
                print(f"  {safe(str(error))}")

    def _say(self, record_id: str, action: str, word: str, note: str | None) -> bool:
        judge(self.db, record_id, action, by=self.by, note=note)
        self.said.append(record_id)
        self.counts[word] += 1
        print(f"  {word}")
        return True

    def _correct(self, what: Printed, names: list[str], look: Look, note: str | None) -> bool:
        """Ask for a field and its value. False: nothing was changed."""
        if not names:
            print("  nothing of it can be corrected: accept or reject it")
            return False
        which = self._ask("  which field (number or name; empty: none)? ")
        if not which:
            return False
        name = names[int(which) - 1] if which.isdigit() and 1 <= int(which) <= len(names) else which
        value = self._ask(f"  {safe(name)} as printed (- where nothing is printed; empty: leave it): ")
        if not value:
            return False
        line = judge(self.db, what.record_id, "correct", by=self.by, field=name, value=None if value == "-" else value, note=note)
        self.said.append(what.record_id)
        self.counts["corrected"] += 1
        print(f"  {safe(name)}: {one_line(shown(line.was)) or 'empty'} → {one_line(shown(line.value)) or 'empty'}")
        if look.kind == "issues" and look.record_id != what.record_id:
            judge(self.db, look.record_id, "accept", by=self.by, note=f"{name} of {what.record_id} was corrected")
        return True

    def _undo(self) -> None:
        if not self.said:
            print("  nothing was said in this sitting")
            return
        record_id = self.said.pop()
        judge(self.db, record_id, "undo", by=self.by)
        print(f"  taken back: {safe(record_id)}")

    def _ask(self, prompt: str) -> str | None:
        """A line of the user's, or None where the input has ended."""
        print(prompt, end="", flush=True)
        line = sys.stdin.readline()
        if not sys.stdin.isatty():
            print()
        return line.strip() if line else None
