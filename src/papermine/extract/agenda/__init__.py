"""An agenda → its items, with the pages of their papers.

A paper goes through `items`: an agenda ruled as a table is read row by row (`table`); any other by its headings of business
(`headings`: numbered runs, sub-numbers, capitals), whose numbers are read by `numbers` and whose pages, where they stand in a column
of their own, by `pages`.
"""

from papermine.extract.agenda.items import agenda_items

__all__ = ["agenda_items"]
