"""Papers → records, a package for each theme. `papermine.pipeline` calls them in the order in which a pack is mined:

- `meetings`: a pack's papers → which meetings it prints, and which paper belongs to which.
- `agenda`: an agenda → its items, and the pages of their papers.
- `minutes`: minutes → their headings of business, each with the lines under it.
- `roll`: the head and the items of minutes → who came, who sent apologies, who declared an interest.
- `decisions`: the items of minutes, or a notice of decision → motions, divisions and votes, resolutions.
- `reports`: an officers' report → header, recommendations, sections.

Between them: `paragraphs` (lines → paragraphs that know where each word is printed), `exempt` (why the public is kept out),
`votes` (one vote as printed: its numbers, its lists of names). Who uses whom, from below: paragraphs and exempt; agenda, minutes,
meetings, votes; roll, reports; decisions (`tests/test_imports.py` holds it). What is words alone (names, motions, outcomes, labels,
bodies) is in `papermine.language`.
"""
