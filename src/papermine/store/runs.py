"""Where a pack's rows lie in the stored tables: a commit writes them side by side, so that they are a run of row numbers.

True of one state of the file only: a checkpoint may number rows anew. Who keeps runs keeps the file's state beside them.
"""

from __future__ import annotations

import numpy as np

from papermine.store.connect import Connection
from papermine.store.schema import pack_tables


class Runs:
    """The first and the last row of each pack in each stored table, as the file is now."""

    def __init__(self, con: Connection) -> None:
        """Look at the column of pack ids of every table."""
        packs = [pack for (pack,) in con.execute("SELECT pack_id FROM stored.packs ORDER BY pack_id").fetchall()]
        self._at = {pack: n for n, pack in enumerate(packs)}
        self._rows: dict[str, np.ndarray] = {}
        for table in pack_tables():
            found = con.execute(f"""SELECT coalesce(r.first, -1) AS first, coalesce(r.last, -1) AS last FROM stored.packs k
                LEFT JOIN (SELECT pack_id, min(rowid) AS first, max(rowid) AS last FROM stored.{table} GROUP BY pack_id) r
                ON r.pack_id = k.pack_id ORDER BY k.pack_id""").fetchnumpy()
            self._rows[table] = np.column_stack([np.asarray(found["first"], np.int64), np.asarray(found["last"], np.int64)])

    def condition(self, table: str, pack: str) -> str:
        """What else is true of the rows of a pack in ``stored.table``, for WHERE."""
        at = self._at.get(pack)
        if at is None:
            return "true"
        first, last = self._rows[table][at]
        return f"rowid BETWEEN {first} AND {last}" if first >= 0 else "false"
