"""One vote as printed (`Ballot`): its numbers, its method, and who voted how.

`ballots` reads numbers told in words ("by 12 votes to 23", "Carried 5-0-1"); `lists` names under their option ("For (3) ⏎ Mr A, Mr B, Mrs C",
the option's words: `options`), `columns` names in columns headed For and Against, `grids` names with ticks, `calls` a roll call with each
vote beside the name. `voters` parts two voters printed as one name.
"""
