"""A pack's papers → which meetings it prints, and which paper belongs to which.

Each paper's first page says body, day, time and place: `fronts` reads an agenda's and minutes' (the body: `naming`, the place: `venues`), `headers` a report's or a notice's; `pack`
then tells which of them are the same meeting and gives each paper its own.
"""

from papermine.extract.meetings.pack import pack_meetings

__all__ = ["pack_meetings"]
