"""Who came, who sent apologies, who stood in for whom; and who declared an interest.

A paper goes through `attendance`, which tries each form in turn and keeps what it found in one `Roll` (`came`: one entry per person and
status, contradictions settled). The forms:

- lists under labels (`lists`): the lines under one label are a zone (`zone`) up to what ends it (`ends`); labels over or beside columns
  (`columns`), offices that tell members from officers (`offices`), posts before and after names (`papermine.language.posts`), rows whose cells
  run over (`wrapped`);
- a table with ticks (`grid`), a list of all with a sign at those who came (`starred`);
- by evidence (`evidence`), after all forms: labels weighed word by word, names part by part; it adds whom they have not told of;
- running text: sentences after a label (`running`), who came as told where no list says so (`narrated`), who did not (`absences`).

`declarations` reads what the same items say of interests.
"""

from papermine.extract.roll.attendance import attendance_records

__all__ = ["attendance_records"]
