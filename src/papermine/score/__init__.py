"""How right is a database? Compares its views with hand-checked truth, kind by kind.

The matching is that of the shared benchmark: texts count as the same at 0.90 word similarity
(titles 0.85), pairs are matched one to one, best first; tables by neighbouring-cell pairs.
"""

from __future__ import annotations

from papermine.score.kinds import ORDER, score_pack
from papermine.score.run import Scores, score
from papermine.score.tally import Tally

__all__ = ["ORDER", "Scores", "Tally", "score", "score_pack"]
