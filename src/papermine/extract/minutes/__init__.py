"""Minutes → their headings of business, each with the lines under it (`MinuteItem`).

A paper goes through `items`. First its lines are put in the order in which they read: out of a table's cells (`table`), from beside a
column of headings (`sideheads`). Then every line that may be a numbered heading is weighed (`headings`), the heaviest run that counts
up is chosen (`chain`), and the lines are cut there.
"""

from papermine.extract.minutes.items import MinuteItem, minute_items

__all__ = ["MinuteItem", "minute_items"]
