"""What was decided: motions, divisions, votes and resolutions.

`records` takes the items of minutes one by one through `proceedings`, and a notice of decision through `notices`; both yield proposals
and what was decided, which `records` turns into records (`consent` carries what one motion on a consent calendar carries).

`Item` (`item`) is the state of one item while it is read: its paragraphs, what was decided, and its `Floor` (`floor`), the motions before
the meeting: which one a vote is taken on, and what became of it. What is moved and what is decided are `proposals`. `proceedings` reads an
item paragraph by paragraph, sentences at their ends that tell movers or a vote cut off first (`endings`), and asks of each, in this order:

- what is copied from other minutes, drafted, or decided by others (`asides`);
- a form of the house: a block of lines that hold the parts of a decision, in any order (`blocks`, its lines: `slipparts`), or a slip of labelled lines that runs on (`slips`, its movers: `slipmovers`, its words: `clauses`, its vote: `slipvotes`), a box that prints the result (`resultblocks`);
- a vote: `papermine.extract.votes`;
- words that open a decision (`leads`), and what they lead to (`opened`): operative paragraphs (`operative`, ended by `endings`);
- prose, sentence by sentence (`prose`): one with a mover or seconder (`moving`), a motion without one (`unmoved`), what is told of a vote
  (`told`; `spoken`: is it told of this motion?), a decision told in a sentence (`narrative`).

`deciding` finds which motion an operative paragraph adopts; `closing` what the motions come to that nothing adopted, once the item is read.
"""

from papermine.extract.decisions.records import decision_records

__all__ = ["decision_records"]
