"""What was decided: motions, divisions, votes and resolutions.

`records` takes the items of minutes one by one through `proceedings`, and a notice of decision through `notices`; both yield proposals
and what was decided, which `records` turns into records (`consent` carries what one motion on a consent calendar carries).

`proceedings` reads an item paragraph by paragraph, and asks of each, in this order:

- a form of the house: a slip of labelled lines (`slips`, its vote: `slipvotes`), a box that prints the result (`resultblocks`);
- a vote: `papermine.extract.votes`;
- words that open a decision (`leads`), and the operative paragraphs after them (`operative`, ended by `tails`);
- a sentence with a mover or seconder (`moving`), a motion without one (`unmoved`), a decision told in a sentence (`narrative`).

`floor` keeps the motions before the meeting: which one a vote is taken on, and what became of it; `deciding` what was decided, and which
motion it adopts. `Item` is built up in that order: `Floor`, `Deciding`, `Moving`, `Unmoved`, `Item`.
"""

from papermine.extract.decisions.records import decision_records

__all__ = ["decision_records"]
